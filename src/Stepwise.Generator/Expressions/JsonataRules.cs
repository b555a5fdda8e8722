using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Validation;

namespace Stepwise.Generator.Expressions;

/// <summary>Checks JSONata that the author wrote: the text of <c>Asl.Jsonata</c>, and the strings between <c>{%</c> and <c>%}</c> in the JSON of raw states and tasks. What is wrong is reported at its place inside the C# literal.</summary>
internal static class JsonataRules
{
    /// <summary>Checks an expression.</summary>
    /// <param name="context">Receives what is wrong.</param>
    /// <param name="expression">The expression, which is the whole constant.</param>
    /// <param name="anchor">The constant.</param>
    public static void CheckExpression(ReadingContext context, string expression, int anchor) => Check(context, expression, anchor, static offset => offset, expression.Length);

    /// <summary>Checks the JSON of a raw state, and of the states in it.</summary>
    /// <param name="context">Receives what is wrong.</param>
    /// <param name="json">The JSON's text, which is the whole constant.</param>
    /// <param name="state">The state that was read from it.</param>
    /// <param name="isJsonata">Whether the machine's states are in JSONata unless they say otherwise.</param>
    /// <param name="anchor">The constant.</param>
    public static void CheckState(ReadingContext context, string json, JsonObject state, bool isJsonata, int anchor)
    {
        var ownIsJsonata = IsJsonata(state, isJsonata);
        foreach (var member in state.Members)
        {
            switch (member.Name)
            {
                case "Comment":
                    break;
                case "ItemProcessor" or "Iterator" when member.Value is JsonObject machine:
                    CheckMachine(context, json, machine, isJsonata, anchor);
                    break;
                case "Branches" when member.Value is JsonArray branches:
                    foreach (var branch in branches.OfType<JsonObject>())
                    {
                        CheckMachine(context, json, branch, isJsonata, anchor);
                    }

                    break;
                default:
                    if (ownIsJsonata)
                    {
                        CheckValue(context, json, member.Value, anchor);
                    }

                    break;
            }
        }
    }

    /// <summary>Checks JSON in which every string may be JSONata.</summary>
    /// <param name="context">Receives what is wrong.</param>
    /// <param name="json">The JSON's text, which is the whole constant.</param>
    /// <param name="value">What was read from it.</param>
    /// <param name="anchor">The constant.</param>
    public static void CheckValue(ReadingContext context, string json, JsonValue value, int anchor)
    {
        switch (value)
        {
            case JsonString { Value: var text, Position: { Offset: var start } } when JsonataText.IsExpression(text) && !StatesLanguage.Substitutions.Holds(text):
                Check(context, JsonataText.Expression(text), anchor, offset => OffsetIn(json, start, offset + 2), text.Length - 4);
                break;
            case JsonObject @object:
                foreach (var member in @object.Members)
                {
                    CheckValue(context, json, member.Value, anchor);
                }

                break;
            case JsonArray array:
                foreach (var item in array)
                {
                    CheckValue(context, json, item, anchor);
                }

                break;
        }
    }

    private static void CheckMachine(ReadingContext context, string json, JsonObject machine, bool isJsonata, int anchor)
    {
        var ownIsJsonata = IsJsonata(machine, isJsonata);
        foreach (var state in (machine["States"] as JsonObject)?.Members ?? [])
        {
            if (state.Value is JsonObject fields)
            {
                CheckState(context, json, fields, ownIsJsonata, anchor);
            }
        }
    }

    private static bool IsJsonata(JsonObject owner, bool inherited) => owner["QueryLanguage"] is JsonString { Value: var language } ? language == "JSONata" : inherited;

    /// <param name="place">Gives the place in the constant of a place in the expression.</param>
    private static void Check(ReadingContext context, string expression, int anchor, Func<int, int> place, int length)
    {
        foreach (var problem in JsonataCheck.Check(expression, JsonataScope.Unknown, new HashSet<string>(StringComparer.Ordinal)))
        {
            // At the end of the text something is missing; its last character stands for it.
            var start = Math.Max(0, Math.Min(problem.Start, length - 1));
            var end = Math.Max(problem.End, start + 1);
            var id = problem.Severity is DefinitionSeverity.Error ? DiagnosticIds.InvalidJsonata : DiagnosticIds.DoubtfulJsonata;
            context.Report(new DiagnosticInfo(id, anchor, problem.Message.TrimEnd('.')) { Part = new TextPart(place(start), place(end) - place(start)) });
        }
    }

    /// <summary>The place in the JSON of a unit of a string's text, over the escapes before it.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="start">Where the string's first quote is.</param>
    /// <param name="unit">How many units of its text lie before.</param>
    private static int OffsetIn(string json, int start, int unit)
    {
        var offset = start + 1;
        for (; unit > 0 && offset < json.Length; unit--)
        {
            offset += json[offset] != '\\' ? 1 : offset + 1 < json.Length && json[offset + 1] == 'u' ? 6 : 2;
        }

        return Math.Min(offset, json.Length);
    }
}
