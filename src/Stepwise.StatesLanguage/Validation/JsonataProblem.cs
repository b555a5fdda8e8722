using Stepwise.StatesLanguage.Diagnostics;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>An error or a warning about a JSONata expression.</summary>
/// <param name="Code">One of <see cref="DiagnosticCodes"/>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Start">The offset at which the wrong text begins in the expression, in UTF-16 units.</param>
/// <param name="End">The offset after the wrong text.</param>
/// <param name="Severity">Whether AWS refuses the expression.</param>
internal sealed record JsonataProblem(string Code, string Message, int Start, int End, DefinitionSeverity Severity = DefinitionSeverity.Error);
