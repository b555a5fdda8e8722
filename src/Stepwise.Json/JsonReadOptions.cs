namespace Stepwise.Json;

/// <summary>Settings of the reader.</summary>
public sealed record JsonReadOptions
{
    /// <summary>The settings used when none are given.</summary>
    public static JsonReadOptions Default { get; } = new();

    /// <summary>How many arrays and objects may lie in each other. Default 512; values above 512 count as 512, so that no text exhausts the stack.</summary>
    public int MaxDepth { get; init; } = JsonReader.DepthLimit;

    /// <summary>What happens with a name that occurs twice in an object. Default: it is an error.</summary>
    public DuplicateNames DuplicateNames { get; init; }
}
