using Stepwise.Json;

namespace Stepwise.StatesLanguage.Manifest;

/// <summary>A schedule of EventBridge Scheduler that starts the machine.</summary>
/// <param name="Name">The schedule's name.</param>
/// <param name="Expression">A rate, cron or at expression.</param>
/// <param name="TimeZone">The IANA name of the time zone; null for UTC.</param>
/// <param name="Enabled">Whether it runs once deployed.</param>
/// <param name="Input">The input of each execution, or null.</param>
internal sealed record ManifestSchedule(string Name, string Expression, string? TimeZone, bool Enabled, JsonValue? Input);
