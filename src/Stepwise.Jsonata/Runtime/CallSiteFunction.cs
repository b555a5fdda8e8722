using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>A function that sees the variables of the place where it is called: <see cref="Evaluation.CallSite"/> holds them when it begins.</summary>
internal sealed class CallSiteFunction(NativeFunction function) : JsonataFunction
{
    /// <summary>The name without <c>$</c>.</summary>
    public string Name => function.Name;

    public override int Arity => function.Arity;

    public override JsonValue? Invoke(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation) => function.Invoke(arguments, input, evaluation);
}
