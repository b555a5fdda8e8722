using Stepwise.Json;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Runtime;

/// <summary>A function that is not written in JSONata: one of the library or one that the options bring.</summary>
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

    /// <summary>What it takes and gives; null where arguments are not checked.</summary>
    public JsonataSignature? Signature { get; }

    public override int Arity { get; }

    /// <summary>Whether an argument may be infinite or not a number; all other functions refuse it.</summary>
    public bool AcceptsNonFinite { get; init; }

    /// <summary>Gives the result for one argument of the usual kind, so that its items need not be looked at twice; null for any other, which takes the long way. Default: none.</summary>
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
