using System.Globalization;
using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Paths;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>The rules for what stands in fields: paths, payload templates, intrinsic functions, JSONata, variables, times.</summary>
internal sealed class ValueRules
{
    private readonly ValidationReport _report;

    public ValueRules(ValidationReport report) => _report = report;

    /// <summary>Whether a constant looks as if a path or intrinsic function were meant.</summary>
    public static bool LooksDynamic(string text)
        => (text.StartsWith("$.", StringComparison.Ordinal) || text.StartsWith("$$.", StringComparison.Ordinal) || text.StartsWith("$[", StringComparison.Ordinal) || text == "$")
            ? PathExpression.TryParse(text, out _, out _)
            : text.StartsWith("States.", StringComparison.Ordinal) && IntrinsicCall.TryParse(text, out _, out _);

    /// <summary>A field that holds any JSONPath.</summary>
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

    /// <summary>A field that holds a Reference Path, into the input, a variable or (if allowed) the context object.</summary>
    public void CheckReferencePath(ValueScope state, Node owner, string field, bool contextAllowed)
    {
        if (state.IsJsonata || owner[field] is not { } value)
        {
            return;
        }

        CheckReference(value, owner.At(field), contextAllowed, variablesAllowed: true);
        CheckReadable(state, value);
    }

    /// <summary>ResultPath: null, or a Reference Path into the state's own document.</summary>
    public void CheckResultPath(ValueScope state, Node owner)
    {
        if (!state.IsJsonata && owner["ResultPath"] is { } value and not JsonNull)
        {
            CheckReference(value, owner.At("ResultPath"), contextAllowed: false, variablesAllowed: false);
        }
    }

    public void CheckTemplateField(ValueScope state, string field) => CheckTemplate(state, state.Node[field], state.Node.At(field));

    /// <summary>A payload template: members whose names end with .$ hold paths or intrinsic functions.</summary>
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

    /// <summary>ErrorPath and CausePath: a path, or an intrinsic function whose result is text.</summary>
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

    /// <summary>Assign: an object whose members name variables.</summary>
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

    /// <summary>A field of a JSONata state that holds one string.</summary>
    public void CheckJsonataText(ValueScope state, string field)
    {
        if (state.IsJsonata && state.Node[field] is JsonString text)
        {
            CheckJsonata(state, text, state.Node.At(field), JsonataScope.Input);
        }
    }

    /// <summary>Any JSON in which strings may be JSONata.</summary>
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

    /// <summary>Whether the variables that a path or call reads can have a value.</summary>
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
                { IsReferencePath: false } => "It may have only names and indices, and names exactly one place.",
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
                _report.Error(DiagnosticCodes.SchemaValidationFailed, $"The field '{name}' is there twice, with and without '.$'. Remove one.", path, member.NamePosition);
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

    /// <summary>What only fails when it runs, as far as is known.</summary>
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
                        string.Format(CultureInfo.InvariantCulture, "States.Format has {0} places '{{}}' for {1} values; it fails when it runs.", holes, call.Arguments.Count - 1),
                        path,
                        at);
                }

                break;
            case "States.Hash" when call.Arguments[1] is LiteralArgument { Value: JsonString { Value: var algorithm } } && algorithm is not ("MD5" or "SHA-1" or "SHA-256" or "SHA-384" or "SHA-512"):
                _report.Doubtful($"States.Hash knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512, not {algorithm}.", path, at);
                break;
            case "States.JsonMerge" when call.Arguments[2] is LiteralArgument { Value: not JsonBoolean { Value: false } }:
                _report.Doubtful("The third argument of States.JsonMerge must be false; deep merging does not exist.", path, at);
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

    private void CheckJsonataString(ValueScope state, JsonValue at, string text, StatePath path, JsonataScope scope)
    {
        if (JsonataText.IsHalfDelimited(text))
        {
            _report.Schema("JSONata string must start with {% and end with %}, without anything before or after.", path, at);
            return;
        }

        if (JsonataText.IsSpaced(text))
        {
            _report.Doubtful("The white space around the delimiters makes a constant of the expression. Without it AWS evaluates it.", path, at);
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
                // The value's own place is known from the JSON; the place in it is counted.
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

    private void CheckVariables(ValueScope state, IEnumerable<string> names, StatePath path, JsonValue at)
    {
        foreach (var name in names)
        {
            if (!state.Machine.Readable.Contains(name))
            {
                _report.Warn(
                    DiagnosticCodes.UnassignedVariable,
                    state.Machine.OutOfReach.Contains(name)
                        ? $"The variable '${name}' belongs to the execution that starts this one; pass its value in with ItemSelector."
                        : $"The variable '${name}' is assigned nowhere; reading it fails.",
                    path,
                    at);
            }
        }
    }
}
