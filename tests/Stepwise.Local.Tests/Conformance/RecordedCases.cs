namespace Stepwise.Local.Tests.Conformance;

/// <summary>Where the behaviour recorded on AWS is, which is not part of the repository: in STEPWISE_CONFORMANCE, or in <c>shared/conformance</c> beside the repository.</summary>
internal static class RecordedCases
{
    /// <summary>A folder of cases; null where it is absent.</summary>
    public static string? Folder(string name)
    {
        if (Environment.GetEnvironmentVariable("STEPWISE_CONFORMANCE") is { } given)
        {
            return Existing(Path.Combine(given, name));
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Existing(Path.Combine(folder.FullName, "shared", "conformance", name)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Existing(string folder) => Directory.Exists(folder) ? folder : null;
}
