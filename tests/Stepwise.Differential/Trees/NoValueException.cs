namespace Stepwise.Differential.Trees;

/// <summary>Nothing in reach has the type, and it cannot be created.</summary>
internal sealed class NoValueException(string type) : Exception("There is no value of " + type);
