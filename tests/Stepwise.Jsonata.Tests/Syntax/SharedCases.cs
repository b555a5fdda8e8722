using Stepwise.Json;

namespace Stepwise.Jsonata.Tests.Syntax;

/// <summary>The expressions of JSONata's own cases, which are not part of the repository: in STEPWISE_CONFORMANCE, or in <c>shared/conformance</c> beside the repository.</summary>
internal static class SharedCases
{
    public static string? Folder { get; } = Find();

    /// <summary>Every expression with the code that it must fail with; null where it gives a value.</summary>
    public static IEnumerable<(string Case, string Expression, string? Code)> Expressions()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder!, "groups"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var content = JsonValue.Parse(File.ReadAllText(file));
            var number = 0;
            foreach (var item in content is JsonArray cases ? cases : (IEnumerable<JsonValue>)[content])
            {
                var one = (JsonObject)item;
                var expression = one["expr"] is JsonString text ? text.Value : File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, ((JsonString)one["expr-file"]!).Value));
                var code = one["code"] ?? (one["error"] as JsonObject)?["code"];
                yield return ($"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}#{number++}", expression, (code as JsonString)?.Value);
            }
        }
    }

    /// <summary>The cases in which 2.0.6 does something else.</summary>
    public static HashSet<string> Differing()
        => ((JsonArray)((JsonObject)JsonValue.Parse(File.ReadAllText(Path.Combine(Folder!, "differs-in-2.0.6.json"))))["fails"]!).Select(static item => ((JsonString)((JsonObject)item)["id"]!).Value).ToHashSet();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("STEPWISE_CONFORMANCE") is { } given && Directory.Exists(Path.Combine(given, "jsonata")))
        {
            return Path.Combine(given, "jsonata");
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "conformance", "jsonata");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
