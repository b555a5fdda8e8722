using System.Diagnostics.CodeAnalysis;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Thrown if a function that Step Functions adds to JSONata fails.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It never leaves the evaluation of a field.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It never leaves the evaluation of a field.")]
internal sealed class StatesFunctionException(string message) : Exception(message)
{
    /// <summary>Whether the function needs too much memory. AWS reports that as it does for an expression, without a code. Default: false.</summary>
    public bool IsOverMemory { get; init; }
}
