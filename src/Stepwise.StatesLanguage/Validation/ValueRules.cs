using System.Globalization;
using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Paths;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>The rules for values of fields: paths, payload templates, intrinsic functions, JSONata, variables, timestamps.</summary>
internal sealed partial class ValueRules
{
    private readonly ValidationReport _report;

    public ValueRules(ValidationReport report) => _report = report;

    /// <summary>Whether a constant looks like a path or a call of an intrinsic function.</summary>
    public static bool LooksDynamic(string text)
        => (text.StartsWith("$.", StringComparison.Ordinal) || text.StartsWith("$$.", StringComparison.Ordinal) || text.StartsWith("$[", StringComparison.Ordinal) || text == "$")
            ? PathExpression.TryParse(text, out _, out _)
            : text.StartsWith("States.", StringComparison.Ordinal) && IntrinsicCall.TryParse(text, out _, out _);

    /// <summary>Checks a field whose value is a JSONPath.</summary>
    public void CheckPath(ValueScope state, string field, bool nullable)
    {
        if (state.IsJsonata || state.Node[field] is not { } value || (nullable && value is JsonNull))
        {
            return;
        }

        if (value is not JsonString { Value: var text })
        {
            _report.Schema("Expected value of type String.", state.Node.At(field), value);
        }
        else if (!Substitutions.Holds(text) && !PathExpression.TryParse(text, out _, out var error))
        {
            _report.Schema("Value must be a valid JSONPath. " + error.Message, state.Node.At(field), value);
        }

        CheckReadable(state, value);
    }

    /// <summary>Checks a field whose value is a Reference Path into the input, a variable or (if allowed) the context object.</summary>
    public void CheckReferencePath(ValueScope state, Node owner, string field, bool contextAllowed)
    {
        if (state.IsJsonata || owner[field] is not { } value)
        {
            return;
        }

        CheckReference(value, owner.At(field), contextAllowed, variablesAllowed: true);
        CheckReadable(state, value);
    }

    /// <summary>Checks <c>ResultPath</c>: null, or a Reference Path into the state's input.</summary>
    public void CheckResultPath(ValueScope state, Node owner)
    {
        if (!state.IsJsonata && owner["ResultPath"] is { } value and not JsonNull)
        {
            CheckReference(value, owner.At("ResultPath"), contextAllowed: false, variablesAllowed: false);
        }
    }

    public void CheckTemplateField(ValueScope state, string field) => CheckTemplate(state, state.Node[field], state.Node.At(field));

    /// <summary>Checks a payload template. A member whose name ends with <c>.$</c> has a path or a call of an intrinsic function.</summary>
    public void CheckTemplate(ValueScope state, JsonValue? template, StatePath path)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (template)
        {
            case JsonObject @object:
                CheckTemplateNames(@object, path);
                foreach (var member in @object.Members)
                {
                    if (member.Name.EndsWith(".$", StringComparison.Ordinal))
                    {
                        CheckDynamic(state, member, path);
                    }
                    else
                    {
                        CheckConstant(member.Name, member.Value, path.Field(member.Name));
                        CheckTemplate(state, member.Value, path.Field(member.Name));
                    }
                }

                break;
            case JsonArray array:
                for (var i = 0; i < array.Count; i++)
                {
                    CheckTemplate(state, array[i], path.Item(i));
                }

                break;
        }
    }

    /// <summary>Checks <c>ErrorPath</c> or <c>CausePath</c>: a path, or a call of an intrinsic function that returns a string.</summary>
    public void CheckTextSource(JsonValue value, StatePath path)
    {
        if (value is not JsonString { Value: var text })
        {
            _report.Schema("Expected value of type String.", path, value);
        }
        else if (Substitutions.Holds(text) || PathExpression.TryParse(text, out _, out _))
        {
            return;
        }
        else if (!IntrinsicCall.TryParse(text, out var call, out var error))
        {
            _report.Schema("Value must be a valid JSONPath or an intrinsic function call. " + error.Message, path, value);
        }
        else if (!IntrinsicFunction.All[call.Function].MayReturnText)
        {
            _report.Schema($"Value must be a valid JSONPath or an intrinsic function that returns a string, which {call.Function} does not.", path, value);
        }
    }

    public void CheckTimestamp(JsonValue value, StatePath path)
    {
        if (value is not JsonString { Value: var text })
        {
            _report.Schema("Expected value of type String.", path, value);
        }
        else if (!Substitutions.Holds(text) && !Timestamps.IsValid(text))
        {
            _report.Schema("String does not match RFC3339 timestamp. Write it as 2026-01-31T12:00:00Z.", path, value);
        }
    }

    private void CheckReference(JsonValue value, StatePath path, bool contextAllowed, bool variablesAllowed)
    {
        if (value is not JsonString { Value: var text })
        {
            _report.Schema("Expected value of type String.", path, value);
            return;
        }

        if (Substitutions.Holds(text))
        {
            return;
        }

        var reason = !PathExpression.TryParse(text, out var parsed, out var error)
            ? (text.StartsWith("$", StringComparison.Ordinal) ? error.Message : "Reference path didn't start with '$'")
            : parsed switch
            {
                { Root: PathRoot.Context } when !contextAllowed => "The context object cannot be used here.",
                { Root: PathRoot.Variable } when !variablesAllowed => "A variable cannot be used here; Assign sets variables.",
                { IsReferencePath: false } => "It can have only names and indexes, because it identifies exactly one place.",
                _ => null,
            };
        if (reason is not null)
        {
            _report.Schema("Value is not a Reference Path: " + reason, path, value);
        }
    }

    private void CheckTemplateNames(JsonObject template, StatePath path)
    {
        foreach (var member in template.Members)
        {
            var name = StateRules.VariableName(member.Name);
            if (member.Name != name && template[name] is not null)
            {
                _report.Error(DiagnosticCodes.SchemaValidationFailed, $"The field '{name}' occurs twice, with and without '.$'. Remove one.", path, member.NamePosition);
            }
        }
    }

    private void CheckDynamic(ValueScope state, JsonMember member, StatePath path)
    {
        if (member.Value is not JsonString { Value: var text })
        {
            _report.Schema($"The value for the field '{member.Name}' must be a STRING that contains a JSONPath or an intrinsic function call; leave '.$' off for a constant.", path, member.Value);
            return;
        }

        if (Substitutions.Holds(text))
        {
            return;
        }

        IntrinsicCall? call = null;
        PathError? error;
        var valid = text.StartsWith("$", StringComparison.Ordinal) ? PathExpression.TryParse(text, out _, out error) : IntrinsicCall.TryParse(text, out call, out error);
        if (!valid)
        {
            _report.Schema($"The value for the field '{member.Name}' must be a valid JSONPath or a valid intrinsic function call. {error?.Message}", path, member.Value);
            return;
        }

        if (call is not null)
        {
            CheckCall(call, path, member.Value);
        }

        CheckReadable(state, member.Value);
    }

    /// <summary>Warns about calls that AWS accepts and that fail when they run.</summary>
    private void CheckCall(IntrinsicCall call, StatePath path, JsonValue at)
    {
        foreach (var nested in call.Arguments.OfType<CallArgument>())
        {
            CheckCall(nested.Call, path, at);
        }

        switch (call.Function)
        {
            case "States.Format" when call.Arguments[0] is LiteralArgument { Template: { } template }:
                var holes = CountHoles(template);
                if (holes != call.Arguments.Count - 1)
                {
                    _report.Doubtful(
                        string.Format(CultureInfo.InvariantCulture, "The template of States.Format has {0} '{{}}' for {1} values. The call fails when it runs.", holes, call.Arguments.Count - 1),
                        path,
                        at);
                }

                break;
            case "States.Hash" when call.Arguments[1] is LiteralArgument { Value: JsonString { Value: var algorithm } } && algorithm is not ("MD5" or "SHA-1" or "SHA-256" or "SHA-384" or "SHA-512"):
                _report.Doubtful($"States.Hash supports MD5, SHA-1, SHA-256, SHA-384 and SHA-512, not {algorithm}.", path, at);
                break;
            case "States.JsonMerge" when call.Arguments[2] is LiteralArgument { Value: not JsonBoolean { Value: false } }:
                _report.Doubtful("The third argument of States.JsonMerge must be false. Step Functions does not support deep merging.", path, at);
                break;
        }
    }

    private static int CountHoles(string template)
    {
        var count = 0;
        for (var i = 0; i + 1 < template.Length; i++)
        {
            if (template[i] == '\\')
            {
                i++;
            }
            else if (template[i] == '{' && template[i + 1] == '}')
            {
                count++;
                i++;
            }
        }

        return count;
    }

    private void CheckConstant(string name, JsonValue value, StatePath path)
    {
        if (value is JsonString { Value: var text } && LooksDynamic(text))
        {
            _report.Warn(DiagnosticCodes.NoDollar, $"The value is the text \"{text}\" itself. To read it, name the field '{name}.$'.", path, value);
        }
    }
}
