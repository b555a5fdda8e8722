namespace Stepwise.StatesLanguage.Tests;

/// <summary>Finds the recorded cases, which are not part of the repository: in STEPWISE_CONFORMANCE, or in <c>shared/conformance</c> beside the repository.</summary>
internal static class SharedCases
{
    public static string? Conformance { get; } = Find("conformance", Environment.GetEnvironmentVariable("STEPWISE_CONFORMANCE"));

    public static string? Reference { get; } = Find("reference", Environment.GetEnvironmentVariable("STEPWISE_CONFORMANCE") is { } folder ? Path.Combine(folder, "..", "reference") : null);

    private static string? Find(string name, string? given)
    {
        if (given is not null && Directory.Exists(given))
        {
            return given;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
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
