namespace Stepwise.Consumer.Tests;

[Collection(StepwisePackageGroup.Name)]
public sealed class BuildTests(StepwisePackage package)
{
    private const string Skipped = "Skipping target \"StepwiseEmit\" because all output files are up-to-date";

    [Fact]
    public void A_project_for_net8_with_its_default_language_emits()
    {
        var project = new ConsumerProject(package, "net8", framework: "net8.0").WithWorkflow("Order");

        project.Build().Succeeds();

        Assert.Equal(ConsumerProject.FilesOf("order"), ConsumerProject.FilesIn(project.Output));
    }

    [Fact]
    public void From_first_build_to_clean_only_what_must_change_changes()
    {
        // The name of the folder is one that MSBuild's expressions stumble over where they are written without care.
        var project = new ConsumerProject(package, "it's (1), 50% ö").WithWorkflow("Order").WithWorkflow("Refund");
        project.Build().Succeeds();
        string[] both = [.. ConsumerProject.FilesOf("order"), .. ConsumerProject.FilesOf("refund")];
        Assert.Equal(both, ConsumerProject.FilesIn(project.Output));
        Assert.Contains("\"StartAt\"", File.ReadAllText(Path.Combine(project.Output, "order/order.asl.json")), StringComparison.Ordinal);

        // Nothing changed.
        var times = project.Times();
        project.Build("--no-restore -v:detailed").Succeeds().Says(Skipped);
        Assert.Equal(times, project.Times());

        // One workflow changed.
        project.WithWorkflow("Refund", greeting: "Goodbye").Build("--no-restore").Succeeds();
        var changed = project.Times().Where(file => file.Value != times[file.Key]).Select(file => file.Key);
        Assert.Equal(["refund/cloudformation.template.json", "refund/refund.asl.json", "refund/terraform/refund.asl.json"], changed);
        Assert.Contains("Goodbye", File.ReadAllText(Path.Combine(project.Output, "refund/refund.asl.json")), StringComparison.Ordinal);

        // A file was lost.
        File.Delete(Path.Combine(project.Intermediate, "workflows", "order", "order.policy.json"));
        File.Delete(Path.Combine(project.Output, "order", "order.policy.json"));
        project.Build("--no-restore").Succeeds();
        Assert.Equal(both, ConsumerProject.FilesIn(project.Output));

        // Fewer kinds, and one workflow less.
        project.Delete("Refund.cs");
        project.Build("--no-restore -p:StepwiseArtifacts=definition%3Bmanifest").Succeeds();
        Assert.Equal(["order/manifest.json", "order/order.asl.json"], ConsumerProject.FilesIn(project.Output));
        Assert.False(Directory.Exists(Path.Combine(project.Output, "refund")));

        // The default again: a property alone makes the target run.
        project.Build("--no-restore").Succeeds();
        Assert.Equal(ConsumerProject.FilesOf("order"), ConsumerProject.FilesIn(project.Output));

        project.Run("clean").Succeeds();
        Assert.Empty(ConsumerProject.FilesIn(project.Output));
        Assert.False(Directory.Exists(project.Output));
        Assert.False(Directory.Exists(project.Intermediate));
    }

    [Fact]
    public void An_edit_inside_a_method_does_not_run_the_task()
    {
        var project = new ConsumerProject(package, "bodies").WithWorkflow("Order").Write("Prices.cs", Prices(price: 1));
        project.Build().Succeeds();
        var times = project.Times();
        var assembly = File.ReadAllBytes(project.Assembly);

        project.Write("Prices.cs", Prices(price: 2)).Build("--no-restore -v:detailed").Succeeds().Says(Skipped);
        Assert.NotEqual(assembly, File.ReadAllBytes(project.Assembly));
        Assert.Equal(times, project.Times());

        // The body of a state is in the definition, which is an attribute.
        project.WithWorkflow("Order", greeting: "Goodbye").Build("--no-restore -v:detailed").Succeeds().DoesNotSay(Skipped);
        Assert.Contains("Goodbye", Definition(project), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_reference_assembly_the_assembly_counts_and_a_reference_assembly_of_before_does_not()
    {
        var project = new ConsumerProject(package, "no-reference").WithWorkflow("Order");
        project.Build().Succeeds();

        project.WithWorkflow("Order", greeting: "Goodbye").Build("--no-restore -p:ProduceReferenceAssembly=false").Succeeds();
        Assert.Contains("Goodbye", Definition(project), StringComparison.Ordinal);
        project.Build("--no-restore -p:ProduceReferenceAssembly=false -v:detailed").Succeeds().Says(Skipped);

        project.WithWorkflow("Order").Build("--no-restore").Succeeds();
        Assert.Contains("Hello", Definition(project), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_target_frameworks_emit_each_for_itself()
    {
        var project = new ConsumerProject(package, "multi", framework: "net8.0;net10.0").WithWorkflow("Order");

        project.Build().Succeeds();

        foreach (var framework in (string[])["net8.0", "net10.0"])
        {
            Assert.Equal(ConsumerProject.FilesOf("order"), ConsumerProject.FilesIn(Path.Combine(project.Folder, "bin", "Debug", framework, "workflows")));
        }
    }

    [Fact]
    public void A_design_time_build_writes_nothing_and_succeeds()
    {
        var project = new ConsumerProject(package, "design").WithWorkflow("Order");
        project.Run("restore").Succeeds();

        project.Run("msbuild -t:Compile;GetCopyToOutputDirectoryItems -p:DesignTimeBuild=true -p:BuildingProject=false -p:BuildingInsideVisualStudio=true "
            + "-p:SkipCompilerExecution=true -p:ProvideCommandLineArgs=true -p:ContinueOnError=ErrorAndContinue").Succeeds();

        Assert.False(Directory.Exists(project.Intermediate));
        Assert.False(Directory.Exists(project.Output));
    }

    [Fact]
    public void Nothing_is_written_where_that_is_switched_off()
    {
        var project = new ConsumerProject(package, "off", properties: "<StepwiseEmitArtifacts>false</StepwiseEmitArtifacts>").WithWorkflow("Order");

        project.Build().Succeeds();

        Assert.False(Directory.Exists(project.Intermediate));
        Assert.False(Directory.Exists(project.Output));
    }

    private static string Definition(ConsumerProject project) => File.ReadAllText(Path.Combine(project.Output, "order/order.asl.json"));

    private static string Prices(int price) => $"internal static class Prices {{ public static int Price() => {price}; }}\n";
}
