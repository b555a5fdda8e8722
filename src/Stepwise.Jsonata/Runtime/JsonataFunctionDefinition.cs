using Stepwise.Json;
using Stepwise.Jsonata.Runtime;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata;

/// <summary>A function that is written in .NET and that an expression may call. Give it to <see cref="JsonataOptions.Functions"/>.</summary>
/// <example>
/// <code>
/// ["slug"] = new("&lt;s-:s&gt;", arguments => ((JsonString)arguments[0]!).Value.ToLowerInvariant().Replace(' ', '-')),
/// </code>
/// </example>
public sealed class JsonataFunctionDefinition
{
    private readonly JsonataSignature? _signature;
    private NativeFunction? _function;

    /// <summary>Defines a function whose arguments are checked before each call.</summary>
    /// <param name="signature">A JSONata signature, such as <c>&lt;s-n?:s&gt;</c>. It also says how many arguments the function has, so that <c>$map</c> and similar functions pass no more.</param>
    /// <param name="body">Computes the result. A null reference, as an argument or as the result, means no value (JavaScript's <c>undefined</c>); a JSON null is <see cref="JsonNull"/>.</param>
    /// <exception cref="ArgumentNullException">The signature or the body is null.</exception>
    /// <exception cref="ArgumentException">The signature is not valid.</exception>
    public JsonataFunctionDefinition(string signature, Func<IReadOnlyList<JsonValue?>, JsonValue?> body)
    {
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(body);
        _signature = JsonataSignature.Parse(signature);
        Arity = _signature.Parameters.Count;
        Body = body;
    }

    /// <summary>Defines a function whose arguments are not checked.</summary>
    /// <param name="arity">How many arguments the function has, so that <c>$map</c> and similar functions pass no more. A call in the expression may have more or fewer.</param>
    /// <param name="body">Computes the result. A null reference, as an argument or as the result, means no value (JavaScript's <c>undefined</c>); a JSON null is <see cref="JsonNull"/>.</param>
    /// <exception cref="ArgumentNullException">The body is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The arity is negative.</exception>
    public JsonataFunctionDefinition(int arity, Func<IReadOnlyList<JsonValue?>, JsonValue?> body)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(arity);
        ArgumentNullException.ThrowIfNull(body);
        Arity = arity;
        Body = body;
    }

    /// <summary>The signature; null if arguments are not checked.</summary>
    public string? Signature => _signature?.Text;

    /// <summary>How many arguments the function has.</summary>
    public int Arity { get; }

    /// <summary>Computes the result of a call.</summary>
    public Func<IReadOnlyList<JsonValue?>, JsonValue?> Body { get; }

    /// <summary>The function under the name by which the expression calls it.</summary>
    internal JsonataFunction AsFunction(string name)
    {
        var function = _function;
        if (function is null || function.Name != name)
        {
            _function = function = new(name, _signature, (arguments, _, _) => Body(arguments), Arity);
        }

        return function;
    }
}
