using System.Globalization;
using Stepwise.Benchmarks.Projects;

namespace Stepwise.Benchmarks.Builds;

/// <summary>A project outside the repository with one workflow of 17 states, which references packages from a folder of its own.</summary>
internal sealed class ConsumerBuild
{
    private const string Package = "Stepwise.";

    private readonly string _folder;
    private int _revision;

    /// <param name="name">The name in the table, and of the folder.</param>
    /// <param name="root">The folder of all consumers.</param>
    /// <param name="feed">The folder with one version of the package Stepwise and of what it depends on.</param>
    /// <param name="emits">Whether the build writes the workflow's files.</param>
    public ConsumerBuild(string name, string root, string feed, bool emits)
    {
        Name = name;
        _folder = Directory.CreateDirectory(Path.Combine(root, name, "Shop")).FullName;
        var versions = Directory.GetFiles(feed, "*.nupkg").Select(Path.GetFileNameWithoutExtension).Where(static name => name!.StartsWith(Package, StringComparison.Ordinal) && char.IsAsciiDigit(name[Package.Length]));
        var version = versions.Single()![Package.Length..];

        // Neither the settings of a folder above nor the cache of packages take part, so that a version that is packed again is never an old one.
        Write("NuGet.config", $"""<configuration><packageSources><clear /><add key="feed" value="{Path.GetFullPath(feed)}" /></packageSources></configuration>""");
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("Shop.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <NuGetAudit>false</NuGetAudit>
                <RestorePackagesPath>../packages</RestorePackagesPath>
                <StepwiseEmitArtifacts>{(emits ? "true" : "false")}</StepwiseEmitArtifacts>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Stepwise" Version="{version}" />
              </ItemGroup>
            </Project>
            """);
        Write("Contracts.cs", WorkflowSource.Contracts.Fill(0));
        foreach (var edit in Enum.GetValues<BuildEdit>())
        {
            Change(edit);
        }
    }

    public string Name { get; }

    public void Change(BuildEdit edit)
    {
        _revision++;
        switch (edit)
        {
            case BuildEdit.Body:
                Write("Body.cs", string.Create(CultureInfo.InvariantCulture, $"public static class Body {{ public static int Revision() => {_revision}; }}\n"));
                break;
            case BuildEdit.Declaration:
                Write("Declaration.cs", string.Create(CultureInfo.InvariantCulture, $"public static class Declaration {{ public const int Revision = {_revision}; }}\n"));
                break;
            case BuildEdit.Workflow:
                Write("Workflow.cs", WorkflowSource.Workflow.Fill(0, body: _revision));
                break;
        }
    }

    public void Restore() => Dotnet.Run(_folder, "restore --nologo");

    /// <summary>Builds, and returns the elapsed time and the processor time in seconds.</summary>
    public (double Elapsed, double Processor) Build() => Dotnet.Run(_folder, "build --no-restore --nologo -v quiet");

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
