using Stepwise.Json;
using Stepwise.Jsonata.Runtime;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Compilation;

/// <summary><c>$eval</c>: evaluates a text as an expression. The expression sees the variables of the call site.</summary>
internal static class EvalFunction
{
    /// <summary>The function.</summary>
    public static CallSiteFunction Instance { get; } = new(new("eval", "<sx?:x>", Run, 2));

    private static JsonValue? Run(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        var (frame, scope) = evaluation.CallSite ?? (Frame.Empty, Scope.WithFrame(null));
        evaluation.CallSite = null;
        if (arguments[0] is not JsonString text)
        {
            return null;
        }

        if (arguments.Length > 1 && arguments[1] is { } focus)
        {
            input = focus is JsonArray array && !Sequences.IsSequence(array) ? new JsonArray([array], JsonArrayTraits.Sequence | JsonArrayTraits.Outer) : focus;
        }

        var tree = JsonataSyntax.Parse(text.Value, evaluation.SyntaxOptions);
        if (tree.Errors.Count > 0)
        {
            throw new JsonataException("D3120") { Value = new JsonString(new JsonataException(tree.Errors[0]).Message) };
        }

        evaluation.Enter();
        try
        {
            var inner = Scope.WithFrame(scope);
            var operation = Compiler.Compile(tree.Root, inner, evaluation.CountsNesting, out var nesting);
            evaluation.CheckNesting(nesting);
            return operation.Evaluate(input, new Frame(frame, new JsonValue?[inner.SlotCount]), evaluation);
        }
        catch (JsonataException error) when (!error.Code.StartsWith('U'))
        {
            throw new JsonataException("D3121") { Value = new JsonString(error.Message) };
        }
        finally
        {
            evaluation.Leave();
        }
    }
}
