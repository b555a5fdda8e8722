using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>A tail call: a call at the end of a function. The caller of the function makes it, so that the stack does not grow.</summary>
/// <param name="Function">The called function.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Site">The call in the expression, which errors name.</param>
internal sealed record TailCall(JsonValue? Function, JsonValue?[] Arguments, ICallSite Site)
{
    /// <summary>The result of a function's body that ends with a tail call.</summary>
    public static readonly JsonValue Marker = Frame.Nothing;
}
