using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Paths;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>The rules for states: their fields, and the values of the fields.</summary>
internal sealed class StateRules
{
    private readonly ValidationReport _report;
    private readonly MachineRules _machines;
    private readonly ValueRules _values;
    private readonly ChoiceRules _choices;
    private readonly ErrorRules _errors;
    private readonly TaskRules _tasks;
    private readonly MapRules _maps;

    public StateRules(ValidationReport report, MachineRules machines)
    {
        _report = report;
        _machines = machines;
        _values = new(report);
        _choices = new(report, _values);
        _errors = new(report, _values);
        _tasks = new(report);
        _maps = new(report, _values, machines);
    }

    /// <summary>Returns the name of the variable that a member of <c>Assign</c> sets.</summary>
    public static string VariableName(string member) => member.EndsWith(".$", StringComparison.Ordinal) ? member.Substring(0, member.Length - 2) : member;

    public void Check(Node state, MachineScope scope)
    {
        state.ExpectText("Comment");
        state.ExpectOneOf("QueryLanguage", Terms.JsonPath, Terms.Jsonata);
        var language = Terms.LanguageOf(state.Text("QueryLanguage")) ?? scope.Language;
        if (scope.Language == AslQueryLanguage.Jsonata && state.Text("QueryLanguage") == Terms.JsonPath)
        {
            _report.Schema("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", state.Path, state["QueryLanguage"]);
        }

        if (!state.Has("Type"))
        {
            state.Require("Type");
            return;
        }

        var type = state.Text("Type") ?? "";
        if (!StateFields.ByType.TryGetValue(type, out var fields))
        {
            if (!Substitutions.Holds(type))
            {
                _report.Schema("The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]", state.At("Type"), state["Type"]);
            }

            return;
        }

        CheckFields(state, type, fields, language);
        CheckTransition(state, type);
        var values = new ValueScope(state, language, scope);
        CheckCommon(values, type);
        switch (type)
        {
            case "Task":
                _tasks.Check(values);
                CheckTimeouts(values);
                break;
            case "Pass":
                CheckPass(values);
                break;
            case "Wait":
                CheckWait(values);
                break;
            case "Choice":
                _choices.Check(values);
                break;
            case "Fail":
                CheckFail(values);
                break;
            case "Parallel":
                state.Require("Branches");
                state.RequireNonEmptyArray("Branches");
                foreach (var branch in state.Objects("Branches"))
                {
                    _machines.CheckBranch(branch, scope);
                }

                break;
            case "Map":
                _maps.Check(values);
                break;
        }

        _errors.Check(values);
    }

    private void CheckFields(Node state, string type, StateFields fields, AslQueryLanguage language)
    {
        foreach (var member in state.Value.Members)
        {
            if (fields.Both.Contains(member.Name))
            {
                continue;
            }

            var isJsonPath = fields.JsonPath.Contains(member.Name);
            if (!isJsonPath && !fields.Jsonata.Contains(member.Name))
            {
                state.NotSupported(member, Advice(type, member.Name));
            }
            else if (isJsonPath && language == AslQueryLanguage.Jsonata)
            {
                WrongLanguage(state, member, Terms.Jsonata, Terms.JsonPath);
            }
            else if (!isJsonPath && language == AslQueryLanguage.JsonPath)
            {
                WrongLanguage(state, member, Terms.JsonPath, Terms.Jsonata);
            }
        }
    }

    private void WrongLanguage(Node state, JsonMember member, string actual, string needed) => _report.Error(
        DiagnosticCodes.SchemaValidationFailed,
        $"The QueryLanguage is set to '{actual}', but field '{member.Name}' is only supported for the '{needed}' QueryLanguage",
        state.Path,
        member.NamePosition ?? member.Value.Position);

    private static string Advice(string type, string field)
    {
        var fields = StateFields.ByType[type];
        var similar = fields.Both.Concat(fields.JsonPath).Concat(fields.Jsonata).FirstOrDefault(known => string.Equals(known, field, StringComparison.OrdinalIgnoreCase));
        return similar is null ? $"A {type} state has no such field; remove it." : $"It is written '{similar}'.";
    }

    private void CheckTransition(Node state, string type)
    {
        if (type is "Choice" or "Succeed" or "Fail")
        {
            return;
        }

        state.ExpectText("Next");
        if (state["End"] is { } end and not JsonBoolean && !(end is JsonString text && Substitutions.Holds(text.Value)))
        {
            _report.Schema("Expected value of type Boolean.", state.At("End"), end);
        }

        if (!state.Has("Next") && state["End"] is null or JsonBoolean { Value: false })
        {
            _report.Schema("These fields are required: [Next] or [End]. Write where to go, or \"End\": true.", state.Path, state.Value);
        }
        else if (state["End"] is JsonBoolean { Value: true })
        {
            state.OnlyOne("Next", "End");
        }
    }

    private void CheckCommon(ValueScope state, string type)
    {
        if (state.IsJsonata)
        {
            var hasResult = type is "Task" or "Map" or "Parallel";
            var scope = hasResult ? JsonataScope.Result : JsonataScope.Input;
            _values.CheckJsonata(state, state.Node["Output"], state.Node.At("Output"), scope);
            _values.CheckAssign(state, state.Node, scope);
            if (state.Node["Arguments"] is { } arguments)
            {
                if (arguments is not JsonObject && !(arguments is JsonString text && JsonataText.IsExpression(text.Value)))
                {
                    _report.Schema("Expected value of type Object or a JSONata expression.", state.Node.At("Arguments"), arguments);
                }

                _values.CheckJsonata(state, arguments, state.Node.At("Arguments"), JsonataScope.Input);
            }

            return;
        }

        _values.CheckPath(state, "InputPath", nullable: true);
        _values.CheckPath(state, "OutputPath", nullable: true);
        _values.CheckResultPath(state, state.Node);
        _values.CheckTemplateField(state, "Parameters");
        _values.CheckTemplateField(state, "ResultSelector");
        _values.CheckAssign(state, state.Node, JsonataScope.Input);
    }

    private void CheckTimeouts(ValueScope state)
    {
        var node = state.Node;
        node.OnlyOne("TimeoutSeconds", "TimeoutSecondsPath");
        node.OnlyOne("HeartbeatSeconds", "HeartbeatSecondsPath");
        foreach (var field in new[] { "TimeoutSeconds", "HeartbeatSeconds" })
        {
            node.ExpectInteger(field, 1, Limits.Seconds, state.IsJsonata);
            _values.CheckJsonataText(state, field);
            _values.CheckPath(state, field + "Path", nullable: false);
        }

        if (node["TimeoutSeconds"] is JsonNumber timeout && node["HeartbeatSeconds"] is JsonNumber heartbeat && heartbeat.ToDouble() >= timeout.ToDouble())
        {
            _report.Doubtful("HeartbeatSeconds should be smaller than TimeoutSeconds. Otherwise it has no effect.", node.At("HeartbeatSeconds"), heartbeat);
        }
    }

    private void CheckPass(ValueScope state)
    {
        if (state.Node["Result"] is JsonString { Value: var result } text && ValueRules.LooksDynamic(result))
        {
            _report.Warn(DiagnosticCodes.PassResultIsStatic, $"The result is the text \"{result}\" itself. Use Parameters to read a path.", state.Node.At("Result"), text);
        }
    }

    private void CheckWait(ValueScope state)
    {
        var node = state.Node;
        string[] times = ["SecondsPath", "Seconds", "TimestampPath", "Timestamp"];
        if (!times.Any(node.Has))
        {
            _report.Schema($"There should be one of the following fields: [{string.Join(", ", times)}]", node.Path, node.Value);
        }

        node.OnlyOne(times);
        node.ExpectInteger("Seconds", 0, Limits.Seconds, state.IsJsonata);
        _values.CheckJsonataText(state, "Seconds");
        _values.CheckPath(state, "SecondsPath", nullable: false);
        _values.CheckPath(state, "TimestampPath", nullable: false);
        if (node["Timestamp"] is not { } timestamp)
        {
            return;
        }

        if (state.IsJsonata && timestamp is JsonString { Value: var text } && (JsonataText.IsExpression(text) || JsonataText.IsHalfDelimited(text)))
        {
            _values.CheckJsonataText(state, "Timestamp");
        }
        else
        {
            _values.CheckTimestamp(timestamp, node.At("Timestamp"));
        }
    }

    private void CheckFail(ValueScope state)
    {
        foreach (var field in new[] { "Error", "Cause" })
        {
            state.Node.ExpectText(field);
            state.Node.OnlyOne(field, field + "Path");
            _values.CheckJsonataText(state, field);
            if (!state.IsJsonata && state.Node[field + "Path"] is { } path)
            {
                _values.CheckTextSource(path, state.Node.At(field + "Path"));
                _values.CheckReadable(state, path);
            }
        }
    }
}
