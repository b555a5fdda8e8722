namespace Stepwise.StatesLanguage;

/// <summary>The value of <c>InputPath</c>, <c>OutputPath</c> or <c>ResultPath</c>: a path, or the JSON null, which discards the data. An absent field is a null reference, not <see cref="Null"/>.</summary>
public sealed record JsonPathField
{
    private JsonPathField(string? path) => Path = path;

    /// <summary>The JSON null. For <c>InputPath</c> and <c>OutputPath</c> the data becomes <c>{}</c>; for <c>ResultPath</c> the result is discarded.</summary>
    public static JsonPathField Null { get; } = new((string?)null);

    /// <summary>The path; null for <see cref="Null"/>.</summary>
    public string? Path { get; }

    /// <summary>Whether the value is the JSON null.</summary>
    public bool IsNull => Path is null;

    /// <summary>Creates the value of a field that has a path.</summary>
    /// <param name="path">The path, such as <c>$.result</c>.</param>
    /// <returns>The value of the field.</returns>
    /// <exception cref="ArgumentNullException">The path is null; use <see cref="Null"/>.</exception>
    public static JsonPathField From(string path) => new(path ?? throw new ArgumentNullException(nameof(path)));
}
