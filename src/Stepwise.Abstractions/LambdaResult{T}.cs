using System.Text.Json.Serialization;

namespace Stepwise;

/// <summary>The envelope of <c>lambda:invoke</c>. A task that returns it keeps the envelope, so that later states read <c>result.Payload</c>.</summary>
/// <typeparam name="T">What the function returns.</typeparam>
/// <param name="Payload">What the function returned.</param>
public sealed record LambdaResult<T>([property: JsonPropertyName("Payload")] T Payload);
