namespace Stepwise.Json;

/// <summary>Options for reading JSON text.</summary>
public sealed record JsonReadOptions
{
    /// <summary>The options that are used if none are given.</summary>
    public static JsonReadOptions Default { get; } = new();

    /// <summary>The greatest depth of nested arrays and objects. The default is 512, and a larger value means 512, so that no text exhausts the stack.</summary>
    public int MaxDepth { get; init; } = JsonReader.DepthLimit;

    /// <summary>What to do if a name occurs twice in an object. The default is <see cref="DuplicateNames.Refuse"/>: the text is an error.</summary>
    public DuplicateNames DuplicateNames { get; init; }
}
