namespace Stepwise.Generator.Model;

/// <summary>What the documentation of a class or a state says beyond its summary: the content of these tags as it is written.</summary>
/// <param name="Remarks"><c>remarks</c>: what else there is to know.</param>
/// <param name="Requirements"><c>requirements</c>: what it fulfils.</param>
/// <param name="Cost"><c>cost</c>: what makes it cheap or expensive.</param>
/// <param name="Troubleshooting"><c>troubleshooting</c>: where to look when it fails or does not go on.</param>
internal sealed record NotesModel(string? Remarks, string? Requirements, string? Cost, string? Troubleshooting)
{
    public static readonly NotesModel None = new(null, null, null, null);
}

/// <summary>What the documentation says of a value: an input or a property.</summary>
/// <param name="Description">What it is.</param>
/// <param name="Example">One of its values, as it is written.</param>
internal sealed record ValueDocumentation(string? Description, string? Example);
