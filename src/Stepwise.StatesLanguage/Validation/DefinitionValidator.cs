using System.Globalization;
using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>
/// Checks definitions. It reports what AWS refuses (errors), and what AWS accepts although it is probably a mistake (warnings). A rule that AWS documents but was not seen to enforce gives a warning.
/// A substitution such as <c>${Name}</c> stands for any value. JSONata expressions are parsed but not evaluated. The validator checks their syntax, their variables,
/// the number of arguments of each call, and the members of <c>$states</c> that they read.
/// </summary>
public static class DefinitionValidator
{
    /// <summary>The longest definition that AWS accepts, in characters.</summary>
    public const int MaxLength = Limits.DefinitionLength;

    private static readonly JsonReadOptions _keepDuplicates = new() { DuplicateNames = DuplicateNames.Keep };

    /// <summary>Checks the text of a definition.</summary>
    /// <param name="text">The JSON text.</param>
    /// <param name="options">The options; null means <see cref="ValidationOptions.Default"/>.</param>
    /// <returns>The diagnostics, in the order of the text; empty if the definition is valid.</returns>
    public static IReadOnlyList<DefinitionDiagnostic> Validate(string text, ValidationOptions? options = null)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return [new(DiagnosticCodes.SchemaValidationFailed, DefinitionSeverity.Error, "Definition must be a valid JSON object. It is empty.", StatePath.Root, new JsonPosition(1, 1, 0))];
        }

        if (!JsonValue.TryParse(text, _keepDuplicates, out var definition, out var error))
        {
            return [new(DiagnosticCodes.InvalidJsonDescription, DefinitionSeverity.Error, error.Message, StatePath.Root, error.Position)];
        }

        var found = Validate(definition, options);
        return text.Length <= MaxLength ? found : [TooLong(text.Length, definition.Position), .. found];
    }

    /// <summary>Checks a definition that is a JSON value. The length is not checked, because it depends on how the value is written.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="options">The options; null means <see cref="ValidationOptions.Default"/>.</param>
    /// <returns>The diagnostics, in the order of the text; empty if the definition is valid.</returns>
    public static IReadOnlyList<DefinitionDiagnostic> Validate(JsonValue definition, ValidationOptions? options = null)
    {
        if (definition is null)
        {
            throw new ArgumentNullException(nameof(definition));
        }

        var report = new ValidationReport();
        new MachineRules(report, options ?? ValidationOptions.Default).CheckDefinition(definition);
        return report.InOrder();
    }

    /// <summary>Checks a definition that is a model, and its length if it is written on one line.</summary>
    /// <param name="machine">The definition.</param>
    /// <param name="options">The options; null means <see cref="ValidationOptions.Default"/>.</param>
    /// <returns>The diagnostics, in the order in which <see cref="DefinitionWriter"/> writes the definition; empty if the definition is valid.</returns>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="ArgumentException">Two states of one machine have the same name.</exception>
    public static IReadOnlyList<DefinitionDiagnostic> Validate(StateMachine machine, ValidationOptions? options = null)
    {
        if (machine is null)
        {
            throw new ArgumentNullException(nameof(machine));
        }

        return ValidateWritten(DefinitionWriter.ToJson(machine), options);
    }

    /// <summary>Checks a definition that <see cref="DefinitionWriter"/> made, and its length if it is written on one line.</summary>
    internal static IReadOnlyList<DefinitionDiagnostic> ValidateWritten(JsonObject definition, ValidationOptions? options)
    {
        var found = Validate(definition, options);
        var length = definition.ToJsonTemplate().Length;
        return length <= MaxLength ? found : [TooLong(length, null), .. found];
    }

    private static DefinitionDiagnostic TooLong(int length, JsonPosition? position) => new(
        DiagnosticCodes.SchemaValidationFailed,
        DefinitionSeverity.Error,
        string.Format(CultureInfo.InvariantCulture, "The definition has {0} characters, and {1} are allowed. Move a part of it into a state machine of its own.", length, MaxLength),
        StatePath.Root,
        position);
}
