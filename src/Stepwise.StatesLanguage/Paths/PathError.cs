namespace Stepwise.StatesLanguage.Paths;

/// <summary>Why a text is not a path or not an intrinsic function call.</summary>
/// <param name="Message">What is wrong, as one sentence.</param>
/// <param name="Offset">Where, in UTF-16 units from the start of the text.</param>
internal sealed record PathError(string Message, int Offset);
