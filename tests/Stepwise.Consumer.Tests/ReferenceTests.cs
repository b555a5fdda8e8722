namespace Stepwise.Consumer.Tests;

/// <summary>What a project gets from the packages that it references, directly or through another project.</summary>
[Collection(StepwisePackageGroup.Name)]
public sealed class ReferenceTests(StepwisePackage package)
{
    private const string AnalyzersQuery = "msbuild -t:ResolveLockFileAnalyzers -getItem:Analyzer";

    [Fact]
    public void A_project_that_only_executes_definitions_gets_no_analyzer_and_no_build_target()
    {
        var runner = Project("local-alone", "Stepwise.Local");
        runner.Run("restore").Succeeds();
        runner.Run(AnalyzersQuery).Succeeds().DoesNotSay("Stepwise");
        runner.Run("msbuild -targets").Succeeds().DoesNotSay("Stepwise");

        // The same questions, asked of an author's project, find both.
        var author = Project("local-and-stepwise", "Stepwise");
        author.Run("restore").Succeeds();
        author.Run(AnalyzersQuery).Succeeds().Says("Stepwise.Generator.dll").Says("Stepwise.CodeFixes.dll");
        author.Run("msbuild -targets").Succeeds().Says("StepwiseEmit");
    }

    [Theory]
    [InlineData("")]
    [InlineData("PrivateAssets=\"analyzers;build;buildTransitive;contentfiles\"")]
    public void A_project_that_references_an_authors_project_gets_the_types(string assets)
    {
        var folder = assets.Length == 0 ? "types" : "types-alone";
        _ = new ConsumerProject(package, folder, name: "Workflows", items: $"""<PackageReference Include="Stepwise" Version="{package.Version}" {assets} />""").WithWorkflow("Order");
        var application = new ConsumerProject(
            package, folder, name: "Application", properties: "<OutputType>Exe</OutputType>", items: """<ProjectReference Include="../Workflows/Workflows.csproj" />""")
            .Write("Program.cs", """
                Stepwise.WorkflowDescriptor<Shop.Order.Input, Shop.Order.Output, Shop.Order.ITasks> workflow = Shop.Order.Workflow;
                System.Console.WriteLine($"{workflow.Name} of {workflow.GetType().Assembly.GetName().Name}");
                """);

        application.Run("run").Succeeds().Says("order of Stepwise.Abstractions");

        // Analyzers reach the application whatever PrivateAssets says (NuGet issue 13813). The generator adds nothing where there is no workflow.
        if (assets.Length > 0)
        {
            application.Run("msbuild -targets").Succeeds().DoesNotSay("Stepwise");
        }
    }

    private ConsumerProject Project(string folder, string id) =>
        new(package, folder, items: $"""<PackageReference Include="{id}" Version="{package.Version}" />""");
}
