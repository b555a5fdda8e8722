namespace Stepwise.StatesLanguage.Validation;

/// <summary>What is wrong in a JSONata expression.</summary>
/// <param name="Code">One of <see cref="DiagnosticCodes"/>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Severity">Whether AWS refuses it.</param>
internal sealed record JsonataProblem(string Code, string Message, DefinitionSeverity Severity = DefinitionSeverity.Error);
