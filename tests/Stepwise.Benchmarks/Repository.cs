using System.Reflection;

namespace Stepwise.Benchmarks;

/// <summary>What the build knows about the repository and about the SDK.</summary>
internal static class Repository
{
    public static string Root { get; } = Find("RepositoryRoot");

    /// <summary>The portable runtime identifier of the SDK, such as <c>linux-x64</c>. The package's targets choose the precompiled build task by it. <c>RuntimeInformation.RuntimeIdentifier</c> can name the distribution instead.</summary>
    public static string Runtime { get; } = Find("RuntimeIdentifier");

    private static string Find(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
}
