namespace Stepwise.Generator.Model;

/// <summary>A state's name in C#, as the author wrote it. The name is empty where the source names no state that could be read.</summary>
internal sealed record StateReference(string Member, int Anchor);
