using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>Collects what the rules find.</summary>
internal sealed class ValidationReport
{
    private readonly List<DefinitionDiagnostic> _found = [];

    public void Schema(string message, StatePath path, JsonValue? at) => Error(DiagnosticCodes.SchemaValidationFailed, message, path, at?.Position);

    public void Error(string code, string message, StatePath path, JsonPosition? position) => _found.Add(new(code, DefinitionSeverity.Error, message, path, position));

    public void Warn(string code, string message, StatePath path, JsonValue? at) => _found.Add(new(code, DefinitionSeverity.Warning, message, path, at?.Position));

    /// <summary>A rule that documents state and AWS was not seen to enforce.</summary>
    public void Doubtful(string message, StatePath path, JsonValue? at) => Warn(DiagnosticCodes.SchemaValidationFailed, message, path, at);

    /// <summary>What was found, in the order of the text where there is one.</summary>
    public IReadOnlyList<DefinitionDiagnostic> InOrder() => [.. _found.Distinct().OrderBy(diagnostic => diagnostic.Position?.Offset ?? 0)];
}
