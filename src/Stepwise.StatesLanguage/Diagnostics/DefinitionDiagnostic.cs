using System.Globalization;
using Stepwise.Json;

namespace Stepwise.StatesLanguage.Diagnostics;

/// <summary>An error or a warning about a definition.</summary>
/// <param name="Code">The code, such as <c>SCHEMA_VALIDATION_FAILED</c>; one of <see cref="DiagnosticCodes"/>.</param>
/// <param name="Severity">Whether AWS refuses the definition because of it.</param>
/// <param name="Message">What is wrong and what to write instead. AWS's own message is used if it is known.</param>
/// <param name="Path">The place, such as <c>/States/Choose/Choices[0]/Next</c>; <see cref="StatePath.Root"/> if the diagnostic concerns the whole definition.</param>
/// <param name="Position">The position in the text; null if the definition was not read from text.</param>
public sealed record DefinitionDiagnostic(string Code, DefinitionSeverity Severity, string Message, StatePath Path, JsonPosition? Position)
{
    /// <summary>Whether the catalogue of services says so. AWS can have an action, a member or a value that is newer than the catalogue.</summary>
    internal bool IsOfCatalogue { get; init; }

    /// <summary>Formats the diagnostic on one line: position, severity, code, message, place.</summary>
    /// <returns>The text, such as <c>(3,5): error MISSING_TRANSITION_TARGET: Missing 'Next' target: A at /StartAt</c>.</returns>
    public override string ToString()
    {
        var position = Position is { } p ? string.Format(CultureInfo.InvariantCulture, "({0},{1}): ", p.Line, p.Column) : "";
        var place = Path.ToString();
        return position + (Severity == DefinitionSeverity.Error ? "error " : "warning ") + Code + ": " + Message + (place.Length == 0 ? "" : " at " + place);
    }
}
