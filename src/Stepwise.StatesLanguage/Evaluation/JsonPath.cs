using System.Diagnostics.CodeAnalysis;
using Stepwise.Json;
using Stepwise.StatesLanguage.Paths;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Evaluates JSONPath as Step Functions does: paths into the input (<c>$</c>), the context object (<c>$$</c>) and variables (<c>$name</c>). Paths are read once and kept.</summary>
internal static class JsonPath
{
    private static readonly ParsedTexts<PathExpression> Parsed = new(static text
        => PathExpression.TryParse(text, out var path, out var error) ? path : throw new EvaluationException("States.Runtime", $"Invalid path '{text}' : {error.Message}"));

    /// <summary>Reads a path.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The path.</returns>
    /// <exception cref="EvaluationException">The text is no path.</exception>
    public static PathExpression Parse(string text) => Parsed.Of(text);

    /// <summary>Looks for what a path selects.</summary>
    /// <param name="path">The path.</param>
    /// <param name="scope">What it reads.</param>
    /// <param name="value">The value that a definite path leads to, or an array of what any other path finds, which may be empty; null where a definite path leads nowhere.</param>
    /// <param name="reason">Why a path leads nowhere, in the words of AWS's path library; null when it leads somewhere.</param>
    /// <returns>Whether there is a value.</returns>
    /// <exception cref="EvaluationException">The path cannot be evaluated on any value: its filter is no condition, its function is unknown.</exception>
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

    /// <summary>What the path of a field such as <c>InputPath</c>, <c>OutputPath</c> or <c>TimeoutSecondsPath</c> selects.</summary>
    /// <param name="path">The path.</param>
    /// <param name="scope">What it reads.</param>
    /// <returns>The value.</returns>
    /// <exception cref="EvaluationException"><c>States.Runtime</c>: the path leads nowhere.</exception>
    public static JsonValue Select(string path, EvaluationScope scope)
        => TrySelect(Parse(path), scope, out var value, out var reason) ? value : throw new EvaluationException("States.Runtime", $"Invalid path '{path}' : {reason}");

    /// <summary>What the path of a member of a payload template, or of <c>ErrorPath</c> and <c>CausePath</c>, selects.</summary>
    /// <param name="path">The path.</param>
    /// <param name="field">The name of the field, such as <c>id.$</c>.</param>
    /// <param name="scope">What it reads.</param>
    /// <returns>The value.</returns>
    /// <exception cref="EvaluationException"><c>States.Runtime</c>: the path leads nowhere.</exception>
    public static JsonValue SelectFor(string field, string path, EvaluationScope scope)
        => TrySelect(Parse(path), scope, out var value, out _)
            ? value
            : throw new EvaluationException("States.Runtime", $"The JSONPath '{path}' specified for the field '{field}' could not be found in the input '{scope.InputText}'");
}
