using System.Globalization;
using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;

namespace Stepwise.StatesLanguage.Validation;

/// <content>The rules for JSONata expressions.</content>
internal sealed partial class ValueRules
{
    /// <summary>Checks a field of a JSONata state whose value is one string.</summary>
    public void CheckJsonataText(ValueScope state, string field)
    {
        if (state.IsJsonata && state.Node[field] is JsonString text)
        {
            CheckJsonata(state, text, state.Node.At(field), JsonataScope.Input);
        }
    }

    /// <summary>Checks a JSON value in which strings can be JSONata expressions.</summary>
    public void CheckJsonata(ValueScope state, JsonValue? value, StatePath path, JsonataScope scope)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case JsonString { Value: var text }:
                CheckJsonataString(state, value, text, path, scope);
                break;
            case JsonObject @object:
                foreach (var member in @object.Members)
                {
                    CheckJsonata(state, member.Value, path.Field(member.Name), scope);
                }

                break;
            case JsonArray array:
                for (var i = 0; i < array.Count; i++)
                {
                    CheckJsonata(state, array[i], path.Item(i), scope);
                }

                break;
        }
    }

    private void CheckJsonataString(ValueScope state, JsonValue at, string text, StatePath path, JsonataScope scope)
    {
        if (JsonataText.IsHalfDelimited(text))
        {
            _report.Schema("JSONata string must start with {% and end with %}, without anything before or after.", path, at);
            return;
        }

        if (JsonataText.IsSpaced(text))
        {
            _report.Doubtful("The white space around the delimiters makes a constant of the expression. Remove it, so that AWS evaluates the expression.", path, at);
            return;
        }

        if (!JsonataText.IsExpression(text) || Substitutions.Holds(text))
        {
            return;
        }

        var variables = new HashSet<string>(StringComparer.Ordinal);
        foreach (var problem in JsonataCheck.Check(JsonataText.Expression(text), scope, variables))
        {
            if (problem.Code == DiagnosticCodes.InvalidJsonataExpression)
            {
                // The position is that of the JSON string. The message gives the position in the expression.
                var place = (problem.Start + 1).ToString(CultureInfo.InvariantCulture);
                _report.Error(problem.Code, $"{problem.Message} (At character {place} of the expression.)", path, at.Position);
            }
            else if (problem.Severity == DefinitionSeverity.Error)
            {
                _report.Error(problem.Code, problem.Message, path, at.Position);
            }
            else
            {
                _report.Warn(problem.Code, problem.Message, path, at);
            }
        }

        CheckVariables(state, variables, path, at);
    }
}
