using System.Diagnostics.CodeAnalysis;
using Stepwise.Json;
using Stepwise.Jsonata.Compilation;
using Stepwise.Jsonata.Operations;
using Stepwise.Jsonata.Runtime;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata;

/// <summary>An expression of JSONata 2.0.6. It is read once and may be evaluated any number of times, by several threads at once.</summary>
public sealed class JsonataExpression
{
    private readonly Operation _operation;
    private readonly int _slotCount;

    private JsonataExpression(JsonataSyntaxTree syntax)
    {
        Syntax = syntax;
        var scope = Scope.WithFrame(null);
        _operation = Compiler.Compile(syntax.Root, scope);
        _slotCount = scope.SlotCount;
    }

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
        => TryParse(text, out var expression, out var error, options) ? expression : throw error;

    /// <summary>Reads an expression, and says what is wrong where it is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="expression">The expression; null where the text is none.</param>
    /// <param name="error">The first error; null where there is none. All errors are in the tree that <see cref="JsonataSyntax"/> gives.</param>
    /// <param name="options">How it is read. Default: as JSONata 2.0.6 does.</param>
    /// <returns>Whether the text is an expression.</returns>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out JsonataExpression? expression,
        [NotNullWhen(false)] out JsonataException? error,
        JsonataSyntaxOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        expression = null;
        error = null;
        var tree = JsonataSyntax.Parse(text, options);
        if (tree.Errors.Count > 0)
        {
            error = new JsonataException(tree.Errors[0]);
            return false;
        }

        try
        {
            expression = new JsonataExpression(tree);
            return true;
        }
        catch (JsonataException tooDeep)
        {
            error = tooDeep;
            return false;
        }
    }

    /// <summary>Evaluates the expression.</summary>
    /// <param name="input">The input; null is nothing, a JSON null is <see cref="JsonNull"/>.</param>
    /// <param name="options">Bindings and limits.</param>
    /// <returns>The result; null is nothing.</returns>
    /// <exception cref="JsonataException">The expression fails, or goes beyond a limit.</exception>
    /// <exception cref="OperationCanceledException">The options' token asked for it.</exception>
    public JsonValue? Evaluate(JsonValue? input = null, JsonataOptions? options = null) => Evaluate(input, options ?? JsonataOptions.Default, options?.Bindings);

    /// <summary>Evaluates the expression with variables that change more often than the rest.</summary>
    /// <param name="input">The input; null is nothing, a JSON null is <see cref="JsonNull"/>.</param>
    /// <param name="options">Functions and limits.</param>
    /// <param name="bindings">Variables by their names without <c>$</c>, in place of those of the options; null for none.</param>
    /// <returns>The result; null is nothing.</returns>
    /// <exception cref="JsonataException">The expression fails, or goes beyond a limit.</exception>
    /// <exception cref="OperationCanceledException">The options' token asked for it.</exception>
    public JsonValue? Evaluate(JsonValue? input, JsonataOptions options, IReadOnlyDictionary<string, JsonValue>? bindings)
    {
        ArgumentNullException.ThrowIfNull(options);
        var evaluation = new Evaluation(options, bindings, input);

        // An array as the input is one value, not its items.
        var context = input is JsonArray array ? new JsonArray([array], JsonArrayTraits.Sequence | JsonArrayTraits.Outer) : input;
        var frame = _slotCount == 0 ? Frame.Empty : new Frame(null, new JsonValue?[_slotCount]);
        try
        {
            return evaluation.Clean(_operation.Evaluate(context, frame, evaluation));
        }
        catch (InsufficientExecutionStackException)
        {
            throw Evaluation.TooDeep();
        }
    }
}
