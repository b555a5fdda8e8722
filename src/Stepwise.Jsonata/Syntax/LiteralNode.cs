using Stepwise.Json;

namespace Stepwise.Jsonata.Syntax;

/// <summary>A string, a number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
public sealed class LiteralNode : JsonataNode
{
    internal LiteralNode(int start, JsonValue value)
        : base(start)
    {
        Value = value;
    }

    /// <summary>The value.</summary>
    public JsonValue Value { get; internal set; }
}
