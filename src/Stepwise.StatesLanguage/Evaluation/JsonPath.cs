using System.Diagnostics.CodeAnalysis;
using Stepwise.Json;
using Stepwise.StatesLanguage.Paths;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Evaluates JSONPath as Step Functions does: paths into the input (<c>$</c>), the context object (<c>$$</c>) and variables (<c>$name</c>). Parsed paths are cached.</summary>
internal static class JsonPath
{
    private static readonly ParsedTexts<PathExpression> _parsed = new(static text
        => PathExpression.TryParse(text, out var path, out var error) ? path : throw new EvaluationException(ErrorNames.Runtime, $"Invalid path '{text}' : {error.Message}"));

    /// <summary>Parses a path.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The path.</returns>
    /// <exception cref="EvaluationException">The text is not a path.</exception>
    public static PathExpression Parse(string text) => _parsed.Of(text);

    /// <summary>Finds what a path selects.</summary>
    /// <param name="path">The path.</param>
    /// <param name="scope">The data that it reads.</param>
    /// <param name="value">The value that a definite path finds; null if it finds nothing. For any other path, an array of what it finds, which may be empty.</param>
    /// <param name="reason">The reason why the path finds nothing, in the words of AWS's path library; null if it finds a value.</param>
    /// <returns>Whether there is a value.</returns>
    /// <exception cref="EvaluationException">The path cannot be evaluated for any value: its filter is not a condition, or its function does not exist.</exception>
    public static bool TrySelect(PathExpression path, EvaluationScope scope, [NotNullWhen(true)] out JsonValue? value, [NotNullWhen(false)] out string? reason)
    {
        JsonValue? root = scope.Input;
        if (path.Root == PathRoot.Context)
        {
            root = scope.Context;
        }
        else if (path.Root == PathRoot.Variable && !scope.Variables.TryGetValue(path.Variable!, out root))
        {
            value = null;
            reason = $"No results for path: $['{path.Variable}']";
            return false;
        }

        return PathSelection.TrySelect(path, root, out value, out reason);
    }

    /// <summary>Returns what the path of a field such as <c>InputPath</c>, <c>OutputPath</c> or <c>TimeoutSecondsPath</c> selects.</summary>
    /// <param name="path">The path.</param>
    /// <param name="scope">The data that it reads.</param>
    /// <returns>The value.</returns>
    /// <exception cref="EvaluationException"><c>States.Runtime</c>: the path finds nothing.</exception>
    public static JsonValue Select(string path, EvaluationScope scope)
        => TrySelect(Parse(path), scope, out var value, out var reason) ? value : throw new EvaluationException(ErrorNames.Runtime, $"Invalid path '{path}' : {reason}");

    /// <summary>Returns what the path of a member of a payload template, or of <c>ErrorPath</c> or <c>CausePath</c>, selects.</summary>
    /// <param name="path">The path.</param>
    /// <param name="field">The name of the field, such as <c>id.$</c>.</param>
    /// <param name="scope">The data that it reads.</param>
    /// <returns>The value.</returns>
    /// <exception cref="EvaluationException"><c>States.Runtime</c>: the path finds nothing.</exception>
    public static JsonValue SelectFor(string field, string path, EvaluationScope scope)
        => TrySelect(Parse(path), scope, out var value, out _)
            ? value
            : throw new EvaluationException(ErrorNames.Runtime, $"The JSONPath '{path}' specified for the field '{field}' could not be found in the input '{scope.InputText}'");
}
