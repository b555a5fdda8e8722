using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Paths;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Validation;

/// <content>The rules for variables: their names where they are assigned, and whether those that are read can have a value.</content>
internal sealed partial class ValueRules
{
    /// <summary>Checks <c>Assign</c>: an object whose members are variables.</summary>
    public void CheckAssign(ValueScope state, Node owner, JsonataScope scope)
    {
        if (owner.Object("Assign") is not { } assign)
        {
            return;
        }

        foreach (var member in assign.Value.Members)
        {
            var name = state.IsJsonata ? member.Name : StateRules.VariableName(member.Name);
            if (name == "states")
            {
                _report.Error(DiagnosticCodes.ReservedVariableName, "Cannot assign to reserved variable '$states'. Choose another name.", assign.Path, member.NamePosition);
            }
            else if (!Identifiers.IsValid(name) && !Substitutions.Holds(name))
            {
                _report.Error(
                    DiagnosticCodes.InvalidVariableName,
                    $"Invalid variable name '{name}': the variable name contains invalid characters. A letter or '_' may be followed by letters, digits and '_'.",
                    assign.Path,
                    member.NamePosition);
            }
            else if (name.Length > Limits.NameLength)
            {
                _report.Error(DiagnosticCodes.InvalidVariableName, $"Invalid variable name '{name}': it has more than {Limits.NameLength} characters.", assign.Path, member.NamePosition);
            }
        }

        if (state.IsJsonata)
        {
            CheckJsonata(state, assign.Value, assign.Path, scope);
        }
        else
        {
            CheckTemplate(state, assign.Value, assign.Path);
        }
    }

    /// <summary>Checks that the variables that a path or a call reads can have a value.</summary>
    public void CheckReadable(ValueScope state, JsonValue value)
    {
        if (value is not JsonString { Value: var text })
        {
            return;
        }

        if (PathExpression.TryParse(text, out var path, out _))
        {
            CheckVariables(state, path.Variable is { } name ? [name] : [], state.Node.Path, value);
        }
        else if (IntrinsicCall.TryParse(text, out var call, out _))
        {
            CheckVariables(state, VariablesOf(call), state.Node.Path, value);
        }
    }

    private static IEnumerable<string> VariablesOf(IntrinsicCall call) => call.Arguments.SelectMany(argument => argument switch
    {
        PathArgument { Path.Variable: { } name } => [name],
        CallArgument nested => VariablesOf(nested.Call),
        _ => Enumerable.Empty<string>(),
    });

    private void CheckVariables(ValueScope state, IEnumerable<string> names, StatePath path, JsonValue at)
    {
        foreach (var name in names)
        {
            if (!state.Machine.Readable.Contains(name))
            {
                _report.Warn(
                    DiagnosticCodes.UnassignedVariable,
                    state.Machine.OutOfReach.Contains(name)
                        ? $"The variable '${name}' belongs to the execution that starts this one. Pass its value in with ItemSelector."
                        : $"The variable '${name}' is assigned nowhere, so reading it fails.",
                    path,
                    at);
            }
        }
    }
}
