using Stepwise.Json;

namespace Stepwise.Conformance.Jsonata;

/// <summary>Reads a folder that is laid out like the official JSONata suite: <c>groups/</c>, <c>datasets/</c>, and perhaps the list of cases that the version implemented does not pass.</summary>
internal sealed class JsonataSuite
{
    private static readonly JsonReadOptions _reading = new() { DuplicateNames = DuplicateNames.Keep };

    private readonly string _folder;
    private readonly Dictionary<string, JsonValue> _datasets = new(StringComparer.Ordinal);

    private JsonataSuite(string folder) => _folder = folder;

    public required IReadOnlyList<JsonataCase> Cases { get; init; }

    /// <summary>The ids of cases that JSONata 2.0.6 itself does not pass.</summary>
    public required IReadOnlySet<string> Differing { get; init; }

    /// <summary>Reads a folder. A case that is not laid out as the suite's are has a <see cref="JsonataCase.Problem"/>.</summary>
    public static JsonataSuite Read(string folder)
    {
        var reader = new JsonataSuite(folder) { Cases = [], Differing = new HashSet<string>() };
        return new(folder) { Cases = [.. reader.ReadCases()], Differing = ReadDiffering(folder) };
    }

    private IEnumerable<JsonataCase> ReadCases()
    {
        foreach (var group in Directory.EnumerateDirectories(Path.Combine(_folder, "groups")).Order(StringComparer.Ordinal))
        {
            foreach (var file in Directory.EnumerateFiles(group, "*.json").Order(StringComparer.Ordinal))
            {
                var name = Path.GetFileName(group);
                if (!JsonValue.TryParse(File.ReadAllText(file), _reading, out var content, out var error))
                {
                    yield return Broken(name, $"{name}/{Path.GetFileName(file)}#0", error.Message);
                    continue;
                }

                var cases = content is JsonArray several ? several : JsonArray.Create(content);
                for (var i = 0; i < cases.Count; i++)
                {
                    yield return ReadCase(name, file, i, cases[i]);
                }
            }
        }
    }

    private JsonataCase ReadCase(string group, string file, int index, JsonValue content)
    {
        var id = FormattableString.Invariant($"{group}/{Path.GetFileName(file)}#{index}");
        try
        {
            return ReadCase(group, id, Path.GetDirectoryName(file)!, content as JsonObject ?? throw new InvalidDataException("The case is not an object."));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or JsonSyntaxException)
        {
            return Broken(group, id, exception.Message);
        }
    }

    private static JsonataCase Broken(string group, string id, string problem) => new(id, group, "", null, JsonObject.Empty) { Problem = problem };

    private JsonataCase ReadCase(string group, string id, string folder, JsonObject @case)
    {
        var expression = (@case["expr"] as JsonString)?.Value
            ?? (@case["expr-file"] is JsonString name ? File.ReadAllText(Path.Combine(folder, name.Value)) : throw new InvalidDataException("The case has no expression."));
        return new(id, group, expression, ReadInput(@case), @case["bindings"] as JsonObject ?? JsonObject.Empty)
        {
            Result = @case["result"],
            Error = ReadError(@case),
            IsUnordered = @case["unordered"] == JsonBoolean.True,
            TimeLimit = @case["timelimit"] is JsonNumber milliseconds ? TimeSpan.FromMilliseconds(milliseconds.ToDouble()) : null,
            Depth = @case["depth"] is JsonNumber depth ? (int)depth.ToDouble() : null,
        };
    }

    private JsonValue? ReadInput(JsonObject @case)
    {
        if (@case["data"] is { } data)
        {
            return data;
        }

        if (@case["dataset"] is not JsonString { Value: var name })
        {
            return null;
        }

        if (!_datasets.TryGetValue(name, out var dataset))
        {
            var file = Path.Combine(_folder, "datasets", name + ".json");
            _datasets[name] = dataset = File.Exists(file) ? Parse(file) : throw new InvalidDataException($"There is no dataset '{name}'.");
        }

        return dataset;
    }

    private static JsonObject? ReadError(JsonObject @case)
    {
        if (@case["error"] is JsonObject error)
        {
            return error;
        }

        if (@case["code"] is { } code)
        {
            return new JsonObject.Builder().Add("code", code).AddIfNotNull("token", @case["token"]).ToObject();
        }

        return @case["result"] is not null || @case["undefinedResult"] is not null ? null : throw new InvalidDataException("The case says neither what its result is nor what its error is.");
    }

    private static HashSet<string> ReadDiffering(string folder)
    {
        var file = Path.Combine(folder, "differs-in-2.0.6.json");
        return File.Exists(file) && Parse(file) is JsonObject list && list["fails"] is JsonArray fails
            ? fails.OfType<JsonObject>().Select(fail => fail["id"]).OfType<JsonString>().Select(id => id.Value).ToHashSet(StringComparer.Ordinal)
            : [];
    }

    private static JsonValue Parse(string file) => JsonValue.Parse(File.ReadAllText(file), _reading);
}
