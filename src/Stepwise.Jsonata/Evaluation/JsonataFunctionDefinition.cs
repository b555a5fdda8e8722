using Stepwise.Json;

namespace Stepwise.Jsonata;

/// <summary>A function that an expression may call and that is written in .NET.</summary>
public sealed class JsonataFunctionDefinition
{
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
}
