namespace Stepwise.Generator.Model;

/// <summary>A part of the text that a string constant stands for.</summary>
/// <param name="Start">Where it begins, in UTF-16 units of the text, not of its source.</param>
/// <param name="Length">Its length; 0 for the JSON token that begins there.</param>
internal readonly record struct TextPart(int Start, int Length = 0);
