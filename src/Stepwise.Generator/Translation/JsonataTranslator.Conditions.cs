using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Translation;

/// <content>Conditions, and what they say about the paths that are read after them.</content>
internal sealed partial class JsonataTranslator
{
    /// <summary>A condition: true or false for everything that can reach it.</summary>
    private JsonataFragment Condition(Expression expression)
    {
        switch (expression)
        {
            case AndExpression and:
                return And(and);
            case OrExpression or:
                return Or(or);
            case NotExpression { Operand: IsNullExpression { Operand: var operand } } when operand.IsPath():
                return Join(Scoped(() => NotNull(operand)));
            case NotExpression not:
                return Primary("$not(" + Scoped(() => Condition(not.Operand)).Text + ")");
            case IsNullExpression test:
                return IsNull(test);
            case TextMatchExpression match:
                return Scoped(() => Guarded(match.Operand, operand => Match(match, operand)));
            case ComparisonExpression comparison:
                return Scoped(() => Comparison(comparison));
            case ContainsExpression contains:
                return Contains(contains);
            default:
                return Loose(expression, isDropped: false);
        }
    }

    private JsonataFragment And(AndExpression and) => Scoped(() =>
    {
        var parts = new List<string>();
        foreach (var operand in and.Operands)
        {
            if (operand is NotExpression { Operand: IsNullExpression { Operand: var tested } } && tested.IsPath())
            {
                parts.AddRange(NotNull(tested));
                continue;
            }

            var condition = Condition(operand);
            parts.AddRange(condition is { Strength: JsonataFragment.And, Operands: { } inner } ? inner : [condition.In(JsonataFragment.And)]);
            Learn(operand);
        }

        return Join(parts);
    });

    /// <summary>What a condition that holds says about paths.</summary>
    private void Learn(Expression condition)
    {
        switch (condition)
        {
            case ComparisonExpression { Operator: not ComparisonOperator.NotEqual } comparison:
                if (comparison.Left.IsPath() && !comparison.Right.MayBeNull())
                {
                    AddPresent(comparison.Left);
                }

                if (comparison.Right.IsPath() && !comparison.Left.MayBeNull())
                {
                    AddPresent(comparison.Right);
                }

                break;
            case TextMatchExpression { Operand: var operand } when operand.IsPath():
                AddPresent(operand);
                break;
            case AndExpression and:
                foreach (var part in and.Operands)
                {
                    Learn(part);
                }

                break;
            case NotExpression { Operand: IsNullExpression { Operand: var operand } } when operand.IsPath():
                AddPresent(operand);
                break;
        }
    }

    private JsonataFragment Or(OrExpression or)
    {
        if (OneOf(or) is { } membership)
        {
            return membership;
        }

        var parts = new List<string>();
        foreach (var operand in or.Operands)
        {
            parts.Add(Scoped(() => Condition(operand)).In(JsonataFragment.Or + 1));
        }

        return Chain(parts, "or", JsonataFragment.Or);
    }

    /// <summary>One value compared with several constants: <c>x in ['a', 'b']</c>.</summary>
    private JsonataFragment? OneOf(OrExpression or)
    {
        var constants = new List<string>();
        Expression? subject = null;
        foreach (var operand in or.Operands)
        {
            if (operand is not ComparisonExpression { Operator: ComparisonOperator.Equal, Left: var left, Right: ConstantExpression { Value: JsonString or JsonNumber } constant }
                || !left.IsPath()
                || Converted(left) is not null
                || (subject is not null && !string.Equals(Path(subject), Path(left), StringComparison.Ordinal)))
            {
                return null;
            }

            subject ??= left;
            constants.Add(Constant(constant.Value).Text);
        }

        var parts = VariableGuards(subject!);
        parts.Add(Path(subject!) + " in [" + string.Join(", ", constants) + "]");
        return parts.Count == 1 ? new JsonataFragment(parts[0], JsonataFragment.Comparison) : Join(parts);
    }

    private JsonataFragment IsNull(IsNullExpression test)
    {
        if (!test.Operand.IsPath())
        {
            return new JsonataFragment(Value(test.Operand).In(JsonataFragment.Comparison + 1) + " = null", JsonataFragment.Comparison);
        }

        var guards = Scoped(() => NotNull(test.Operand));
        return guards.Count switch
        {
            0 => Primary("false"),
            1 => new JsonataFragment(Path(test.Operand) + " = null", JsonataFragment.Comparison),
            _ => Primary("$not(" + string.Join(" and ", guards) + ")"),
        };
    }

    private static JsonataFragment Match(TextMatchExpression match, string operand)
    {
        var text = JsonataText.Quote(match.Text);
        switch (match.Match)
        {
            case TextMatch.Contains:
                return Primary("$contains(" + operand + ", " + text + ")");
            case TextMatch.StartsWith:
                return new JsonataFragment("$substring(" + operand + ", 0, " + Number(CodePoints(match.Text)) + ") = " + text, JsonataFragment.Comparison);
            default:
                return new JsonataFragment("$substring(" + operand + ", -" + Number(CodePoints(match.Text)) + ") = " + text, JsonataFragment.Comparison);
        }
    }

    /// <summary>JSONata counts code points, C# counts halves of surrogate pairs.</summary>
    private static int CodePoints(string text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsLowSurrogate(c) ? 0 : 1;
        }

        return count;
    }

    /// <summary>A condition on an operand that is false where the operand is null.</summary>
    private JsonataFragment Guarded(Expression operand, Func<string, JsonataFragment> condition)
    {
        if (!operand.MayBeNull())
        {
            return condition(Value(operand).Text);
        }

        if (!operand.IsPath())
        {
            return Bound(operand, name => Guarded(name, condition));
        }

        var guards = NotNull(operand);
        var test = condition(Path(operand));
        if (guards.Count == 0)
        {
            return test;
        }

        guards.Add(test.In(JsonataFragment.And));
        return Join(guards);
    }

    private static JsonataFragment Join(List<string> parts) => parts.Count switch
    {
        0 => Primary("true"),
        _ => Chain(parts, "and", JsonataFragment.And),
    };

    /// <summary>Runs a translation. The paths that it finds to be present do not count as present afterwards.</summary>
    private T Scoped<T>(Func<T> translate)
    {
        var count = _present.Count;
        var result = translate();
        _present.RemoveRange(count, _present.Count - count);
        return result;
    }
}
