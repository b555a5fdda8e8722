namespace Stepwise.Consumer.Tests;

/// <summary>The package with the build task in native code beside the portable one.</summary>
[Collection(StepwisePackageGroup.Name)]
public sealed class PrecompiledTaskTests(StepwisePackage package)
{
    [PrecompilerFact]
    public void A_build_runs_the_precompiled_task_where_the_package_has_one_and_writes_the_same_files()
    {
        var version = $"{package.Version}.precompiled";
        Dotnet.Run(package.Clone, $"pack src/Stepwise -c Release -o \"{package.Feed}\" -p:Version={version} -p:StepwiseTaskRuntimes={StepwisePackage.Runtime}").Succeeds();
        Assert.True(package.HasNativeCode($"Stepwise.{version}.nupkg", $"tasks/netstandard2.0/{StepwisePackage.Runtime}/Stepwise.Build.dll"));
        Assert.False(package.HasNativeCode($"Stepwise.{version}.nupkg", "tasks/netstandard2.0/Stepwise.Build.dll"));

        var project = Consumer(package.Version);
        Assert.Equal("tasks/netstandard2.0/Stepwise.Build.dll", UsedTask(project));
        var portable = Contents(project);
        Assert.Equal(ConsumerProject.FilesOf("order"), portable.Keys.Order(StringComparer.Ordinal));

        // The same project with the other package: nothing but the path of the task changes, and the task is older than the files.
        project = Consumer(version);
        Assert.Equal($"tasks/netstandard2.0/{StepwisePackage.Runtime}/Stepwise.Build.dll", UsedTask(project));
        Assert.Equal(portable, Contents(project));

        // Everything is rendered by native code.
        Directory.Delete(project.Intermediate, recursive: true);
        Assert.Equal($"tasks/netstandard2.0/{StepwisePackage.Runtime}/Stepwise.Build.dll", UsedTask(project));
        Assert.Equal(portable, Contents(project));
    }

    /// <summary>The packages go to a folder of their own, because the cache is cleaned of one version only.</summary>
    private ConsumerProject Consumer(string version) => new ConsumerProject(
        package,
        "precompiled",
        properties: "<RestorePackagesPath>../packages</RestorePackagesPath>",
        items: $"""<PackageReference Include="Stepwise" Version="{version}" />""").WithWorkflow("Order");

    /// <summary>Builds, and returns the assembly from which the task came, below the package's folder.</summary>
    private static string UsedTask(ConsumerProject project)
    {
        var result = project.Build("-v:detailed").Succeeds();
        var line = Assert.Single(result.Output.Split('\n').Where(line => line.Contains("Using \"EmitWorkflowArtifacts\" task from assembly", StringComparison.Ordinal)).Distinct());
        var file = line.Split('"')[3].Replace('\\', '/');
        return file[file.IndexOf("tasks/", StringComparison.Ordinal)..];
    }

    private static Dictionary<string, string> Contents(ConsumerProject project) =>
        ConsumerProject.FilesIn(project.Output).ToDictionary(file => file, file => File.ReadAllText(Path.Combine(project.Output, file)), StringComparer.Ordinal);
}
