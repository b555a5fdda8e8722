using System.IO.Compression;

namespace Stepwise.Consumer.Tests;

[Collection(StepwisePackageGroup.Name)]
public sealed class DeliveryTests(StepwisePackage package)
{
    [Fact]
    public void Publish_contains_the_files_also_without_a_build()
    {
        var project = new ConsumerProject(package, "publish", properties: "<OutputType>Exe</OutputType>").WithMain().WithWorkflow("Order");

        project.Run("publish -c Debug -o first").Succeeds();
        project.Run("publish -c Debug -o second --no-build").Succeeds();

        Assert.Equal(ConsumerProject.FilesOf("order"), ConsumerProject.FilesIn(Path.Combine(project.Folder, "first", "workflows")));
        Assert.Equal(ConsumerProject.FilesOf("order"), ConsumerProject.FilesIn(Path.Combine(project.Folder, "second", "workflows")));
    }

    [Fact]
    public void A_package_carries_the_files_to_the_output_of_who_references_it()
    {
        var library = new ConsumerProject(
            package, "pack", name: "Shop.Workflows", framework: "net8.0;net10.0", properties: $"<Version>{package.Version}</Version><Authors>Shop</Authors><Description>Workflows.</Description>").WithWorkflow("Order");

        library.Run($"pack -c Debug -o \"{package.Feed}\"").Succeeds();
        var packed = PackedFiles();
        library.Run($"pack -c Debug -o \"{package.Feed}\" --no-build").Succeeds();
        Assert.Equal(packed, PackedFiles());

        string[] expected = [.. ConsumerProject.FilesOf("order").Select(file => "contentFiles/any/net10.0/workflows/" + file), .. ConsumerProject.FilesOf("order").Select(file => "contentFiles/any/net8.0/workflows/" + file)];
        Assert.Equal(expected, packed);

        var application = new ConsumerProject(
            package, "pack", name: "Application", properties: "<OutputType>Exe</OutputType>", items: $"""<PackageReference Include="Shop.Workflows" Version="{package.Version}" />""").WithMain();
        application.Build().Succeeds();
        Assert.Equal(ConsumerProject.FilesOf("order"), ConsumerProject.FilesIn(application.Output));

        string[] PackedFiles()
        {
            using var archive = ZipFile.OpenRead(Path.Combine(package.Feed, $"Shop.Workflows.{package.Version}.nupkg"));
            return [.. archive.Entries.Select(entry => entry.FullName).Where(name => name.Contains("workflows/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        }
    }

    [Fact]
    public void Projects_that_reference_one_with_workflows_get_its_files_however_far_away()
    {
        var workflows = new ConsumerProject(package, "chain", name: "Workflows").WithWorkflow("Order").WithWorkflow("Refund");
        _ = new ConsumerProject(package, "chain", name: "Middle", items: """<ProjectReference Include="../Workflows/Workflows.csproj" />""");
        var application = new ConsumerProject(
            package, "chain", name: "Application", properties: "<OutputType>Exe</OutputType>", items: """<ProjectReference Include="../Middle/Middle.csproj" />""").WithMain();

        application.Build().Succeeds();
        Assert.Equal([.. ConsumerProject.FilesOf("order"), .. ConsumerProject.FilesOf("refund")], ConsumerProject.FilesIn(application.Output));

        workflows.Delete("Refund.cs");
        application.Build("--no-restore -graph").Succeeds();
        Assert.Equal(ConsumerProject.FilesOf("order"), ConsumerProject.FilesIn(application.Output));

        Directory.Delete(application.Output, recursive: true);
        application.Build("--no-restore --no-dependencies").Succeeds();
        Assert.Equal(ConsumerProject.FilesOf("order"), ConsumerProject.FilesIn(application.Output));

        application.Run("publish -c Debug -o out --no-build").Succeeds();
        Assert.Equal(ConsumerProject.FilesOf("order"), ConsumerProject.FilesIn(Path.Combine(application.Folder, "out", "workflows")));
    }

    [Fact]
    public void A_checked_in_copy_is_written_and_verified()
    {
        var project = new ConsumerProject(package, "checked-in", properties: "<StepwiseOutputDirectory>deploy</StepwiseOutputDirectory>").WithWorkflow("Order");
        var copy = Path.Combine(project.Folder, "deploy");

        project.Build().Succeeds();
        Assert.Equal(ConsumerProject.FilesOf("order"), ConsumerProject.FilesIn(copy));
        project.Build("--no-restore -p:StepwiseVerify=true").Succeeds();

        File.AppendAllText(Path.Combine(copy, "order", "order.asl.json"), " ");
        project.Build("--no-restore -p:StepwiseVerify=true").FailsWith("ASL594").Says("order.asl.json").Says("StepwiseVerify=false");

        project.Build("--no-restore").Succeeds();
        project.Build("--no-restore -p:StepwiseVerify=true").Succeeds();
        project.Run("clean").Succeeds();
        Assert.Equal(ConsumerProject.FilesOf("order"), ConsumerProject.FilesIn(copy));
    }
}
