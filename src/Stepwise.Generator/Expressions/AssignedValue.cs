using Microsoft.CodeAnalysis;

namespace Stepwise.Generator.Expressions;

/// <summary>What a constructor assigns to a member.</summary>
/// <param name="Value">The value.</param>
/// <param name="IsArgument">Whether it is an argument of the creation. Otherwise it is a constant that a record passes to its base, perhaps in another file.</param>
internal readonly record struct AssignedValue(IOperation Value, bool IsArgument);
