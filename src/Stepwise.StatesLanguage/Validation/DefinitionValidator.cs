using Stepwise.Json;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>Says what AWS would refuse in a definition, and what it accepts but cannot be meant.</summary>
public static class DefinitionValidator
{
    /// <summary>Checks a definition given as text.</summary>
    /// <param name="text">JSON text.</param>
    /// <param name="options">The settings; null means <see cref="ValidationOptions.Default"/>.</param>
    /// <returns>What is wrong, in the order of the text; empty when nothing is.</returns>
    public static IReadOnlyList<DefinitionDiagnostic> Validate(string text, ValidationOptions? options = null) => [];

    /// <summary>Checks a definition given as JSON.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="options">The settings; null means <see cref="ValidationOptions.Default"/>.</param>
    /// <returns>What is wrong, in the order of the text; empty when nothing is.</returns>
    public static IReadOnlyList<DefinitionDiagnostic> Validate(JsonValue definition, ValidationOptions? options = null) => [];

    /// <summary>Checks a definition given as a model.</summary>
    /// <param name="machine">The definition.</param>
    /// <param name="options">The settings; null means <see cref="ValidationOptions.Default"/>.</param>
    /// <returns>What is wrong, in the order of the text; empty when nothing is.</returns>
    public static IReadOnlyList<DefinitionDiagnostic> Validate(StateMachine machine, ValidationOptions? options = null) => Validate(DefinitionWriter.ToJson(machine), options);
}
