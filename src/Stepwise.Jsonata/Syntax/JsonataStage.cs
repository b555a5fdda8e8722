namespace Stepwise.Jsonata.Syntax;

/// <summary>A predicate or an index binding after a step of a path.</summary>
public abstract record JsonataStage
{
    private protected JsonataStage(int position) => Position = position;

    /// <summary>The position in errors, as JSONata counts it.</summary>
    internal int Position { get; }
}
