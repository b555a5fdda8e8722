using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>A call with which a function ends: the caller of the function makes it, so that the stack does not grow.</summary>
/// <param name="Function">What is called.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Site">The call in the expression, which errors name.</param>
internal sealed record TailCall(JsonValue? Function, JsonValue?[] Arguments, ICallSite Site)
{
    /// <summary>What the body of a function gives where it ends with a call.</summary>
    public static readonly JsonValue Marker = Frame.Nothing;
}
