using Stepwise.StatesLanguage.Diagnostics;

namespace Stepwise.StatesLanguage;

/// <summary>What reading a definition gives.</summary>
/// <param name="Machine">The definition; null when the text is not JSON, or holds no object with <c>StartAt</c> and <c>States</c>.</param>
/// <param name="Diagnostics">What does not fit the model, in the order in which it was read; empty when everything does.</param>
public sealed record DefinitionReadResult(StateMachine? Machine, IReadOnlyList<DefinitionDiagnostic> Diagnostics)
{
    /// <summary>Whether something does not fit.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == DefinitionSeverity.Error);
}
