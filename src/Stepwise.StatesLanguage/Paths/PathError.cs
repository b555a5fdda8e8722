namespace Stepwise.StatesLanguage.Paths;

/// <summary>The reason why a text is not a path or not a call of an intrinsic function.</summary>
/// <param name="Message">The reason, as one sentence.</param>
/// <param name="Offset">The offset of the error in the text, in UTF-16 units.</param>
internal sealed record PathError(string Message, int Offset);
