using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>A rule of a Choice as JSON, as a definition has it.</summary>
internal static class TestText
{
    public static JsonValue ToJson(ChoiceTest test) => test switch
    {
        AndTest and => JsonObject.Create(("And", new JsonArray(and.Rules.Select(ToJson)))),
        OrTest or => JsonObject.Create(("Or", new JsonArray(or.Rules.Select(ToJson)))),
        NotTest not => JsonObject.Create(("Not", ToJson(not.Rule))),
        ComparisonTest comparison => JsonObject.Create(("Variable", new JsonString(comparison.Variable)), (comparison.Operator, comparison.Operand)),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The rule in short: <c>$.a StringEquals "x"</c>.</summary>
    public static string Shorten(ChoiceTest test) => test switch
    {
        AndTest and => "And[" + string.Join("; ", and.Rules.Select(Shorten)) + "]",
        OrTest or => "Or[" + string.Join("; ", or.Rules.Select(Shorten)) + "]",
        NotTest not => "Not " + Shorten(not.Rule),
        ComparisonTest { Operand: JsonBoolean { Value: true } } comparison => comparison.Variable + " " + comparison.Operator,
        ComparisonTest comparison => comparison.Variable + " " + comparison.Operator + " " + comparison.Operand.ToJson(),
        _ => throw new InvalidOperationException(),
    };
}
