using System.Diagnostics.CodeAnalysis;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Thrown if a function that Step Functions adds to JSONata fails.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It never leaves the evaluation of a field.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It never leaves the evaluation of a field.")]
internal sealed class StatesFunctionException(string message) : Exception(message);
