using Stepwise.Json;

namespace Stepwise.Deployment.Plan;

/// <summary>A rule of EventBridge.</summary>
/// <param name="Id">Its name in the source.</param>
/// <param name="Name">Its deployed name.</param>
/// <param name="Description">Its description.</param>
/// <param name="Enabled">Whether it starts executions.</param>
/// <param name="Target">What it starts.</param>
internal sealed record PlannedEventRule(string Id, Template Name, Template Description, PlannedSetting Enabled, PlannedTarget Target)
{
    /// <summary>The rate or cron expression; null if the rule has a pattern.</summary>
    public string? Schedule { get; init; }

    /// <summary>The pattern of the events; null if the rule has a schedule.</summary>
    public JsonValue? Pattern { get; init; }

    /// <summary>The JSON path into the event for each name in <see cref="InputTemplate"/>.</summary>
    public JsonObject InputPaths { get; init; } = JsonObject.Empty;

    /// <summary>The input with names in angle brackets, or null.</summary>
    public Template? InputTemplate { get; init; }
}
