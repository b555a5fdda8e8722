using System.Text;
using Stepwise.Json;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Stepwise.Benchmarks.Json;

/// <summary>Texts of one size. A benchmark reads or writes them all, one after the other.</summary>
internal sealed record JsonCorpus(string Name, IReadOnlyList<string> Texts)
{
    private const int Small = 4096;
    private const int Medium = 65_536;

    public int Characters { get; } = Texts.Sum(static text => text.Length);

    /// <summary>A definition of 2000 states, and the conformance files where they are.</summary>
    public static IReadOnlyList<JsonCorpus> All { get; } = Read();

    private static List<JsonCorpus> Read()
    {
        var all = new List<JsonCorpus>();
        if (ConformanceFolder() is { } folder)
        {
            var texts = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(static file => File.ReadAllText(file, Encoding.UTF8))
                .Where(IsReadByBoth)
                .ToLookup(static text => text.Length < Small ? "small" : text.Length < Medium ? "medium" : "large");
            all.AddRange(new[] { "small", "medium", "large" }.Where(texts.Contains).Select(size => new JsonCorpus(size, [.. texts[size]])));
        }

        all.Add(new("definition", [LargeDefinition.Text(states: 2000)]));
        return all;
    }

    /// <summary>Returns the folder that STEPWISE_CONFORMANCE names. If it is not set, returns the folder <c>shared/conformance</c> beside the repository, or null if that does not exist.</summary>
    private static string? ConformanceFolder()
    {
        if (Environment.GetEnvironmentVariable("STEPWISE_CONFORMANCE") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : throw new DirectoryNotFoundException($"STEPWISE_CONFORMANCE names '{named}', which is no folder.");
        }

        var shared = Path.Combine(Repository.Root, "..", "shared", "conformance");
        return Directory.Exists(shared) ? shared : null;
    }

    private static bool IsReadByBoth(string text)
    {
        try
        {
            // A node refuses names that occur twice, and halves of surrogate pairs, when it is written. Null has no node.
            return JsonNode.Parse(text)?.ToJsonString() is not null && JsonValue.TryParse(text, out _, out _);
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
