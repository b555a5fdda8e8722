using Stepwise.Json;

namespace Stepwise.Local.Machine;

/// <summary>How a visit of a state ended.</summary>
/// <param name="Output">The state's output.</param>
/// <param name="Next">The state to go to, or null if the machine ends.</param>
/// <param name="Assigned">The variables to set; null for none.</param>
internal readonly record struct StepEnd(JsonValue Output, Step? Next, JsonObject? Assigned = null);
