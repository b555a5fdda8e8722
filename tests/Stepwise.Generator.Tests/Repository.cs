namespace Stepwise.Generator.Tests;

/// <summary>Files of the repository and of the folder of shared data beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string? SharedReference { get; } = FindShared("reference");

    public static string Read(params string[] parts) => File.ReadAllText(Path.Combine([Root, .. parts])).ReplaceLineEndings("\n");

    private static string FindRoot()
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

    private static string? FindShared(string name)
    {
        for (var folder = new DirectoryInfo(Root).Parent; folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", name);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}

/// <summary>A test that compares with shared data, and is skipped where that is absent.</summary>
public sealed class SharedReferenceFactAttribute : FactAttribute
{
    public SharedReferenceFactAttribute()
    {
        if (Repository.SharedReference is null)
        {
            Skip = "The folder shared/reference beside the repository is absent.";
        }
    }
}
