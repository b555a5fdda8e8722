using Stepwise.Json;

namespace Stepwise.StatesLanguage.Tests.Evaluation;

/// <summary>An execution that was recorded on AWS. What is expected is kept apart from what the execution is made of.</summary>
internal sealed class RecordedCase
{
    private RecordedCase(string name, JsonObject content)
    {
        Name = name;
        Definition = (JsonObject)content["definition"]!;
        Input = content["input"] ?? JsonObject.Empty;
        IsExpress = content["type"] == "EXPRESS";
        TaskLog = content["taskLog"] is JsonArray log ? [.. log.OfType<JsonObject>()] : [];
        Expected = (JsonObject)content["expected"]!;
        Placeholders = content["placeholders"] is JsonArray names ? [.. names.OfType<JsonString>().Select(name => name.Value)] : [];
    }

    public string Name { get; }

    public JsonObject Definition { get; }

    public JsonValue Input { get; }

    public bool IsExpress { get; }

    /// <summary>What the tasks returned, in order.</summary>
    public IReadOnlyList<JsonObject> TaskLog { get; }

    public JsonObject Expected { get; }

    public IReadOnlyList<string> Placeholders { get; }

    public static IEnumerable<RecordedCase> ReadAll(string folder)
        => Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => (Name: Path.GetRelativePath(folder, file), Content: JsonValue.Parse(File.ReadAllText(file)) as JsonObject))
            .Where(@case => @case.Content is not null && @case.Content["definition"] is JsonObject && @case.Content["expected"] is JsonObject && @case.Content["inputText"] is null)
            .Select(@case => new RecordedCase(@case.Name, @case.Content!));
}
