namespace Stepwise.Differential.Forms;

/// <summary>A form of C# that a body may contain.</summary>
internal sealed record Form
{
    /// <summary>An expression, or a body in braces.</summary>
    public required string Code { get; init; }

    /// <summary>The type of its value. An expression of type bool is the condition of a Choice; any other is the value of a Pass.</summary>
    public string Returns { get; init; } = "bool";

    /// <summary>What a reader must know besides.</summary>
    public string Notes { get; init; } = "";
}
