namespace Stepwise.Differential.Forms;

/// <summary>Forms of C# that a body may contain.</summary>
internal sealed record FormSection : Section
{
    public required IReadOnlyList<Form> Forms { get; init; }
}
