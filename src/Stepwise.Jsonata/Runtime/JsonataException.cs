using System.Diagnostics.CodeAnalysis;
using Stepwise.Json;
using Stepwise.Jsonata.Runtime;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata;

/// <summary>An expression cannot be read or evaluated.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "An error of JSONata has a code.")]
public sealed class JsonataException : Exception
{
    private readonly string? _text;

    internal JsonataException(string code)
    {
        Code = code;
        Position = -1;
    }

    internal JsonataException(JsonataError error)
    {
        Code = error.Code;
        Position = error.Position;
        Token = error.Token;
        Value = error.Value;
        _text = error.Message;
    }

    internal JsonataException(string code, string text)
        : this(code)
        => _text = text;

    /// <summary>JSONata's code, such as <c>T2001</c>.</summary>
    public string Code { get; }

    /// <summary>The place in the expression as JSONata counts it, behind the token; -1 where it is not known.</summary>
    public int Position { get; internal set; }

    /// <summary>The operator or the name of the function; null where none plays a part.</summary>
    public string? Token { get; internal set; }

    /// <summary>The value that is wrong; null where none plays a part.</summary>
    public JsonValue? Value { get; internal init; }

    /// <summary>The second value of a comparison.</summary>
    internal JsonValue? SecondValue { get; init; }

    /// <summary>Which argument is wrong, counted from 1; 0 where none is.</summary>
    internal int Index { get; init; }

    /// <summary>What an argument's items must be.</summary>
    internal string? ItemType { get; init; }

    /// <summary>The exponent of D3061.</summary>
    internal JsonValue? Exponent { get; init; }

    /// <summary>The function of D3140.</summary>
    internal string? FunctionName { get; init; }

    /// <summary>The text of <c>$error</c> and <c>$assert</c>.</summary>
    internal string? UserMessage { get; init; }

    /// <inheritdoc/>
    public override string Message => _text ?? ErrorTexts.Fill(this);
}
