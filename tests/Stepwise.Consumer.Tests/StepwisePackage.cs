using System.IO.Compression;
using System.Reflection;
using System.Reflection.PortableExecutable;

namespace Stepwise.Consumer.Tests;

/// <summary>The packages, made once for all tests, under a version that no cache has.</summary>
public sealed class StepwisePackage : IDisposable
{
    private static readonly string[] _ids = ["Stepwise", "Stepwise.Abstractions", "Stepwise.Local", "Stepwise.StatesLanguage", "Stepwise.Jsonata", "Stepwise.Json"];

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
            CopySources();
            // Stepwise packs Stepwise.Abstractions too.
            foreach (var id in _ids.Where(id => id != "Stepwise.Abstractions"))
            {
                Dotnet.Run(Clone, $"pack src/{id} -c Release -o \"{Feed}\" -p:Version={Version}").Succeeds();
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    /// <summary>The portable runtime identifier of the SDK, such as <c>linux-x64</c>: native code is chosen by it. <c>RuntimeInformation.RuntimeIdentifier</c> can name the distribution instead.</summary>
    public static string Runtime { get; } = Metadata("RuntimeIdentifier");

    /// <summary>The folder to which NuGet restores packages.</summary>
    public static string Cache { get; } = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public string Root { get; }

    public string Version { get; }

    public string Feed { get; }

    /// <summary>What a fresh clone of the repository holds, as far as it matters. A build of the repository at the same time is not disturbed.
    /// The path has a folder named <c>src</c> above the repository, spaces, a letter outside ASCII and a <c>#</c>: none of them may matter.</summary>
    public string Clone => Path.Combine(Root, CloneFolder);

    /// <summary>The clone's path below <see cref="Root"/>.</summary>
    public static string CloneFolder { get; } = Path.Combine("src", "x y ü#");

    /// <summary>The file of the package with this id.</summary>
    public string FileOf(string id) => Path.Combine(Feed, $"{id}.{Version}.nupkg");

    /// <summary>Whether an assembly in a package of <see cref="Feed"/> has native code beside its IL.</summary>
    /// <param name="file">The package's file.</param>
    /// <param name="assembly">The assembly's path in the package, or its file name where the package has only one of that name.</param>
    public bool HasNativeCode(string file, string assembly)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Feed, file));
        using var image = new MemoryStream();
        using (var entry = archive.Entries.Single(entry => entry.FullName == assembly || entry.Name == assembly).Open())
        {
            entry.CopyTo(image);
        }

        image.Position = 0;
        using var portable = new PEReader(image);
        return portable.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    public void Dispose()
    {
        string[] others = ["Shop.Workflows", "Stepwise.Cli", "Stepwise.Cli.any", $"Stepwise.Cli.{Runtime}"];
        foreach (var folder in _ids.Concat(others).Select(id => Path.Combine(Cache, id.ToLowerInvariant(), Version)).Append(Root))
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

    private static string Metadata(string key) => typeof(StepwisePackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    private void CopySources()
    {
        string[] folders = ["src", "samples"];
        var sources = folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryRoot, folder), "*", SearchOption.AllDirectories))
            .Where(file => !Path.GetRelativePath(RepositoryRoot, file).Split(Path.DirectorySeparatorChar).Any(segment => segment is "bin" or "obj"));
        string[] settings = ["Directory.Build.props", "Directory.Packages.props", "NuGet.config", "global.json", ".editorconfig", "NOTICE", "packages-local/.gitkeep"];
        foreach (var file in sources.Concat(settings.Select(name => Path.Combine(RepositoryRoot, name))))
        {
            var copy = Path.Combine(Clone, Path.GetRelativePath(RepositoryRoot, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }
    }

    private void Write(string name, string text) => System.IO.File.WriteAllText(Path.Combine(Root, name), text);
}
