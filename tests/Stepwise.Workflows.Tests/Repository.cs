using System.Reflection;

namespace Stepwise.Workflows.Tests;

/// <summary>Files of the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static item => item.Key == "RepositoryRoot").Value!;

    public static string Read(params string[] parts) => File.ReadAllText(Path.Combine([Root, .. parts])).ReplaceLineEndings("\n");
}
