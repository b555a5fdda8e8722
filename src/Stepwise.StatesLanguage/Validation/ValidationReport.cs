using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>Collects the diagnostics of the rules.</summary>
internal sealed class ValidationReport
{
    private readonly List<DefinitionDiagnostic> _found = [];

    public void Schema(string message, StatePath path, JsonValue? at) => Error(DiagnosticCodes.SchemaValidationFailed, message, path, at?.Position);

    public void Error(string code, string message, StatePath path, JsonPosition? position) => _found.Add(new(code, DefinitionSeverity.Error, message, path, position));

    public void Warn(string code, string message, StatePath path, JsonValue? at) => _found.Add(new(code, DefinitionSeverity.Warning, message, path, at?.Position));

    /// <summary>Reports an action, or arguments, that the catalogue of services does not have.</summary>
    public void NotInCatalogue(string message, StatePath path, JsonPosition? position)
        => _found.Add(new(DiagnosticCodes.SchemaValidationFailed, DefinitionSeverity.Error, message, path, position) { IsOfCatalogue = true });

    /// <summary>Reports an argument that may not be what the catalogue of services says.</summary>
    public void DoubtfulArgument(string message, StatePath path, JsonValue at)
        => _found.Add(new(DiagnosticCodes.DoubtfulArgument, DefinitionSeverity.Warning, message, path, at.Position) { IsOfCatalogue = true });

    /// <summary>Reports a rule that AWS documents but was not seen to enforce.</summary>
    public void Doubtful(string message, StatePath path, JsonValue? at) => Warn(DiagnosticCodes.SchemaValidationFailed, message, path, at);

    /// <summary>The diagnostics in the order of the text; in the order of the rules if there is no text.</summary>
    public IReadOnlyList<DefinitionDiagnostic> InOrder() => [.. _found.Distinct().OrderBy(diagnostic => diagnostic.Position?.Offset ?? 0)];
}
