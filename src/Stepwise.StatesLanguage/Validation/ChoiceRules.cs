using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>The rules for Choice states.</summary>
internal sealed class ChoiceRules
{
    private static readonly string[] _kinds = ["And", "Or", "Not", "Variable", "Condition"];

    private readonly ValidationReport _report;
    private readonly ValueRules _values;

    public ChoiceRules(ValidationReport report, ValueRules values)
    {
        _report = report;
        _values = values;
    }

    public void Check(ValueScope state)
    {
        var node = state.Node;
        node.Require("Choices");
        node.RequireNonEmptyArray("Choices");
        node.ExpectText("Default");
        var seen = new HashSet<JsonValue>();
        foreach (var rule in node.Objects("Choices"))
        {
            CheckRule(state, rule, isNested: false);
            if (!seen.Add(WithoutTarget(rule.Value)))
            {
                _report.Warn(DiagnosticCodes.NeverReached, "An earlier rule has the same test, so this one never wins.", rule.Path, rule.Value);
            }
        }

        if (!node.Has("Default"))
        {
            _report.Warn(DiagnosticCodes.MissingDefault, "If no rule is true, the execution fails with States.NoChoiceMatched. Add a Default.", node.Path, node.Value);
        }
    }

    private static JsonObject WithoutTarget(JsonObject rule)
    {
        var test = new JsonObject.Builder();
        var names = new HashSet<string>(StringComparer.Ordinal) { "Next", "Comment", "Assign", "Output" };
        foreach (var member in rule.Members)
        {
            if (names.Add(member.Name))
            {
                test.Add(member.Name, member.Value);
            }
        }

        return test.ToObject();
    }

    private void CheckRule(ValueScope state, Node rule, bool isNested)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        rule.ExpectText("Comment");
        if (!isNested)
        {
            rule.Require("Next");
            rule.ExpectText("Next");
            _values.CheckAssign(state, rule, JsonataScope.Input);
        }

        foreach (var member in rule.Value.Members)
        {
            CheckMember(state, rule, member, isNested);
        }

        if (state.IsJsonata)
        {
            CheckCondition(state, rule);
            return;
        }

        var kinds = _kinds.Where(kind => kind != "Condition" && rule.Has(kind)).ToList();
        if (kinds.Count != 1)
        {
            if (!rule.Has("Condition"))
            {
                _report.Schema($"The object must have only one of the following fields, [{string.Join(", ", _kinds)}]. " + (kinds.Count == 0 ? "It has none." : "It has more."), rule.Path, rule.Value);
            }

            return;
        }

        CheckTest(state, rule, kinds[0]);
    }

    private void CheckMember(ValueScope state, Node rule, JsonMember member, bool isNested)
    {
        var isOperator = ChoiceOperators.All.ContainsKey(member.Name);
        var isJsonPath = isOperator || member.Name is "And" or "Or" or "Not" or "Variable";
        var isKnown = isJsonPath || member.Name is "Comment" or "Condition" || (!isNested && member.Name is "Next" or "Assign" or "Output");
        var isJsonata = member.Name is "Condition" or "Output";
        if (!isKnown)
        {
            rule.NotSupported(member, isNested ? "A rule within And, Or or Not has a test and nothing else." : "A rule has a test, Next, Comment, Assign and, in JSONata, Output.");
        }
        else if (state.IsJsonata && isJsonPath)
        {
            WrongLanguage(rule, member, Terms.Jsonata, Terms.JsonPath);
        }
        else if (!state.IsJsonata && isJsonata)
        {
            WrongLanguage(rule, member, Terms.JsonPath, Terms.Jsonata);
        }
    }

    private void WrongLanguage(Node rule, JsonMember member, string actual, string needed) => _report.Error(
        DiagnosticCodes.SchemaValidationFailed,
        $"The QueryLanguage is set to '{actual}', but field '{member.Name}' is only supported for the '{needed}' QueryLanguage",
        rule.Path,
        member.NamePosition ?? member.Value.Position);

    private void CheckCondition(ValueScope state, Node rule)
    {
        rule.Require("Condition");
        var condition = rule["Condition"];
        if (condition is JsonString { Value: var text } && (JsonataText.IsExpression(text) || JsonataText.IsHalfDelimited(text)))
        {
            _values.CheckJsonata(state, condition, rule.At("Condition"), JsonataScope.Input);
        }
        else if (condition is not (null or JsonBoolean) && !(condition is JsonString other && Substitutions.Holds(other.Value)))
        {
            _report.Schema("Expected a JSONata expression or a boolean.", rule.At("Condition"), condition);
        }

        _values.CheckJsonata(state, rule["Output"], rule.At("Output"), JsonataScope.Input);
    }

    private void CheckTest(ValueScope state, Node rule, string kind)
    {
        var operators = rule.Value.Members.Where(member => ChoiceOperators.All.ContainsKey(member.Name)).ToList();
        if (kind != "Variable")
        {
            if (operators.Count > 0)
            {
                _report.Schema($"The object must have only one of the following fields, [{string.Join(", ", _kinds)}]. Move the comparison into a rule of its own.", rule.Path, operators[0].Value);
            }

            if (kind == "Not")
            {
                if (rule.Object("Not") is { } part)
                {
                    CheckRule(state, part, isNested: true);
                }

                return;
            }

            rule.RequireNonEmptyArray(kind);
            foreach (var part in rule.Objects(kind))
            {
                CheckRule(state, part, isNested: true);
            }

            return;
        }

        _values.CheckReferencePath(state, rule, "Variable", contextAllowed: true);
        if (operators.Count != 1)
        {
            _report.Schema(
                "There should only be one of the following fields: [" + string.Join(", ", ChoiceOperators.All.Keys.OrderBy(name => name, StringComparer.Ordinal)) + "]. "
                + (operators.Count == 0 ? "Add a comparison." : "Put the comparisons into an And."),
                rule.Path,
                rule.Value);
            return;
        }

        CheckOperand(state, rule, operators[0]);
    }

    private void CheckOperand(ValueScope state, Node rule, JsonMember comparison)
    {
        var path = rule.At(comparison.Name);
        var value = comparison.Value;
        switch (ChoiceOperators.All[comparison.Name])
        {
            case ChoiceOperand.Path:
                _values.CheckReferencePath(state, rule, comparison.Name, contextAllowed: true);
                break;
            case ChoiceOperand.Timestamp:
                _values.CheckTimestamp(value, path);
                break;
            case ChoiceOperand.Text:
                rule.ExpectText(comparison.Name);
                if (value is JsonString { Value: var text } && ValueRules.LooksDynamic(text))
                {
                    _report.Warn(DiagnosticCodes.NoPath, $"The value is the text \"{text}\" itself. To compare with the value at that path, use {comparison.Name}Path.", path, value);
                }

                break;
            case ChoiceOperand.Number:
                rule.ExpectNumber(comparison.Name, double.MinValue, double.MaxValue);
                break;
            case ChoiceOperand.Boolean:
                if (value is not JsonBoolean && !(value is JsonString boolean && Substitutions.Holds(boolean.Value)))
                {
                    _report.Schema("Expected value of type Boolean.", path, value);
                }

                break;
        }
    }
}
