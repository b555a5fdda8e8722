namespace Stepwise.StatesLanguage.Manifest;

/// <summary>What the documentation of a class or a state tells beyond its summary.</summary>
/// <param name="Remarks">What else there is to know.</param>
/// <param name="Requirements">What it fulfils.</param>
/// <param name="Cost">What makes it cheap or expensive.</param>
/// <param name="Troubleshooting">Where to look when it fails or does not go on.</param>
internal sealed record ManifestNotes(IReadOnlyList<NoteBlock> Remarks, IReadOnlyList<NoteBlock> Requirements, IReadOnlyList<NoteBlock> Cost, IReadOnlyList<NoteBlock> Troubleshooting)
{
    /// <summary>No notes.</summary>
    public static ManifestNotes None { get; } = new([], [], [], []);
}
