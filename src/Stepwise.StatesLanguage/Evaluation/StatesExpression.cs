using Stepwise.Json;
using Stepwise.Jsonata;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>An expression of a state. It knows whether it may read the context object, which is created only then.</summary>
internal sealed class StatesExpression
{
    private const string States = "$states";

    private readonly JsonataExpression _expression;
    private readonly bool _readsContext;

    /// <summary>Parses an expression.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="JsonataException">The text is not an expression.</exception>
    public StatesExpression(string text)
    {
        _expression = JsonataExpression.Parse(text);
        _readsContext = ReadsMoreThanData(text);
    }

    /// <summary>Evaluates the expression.</summary>
    /// <param name="scope">The data that it reads.</param>
    /// <returns>The result; null if the expression has no result.</returns>
    /// <exception cref="JsonataException">The expression fails, or exceeds a limit.</exception>
    public JsonValue? Evaluate(EvaluationScope scope)
    {
        if (_readsContext)
        {
            scope.Bindings.AddContext();
        }

        // There is no input, so "$" has no value at the top level, as in AWS.
        return _expression.Evaluate(null, JsonataFunctions.OptionsFor(scope), scope.Bindings);
    }

    /// <summary>Whether the text contains <c>$states</c> other than before one of its members that are data.</summary>
    private static bool ReadsMoreThanData(string text)
    {
        for (var at = text.IndexOf(States, StringComparison.Ordinal); at >= 0; at = text.IndexOf(States, at + 1, StringComparison.Ordinal))
        {
            var rest = text.AsSpan(at + States.Length);
            if (!(IsMember(rest, ".input") || IsMember(rest, ".result") || IsMember(rest, ".errorOutput")))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMember(ReadOnlySpan<char> text, string member)
        => text.StartsWith(member, StringComparison.Ordinal) && (text.Length == member.Length || !(char.IsLetterOrDigit(text[member.Length]) || text[member.Length] == '_'));
}
