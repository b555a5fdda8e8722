using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata;

/// <summary>A function that an expression may call and that is written in .NET.</summary>
public sealed class JsonataFunctionDefinition
{
    private NativeFunction? _function;

    /// <summary>Defines a function.</summary>
    /// <param name="signature">What it takes and gives, such as <c>&lt;s-n?:s&gt;</c>; null to take anything.</param>
    /// <param name="arity">How many arguments it takes, so that functions such as <c>$map</c> pass no more.</param>
    /// <param name="body">What it does. A null reference among the arguments or as the result is nothing; a JSON null is <see cref="JsonNull"/>.</param>
    public JsonataFunctionDefinition(string? signature, int arity, Func<IReadOnlyList<JsonValue?>, JsonValue?> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Signature = signature;
        Arity = arity;
        Body = body;
    }

    /// <summary>What it takes and gives; null to take anything.</summary>
    public string? Signature { get; }

    /// <summary>How many arguments it takes.</summary>
    public int Arity { get; }

    /// <summary>What it does.</summary>
    public Func<IReadOnlyList<JsonValue?>, JsonValue?> Body { get; }

    /// <summary>The function under the name that it is found by.</summary>
    internal JsonataFunction AsFunction(string name)
    {
        var function = _function;
        if (function is null || function.Name != name)
        {
            _function = function = new(name, Signature, (arguments, _, _) => Body(arguments), Arity);
        }

        return function;
    }
}
