using System.Globalization;
using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.Jsonata;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Evaluates fields of JSONata states: JSON values in which a string between <c>{%</c> and <c>%}</c>, at any depth, is an expression. Parsed expressions are cached.</summary>
internal static class JsonataTemplate
{
    private static readonly ParsedTexts<StatesExpression> _parsed = new(static text => new StatesExpression(Inner(text)));

    /// <summary>Whether a string is an expression.</summary>
    /// <param name="text">The string.</param>
    /// <returns>Whether it begins with <c>{%</c> and ends with <c>%}</c>.</returns>
    public static bool IsExpression(string text)
        => text.Length >= 4 && text.StartsWith("{%", StringComparison.Ordinal) && text.EndsWith("%}", StringComparison.Ordinal);

    /// <summary>Evaluates a field.</summary>
    /// <param name="field">The name of the field, such as <c>Output</c>.</param>
    /// <param name="template">The value of the field.</param>
    /// <param name="scope">The data that expressions read: <c>$states</c> and the variables.</param>
    /// <returns>The value.</returns>
    /// <exception cref="EvaluationException"><c>States.QueryEvaluationError</c>: an expression fails, or has no result or a function as its result.</exception>
    public static JsonValue Evaluate(string field, JsonValue template, EvaluationScope scope)
    {
        try
        {
            return new Fields(scope).Evaluate(field, template);
        }
        catch (InsufficientExecutionStackException exception)
        {
            throw new EvaluationException(ErrorNames.QueryEvaluationError, "The value is nested too deeply.", field, exception);
        }
    }

    /// <summary>Evaluates a field, such as <c>Items</c> or <c>Condition</c>, whose result must be of one kind.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="template">The value of the field.</param>
    /// <param name="kind">The required kind.</param>
    /// <param name="scope">The data that expressions read.</param>
    /// <returns>The value.</returns>
    /// <exception cref="EvaluationException"><c>States.QueryEvaluationError</c>: an expression fails, or the result is of another kind.</exception>
    public static JsonValue Evaluate(string field, JsonValue template, JsonKind kind, EvaluationScope scope)
    {
        var value = Evaluate(field, template, scope);
        if (value.Kind == kind)
        {
            return value;
        }

        var subject = template is JsonString { Value: var text } && IsExpression(text)
            ? $"The JSONata expression '{Inner(text)}' specified for the field '{field}' returned an unexpected result type."
            : $"The field '{field}' has an unexpected type.";
        throw new EvaluationException(ErrorNames.QueryEvaluationError, $"{subject} Expected '{NameOf(kind)}', but was '{NameOf(value.Kind)}' for value: {JsonText.Of(value)}", field);
    }

    private static string Inner(string text) => text[2..^2].Trim();

    private static string NameOf(JsonKind kind) => kind switch
    {
        JsonKind.Null => "null",
        JsonKind.Boolean => "boolean",
        JsonKind.Number => "number",
        JsonKind.String => "string",
        JsonKind.Array => "array",
        _ => "object",
    };

    /// <summary>One evaluation of a field, whose expressions share their bindings.</summary>
    private sealed class Fields(EvaluationScope scope)
    {
        public JsonValue Evaluate(string field, JsonValue template)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            switch (template)
            {
                case JsonString { Value: var text }:
                    return IsExpression(text) ? EvaluateExpression(field, null, text) : template;
                case JsonObject @object:
                    var result = new JsonObject.Builder(@object.Count);
                    foreach (var member in DuplicateMembers.Removed(@object).Members)
                    {
                        result.Add(member.Name, EvaluateMember(field, member));
                    }

                    return result.ToObject();
                case JsonArray array:
                    return new JsonArray(array.Select((item, i) => Evaluate(string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]"), item)));
                default:
                    return template;
            }
        }

        // The text of a place is created only if an error needs it.
        private JsonValue EvaluateMember(string field, JsonMember member) => member.Value switch
        {
            JsonString { Value: var text } => IsExpression(text) ? EvaluateExpression(field, member.Name, text) : member.Value,
            JsonObject or JsonArray => Evaluate($"{field}/{member.Name}", member.Value),
            _ => member.Value,
        };

        private JsonValue EvaluateExpression(string field, string? member, string text)
        {
            try
            {
                return _parsed.Of(text).Evaluate(scope) ?? throw Failed("returned nothing (undefined).", null);
            }
            catch (JsonataException exception) when (exception.Code == "D3200")
            {
                throw Failed("returned an unsupported result type.", exception);
            }
            catch (JsonataException exception)
            {
                throw Failed(JsonataFailure.Text(exception, scope.Random), exception);
            }
            catch (StatesFunctionException exception)
            {
                throw Failed(JsonataFailure.Text(exception), exception);
            }

            EvaluationException Failed(string how, Exception? inner)
            {
                var place = member is null ? field : $"{field}/{member}";
                return new(ErrorNames.QueryEvaluationError, $"The JSONata expression '{Inner(text)}' specified for the field '{place}' {how}", place, inner);
            }
        }
    }
}
