namespace Stepwise.StatesLanguage;

/// <summary>The value of <c>InputPath</c>, <c>OutputPath</c> or <c>ResultPath</c>: a path, or the JSON null, which discards. (An absent field is a null reference.)</summary>
public sealed record JsonPathField
{
    private JsonPathField(string? path) => Path = path;

    /// <summary>The JSON null: no input, no output, or the result thrown away.</summary>
    public static JsonPathField Null { get; } = new((string?)null);

    /// <summary>The path; null for <see cref="Null"/>.</summary>
    public string? Path { get; }

    /// <summary>Whether this is the JSON null.</summary>
    public bool IsNull => Path is null;

    /// <summary>A path.</summary>
    /// <param name="path">The path, such as <c>$.result</c>.</param>
    /// <returns>The field's value.</returns>
    /// <exception cref="ArgumentNullException">The path is null; use <see cref="Null"/>.</exception>
    public static JsonPathField From(string path) => new(path ?? throw new ArgumentNullException(nameof(path)));
}
