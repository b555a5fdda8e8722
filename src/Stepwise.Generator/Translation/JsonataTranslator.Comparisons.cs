using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Translation;

/// <content>Comparisons with the meaning of C#, of values that may be null.</content>
internal sealed partial class JsonataTranslator
{
    private JsonataFragment Comparison(ComparisonExpression comparison)
    {
        if (InParts(comparison) is { } inParts)
        {
            return inParts;
        }

        var (@operator, left, right) = (comparison.Operator, comparison.Left, comparison.Right);
        if (@operator is ComparisonOperator.NotEqual && (left.MayBeNull() || right.MayBeNull()))
        {
            return Primary("$not(" + Comparison(comparison with { Operator = ComparisonOperator.Equal }).Text + ")");
        }

        // What is computed and may be null is given a name, so that it is computed once.
        if (left.MayBeNull() && !left.IsPath())
        {
            return Bound(left, name => Comparison(comparison with { Left = name }));
        }

        if (right.MayBeNull() && !right.IsPath())
        {
            return Bound(right, name => Comparison(comparison with { Right = name }));
        }

        var isEquality = @operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual;
        var converted = Converted(left) ?? Converted(right);
        if (isEquality && left.MayBeNull() && right.MayBeNull())
        {
            var guards = Scoped(() => NotNull(left));
            var isNull = IsNull(new IsNullExpression(right, right.Anchor));
            var whenSet = Scoped(() =>
            {
                AddPresent(left);
                return Comparison(comparison with { Left = left.AsNotNull() });
            });
            return guards.Count == 0 ? whenSet : new JsonataFragment(Join(guards).In(JsonataFragment.Conditional + 1) + " ? " + whenSet.Text + " : " + isNull.Text, JsonataFragment.Conditional);
        }

        var parts = new List<string>();
        foreach (var operand in new[] { left, right })
        {
            if (operand.MayBeNull())
            {
                parts.AddRange(isEquality && converted is null ? VariableGuards(operand) : NotNull(operand));
            }
        }

        var strength = JsonataFragment.Comparison + 1;
        var test = Operand(left, converted, strength) + " " + Sign(@operator) + " " + Operand(right, converted, strength);
        if (parts.Count == 0)
        {
            return new JsonataFragment(test, JsonataFragment.Comparison);
        }

        parts.Add(test);
        return Join(parts);
    }

    private string Operand(Expression operand, WireKind? converted, int strength) => converted switch
    {
        null => operand.IsPath() ? Path(operand) : Value(operand).In(strength),
        WireKind.Guid when operand is ConstantExpression { Value: JsonString guid } => JsonataText.Quote(guid.Value.ToLowerInvariant()),
        WireKind.Guid => "$lowercase(" + (operand.IsPath() ? Path(operand) : Value(operand).Text) + ")",
        _ => Value(Times.Milliseconds(operand.AsNotNull())).In(strength),
    };

    /// <summary>The type of values that cannot be compared as they are: Guids may be upper case, times have offsets, the text of a TimeSpan is not in order. Null for all others.</summary>
    private static WireKind? Converted(Expression operand) =>
        operand.Type.Kind is WireKind.Guid or WireKind.DateTimeOffset or WireKind.TimeSpan ? operand.Type.Kind : null;

    private static string Sign(ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.LessThan => "<",
        ComparisonOperator.LessThanOrEqual => "<=",
        ComparisonOperator.GreaterThan => ">",
        _ => ">=",
    };
}
