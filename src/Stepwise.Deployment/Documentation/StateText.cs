using System.Globalization;
using Stepwise.Deployment.Diagram;
using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Deployment.Documentation;

/// <summary>Describes the fields of a state in words.</summary>
internal static class StateText
{
    public static string TimeoutOf(State state) => state is not TaskState task ? ""
        : task.TimeoutSeconds is JsonNumber number && number.TryGetInt64(out var seconds) ? DiagramText.OfDuration(seconds)
        : task.TimeoutSeconds is JsonString text ? Markdown.Code(text.Value)
        : task.TimeoutSecondsPath is { } path ? Markdown.Code(path)
        : "none";

    public static string HeartbeatOf(State state) => state is not TaskState task ? ""
        : task.HeartbeatSeconds is JsonNumber number && number.TryGetInt64(out var seconds) ? DiagramText.OfDuration(seconds)
        : task.HeartbeatSeconds is JsonString text ? Markdown.Code(text.Value)
        : task.HeartbeatSecondsPath is { } path ? Markdown.Code(path)
        : "";

    public static string Of(Retrier retrier)
    {
        var (attempts, interval, rate) = (retrier.MaxAttempts ?? Retrier.DefaultMaxAttempts, retrier.IntervalSeconds ?? Retrier.DefaultIntervalSeconds, retrier.BackoffRate ?? Retrier.DefaultBackoffRate);
        var errors = Errors(retrier.ErrorEquals);
        if (attempts == 0)
        {
            return errors + ": not retried";
        }

        var text = string.Format(CultureInfo.InvariantCulture, "{0}: {1} more {2}, after {3} s", errors, attempts, attempts == 1 ? "try" : "tries", interval);
        text += attempts == 1 || rate == 1 ? "" : string.Format(CultureInfo.InvariantCulture, ", each wait {0} times the last", rate);
        text += retrier.MaxDelaySeconds is { } longest ? string.Format(CultureInfo.InvariantCulture, ", at most {0} s", longest) : "";
        return text + (retrier.JitterStrategy == "FULL" ? ", with jitter" : "");
    }

    public static string Errors(IReadOnlyList<string> errors) => errors.Count == 1 && errors[0] == ErrorNames.All ? "any error" : Markdown.Codes(errors);

    public static string NextOf(State state)
    {
        var ways = Transition.FromState(state).Where(transition => transition.Kind != TransitionKind.Catch).Select(transition => transition.Kind switch
        {
            TransitionKind.Rule => Condition(transition.Rule) + ": " + Markdown.Text(transition.To),
            TransitionKind.Default => "otherwise: " + Markdown.Text(transition.To),
            _ => Markdown.Text(transition.To),
        });
        var text = string.Join("; ", ways);
        return text.Length > 0 ? text : state is FailState ? "fails" : "ends";
    }

    /// <summary>Describes the error or the cause of a Fail state.</summary>
    public static string ValueOf(JsonValue? value, string? path)
        => value is JsonString text ? Markdown.Code(text.Value) : value is not null ? Markdown.Code(value.ToJson()) : path is not null ? "from " + Markdown.Code(path) : "none";

    public static string Condition(ChoiceRule? rule) => DiagramText.OfRule(rule) is { Length: > 0 } text ? Markdown.Text(text) : "a rule holds";
}
