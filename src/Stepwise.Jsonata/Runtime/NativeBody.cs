using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>The body of a function that is written in .NET.</summary>
/// <param name="arguments">The arguments after the signature has been checked and the context item filled in; null means no value.</param>
/// <param name="input">The context item of the call.</param>
/// <param name="evaluation">The current evaluation.</param>
/// <returns>The result, which may be a sequence that has not collapsed; null means no value.</returns>
internal delegate JsonValue? NativeBody(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation);
