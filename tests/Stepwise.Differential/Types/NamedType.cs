namespace Stepwise.Differential.Types;

/// <summary>A type of which nothing is known but its spelling.</summary>
internal sealed class NamedType(string name) : CSharpType(name);
