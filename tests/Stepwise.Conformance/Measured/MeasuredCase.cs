using Stepwise.Json;

namespace Stepwise.Conformance.Measured;

/// <summary>Something that was measured on AWS.</summary>
/// <param name="Name">The case.</param>
/// <param name="Content">The file.</param>
internal sealed record MeasuredCase(string Name, JsonObject Content)
{
    /// <summary>Why the case cannot be run. Null if it can be run.</summary>
    public string? Problem { get; init; }

    /// <summary>What the case is: <c>expression</c>, <c>execution</c>, <c>intrinsic</c>, <c>path</c>, <c>validation</c> or <c>teststate</c>.</summary>
    public string Kind => Content.Text("kind") ?? "none";

    /// <summary><c>measured</c>, <c>documented</c> or <c>inferred</c>.</summary>
    public string Evidence => Content.Text("evidence") ?? "measured";

    /// <summary>Whether the expected result was inferred, so that a difference does not fail the run.</summary>
    public bool IsInferred => Evidence == "inferred";

    /// <summary>Reads the cases of a folder and those below it. A file that is not an object gives a case with a <see cref="Problem"/>.</summary>
    public static IEnumerable<MeasuredCase> Read(string folder)
        => Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(ReadFile);

    private static MeasuredCase ReadFile(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        try
        {
            return JsonValue.Parse(File.ReadAllText(file), new JsonReadOptions { DuplicateNames = DuplicateNames.Keep }) is JsonObject content
                ? new(name, content)
                : new(name, JsonObject.Empty) { Problem = "The case is not an object." };
        }
        catch (Exception exception) when (exception is IOException or JsonSyntaxException)
        {
            return new(name, JsonObject.Empty) { Problem = exception.Message };
        }
    }
}
