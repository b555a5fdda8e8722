extern alias evaluator;

using System.Text.Json.Nodes;
using evaluator::Stepwise.Jsonata;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>Our own JSONata, which exchanges text with the tests: the generator has types of the same names compiled in.</summary>
internal static class Jsonata
{
    /// <summary>The results: one row for each expression, one column for each input. Each has <c>value</c>, <c>missing</c> or <c>error</c>.</summary>
    public static JsonArray Evaluate(IEnumerable<string> expressions, IEnumerable<JsonObject> inputs)
    {
        var bindings = inputs
            .Select(static input => ((evaluator::Stepwise.Json.JsonObject)evaluator::Stepwise.Json.JsonValue.Parse(input.ToJsonString())).Members.ToDictionary(static member => member.Name, static member => member.Value))
            .ToList();
        return new JsonArray([.. expressions.Select(text =>
        {
            var expression = JsonataExpression.Parse(text);
            return new JsonArray([.. bindings.Select(variables => Evaluate(expression, variables))]);
        })]);
    }

    private static JsonObject Evaluate(JsonataExpression expression, Dictionary<string, evaluator::Stepwise.Json.JsonValue> variables)
    {
        try
        {
            var value = expression.Evaluate(null, new JsonataOptions { Bindings = variables });
            return value is null ? new JsonObject { ["missing"] = true } : new JsonObject { ["value"] = JsonNode.Parse(value.ToJson()) };
        }
        catch (JsonataException exception)
        {
            return new JsonObject { ["error"] = exception.Code + " " + exception.Message };
        }
    }
}
