namespace Stepwise.Workflows.Tests;

/// <summary>Tests that compare with shared data, and are skipped where that is absent.</summary>
public sealed class SharedReferenceTheoryAttribute : TheoryAttribute
{
    public SharedReferenceTheoryAttribute()
    {
        if (Folder is null)
        {
            Skip = "The folder shared/reference beside the repository is absent.";
        }
    }

    /// <summary>The folder <c>reference</c> beside the recorded cases, or in <c>shared</c> beside the repository; null where neither is.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("STEPWISE_CONFORMANCE") is { Length: > 0 } cases && Path.Combine(cases, "..", "reference") is var named && Directory.Exists(named))
        {
            return named;
        }

        for (var folder = new DirectoryInfo(Repository.Root).Parent; folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "shared", "reference") is var candidate && Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
