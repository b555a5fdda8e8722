using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.StatesLanguage.Manifest;

/// <summary>The words of the manifest for values that are not text.</summary>
internal static class ManifestWords
{
    private static readonly (PermissionNoteKind Kind, string Word)[] _kinds =
    [
        (PermissionNoteKind.Granted, "granted"),
        (PermissionNoteKind.Narrowest, "narrowest"),
        (PermissionNoteKind.Wildcard, "wildcard"),
        (PermissionNoteKind.NotKnown, "notKnown"),
        (PermissionNoteKind.NotUsed, "notUsed"),
    ];

    public static string Of(PermissionNoteKind kind) => Array.Find(_kinds, pair => pair.Kind == kind).Word;

    /// <summary>The kind of a word. Null stands for <see cref="PermissionNoteKind.Granted"/>.</summary>
    /// <exception cref="FormatException">There is no kind of that word.</exception>
    public static PermissionNoteKind KindOf(string? word) => word is null
        ? PermissionNoteKind.Granted
        : Array.Find(_kinds, pair => pair.Word == word) is { Word: not null } found ? found.Kind : throw new FormatException($"The manifest has a permission of the unknown kind '{word}'.");
}
