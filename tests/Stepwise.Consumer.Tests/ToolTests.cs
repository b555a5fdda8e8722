namespace Stepwise.Consumer.Tests;

/// <summary>The precompiled packages of the tool. Stepwise.Cli.Tests has the portable one.</summary>
[Collection(StepwisePackageGroup.Name)]
public sealed class ToolTests(StepwisePackage package)
{
    [PrecompilerFact]
    public void The_tool_with_native_code_is_packed_chosen_and_run()
    {
        var runtime = StepwisePackage.Runtime;
        Dotnet.Run(package.Clone, $"pack src/Stepwise.Cli -c Release -o \"{package.Feed}\" -p:Version={package.Version} -p:StepwiseToolRuntimes={runtime}%3Bany").Succeeds();

        Assert.True(HasNativeCode($"Stepwise.Cli.{runtime}", "Stepwise.Cli.dll"));
        Assert.True(HasNativeCode($"Stepwise.Cli.{runtime}", "Stepwise.StatesLanguage.dll"));
        Assert.False(HasNativeCode("Stepwise.Cli.any", "Stepwise.Cli.dll"));

        var folder = Directory.CreateDirectory(Path.Combine(package.Root, "tool")).FullName;
        File.WriteAllText(Path.Combine(folder, "good.asl.json"), """{ "StartAt": "Done", "States": { "Done": { "Type": "Succeed" } } }""");
        Dotnet.Run(folder, $"tool install Stepwise.Cli --version {package.Version} --create-manifest-if-needed").Succeeds();
        Dotnet.Run(folder, "stepwise validate good.asl.json").Succeeds().Says("1 file, 0 errors");
        Assert.True(Directory.Exists(Path.Combine(StepwisePackage.Cache, $"stepwise.cli.{runtime}", package.Version)));
        Assert.False(Directory.Exists(Path.Combine(StepwisePackage.Cache, "stepwise.cli.any", package.Version)));
    }

    private bool HasNativeCode(string id, string assembly) => package.HasNativeCode($"{id}.{package.Version}.nupkg", assembly);
}
