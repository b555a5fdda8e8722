namespace Stepwise.Differential.Types;

/// <summary>A member of an enum.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Number">Its value.</param>
/// <param name="Text">Its name in JSON, if the enum is written as text.</param>
internal sealed record EnumName(string Name, int Number, string Text);
