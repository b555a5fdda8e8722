namespace Stepwise.Jsonata.Syntax;

/// <summary><c>#$name</c> after a predicate: binds the index of each item.</summary>
public sealed record IndexStage : JsonataStage
{
    internal IndexStage(string variable, int position)
        : base(position)
        => Variable = variable;

    /// <summary>The variable, without <c>$</c>.</summary>
    public string Variable { get; }
}
