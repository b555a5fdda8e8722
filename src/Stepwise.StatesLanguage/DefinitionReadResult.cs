using Stepwise.StatesLanguage.Diagnostics;

namespace Stepwise.StatesLanguage;

/// <summary>The result of reading a definition.</summary>
/// <param name="Machine">The definition; null if the text is not JSON, or is not an object with <c>StartAt</c> and <c>States</c>.</param>
/// <param name="Diagnostics">The parts of the definition that do not fit the model, in the order in which they were read; empty if all parts fit.</param>
public sealed record DefinitionReadResult(StateMachine? Machine, IReadOnlyList<DefinitionDiagnostic> Diagnostics)
{
    /// <summary>Whether one of <see cref="Diagnostics"/> is an error.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == DefinitionSeverity.Error);
}
