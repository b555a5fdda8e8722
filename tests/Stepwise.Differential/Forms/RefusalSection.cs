namespace Stepwise.Differential.Forms;

/// <summary>Forms of C# that a body cannot contain.</summary>
internal sealed record RefusalSection : Section
{
    public required IReadOnlyList<Refusal> Refusals { get; init; }
}
