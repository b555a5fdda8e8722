using Stepwise.Json;

namespace Stepwise.StatesLanguage.Manifest;

/// <summary>A rule of EventBridge that starts the machine.</summary>
/// <param name="Name">The rule's name.</param>
/// <param name="Schedule">A rate or cron expression; null where a pattern is given.</param>
/// <param name="Pattern">The pattern of the events; null where a schedule is given.</param>
/// <param name="Enabled">Whether it is active once deployed.</param>
/// <param name="Input">The constant input of each execution, or null.</param>
/// <param name="InputPaths">Names and the JSON paths of the event that they stand for, or null.</param>
/// <param name="InputTemplate">The input, with the names in angle brackets, or null.</param>
internal sealed record ManifestEventRule(string Name, string? Schedule, JsonValue? Pattern, bool Enabled, JsonValue? Input, JsonObject? InputPaths, string? InputTemplate);
