using System.Diagnostics.CodeAnalysis;
using Stepwise.Json;
using Stepwise.Jsonata.Runtime;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata;

/// <summary>Thrown if a text is not a JSONata expression, or if an evaluation fails.</summary>
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

    /// <summary>JSONata's error code, such as <c>T2001</c>.</summary>
    public string Code { get; }

    /// <summary>The position in the expression, as JSONata counts it: the offset after the token, in UTF-16 units. -1 if it is not known.</summary>
    public int Position { get; internal set; }

    /// <summary>The operator or the name of the function that failed; null if the error concerns neither.</summary>
    public string? Token { get; internal set; }

    /// <summary>The value that is wrong; null if the error does not concern a value.</summary>
    public JsonValue? Value { get; internal init; }

    /// <summary>The second value of a comparison.</summary>
    internal JsonValue? SecondValue { get; init; }

    /// <summary>The number of the argument that is wrong, from 1; 0 if the error does not concern an argument.</summary>
    internal int Index { get; init; }

    /// <summary>The required type of the argument's items.</summary>
    internal string? ItemType { get; init; }

    /// <summary>The exponent of D3061.</summary>
    internal JsonValue? Exponent { get; init; }

    /// <summary>The function of D3140.</summary>
    internal string? FunctionName { get; init; }

    /// <summary>The text that was given to <c>$error</c> or <c>$assert</c>.</summary>
    internal string? UserMessage { get; init; }

    /// <inheritdoc/>
    public override string Message => _text ?? ErrorTexts.Fill(this);
}
