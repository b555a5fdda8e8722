using System.Globalization;
using Stepwise.Json;

namespace Stepwise.StatesLanguage.Diagnostics;

/// <summary>Something wrong in a definition.</summary>
/// <param name="Code">AWS's code, such as <c>SCHEMA_VALIDATION_FAILED</c>; see <see cref="DiagnosticCodes"/>.</param>
/// <param name="Severity">Whether AWS refuses the definition for it.</param>
/// <param name="Message">What is wrong, in AWS's words where they are known, and what to write instead.</param>
/// <param name="Path">Where, such as <c>/States/Choose/Choices[0]/Next</c>; <see cref="StatePath.Root"/> when it concerns the whole definition.</param>
/// <param name="Position">Where in the text; null when the definition was not read from text.</param>
public sealed record DefinitionDiagnostic(string Code, DefinitionSeverity Severity, string Message, StatePath Path, JsonPosition? Position)
{
    /// <summary>The diagnostic on one line: position, severity, code, message, place.</summary>
    /// <returns>Such as <c>(3,5): error MISSING_TRANSITION_TARGET: Missing 'Next' target: A at /StartAt</c>.</returns>
    public override string ToString()
    {
        var position = Position is { } p ? string.Format(CultureInfo.InvariantCulture, "({0},{1}): ", p.Line, p.Column) : "";
        var place = Path.ToString();
        return position + (Severity == DefinitionSeverity.Error ? "error " : "warning ") + Code + ": " + Message + (place.Length == 0 ? "" : " at " + place);
    }
}
