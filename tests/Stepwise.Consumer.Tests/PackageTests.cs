using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Stepwise.Consumer.Tests;

[Collection(StepwisePackageGroup.Name)]
public sealed class PackageTests(StepwisePackage package)
{
    [Fact]
    public void The_package_Stepwise_has_the_generator_the_code_fixes_and_the_build_and_no_library()
    {
        Assert.Equal(
            [
                "NOTICE",
                "README.md",
                "analyzers/dotnet/roslyn4.14/cs/Stepwise.CodeFixes.dll",
                "analyzers/dotnet/roslyn4.14/cs/Stepwise.Generator.dll",
                "build/Stepwise.props",
                "build/Stepwise.targets",
                "buildTransitive/Stepwise.props",
                "buildTransitive/Stepwise.targets",
                "lib/net8.0/_._",
                "tasks/netstandard2.0/Stepwise.Build.dll",
            ],
            EntriesOf("Stepwise"));
    }

    [Theory]
    [InlineData("Stepwise.Abstractions")]
    [InlineData("Stepwise.Local")]
    public void A_package_for_programs_is_a_library_and_nothing_else(string id)
    {
        Assert.Equal(["README.md", $"lib/net8.0/{id}.dll", $"lib/net8.0/{id}.xml"], EntriesOf(id));
    }

    [Fact]
    public void The_targets_ask_for_the_compiler_that_the_slot_names()
    {
        using var archive = ZipFile.OpenRead(package.FileOf("Stepwise"));

        var slot = Assert.Single(archive.Entries.Where(entry => entry.FullName.StartsWith("analyzers/", StringComparison.Ordinal)).Select(entry => entry.FullName.Split('/')[2]).Distinct());
        using var targets = archive.GetEntry("build/Stepwise.targets")!.Open();
        var floor = XDocument.Load(targets).Descendants("StepwiseMinimumRoslynVersion").Single().Value;

        Assert.Equal(slot, "roslyn" + floor);
    }

    [Theory]
    [InlineData("Stepwise", "Stepwise.Abstractions")]
    [InlineData("Stepwise.Abstractions", "")]
    [InlineData("Stepwise.Local", "Stepwise.Abstractions Stepwise.StatesLanguage")]
    public void A_package_says_what_it_depends_on_and_its_licence(string id, string dependencies)
    {
        using var archive = ZipFile.OpenRead(package.FileOf(id));
        using var nuspec = archive.GetEntry($"{id}.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        var space = metadata.Name.Namespace;

        var group = Assert.Single(metadata.Element(space + "dependencies")!.Elements());
        Assert.Equal("net8.0", group.Attribute("targetFramework")!.Value);
        Assert.Equal(
            dependencies.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => $"{name} {package.Version}"),
            group.Elements().Select(dependency => $"{dependency.Attribute("id")!.Value} {dependency.Attribute("version")!.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(id, metadata.Element(space + "id")!.Value);
        Assert.Equal("Apache-2.0", metadata.Element(space + "license")!.Value);
        Assert.Equal("README.md", metadata.Element(space + "readme")!.Value);
        Assert.Null(metadata.Element(space + "developmentDependency"));
    }

    [Theory]
    [InlineData("analyzers/dotnet/roslyn4.14/cs/Stepwise.Generator.dll", "Microsoft.CodeAnalysis Microsoft.CodeAnalysis.CSharp")]
    [InlineData("analyzers/dotnet/roslyn4.14/cs/Stepwise.CodeFixes.dll", "Microsoft.CodeAnalysis Microsoft.CodeAnalysis.CSharp Microsoft.CodeAnalysis.CSharp.Workspaces Microsoft.CodeAnalysis.Workspaces System.Composition.AttributedModel")]
    [InlineData("tasks/netstandard2.0/Stepwise.Build.dll", "Microsoft.Build.Framework Microsoft.Build.Utilities.Core System.Reflection.Metadata")]
    public void What_loads_into_another_program_references_only_what_is_there(string path, string allowed)
    {
        // What netstandard2.0 code of any kind may come to reference; compiler and MSBuild both have it.
        string[] everywhere = ["netstandard", "System.Collections.Immutable", "System.Memory", "System.Buffers", "System.Runtime.CompilerServices.Unsafe", "System.Threading.Tasks.Extensions"];
        using var archive = ZipFile.OpenRead(package.FileOf("Stepwise"));
        using var image = new MemoryStream();
        using (var entry = archive.GetEntry(path)!.Open())
        {
            entry.CopyTo(image);
        }

        image.Position = 0;
        using var portable = new PEReader(image);
        var metadata = portable.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(reference => (Name: metadata.GetString(reference.Name), reference.Version)).ToArray();

        Assert.Empty(references.Select(reference => reference.Name).Except(everywhere).Except(allowed.Split(' ')));
        Assert.All(references.Where(reference => reference.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)), reference => Assert.Equal(new Version(4, 14, 0, 0), reference.Version));
        Assert.All(references.Where(reference => reference.Name == "System.Reflection.Metadata"), reference => Assert.Equal(new Version(8, 0, 0, 0), reference.Version));
    }

    /// <summary>The entries of a package, in order, without those that every package has.</summary>
    private IEnumerable<string> EntriesOf(string id)
    {
        using var archive = ZipFile.OpenRead(package.FileOf(id));
        return [.. archive.Entries.Select(entry => entry.FullName).Where(name => !name.StartsWith("package/", StringComparison.Ordinal)).Except([$"{id}.nuspec", "[Content_Types].xml", "_rels/.rels"]).Order(StringComparer.Ordinal)];
    }
}
