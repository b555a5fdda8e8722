using Stepwise.Json;

namespace Stepwise.Conformance.TestState;

/// <summary>A recorded call of TestState.</summary>
/// <param name="Name">The case.</param>
internal sealed record TestStateCase(string Name)
{
    /// <summary>Why the case cannot be run; null where it can.</summary>
    public string? Problem { get; init; }

    /// <summary>What the case is about: the first part of its name.</summary>
    public string Group => Name.Split('.')[0];

    /// <summary>The request.</summary>
    public JsonObject Request { get; init; } = JsonObject.Empty;

    /// <summary>How the functions behave, by name.</summary>
    public JsonObject Functions { get; init; } = JsonObject.Empty;

    /// <summary>The response, or in <c>apiError</c> the refusal.</summary>
    public JsonObject Expected { get; init; } = JsonObject.Empty;

    /// <summary>Texts that stand for anything.</summary>
    public IReadOnlyList<string> Placeholders { get; init; } = [];

    /// <summary>Whether AWS refused a mocked result that does not fit the model of the API, which is not here.</summary>
    public bool NeedsApiModels
        => Expected["apiError"] is JsonObject error
            && error["message"] is JsonString message
            && message.Value.StartsWith("Mock result schema validation error", StringComparison.Ordinal)
            && (Request["mock"] as JsonObject)?["fieldValidationMode"] is not JsonString { Value: "NONE" };

    /// <summary>Reads the cases of a folder and those below it. A file that is not laid out as a case gives one with a <see cref="Problem"/>.</summary>
    public static IEnumerable<TestStateCase> Read(string folder)
        => Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(ReadFile);

    /// <summary>Reads a case from the content of its file.</summary>
    public static TestStateCase Of(string name, JsonObject content)
        => content["request"] is JsonObject request && content["expected"] is JsonObject expected
            ? new(name)
            {
                Request = request,
                Functions = content["lambda"] as JsonObject ?? JsonObject.Empty,
                Expected = expected,
                Placeholders = content["placeholders"] is JsonArray placeholders ? [.. placeholders.OfType<JsonString>().Select(placeholder => placeholder.Value)] : [],
            }
            : new(name) { Problem = "The case is not an object with a request and what is expected." };

    private static TestStateCase ReadFile(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        try
        {
            return Of(name, JsonValue.Parse(File.ReadAllText(file)) as JsonObject ?? JsonObject.Empty);
        }
        catch (Exception exception) when (exception is IOException or JsonSyntaxException)
        {
            return new(name) { Problem = exception.Message };
        }
    }
}
