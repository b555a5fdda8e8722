using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>What a function does that is not written in JSONata.</summary>
/// <param name="arguments">The arguments, checked against the signature, the context filled in; null is nothing.</param>
/// <param name="input">The context item of the call.</param>
/// <param name="evaluation">The evaluation in which it is called.</param>
/// <returns>The result, which may be a sequence that has not collapsed; null is nothing.</returns>
internal delegate JsonValue? NativeBody(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation);
