using System.Text.Json.Serialization;

namespace Stepwise;

/// <summary>The response of <c>lambda:invoke</c> with its envelope. A task that returns this type keeps the envelope, so that later states read <c>result.Payload</c>.</summary>
/// <typeparam name="T">The type of the function's result.</typeparam>
/// <param name="Payload">The function's result.</param>
public sealed record LambdaResult<T>([property: JsonPropertyName("Payload")] T Payload);
