using System.Globalization;
using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>
/// Checks definitions: reports what AWS would refuse (errors), and what AWS accepts although it is probably a mistake (warnings). A rule that only AWS's documentation states, and that AWS was not
/// seen to enforce, gives a warning. A substitution such as <c>${Name}</c> stands for any value. JSONata expressions are parsed but not evaluated: the validator checks their syntax, their variables,
/// the functions that they call with the number of arguments, and the members of <c>$states</c> that they read.
/// </summary>
public static class DefinitionValidator
{
    /// <summary>The longest definition that AWS accepts, in characters.</summary>
    public const int MaxLength = Limits.DefinitionLength;

    private static readonly JsonReadOptions KeepDuplicates = new() { DuplicateNames = DuplicateNames.Keep };

    /// <summary>Checks a definition given as text.</summary>
    /// <param name="text">JSON text.</param>
    /// <param name="options">The settings; null means <see cref="ValidationOptions.Default"/>.</param>
    /// <returns>What is wrong, in the order of the text; empty when nothing is.</returns>
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

        if (!JsonValue.TryParse(text, KeepDuplicates, out var definition, out var error))
        {
            return [new(DiagnosticCodes.InvalidJsonDescription, DefinitionSeverity.Error, error.Message, StatePath.Root, error.Position)];
        }

        var found = Validate(definition, options);
        return text.Length <= MaxLength ? found : [TooLong(text.Length, definition.Position), .. found];
    }

    /// <summary>Checks a definition given as JSON. Its length is not checked, because it depends on how it is written.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="options">The settings; null means <see cref="ValidationOptions.Default"/>.</param>
    /// <returns>What is wrong, in the order of the text; empty when nothing is.</returns>
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

    /// <summary>Checks a definition given as a model, and its length when written in one line.</summary>
    /// <param name="machine">The definition.</param>
    /// <param name="options">The settings; null means <see cref="ValidationOptions.Default"/>.</param>
    /// <returns>What is wrong, in the order in which it is written; empty when nothing is.</returns>
    /// <exception cref="ArgumentException">Two states of one machine have the same name.</exception>
    public static IReadOnlyList<DefinitionDiagnostic> Validate(StateMachine machine, ValidationOptions? options = null)
    {
        if (machine is null)
        {
            throw new ArgumentNullException(nameof(machine));
        }

        return ValidateWritten(DefinitionWriter.ToJson(machine), options);
    }

    /// <summary>Checks a definition that <see cref="DefinitionWriter"/> made, and its length when written in one line.</summary>
    internal static IReadOnlyList<DefinitionDiagnostic> ValidateWritten(JsonObject definition, ValidationOptions? options)
    {
        var found = Validate(definition, options);
        var length = definition.ToJsonTemplate().Length;
        return length <= MaxLength ? found : [TooLong(length, null), .. found];
    }

    private static DefinitionDiagnostic TooLong(int length, JsonPosition? position) => new(
        DiagnosticCodes.SchemaValidationFailed,
        DefinitionSeverity.Error,
        string.Format(CultureInfo.InvariantCulture, "The definition has {0} characters; {1} are allowed. Move a part of it into a state machine of its own.", length, MaxLength),
        StatePath.Root,
        position);
}
