using System.Globalization;
using Stepwise.Json;
using Stepwise.Local;

namespace Stepwise.Cli.Running;

/// <summary>What an execution came to, as JSON, for other tools.</summary>
internal static class RunDocument
{
    public static JsonObject Of(LocalExecution execution) => new JsonObject.Builder()
        .Add("status", execution.Status.ToWireName())
        .AddIfNotNull("output", execution.Output)
        .AddIfNotNull("error", Text(execution.Error))
        .AddIfNotNull("cause", Text(execution.Cause))
        .Add("executionArn", execution.Arn)
        .Add("input", execution.Input)
        .Add("startedAt", Time(execution.StartedAt))
        .Add("elapsedSeconds", execution.Elapsed.TotalSeconds)
        .Add("transitions", execution.Transitions)
        .Add("states", new JsonArray(States(execution.GetTimeline().States)))
        .AddIfNotNull("mapRuns", execution.MapRuns.Count == 0 ? null : new JsonArray(execution.MapRuns.Select(run => (JsonValue)run.ToJson())))
        .Add("events", Events(execution))
        .ToObject();

    /// <summary>The history as <c>GetExecutionHistory</c> returns it.</summary>
    public static JsonObject History(LocalExecution execution) => JsonObject.Create(("events", Events(execution)));

    private static JsonArray Events(LocalExecution execution) => new(execution.Events.Select(item => (JsonValue)item.ToJson()));

    private static IEnumerable<JsonValue> States(IReadOnlyList<VisitedState> chain) => chain.Select(state => (JsonValue)new JsonObject.Builder()
        .Add("name", state.Name)
        .Add("type", state.Type)
        .Add("enteredAt", Time(state.EnteredAt))
        .AddIfNotNull("leftAt", state.LeftAt is { } left ? Time(left) : null)
        .AddIfNotNull("attempts", state.Attempts == 0 ? null : state.Attempts)
        .AddIfNotNull("error", Text(Timeline.ErrorOf(state)))
        .AddIfNotNull("branches", state.Branches.Count == 0 ? null : new JsonArray(state.Branches.Select(inner => (JsonValue)new JsonArray(States(inner)))))
        .ToObject());

    private static JsonString? Text(string? text) => text is null ? null : new(text);

    private static JsonString Time(DateTimeOffset time) => new(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
