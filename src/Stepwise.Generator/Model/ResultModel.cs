namespace Stepwise.Generator.Model;

/// <summary>A value that a state sets.</summary>
internal sealed record ResultModel(string Name, WireType Type, int Anchor);
