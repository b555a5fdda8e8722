namespace Stepwise.Consumer.Tests;

[Collection(StepwisePackageGroup.Name)]
public sealed class ErrorTests(StepwisePackage package)
{
    [Fact]
    public void A_value_that_is_nowhere_set_stops_the_build_with_and_without_analyzers()
    {
        var project = new ConsumerProject(package, "broken").WithWorkflow("Order", output: "mesage");

        project.Build().FailsWith("ASL2").Says("Order.cs(");
        project.Build("--no-restore -p:RunAnalyzers=false").FailsWith("ASL2");
        Assert.Empty(ConsumerProject.FilesIn(project.Output));

        project.WithWorkflow("Order").Build("--no-restore").Succeeds();
        Assert.Equal(ConsumerProject.FilesOf("order"), ConsumerProject.FilesIn(project.Output));
    }

    [Fact]
    public void A_generator_that_does_not_run_stops_the_build()
    {
        // SDKs before 11 ignore ExcludeAssets for analyzers; the target does what later ones do.
        var project = new ConsumerProject(
            package,
            "excluded",
            items: $"""
                <PackageReference Include="Stepwise" Version="{package.Version}" ExcludeAssets="analyzers" />
              </ItemGroup>
              <Target Name="WithoutAnalyzers" BeforeTargets="CoreCompile">
                <ItemGroup><Analyzer Remove="@(Analyzer)" /></ItemGroup>
              </Target>
              <ItemGroup>
            """).Write("Order.cs", """
            using Stepwise;

            namespace Shop;

            [StateMachine("order")]
            public sealed partial class Order
            {
                [Pass(ResultName = "message", End = true)]
                public static string Greet() => "Hello";
            }
            """);

        project.Build().FailsWith("ASL590").Says("'Shop.Order'").Says("ExcludeAssets");
    }

    [Fact]
    public void A_compiler_that_is_too_old_is_named()
    {
        var project = new ConsumerProject(package, "old").WithWorkflow("Order");

        project.Build("-p:CompilerApiVersion=roslyn4.8").FailsWith("ASL593").Says("roslyn4.8").Says("4.14");
    }
}
