using System.Globalization;
using Stepwise.Json;
using Stepwise.Local.History;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.Machine;

/// <summary>A Wait.</summary>
internal sealed class WaitStep : TimedStep
{
    /// <summary>How long a Wait may last, in seconds.</summary>
    private const long MaxSeconds = Limits.Seconds;

    private readonly WaitState _state;
    private readonly Template? _assign;
    private readonly Template? _output;
    private Step? _next;

    public WaitStep(WaitState state, AslQueryLanguage language)
        : base(state, language, HistoryEventType.WaitStateEntered, HistoryEventType.WaitStateExited, HistoryEventType.WaitStateAborted)
    {
        _state = state;
        _assign = Template.Of("Assign", state.Assign, IsJsonata);
        _output = Template.Of("Output", state.Output, IsJsonata);
    }

    public override void Connect(MachinePlan plan) => _next = _state.Next is { } next ? plan.Target(this, next) : null;

    public override async ValueTask<StepEnd> PerformAsync(StateVisit visit)
    {
        ReadInput(visit);
        var due = Due(visit);
        await visit.Execution.Loop.DelayUntilAsync(due, visit.Cancellation, visit.Execution.Cancellation);
        visit.BeginStage();
        var assigned = visit.Assign(_assign);
        return new(IsJsonata ? _output?.Evaluate(visit) ?? visit.RawInput : WriteOutput(visit, visit.Input), _next, assigned);
    }

    private DateTimeOffset Due(StateVisit visit)
    {
        var now = visit.Execution.Loop.Now;
        if (_state.SecondsPath is { } secondsPath)
        {
            if (!JsonPath.TrySelect(JsonPath.Parse(secondsPath), visit.Scope, out var value, out _) || value is JsonNull)
            {
                throw Runtime($"The SecondsPath parameter does not reference an input value: {secondsPath}");
            }

            if (value is not JsonNumber number || !number.TryGetInt64(out var seconds))
            {
                throw Runtime($"The SecondsPath parameter cannot be parsed as a long value: {secondsPath} == {JsonText.ToText(value)}");
            }

            return seconds < 0 ? throw Runtime($"The SecondsPath parameter references a negative value: {secondsPath} == {JsonText.ToText(value)}") : After(now, seconds);
        }

        if (_state.TimestampPath is { } timestampPath)
        {
            if (!JsonPath.TrySelect(JsonPath.Parse(timestampPath), visit.Scope, out var value, out _) || value is JsonNull)
            {
                throw Runtime($"The TimestampPath parameter does not reference an input value: {timestampPath}");
            }

            return value is JsonString { Value: var text } && Timestamp.TryParse(text, out var time)
                ? Until(now, time)
                : throw Runtime($"The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: {timestampPath} == {JsonText.ToText(value)}");
        }

        return IsJsonata ? JsonataDue(visit, now) : ConstantDue(now);
    }

    private DateTimeOffset ConstantDue(DateTimeOffset now)
    {
        if (_state.Seconds is JsonNumber number && number.TryGetInt64(out var seconds))
        {
            return After(now, seconds);
        }

        return _state.Timestamp is JsonString { Value: var text } && Timestamp.TryParse(text, out var time)
            ? Until(now, time)
            : throw Runtime("The state says neither for how many seconds nor until when to wait.");
    }

    private DateTimeOffset JsonataDue(StateVisit visit, DateTimeOffset now)
    {
        if (_state.Seconds is { } template)
        {
            var value = JsonataTemplate.Evaluate("Seconds", template, JsonKind.Number, visit.Scope);
            visit.BeginStage();
            if (!((JsonNumber)value).TryGetInt64(out var seconds))
            {
                throw Query($"The Seconds field cannot be parsed as a long value: {JsonText.ToText(value)}", "Seconds");
            }

            return seconds is < 0 or > MaxSeconds
                ? throw Query(string.Create(CultureInfo.InvariantCulture, $"The Seconds field must be between 0 and {MaxSeconds}: {seconds}"), "Seconds")
                : After(now, seconds);
        }

        var text = ((JsonString)JsonataTemplate.Evaluate("Timestamp", _state.Timestamp ?? JsonNull.Instance, JsonKind.String, visit.Scope)).Value;
        visit.BeginStage();
        return Timestamp.TryParse(text, out var time)
            ? Until(now, time)
            : throw Query($"The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: {text}", "Timestamp");
    }

    private static DateTimeOffset After(DateTimeOffset now, long seconds) => seconds > MaxSeconds ? throw TooLong() : now.AddSeconds(seconds);

    private static DateTimeOffset Until(DateTimeOffset now, DateTimeOffset time) => time - now > TimeSpan.FromSeconds(MaxSeconds) ? throw TooLong() : time;

    private static EvaluationException TooLong() => Runtime("Wait state delay is too long.");

    private static EvaluationException Runtime(string reason) => new(ErrorNames.Runtime, reason);

    private static EvaluationException Query(string reason, string field) => new(ErrorNames.QueryEvaluationError, reason, field);
}
