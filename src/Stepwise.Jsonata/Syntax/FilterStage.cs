namespace Stepwise.Jsonata.Syntax;

/// <summary><c>[predicate]</c> after a step or another node.</summary>
public sealed record FilterStage : JsonataStage
{
    internal FilterStage(JsonataNode predicate, int position)
        : base(position)
        => Predicate = predicate;

    /// <summary>A number, which is an index, or a condition.</summary>
    public JsonataNode Predicate { get; }
}
