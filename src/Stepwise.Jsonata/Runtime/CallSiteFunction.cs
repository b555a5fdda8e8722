using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>A function that sees the variables of its call site. They are in <see cref="Evaluation.CallSite"/> when it is called.</summary>
internal sealed class CallSiteFunction(NativeFunction function) : JsonataFunction
{
    /// <summary>The name without <c>$</c>.</summary>
    public string Name => function.Name;

    public override int Arity => function.Arity;

    public override JsonValue? Invoke(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation) => function.Invoke(arguments, input, evaluation);
}
