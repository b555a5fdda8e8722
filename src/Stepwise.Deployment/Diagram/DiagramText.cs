using System.Globalization;
using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Deployment.Diagram;

/// <summary>Writes the short texts of a diagram: captions of states and labels of transitions.</summary>
internal static class DiagramText
{
    private const int LabelLength = 34;

    public static string CaptionOf(State? state)
    {
        var text = state switch
        {
            null => "does not exist",
            TaskState task => OfTask(task.Resource),
            WaitState wait => OfWait(wait),
            MapState { ItemProcessor.ProcessorConfig.Mode: ProcessorMode.Distributed } => "Map, distributed",
            FailState { Error: JsonString error } when !error.Value.StartsWith("{%", StringComparison.Ordinal) => "Fail: " + error.Value,
            _ => state.Type.Length == 0 ? "State" : state.Type,
        };
        return TextMeasure.Shorten(text, 40);
    }

    public static string LabelOf(Transition transition) => TextMeasure.Shorten(
        transition.Kind switch
        {
            TransitionKind.Rule => OfRule(transition.Rule),
            TransitionKind.Default => "otherwise",
            TransitionKind.Catch => OfErrors(transition.Errors),
            _ => "",
        },
        LabelLength);

    /// <summary>A condition in full, such as <c>status = completed and count &gt; 0</c>.</summary>
    public static string OfRule(ChoiceRule? rule) => rule switch
    {
        null => "",
        { Condition: JsonString condition } => OfExpression(condition.Value),
        { Condition: JsonBoolean condition } => condition.ToJson(),
        { Test: { } test } => OfTest(test, isPart: false),
        _ => rule.Comment ?? "",
    };

    public static string Join(string label, string other) => other.Length == 0 || label == other ? label
        : label.Length == 0 ? other : TextMeasure.Shorten(label + " or " + other, LabelLength);

    public static string OfDuration(long seconds)
    {
        var parts = new List<string>();
        foreach (var (unit, length) in new[] { ("d", 86_400L), ("h", 3_600L), ("min", 60L), ("s", 1L) })
        {
            if (seconds >= length && parts.Count < 2)
            {
                parts.Add((seconds / length).ToString(CultureInfo.InvariantCulture) + " " + unit);
                seconds %= length;
            }
        }

        return parts.Count == 0 ? "0 s" : string.Join(" ", parts);
    }

    private static string OfTask(string text)
    {
        var resource = TaskResource.Parse(text);
        return resource.Kind switch
        {
            TaskResourceKind.Function or TaskResourceKind.Substitution => "Task: Lambda",
            TaskResourceKind.Activity => "Task: activity",
            TaskResourceKind.Optimized when resource.Integration == "lambda:invoke" => "Task: Lambda" + resource.PatternText,
            TaskResourceKind.Optimized => "Task: " + resource.Integration + resource.PatternText,
            TaskResourceKind.Sdk => "Task: " + resource.Service + ":" + resource.Action + resource.PatternText,
            _ => "Task",
        };
    }

    private static string OfWait(WaitState wait) => wait switch
    {
        { Seconds: JsonNumber number } when number.TryGetInt64(out var seconds) && seconds >= 0 => "Wait " + OfDuration(seconds),
        { Timestamp: JsonString time } when !time.Value.StartsWith("{%", StringComparison.Ordinal) => "Wait until " + time.Value,
        { SecondsPath: { } path } => "Wait " + NameOf(path) + " s",
        { TimestampPath: { } path } => "Wait until " + NameOf(path),
        _ => "Wait",
    };

    private static string OfErrors(IReadOnlyList<string> errors) => errors.Count == 1 && errors[0] == ErrorNames.All ? "error" : string.Join(" or ", errors);

    private static string OfExpression(string text)
    {
        var expression = text.Trim();
        if (expression.StartsWith("{%", StringComparison.Ordinal) && expression.EndsWith("%}", StringComparison.Ordinal) && expression.Length >= 4)
        {
            expression = expression.Substring(2, expression.Length - 4).Trim();
        }

        expression = expression.Replace("$states.context.Execution.Input.", "").Replace("$states.input.", "").Replace("\"", "").Replace("!=", "≠").Replace(">=", "≥").Replace("<=", "≤");
        return string.Join(" ", expression.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static string OfTest(ChoiceTest test, bool isPart) => test switch
    {
        AndTest and => Parenthesized(string.Join(" and ", and.Rules.Select(rule => OfTest(rule, isPart: true))), isPart && and.Rules.Count > 1),
        OrTest or => Parenthesized(string.Join(" or ", or.Rules.Select(rule => OfTest(rule, isPart: true))), isPart && or.Rules.Count > 1),
        NotTest { Rule: ComparisonTest { Operator: "IsPresent" or "IsNull", Operand: JsonBoolean } inner } => OfComparison(inner with { Operand = JsonBoolean.From(inner.Operand != JsonBoolean.True) }),
        NotTest not => "not " + OfTest(not.Rule, isPart: true),
        ComparisonTest comparison => OfComparison(comparison),
        _ => "",
    };

    private static string Parenthesized(string text, bool yes) => yes ? "(" + text + ")" : text;

    private static string OfComparison(ComparisonTest comparison)
    {
        var name = NameOf(comparison.Variable);
        var isPath = comparison.Operator.EndsWith("Path", StringComparison.Ordinal);
        var operation = isPath ? comparison.Operator.Substring(0, comparison.Operator.Length - 4) : comparison.Operator;
        var operand = comparison.Operand is JsonString text ? (isPath ? NameOf(text.Value) : text.Value.Length == 0 ? "\"\"" : text.Value) : comparison.Operand.ToJson();
        if (operation.StartsWith("Is", StringComparison.Ordinal))
        {
            var what = operation == "IsPresent" ? "present" : operation.Substring(2).ToLowerInvariant();
            return name + (comparison.Operand == JsonBoolean.False ? " is not " : " is ") + what;
        }

        var sign = operation.EndsWith("GreaterThanEquals", StringComparison.Ordinal) ? "≥"
            : operation.EndsWith("LessThanEquals", StringComparison.Ordinal) ? "≤"
            : operation.EndsWith("GreaterThan", StringComparison.Ordinal) ? ">"
            : operation.EndsWith("LessThan", StringComparison.Ordinal) ? "<"
            : operation.EndsWith("Equals", StringComparison.Ordinal) ? "="
            : "matches";
        return operation == "BooleanEquals" && !isPath ? (comparison.Operand == JsonBoolean.True ? name : "not " + name) : name + " " + sign + " " + operand;
    }

    /// <summary>Returns the last member of a path, which usually is the name of the value.</summary>
    private static string NameOf(string path)
    {
        var dot = path.LastIndexOf('.');
        return dot >= 0 && dot < path.Length - 1 && !path.EndsWith(")", StringComparison.Ordinal) && !path.EndsWith("]", StringComparison.Ordinal) ? path.Substring(dot + 1) : path;
    }
}
