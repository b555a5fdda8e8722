using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;

namespace Stepwise.StatesLanguage;

/// <summary>Reads the rules of a Choice and their tests.</summary>
internal static class ChoiceReader
{
    public static ChoiceRule? Read(JsonValue value, StatePath path, List<DefinitionDiagnostic> diagnostics)
    {
        if (DefinitionFields.Read(value, path, diagnostics) is not { } fields)
        {
            return null;
        }

        var rule = new ChoiceRule
        {
            Comment = fields.String("Comment"),
            Condition = fields.Any("Condition"),
            Output = fields.Any("Output"),
            Assign = fields.Object("Assign"),
            Next = fields.String("Next"),
        };
        rule = rule with { Test = rule.Condition is null ? Test((JsonObject)value, fields, diagnostics) : null };
        fields.Finish();
        return fields.Failed ? null : rule;
    }

    private static ChoiceTest? Test(JsonValue value, StatePath path, List<DefinitionDiagnostic> diagnostics)
    {
        if (DefinitionFields.Read(value, path, diagnostics) is not { } fields)
        {
            return null;
        }

        var comment = fields.String("Comment");
        var test = Test((JsonObject)value, fields, diagnostics);
        fields.Finish();
        return fields.Failed || test is null ? null : test with { Comment = comment };
    }

    private static ChoiceTest? Test(JsonObject source, DefinitionFields fields, List<DefinitionDiagnostic> diagnostics)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (fields.Has("And"))
        {
            return new AndTest(fields.List("And", (value, place) => Test(value, place, diagnostics)) ?? []);
        }

        if (fields.Has("Or"))
        {
            return new OrTest(fields.List("Or", (value, place) => Test(value, place, diagnostics)) ?? []);
        }

        if (fields.Any("Not") is { } part)
        {
            if (Test(part, fields.At("Not"), diagnostics) is { } rule)
            {
                return new NotTest(rule);
            }

            fields.Fail();
            return null;
        }

        var variable = fields.RequiredString("Variable");
        foreach (var member in source.Members)
        {
            if (ChoiceOperators.All.ContainsKey(member.Name))
            {
                return new ComparisonTest(variable, member.Name, fields.Any(member.Name)!);
            }
        }

        return fields.FailWith<ChoiceTest>("Variable", source, "one operator beside it, such as StringEquals");
    }
}
