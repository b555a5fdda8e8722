namespace Stepwise.Consumer.Tests;

[Collection(StepwisePackageGroup.Name)]
public sealed class CloneTests(StepwisePackage package)
{
    [Fact]
    public void The_first_command_of_the_README_runs_whatever_the_path_of_the_clone_is()
    {
        Dotnet.Run(package.Clone, "run --project samples/CampaignExecution").Succeeds().Says("Succeeded after");
    }

    [Fact]
    public void A_sample_in_a_fresh_clone_runs_with_one_command()
    {
        var sample = new ConsumerProject(
            package,
            Path.Combine(StepwisePackage.CloneFolder, "samples"),
            name: "Sample",
            properties: "<OutputType>Exe</OutputType>",
            items: "",
            imports: """
                <Import Project="../../src/Stepwise/build/Stepwise.InRepository.props" />
                  <Import Project="../../src/Stepwise/build/Stepwise.InRepository.targets" />
                """).WithMain().WithWorkflow("Order");

        Dotnet.Run(package.Clone, "run --project samples/Sample").Succeeds().Says("done");

        Assert.Equal(ConsumerProject.FilesOf("order"), ConsumerProject.FilesIn(sample.Output));
    }
}
