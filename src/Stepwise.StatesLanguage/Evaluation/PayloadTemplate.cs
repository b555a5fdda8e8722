using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Evaluates payload templates of JSONPath states (<c>Parameters</c>, <c>ResultSelector</c>, <c>ItemSelector</c>, <c>Assign</c>). A member whose name ends with <c>.$</c> has a path or a call of an intrinsic function.</summary>
internal static class PayloadTemplate
{
    private const string Suffix = ".$";

    /// <summary>Evaluates a template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="scope">The data that its paths read.</param>
    /// <returns>The value.</returns>
    /// <exception cref="EvaluationException">A path finds nothing, or a function fails.</exception>
    public static JsonValue Evaluate(JsonValue template, EvaluationScope scope)
    {
        try
        {
            return EvaluateNested(template, scope);
        }
        catch (InsufficientExecutionStackException exception)
        {
            throw JsonText.TooDeep(exception);
        }
    }

    /// <summary>Evaluates the text of a member whose name ends with <c>.$</c>, or of a field that accepts a path or a call of a function.</summary>
    /// <param name="field">The name of the member, for errors.</param>
    /// <param name="text">A path or a call of an intrinsic function.</param>
    /// <param name="scope">The data that its paths read.</param>
    /// <returns>The value.</returns>
    /// <exception cref="EvaluationException">The path finds nothing, or the function fails.</exception>
    public static JsonValue EvaluateText(string field, string text, EvaluationScope scope)
        => text.StartsWith('$') ? JsonPath.SelectFor(field, text, scope) : Intrinsics.Evaluate(text, scope);

    private static JsonValue EvaluateNested(JsonValue template, EvaluationScope scope)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return template switch
        {
            JsonObject @object => EvaluateObject(@object, scope),
            JsonArray array => new JsonArray(array.Select(item => EvaluateNested(item, scope))),
            _ => template,
        };
    }

    private static JsonObject EvaluateObject(JsonObject template, EvaluationScope scope)
    {
        var result = new JsonObject.Builder(template.Count);
        foreach (var member in DuplicateMembers.Removed(template).Members)
        {
            var isDynamic = member.Name.EndsWith(Suffix, StringComparison.Ordinal);
            var name = isDynamic ? member.Name[..^Suffix.Length] : member.Name;
            var value = !isDynamic
                ? EvaluateNested(member.Value, scope)
                : member.Value is JsonString text
                    ? EvaluateText(member.Name, text.Value, scope)
                    : throw new EvaluationException(ErrorNames.Runtime, $"The value for the field '{member.Name}' must be a valid JSONPath or a valid intrinsic function call");
            try
            {
                result.Add(name, value);
            }
            catch (ArgumentException exception)
            {
                throw new EvaluationException(ErrorNames.Runtime, $"The template has both '{name}' and '{name}{Suffix}'.", null, exception);
            }
        }

        return result.ToObject();
    }
}
