using System.Diagnostics;

namespace Stepwise.Cli.Tests;

/// <summary>The tool as its users get it: packed, installed from the package alone, and run by its command.</summary>
public sealed class PackedToolTests : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);

    private readonly string _folder = Directory.CreateTempSubdirectory("stepwise-tool-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_packed_tool_is_installed_and_validates()
    {
        // What these tests run on is built already, for one framework; that the other is missing in the package is a warning.
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        await Run(RepositoryRoot(), 0, "pack", "src/Stepwise.Cli", "--no-build", "--no-restore", "--nologo", "-c", output.Parent!.Name, "-p:StepwiseToolFrameworks=" + output.Name, "-p:TreatWarningsAsErrors=false", "-o", Path.Combine(_folder, "feed"));
        var package = Assert.Single(Directory.GetFiles(Path.Combine(_folder, "feed"), "Stepwise.Cli.*.nupkg"));
        var version = Path.GetFileNameWithoutExtension(package)["Stepwise.Cli.".Length..];

        Write("NuGet.config", """
            <configuration>
              <packageSources><clear /><add key="packed" value="feed" /></packageSources>
            </configuration>
            """);
        Directory.CreateDirectory(Path.Combine(_folder, ".config"));
        Write(".config/dotnet-tools.json", """{ "version": 1, "isRoot": true, "tools": {} }""");
        await Run(_folder, 0, "tool", "install", "Stepwise.Cli", "--version", version);

        Write("good.asl.json", """{ "StartAt": "Done", "States": { "Done": { "Type": "Succeed" } } }""");
        Write("bad.asl.json", """{ "StartAt": "Done", "States": { "Done": { "Type": "Pass", "Next": "Gone" } } }""");
        Assert.Contains("1 file, 0 errors", await Run(_folder, 0, "stepwise", "validate", "good.asl.json"), StringComparison.Ordinal);
        Assert.Contains("error MISSING_TRANSITION_TARGET", await Run(_folder, 1, "stepwise", "validate", "bad.asl.json"), StringComparison.Ordinal);
    }

    private async Task<string> Run(string folder, int expected, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };

        // No package that lies in a cache may stand in for the packed one, and no server of another build may keep its settings.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        if (folder == _folder)
        {
            start.Environment["NUGET_PACKAGES"] = Path.Combine(_folder, "packages");
            start.Environment["DOTNET_CLI_HOME"] = Path.Combine(_folder, "home");
        }

        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) && name != "MSBUILDDISABLENODEREUSE").ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(_patience);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        var text = await output + await error;
        Assert.True(process.ExitCode == expected, "dotnet " + string.Join(" ", arguments) + " ended with " + process.ExitCode + ":\n" + text);
        return text;
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Campaign.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run from within the repository.");
    }
}
