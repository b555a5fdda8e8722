using Stepwise.StatesLanguage.Diagnostics;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>What is wrong in a JSONata expression.</summary>
/// <param name="Code">One of <see cref="DiagnosticCodes"/>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Start">Where the text that is wrong begins in the expression.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Severity">Whether AWS refuses it.</param>
internal sealed record JsonataProblem(string Code, string Message, int Start, int End, DefinitionSeverity Severity = DefinitionSeverity.Error);
