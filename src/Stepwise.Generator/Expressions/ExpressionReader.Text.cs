using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Expressions;

/// <content>Texts: the methods of string, and lengths.</content>
internal sealed partial class ExpressionReader
{
    private const string OrdinalComparison = "pass StringComparison.Ordinal; ASL has no cultures";

    private Expression ReadStringMethod(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "IsNullOrEmpty" when call.Arguments is [{ Value: var tested }]:
                var operand = Read(tested);
                if (operand is InvalidExpression)
                {
                    return operand;
                }

                operand = Once(operand);
                var anchor = Anchor(call);
                var empty = new ConstantExpression(new JsonString(""), WireType.String, anchor);
                return ExpressionSimplifier.Or(
                    anchor,
                    operand.MayBeNull() ? ExpressionSimplifier.IsNull(operand, anchor) : ExpressionSimplifier.Constant(false, anchor),
                    ExpressionSimplifier.Compare(ComparisonOperator.Equal, operand, empty, anchor));
            case "Concat" when call.Arguments.All(static argument => argument.Parameter?.Type.SpecialType is SpecialType.System_String or SpecialType.System_Object):
                var parts = new List<Expression>();
                foreach (var argument in call.Arguments.OrderBy(static argument => argument.Parameter!.Ordinal))
                {
                    if (Hole(argument.Value) is not { } part)
                    {
                        return Invalid(argument);
                    }

                    parts.Add(part);
                }

                return Format(call, parts);
            case "StartsWith" or "EndsWith" or "Contains" when call.Instance is { } text:
                return ReadTextMatch(call, text);
            case "Equals":
                return ReadStringEquals(call);
            case "ToString" when call is { Instance: { } itself, Arguments: [] }:
                return Read(itself);
            case "CompareOrdinal":
                return Refuse(NameOf(call), "the method call '" + Shorten(call.Syntax) + "'", "compare it with 0, as in 'string.CompareOrdinal(a, b) < 0'");
        }

        return Refuse(
            NameOf(call),
            "the method call '" + Shorten(call.Syntax) + "'",
            method.Name switch
            {
                "IsNullOrWhiteSpace" => "let a function decide, or use string.IsNullOrEmpty if white space counts as text",
                "Format" => "use an interpolated string",
                "Compare" => "use string.CompareOrdinal, compared with 0",
                "Join" or "Split" or "Replace" or "Substring" or "Trim" or "ToUpperInvariant" or "ToLowerInvariant" or "PadLeft" or "PadRight" or "IndexOf" =>
                    "write it with Asl.Jsonata in a JSONata state",
                "ToUpper" or "ToLower" => "ASL has no cultures; write it with Asl.Jsonata in a JSONata state",
                _ => "call it in a Lambda function",
            });
    }

    private Expression ReadStringEquals(IInvocationOperation call)
    {
        var values = new List<IOperation>();
        if (call.Instance is { } instance)
        {
            values.Add(instance);
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Type.Name == "StringComparison")
            {
                if (argument.Value.ConstantValue is not { HasValue: true, Value: (int)StringComparison.Ordinal })
                {
                    return Refuse(argument, "'" + Shorten(argument.Syntax) + "'", "compare with StringComparison.Ordinal");
                }
            }
            else
            {
                values.Add(argument.Value);
            }
        }

        if (values.Count != 2)
        {
            return Invalid(call);
        }

        var left = Read(values[0]);
        if (call.Instance is not null && left is not InvalidExpression)
        {
            if (MayBeNullHere(left, call.Instance))
            {
                return RefuseNull(call, call.Instance);
            }

            left = left.AsNotNull();
        }

        return CompareEqual(call, left, values[1]);
    }

    private Expression ReadTextMatch(IInvocationOperation call, IOperation instance)
    {
        var isOrdinal = call.TargetMethod.Name == "Contains";
        IOperation? pattern = null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == 0)
            {
                pattern = argument.Value;
                isOrdinal |= argument.Parameter.Type.SpecialType is SpecialType.System_Char;
            }
            else if (argument.Parameter?.Type.Name == "StringComparison")
            {
                if (argument.Value.ConstantValue is not { HasValue: true, Value: (int)StringComparison.Ordinal })
                {
                    return Refuse(argument, "'" + Shorten(argument.Syntax) + "'", OrdinalComparison);
                }

                isOrdinal = true;
            }
            else
            {
                return Refuse(argument, "a culture", OrdinalComparison);
            }
        }

        var operand = Read(instance);
        if (operand is InvalidExpression)
        {
            return operand;
        }

        if (MayBeNullHere(operand, instance))
        {
            return RefuseNull(call, instance);
        }

        if (!isOrdinal)
        {
            return Refuse(NameOf(call), "the culture-sensitive comparison of '" + Shorten(call.Syntax) + "'", OrdinalComparison);
        }

        if (pattern is null || pattern is IInvalidOperation)
        {
            return Invalid(call);
        }

        var text = pattern.ConstantValue.HasValue
            ? pattern.ConstantValue.Value switch { string constant => constant, char character => character.ToString(), _ => null }
            : null;
        if (text is null)
        {
            return Refuse(pattern, "a search text that is not a constant", "search for a constant");
        }

        if (text.Length == 0)
        {
            return ExpressionSimplifier.Constant(true, Anchor(call));
        }

        if (HasHalfPair(text))
        {
            return Refuse(pattern, "half of a surrogate pair", "search for whole characters");
        }

        var match = call.TargetMethod.Name switch
        {
            "StartsWith" => TextMatch.StartsWith,
            "EndsWith" => TextMatch.EndsWith,
            _ => TextMatch.Contains,
        };
        return new TextMatchExpression(match, operand.AsNotNull(), text, Anchor(call));
    }

    private Expression MatchLength(IOperation length, IPatternOperation pattern, Expression value)
    {
        var (relation, bound) = pattern switch
        {
            IConstantPatternOperation constant => (ComparisonOperator.Equal, constant.Value),
            IRelationalPatternOperation relational => (Relation(relational.OperatorKind), relational.Value),
            _ => (ComparisonOperator.Equal, null),
        };
        return (bound is null ? null : CompareLength(value, relation, bound, Anchor(pattern)))
            ?? Refuse(length, "the length of a string", "compare it with 0, as in '{ Length: > 0 }'");
    }

    /// <summary>A string's length compared with 0, which is whether it is empty; null for any other number.</summary>
    private static Expression? CompareLength(Expression value, ComparisonOperator relation, IOperation bound, int anchor)
    {
        var empty = new ConstantExpression(new JsonString(""), WireType.String, anchor);
        return (relation, bound.ConstantValue.Value) switch
        {
            (ComparisonOperator.Equal, 0) => ExpressionSimplifier.Compare(ComparisonOperator.Equal, value, empty, anchor),
            (ComparisonOperator.LessThan, 1) => ExpressionSimplifier.Compare(ComparisonOperator.Equal, value, empty, anchor),
            (ComparisonOperator.GreaterThan or ComparisonOperator.NotEqual, 0) => NotEmpty(value, empty, anchor),
            (ComparisonOperator.GreaterThanOrEqual, 1) => NotEmpty(value, empty, anchor),
            _ => null,
        };

        static Expression NotEmpty(Expression value, Expression empty, int anchor) =>
            ExpressionSimplifier.And(anchor, ExpressionSimplifier.IsNotNull(value, anchor), ExpressionSimplifier.Compare(ComparisonOperator.NotEqual, value.AsNotNull(), empty, anchor));
    }

    private Expression CompareOrdinal(IInvocationOperation invocation, ComparisonOperator relation)
    {
        var (first, second) = (ArgumentOf(invocation.Arguments, 0)!, ArgumentOf(invocation.Arguments, 1)!);
        var left = Read(first);
        var right = Read(second);
        if (left is InvalidExpression || right is InvalidExpression)
        {
            return left is InvalidExpression ? left : right;
        }

        return left.MayBeNull() || right.MayBeNull()
            ? RefuseLifted(invocation, left.MayBeNull() ? first : second)
            : ExpressionSimplifier.Compare(relation, left, right, Anchor(invocation));
    }
}
