using System.Reflection;

namespace Stepwise.Consumer.Tests;

/// <summary>The package, made once for all tests, under a version that nobody has in a cache.</summary>
public sealed class StepwisePackage : IDisposable
{
    public StepwisePackage()
    {
        Root = Directory.CreateTempSubdirectory("stepwise-consumer-").FullName;
        Version = $"0.1.0-test.{Guid.NewGuid().ToString("N")[..12]}";
        Feed = Path.Combine(Root, "feed");

        // Neither the repository's settings nor those of a folder above reach the projects; the default source stays.
        Directory.CreateDirectory(Feed);
        Write("NuGet.config", $"""<configuration><packageSources><add key="stepwise-test" value="{Feed}" /></packageSources></configuration>""");
        Write("Directory.Build.props", "<Project><PropertyGroup><NuGetAudit>false</NuGetAudit><UseAppHost>false</UseAppHost></PropertyGroup></Project>");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");

        try
        {
            // Its own artifacts folder, so that a build of the repository at the same time is not disturbed.
            Dotnet.Run(RepositoryRoot, $"pack src/Stepwise -c Release -o \"{Feed}\" -p:Version={Version} --artifacts-path \"{Path.Combine(Root, "artifacts")}\"").Succeeds();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public static string RepositoryRoot { get; } =
        typeof(StepwisePackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public string Root { get; }

    public string Version { get; }

    public string Feed { get; }

    public string File => Path.Combine(Feed, $"Stepwise.{Version}.nupkg");

    public void Dispose()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var folder in (string[])[Path.Combine(packages, "stepwise", Version), Path.Combine(packages, "shop.workflows", Version), Root])
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Left to the system's temporary folder: a compiler server may still hold a file.
            }
        }
    }

    private void Write(string name, string text) => System.IO.File.WriteAllText(Path.Combine(Root, name), text);
}
