namespace Stepwise.StatesLanguage.Manifest;

/// <summary>A part of a note.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Lines">The one line of a paragraph, the items of a list, or the one text of code.</param>
internal sealed record NoteBlock(NoteBlockKind Kind, IReadOnlyList<IReadOnlyList<NotePiece>> Lines);

/// <summary>What a part of a note is.</summary>
internal enum NoteBlockKind
{
    /// <summary>Sentences.</summary>
    Paragraph,

    /// <summary>A list.</summary>
    Items,

    /// <summary>A list whose order counts.</summary>
    Steps,

    /// <summary>Code on lines of its own.</summary>
    Code,
}

/// <summary>A piece of a line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text, without markup.</param>
internal readonly record struct NotePiece(NotePieceKind Kind, string Text);

/// <summary>What a piece of a line is.</summary>
internal enum NotePieceKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A name, or code within text.</summary>
    Code,

    /// <summary>A word that stands out.</summary>
    Strong,
}
