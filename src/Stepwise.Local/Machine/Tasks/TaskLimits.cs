using System.Globalization;
using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>The timeout and the heartbeat of an attempt of a Task.</summary>
/// <param name="Timeout">ASL <c>TimeoutSeconds</c>, or null if the field is absent.</param>
/// <param name="Heartbeat">ASL <c>HeartbeatSeconds</c>, or null if the field is absent.</param>
internal readonly record struct TaskLimits(long? Timeout, long? Heartbeat)
{
    private const long MaxSeconds = Limits.Seconds;

    /// <summary>Evaluates the limits of an attempt.</summary>
    /// <param name="state">The state.</param>
    /// <param name="visit">The visit, which paths and expressions read.</param>
    /// <returns>The limits.</returns>
    /// <exception cref="EvaluationException">A path selects nothing, an expression fails, or its value is not a number of seconds.</exception>
    public static TaskLimits Of(TaskState state, StateVisit visit) => new(
        Seconds("TimeoutSeconds", state.TimeoutSeconds, state.TimeoutSecondsPath, visit),
        Seconds("HeartbeatSeconds", state.HeartbeatSeconds, state.HeartbeatSecondsPath, visit));

    private static long? Seconds(string field, JsonValue? value, string? path, StateVisit visit)
    {
        if (path is not null)
        {
            var selected = JsonPath.Select(path, visit.Scope);
            if (selected is not JsonNumber number || !number.TryGetInt64(out var seconds))
            {
                throw new EvaluationException(ErrorNames.Runtime, $"The {field}Path parameter cannot be parsed as a long value: {path} == {JsonText.ToText(selected)}");
            }

            return seconds is > 0 and <= MaxSeconds
                ? seconds
                : throw new EvaluationException(ErrorNames.Runtime, string.Create(CultureInfo.InvariantCulture, $"The {field}Path parameter must reference a value between 1 and {MaxSeconds}: {path} == {seconds}"));
        }

        if (value is null)
        {
            return null;
        }

        var isJsonata = visit.Language == AslQueryLanguage.Jsonata;
        var evaluated = value is JsonString && isJsonata ? JsonataTemplate.Evaluate(field, value, JsonKind.Number, visit.Scope) : value;
        if (evaluated is not JsonNumber given || !given.TryGetInt64(out var constant))
        {
            throw Unfit($"The {field} field cannot be parsed as a long value: {JsonText.ToText(evaluated)}");
        }

        return constant is > 0 and <= MaxSeconds
            ? constant
            : throw Unfit(string.Create(CultureInfo.InvariantCulture, $"The {field} field must be between 1 and {MaxSeconds}: {constant}"));

        EvaluationException Unfit(string reason) => isJsonata ? new(ErrorNames.QueryEvaluationError, reason, field) : new(ErrorNames.Runtime, reason);
    }
}
