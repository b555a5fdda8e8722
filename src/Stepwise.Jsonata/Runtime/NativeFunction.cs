using Stepwise.Json;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Runtime;

/// <summary>A function that is written in .NET: one of JSONata's library or one from the options.</summary>
internal sealed class NativeFunction : JsonataFunction
{
    private readonly NativeBody _body;

    public NativeFunction(string name, string? signature, NativeBody body, int arity)
        : this(name, signature is null ? null : JsonataSignature.Parse(signature), body, arity)
    {
    }

    public NativeFunction(string name, JsonataSignature? signature, NativeBody body, int arity)
    {
        Name = name;
        Signature = signature;
        _body = body;
        Arity = arity;
    }

    /// <summary>The name without <c>$</c>.</summary>
    public string Name { get; }

    /// <summary>The signature; null if arguments are not checked.</summary>
    public JsonataSignature? Signature { get; }

    public override int Arity { get; }

    /// <summary>Whether an argument may be infinite or NaN. Other functions fail with D1001.</summary>
    public bool AcceptsNonFinite { get; init; }

    /// <summary>A fast path for a single argument of the usual type, which visits the argument's items only once. If it returns null, the argument is checked and the body runs.</summary>
    public Func<JsonValue, JsonValue?>? ShortWay { get; init; }

    public override JsonValue? Invoke(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (ShortWay is not null && arguments is [{ } only] && ShortWay(only) is { } result)
        {
            return result;
        }

        if (!AcceptsNonFinite)
        {
            foreach (var argument in arguments)
            {
                NonFinite.Refuse(argument);
            }
        }

        return _body(Signature is null ? arguments : SignatureValidation.Validate(Signature, arguments, input), input, evaluation);
    }
}
