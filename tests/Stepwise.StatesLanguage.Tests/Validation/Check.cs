using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Validation;

namespace Stepwise.StatesLanguage.Tests.Validation;

/// <summary>Validates small definitions; quotes in them are single.</summary>
internal static class Check
{
    /// <summary>A definition of one state S.</summary>
    public static string OneState(string body) => "{'StartAt':'S','States':{'S':" + body + "}}";

    public static IReadOnlyList<DefinitionDiagnostic> Definition(string definition, StateMachineType type = StateMachineType.Standard)
        => DefinitionValidator.Validate(definition.Replace('\'', '"'), new() { Type = type });

    public static void Accepts(string definition, StateMachineType type = StateMachineType.Standard)
        => Assert.DoesNotContain(Definition(definition, type), diagnostic => diagnostic.Severity == DefinitionSeverity.Error);

    public static void Refuses(string definition, string pointer, string message, string code = DiagnosticCodes.SchemaValidationFailed, StateMachineType type = StateMachineType.Standard)
        => Finds(definition, DefinitionSeverity.Error, pointer, message, code, type);

    public static void Warns(string definition, string pointer, string message, string code = DiagnosticCodes.SchemaValidationFailed)
    {
        Finds(definition, DefinitionSeverity.Warning, pointer, message, code, StateMachineType.Standard);
        Accepts(definition);
    }

    private static void Finds(string definition, DefinitionSeverity severity, string pointer, string message, string code, StateMachineType type)
    {
        var found = Definition(definition, type);
        Assert.True(
            found.Any(d => d.Severity == severity && d.Code == code && d.Path.ToString() == pointer && d.Message.Contains(message, StringComparison.Ordinal)),
            $"{severity} {code} '{message}' at {pointer} is not among:\n{string.Join("\n", found)}\n{definition}");
    }
}
