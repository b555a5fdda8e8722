namespace Stepwise.Jsonata.Syntax;

/// <summary><c>function($a) { b }</c>.</summary>
public sealed class LambdaNode : JsonataNode
{
    internal LambdaNode(int start, IReadOnlyList<string> parameters, JsonataSignature? signature, JsonataNode body)
        : base(start)
    {
        Parameters = parameters;
        Signature = signature;
        Body = body;
    }

    /// <summary>The names of the parameters, without <c>$</c>.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>The signature; null if there is none.</summary>
    public JsonataSignature? Signature { get; }

    /// <summary>The body.</summary>
    public JsonataNode Body { get; }
}
