using System.IO.Compression;
using System.Xml.Linq;

namespace Stepwise.Consumer.Tests;

[Collection(StepwisePackageGroup.Name)]
public sealed class PackageTests(StepwisePackage package)
{
    [Fact]
    public void The_package_holds_these_entries_and_no_other()
    {
        using var archive = ZipFile.OpenRead(package.File);

        var entries = archive.Entries.Select(entry => entry.FullName).Where(name => !name.StartsWith("package/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "README.md",
                "Stepwise.nuspec",
                "[Content_Types].xml",
                "_rels/.rels",
                "analyzers/dotnet/roslyn4.14/cs/Stepwise.CodeFixes.dll",
                "analyzers/dotnet/roslyn4.14/cs/Stepwise.Generator.dll",
                "build/Stepwise.props",
                "build/Stepwise.targets",
                "buildTransitive/Stepwise.props",
                "buildTransitive/Stepwise.targets",
                "lib/net8.0/Stepwise.dll",
                "lib/net8.0/Stepwise.xml",
                "tasks/netstandard2.0/Stepwise.Build.dll",
            ],
            entries);
    }

    [Fact]
    public void The_targets_ask_for_the_compiler_that_the_slot_names()
    {
        using var archive = ZipFile.OpenRead(package.File);

        var slot = Assert.Single(archive.Entries.Where(entry => entry.FullName.StartsWith("analyzers/", StringComparison.Ordinal)).Select(entry => entry.FullName.Split('/')[2]).Distinct());
        using var targets = archive.GetEntry("build/Stepwise.targets")!.Open();
        var floor = XDocument.Load(targets).Descendants("StepwiseMinimumRoslynVersion").Single().Value;

        Assert.Equal(slot, "roslyn" + floor);
    }

    [Fact]
    public void The_package_depends_on_nothing_and_says_its_licence()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var nuspec = archive.GetEntry("Stepwise.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        var space = metadata.Name.Namespace;

        var group = Assert.Single(metadata.Element(space + "dependencies")!.Elements());
        Assert.Equal("net8.0", group.Attribute("targetFramework")!.Value);
        Assert.Empty(group.Elements());
        Assert.Equal("Stepwise", metadata.Element(space + "id")!.Value);
        Assert.Equal("Apache-2.0", metadata.Element(space + "license")!.Value);
        Assert.Equal("README.md", metadata.Element(space + "readme")!.Value);
        Assert.Null(metadata.Element(space + "developmentDependency"));
    }
}
