using System.Diagnostics.CodeAnalysis;
using Stepwise.Json;
using Stepwise.Jsonata.Compilation;
using Stepwise.Jsonata.Operations;
using Stepwise.Jsonata.Runtime;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata;

/// <summary>A JSONata 2.0.6 expression. Parse it once; then evaluate it as often as you like, on several threads at the same time.</summary>
/// <example>
/// <code>
/// var expression = JsonataExpression.Parse("$sum(items.(price * quantity))");
/// var result = expression.Evaluate(JsonValue.Parse("{\"items\": [{\"price\": 2, \"quantity\": 3}]}")); // 6
/// </code>
/// </example>
public sealed class JsonataExpression
{
    private readonly Compiled _compiled;
    private readonly JsonataSyntaxOptions _syntaxOptions;
    private Compiled? _counting;

    private JsonataExpression(JsonataSyntaxTree syntax, JsonataSyntaxOptions syntaxOptions)
    {
        Syntax = syntax;
        _syntaxOptions = syntaxOptions;
        _compiled = Compiled.Of(syntax.Root, countsNesting: false);
    }

    /// <summary>The text of the expression.</summary>
    public string Text => Syntax.Text;

    /// <summary>The syntax tree of the expression.</summary>
    public JsonataSyntaxTree Syntax { get; }

    /// <summary>Parses an expression.</summary>
    /// <param name="text">The text, without delimiters.</param>
    /// <param name="options">The syntax that is allowed, also in texts that <c>$eval</c> parses. Null means <see cref="JsonataSyntaxOptions.Default"/>: the syntax of JSONata 2.0.6.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="JsonataException">The text is not a JSONata expression.</exception>
    public static JsonataExpression Parse(string text, JsonataSyntaxOptions? options = null)
        => TryParse(text, out var expression, out var error, options) ? expression : throw error;

    /// <summary>Parses an expression. If the text is not a JSONata expression, returns false and the first error.</summary>
    /// <param name="text">The text, without delimiters.</param>
    /// <param name="expression">The expression; null if the result is false.</param>
    /// <param name="error">The first error; null if the result is true. <see cref="JsonataSyntax.Parse(string, JsonataSyntaxOptions?)"/> returns all errors.</param>
    /// <param name="options">The syntax that is allowed, also in texts that <c>$eval</c> parses. Null means <see cref="JsonataSyntaxOptions.Default"/>: the syntax of JSONata 2.0.6.</param>
    /// <returns>Whether the text is a JSONata expression.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out JsonataExpression? expression,
        [NotNullWhen(false)] out JsonataException? error,
        JsonataSyntaxOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        expression = null;
        error = null;
        options ??= JsonataSyntaxOptions.Default;
        var tree = JsonataSyntax.Parse(text, options);
        if (tree.Errors.Count > 0)
        {
            error = new JsonataException(tree.Errors[0]);
            return false;
        }

        try
        {
            expression = new JsonataExpression(tree, options);
            return true;
        }
        catch (JsonataException tooDeep)
        {
            error = tooDeep;
            return false;
        }
    }

    /// <summary>Evaluates the expression.</summary>
    /// <param name="input">The input. A null reference means no input (JavaScript's <c>undefined</c>); a JSON null is <see cref="JsonNull"/>.</param>
    /// <param name="options">Bindings, functions and limits. Null means <see cref="JsonataOptions.Default"/>.</param>
    /// <returns>The result; a null reference if the expression has no result (JavaScript's <c>undefined</c>).</returns>
    /// <exception cref="JsonataException">The expression fails, or the evaluation exceeds a limit.</exception>
    /// <exception cref="OperationCanceledException">The options' token was canceled.</exception>
    public JsonValue? Evaluate(JsonValue? input = null, JsonataOptions? options = null) => Evaluate(input, options ?? JsonataOptions.Default, options?.Bindings);

    /// <summary>Evaluates the expression with the given variables, so that one options object serves evaluations with different variables.</summary>
    /// <param name="input">The input. A null reference means no input (JavaScript's <c>undefined</c>); a JSON null is <see cref="JsonNull"/>.</param>
    /// <param name="options">Functions and limits. <see cref="JsonataOptions.Bindings"/> is ignored.</param>
    /// <param name="bindings">The values of variables, by their names without <c>$</c>; null means no variables.</param>
    /// <returns>The result; a null reference if the expression has no result (JavaScript's <c>undefined</c>).</returns>
    /// <exception cref="ArgumentNullException">The options are null.</exception>
    /// <exception cref="JsonataException">The expression fails, or the evaluation exceeds a limit.</exception>
    /// <exception cref="OperationCanceledException">The options' token was canceled.</exception>
    public JsonValue? Evaluate(JsonValue? input, JsonataOptions options, IReadOnlyDictionary<string, JsonValue>? bindings)
    {
        ArgumentNullException.ThrowIfNull(options);

        // An array as the input is one value, not its items.
        var context = input is JsonArray array ? new JsonArray([array], JsonArrayTraits.Sequence | JsonArrayTraits.Outer) : input;
        if (options.Dialect == JsonataDialect.Jsonata || (_counting is null && _compiled.Nesting <= StepFunctionsDialect.MaxNesting))
        {
            try
            {
                return _compiled.Evaluate(context, new(options, _syntaxOptions, bindings, input, countsNesting: false));
            }
            catch (NestingException)
            {
                // Counting shows whether it nests too deeply.
            }
        }

        _counting ??= Compiled.Of(Syntax.Root, countsNesting: true);
        return _counting.Evaluate(context, new(options, _syntaxOptions, bindings, input, countsNesting: true));
    }

    /// <summary>What the expression compiles to.</summary>
    /// <param name="Operation">The operation.</param>
    /// <param name="SlotCount">How many variables it has.</param>
    /// <param name="Nesting">How many evaluations may nest, without the bodies of functions.</param>
    private sealed record Compiled(Operation Operation, int SlotCount, int Nesting)
    {
        public static Compiled Of(JsonataNode root, bool countsNesting)
        {
            var scope = Scope.WithFrame(null);
            var operation = Compiler.Compile(root, scope, countsNesting, out var nesting);
            return new(operation, scope.SlotCount, nesting);
        }

        public JsonValue? Evaluate(JsonValue? context, Evaluation evaluation)
        {
            var frame = SlotCount == 0 ? Frame.Empty : new Frame(null, new JsonValue?[SlotCount]);
            try
            {
                return evaluation.Clean(Operation.Evaluate(context, frame, evaluation));
            }
            catch (InsufficientExecutionStackException)
            {
                throw Evaluation.TooDeep();
            }
        }
    }
}
