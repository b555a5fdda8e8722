using System.Diagnostics.CodeAnalysis;
using Stepwise.Json;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata;

/// <summary>An expression of JSONata 2.0.6. It is read once and may be evaluated any number of times, by several threads at once.</summary>
public sealed class JsonataExpression
{
    private JsonataExpression(JsonataSyntaxTree syntax) => Syntax = syntax;

    /// <summary>The text of the expression.</summary>
    public string Text => Syntax.Text;

    /// <summary>The syntax tree of the expression.</summary>
    public JsonataSyntaxTree Syntax { get; }

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">How it is read. Default: as JSONata 2.0.6 does.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="JsonataException">The text is not an expression.</exception>
    public static JsonataExpression Parse(string text, JsonataSyntaxOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        throw new NotImplementedException();
    }

    /// <summary>Evaluates the expression.</summary>
    /// <param name="input">The input; null is nothing, a JSON null is <see cref="JsonNull"/>.</param>
    /// <param name="options">Bindings and limits.</param>
    /// <returns>The result; null is nothing.</returns>
    /// <exception cref="JsonataException">The expression fails, or goes beyond a limit.</exception>
    public JsonValue? Evaluate(JsonValue? input = null, JsonataOptions? options = null) => throw new NotImplementedException();
}
