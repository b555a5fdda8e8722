using System.Text.Json.Serialization;

namespace Stepwise;

/// <summary>A caught error, as Step Functions passes it to the state that handles it. The JSON always has both properties, which may be null.</summary>
/// <param name="Error">The error's name, such as <c>States.Timeout</c> or the simple type name of an exception.</param>
/// <param name="Cause">The details. For a failed function this is JSON text.</param>
public sealed record WorkflowError(
    [property: JsonPropertyName("Error")] string? Error,
    [property: JsonPropertyName("Cause")] string? Cause);
