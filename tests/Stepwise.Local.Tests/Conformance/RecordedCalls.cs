using Stepwise.Conformance.Asl;
using Stepwise.Json;

namespace Stepwise.Local.Tests.Conformance;

/// <summary>A recorded sequence of calls of AWS's API.</summary>
/// <param name="Name">The case.</param>
/// <param name="Calls">The calls, in their order.</param>
internal sealed record RecordedCalls(string Name, IReadOnlyList<RecordedCall> Calls)
{
    /// <summary>Reads sequences (<c>api-cases</c>), or single calls with what AWS said of a definition (<c>asl-invalid</c>).</summary>
    public static IEnumerable<RecordedCalls> Read(string folder)
        => Directory.EnumerateFiles(RecordedCases.Folder(folder)!, "*.json").Order(StringComparer.Ordinal).Select(file => Of(Path.GetFileNameWithoutExtension(file), (JsonObject)JsonValue.Parse(File.ReadAllText(file))));

    private static RecordedCalls Of(string name, JsonObject content)
        => new(name, content["steps"] is JsonArray steps ? [.. steps.OfType<JsonObject>().Select(step => RecordedCall.Of(step, null))] : [RecordedCall.Of(content, content["definition"])]);
}

/// <summary>A recorded call.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Request">What was sent.</param>
/// <param name="Definition">The definition that was sent, as text; null for none.</param>
/// <param name="Expected">The response; null where it was not recorded.</param>
internal sealed record RecordedCall(string Operation, JsonObject Request, string? Definition, JsonObject? Expected)
{
    /// <summary>The code of the error that AWS answered with; null for none.</summary>
    public string? ErrorCode => Expected?["Error"] is JsonObject error ? Text(error, "Code") : Expected?["error"] is JsonObject other ? Text(other, "code") : null;

    /// <summary>The error's message; null for none.</summary>
    public string? ErrorMessage => Expected?["Error"] is JsonObject error ? Text(error, "Message") : Expected?["error"] is JsonObject other ? Text(other, "message") : null;

    public static RecordedCall Of(JsonObject step, JsonValue? definition)
    {
        var request = step["request"] as JsonObject ?? JsonObject.Empty;
        return new(
            Text(step, "operation") ?? "",
            request,
            (Text(request, "definition") ?? definition?.ToJson()) is { } text ? AslCaseReader.WithValidResources(text) : null,
            step["expected"] as JsonObject);
    }

    public string? this[string name] => Text(Request, name);

    private static string? Text(JsonObject content, string name) => content[name] is JsonString text ? text.Value : null;
}
