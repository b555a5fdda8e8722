using System.Text.Json.Serialization;

namespace Stepwise;

/// <summary>A caught error, as Step Functions hands it on. Both members are always on the wire, at worst null.</summary>
/// <param name="Error">The error's name: <c>States.Timeout</c>, an exception's simple type name.</param>
/// <param name="Cause">The details; of a failed function a JSON text.</param>
public sealed record WorkflowError(
    [property: JsonPropertyName("Error")] string? Error,
    [property: JsonPropertyName("Cause")] string? Cause);
