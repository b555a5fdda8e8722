using Stepwise.Json;

namespace Stepwise.Generator.Model;

/// <summary>Builds conditions and simplifies them on the way, so that what is emitted is what a person would have written.</summary>
internal static class ExpressionSimplifier
{
    public static Expression Constant(bool value, int anchor) => new ConstantExpression(JsonBoolean.From(value), WireType.Boolean, anchor);

    public static Expression Null(WireType type, int anchor) => new ConstantExpression(JsonNull.Instance, type.AsNullable(), anchor);

    public static bool IsNullConstant(Expression expression) => expression is ConstantExpression { Value: JsonNull };

    public static bool? AsBoolean(Expression expression) => expression is ConstantExpression { Value: JsonBoolean constant } ? constant.Value : null;

    public static Expression And(int anchor, params Expression[] operands)
    {
        var flat = new List<Expression>();
        foreach (var operand in operands)
        {
            switch (operand)
            {
                case InvalidExpression:
                    return operand;
                case AndExpression and:
                    foreach (var inner in and.Operands)
                    {
                        flat.Add(inner);
                    }

                    break;
                default:
                    if (AsBoolean(operand) is not true)
                    {
                        flat.Add(operand);
                    }

                    break;
            }
        }

        if (Decided(flat, by: false, anchor) is { } decided)
        {
            return decided;
        }

        for (var i = flat.Count - 2; i >= 0; i--)
        {
            if (flat[i] is NotExpression { Operand: IsNullExpression test } && test.Operand.IsPath())
            {
                var path = test.Operand.Describe();
                if (flat.FindIndex(i + 1, later => Implies(later, path)) >= 0 && flat.FindIndex(i + 1, later => ReliesOn(later, path)) < 0)
                {
                    flat.RemoveAt(i);
                }
            }
        }

        return flat.Count switch
        {
            0 => Constant(true, anchor),
            1 => flat[0],
            _ => new AndExpression(new EquatableArray<Expression>(flat), anchor),
        };
    }

    public static Expression Or(int anchor, params Expression[] operands)
    {
        var flat = new List<Expression>();
        foreach (var operand in operands)
        {
            switch (operand)
            {
                case InvalidExpression:
                    return operand;
                case OrExpression or:
                    foreach (var inner in or.Operands)
                    {
                        flat.Add(inner);
                    }

                    break;
                default:
                    if (AsBoolean(operand) is not false)
                    {
                        flat.Add(operand);
                    }

                    break;
            }
        }

        if (Decided(flat, by: true, anchor) is { } decided)
        {
            return decided;
        }

        return flat.Count switch
        {
            0 => Constant(false, anchor),
            1 => flat[0],
            _ => new OrExpression(new EquatableArray<Expression>(flat), anchor),
        };
    }

    public static Expression Not(Expression operand, int anchor) => operand switch
    {
        InvalidExpression => operand,
        LetExpression let => let with { Body = Not(let.Body, anchor) },
        ConstantExpression { Value: JsonBoolean constant } => Constant(!constant.Value, anchor),
        NotExpression not => not.Operand,
        ComparisonExpression { Operator: ComparisonOperator.Equal } equal => equal with { Operator = ComparisonOperator.NotEqual },
        ComparisonExpression { Operator: ComparisonOperator.NotEqual } unequal => unequal with { Operator = ComparisonOperator.Equal },
        ComparisonExpression relation when !relation.Left.MayBeNull() && !relation.Right.MayBeNull() => relation with { Operator = Opposite(relation.Operator) },
        _ => new NotExpression(operand, anchor),
    };

    /// <summary><c>operand is null</c>. A path that C# calls non-nullable is tested all the same: the author asks for it.</summary>
    public static Expression IsNull(Expression operand, int anchor) => operand switch
    {
        InvalidExpression => operand,
        ConstantExpression constant => Constant(constant.Value is JsonNull, anchor),
        ConditionalExpression conditional when IsNullConstant(conditional.WhenTrue) && IsCertainlySet(conditional.WhenFalse) => conditional.Condition,
        ConditionalExpression conditional when IsNullConstant(conditional.WhenFalse) && IsCertainlySet(conditional.WhenTrue) => Not(conditional.Condition, anchor),
        _ when operand.IsPath() || !IsCertainlySet(operand) => new IsNullExpression(operand, anchor),
        _ => Constant(false, anchor),
    };

    /// <summary>What a constant among the operands decides: those behind it are not evaluated, and those before it need not be unless they can fail. Null where none decides.</summary>
    private static Expression? Decided(List<Expression> operands, bool by, int anchor)
    {
        var decides = operands.FindIndex(operand => AsBoolean(operand) == by);
        if (decides < 0)
        {
            return null;
        }

        var before = operands.GetRange(0, decides);
        if (!before.Exists(ExpressionFacts.CanFail))
        {
            return Constant(by, anchor);
        }

        before.Add(operands[decides]);
        var rest = new EquatableArray<Expression>(before);
        return by ? new OrExpression(rest, anchor) : new AndExpression(rest, anchor);
    }

    /// <summary>Whether an evaluation can give nothing but a value that is not null.</summary>
    private static bool IsCertainlySet(Expression expression) => !expression.MayBeNull() && !expression.CanFail();

    /// <summary>A null check that C# implies: nothing where the type is not nullable.</summary>
    public static Expression IsNotNull(Expression operand, int anchor) =>
        operand.MayBeNull() ? Not(IsNull(operand, anchor), anchor) : Constant(true, anchor);

    public static Expression Compare(ComparisonOperator @operator, Expression left, Expression right, int anchor)
    {
        if (left is InvalidExpression || right is InvalidExpression)
        {
            return left is InvalidExpression ? left : right;
        }

        if (left is ConstantExpression && right is not ConstantExpression)
        {
            return Compare(Flipped(@operator), right, left, anchor);
        }

        if (right is not ConstantExpression constant)
        {
            return new ComparisonExpression(@operator, left, right, anchor);
        }

        if (left is ConstantExpression other)
        {
            return Constant(Evaluate(@operator, Times.InOrder(other), Times.InOrder(constant)), anchor);
        }

        if (constant.Value is JsonNull)
        {
            return @operator switch
            {
                ComparisonOperator.Equal => IsNull(left, anchor),
                ComparisonOperator.NotEqual => Not(IsNull(left, anchor), anchor),
                _ => Constant(false, anchor),
            };
        }

        if (constant.Value is JsonBoolean boolean && !left.MayBeNull() && @operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        {
            return boolean.Value == (@operator is ComparisonOperator.Equal) ? left : Not(left, anchor);
        }

        if (left is FunctionExpression { Function: ValueFunction.TextLength or ValueFunction.CodePoints, Arguments: var texts } && IsEmpty(@operator, constant.Value) is { } isEmpty)
        {
            return Compare(isEmpty ? ComparisonOperator.Equal : ComparisonOperator.NotEqual, texts[0], new ConstantExpression(new JsonString(""), WireType.String, anchor), anchor);
        }

        if (left is ConditionalExpression conditional)
        {
            var whenTrue = Compare(@operator, conditional.WhenTrue, right, anchor);
            var whenFalse = Compare(@operator, conditional.WhenFalse, right, anchor);
            if (AsBoolean(whenTrue) is not null || AsBoolean(whenFalse) is not null)
            {
                return Conditional(conditional.Condition, whenTrue, whenFalse, WireType.Boolean, anchor);
            }
        }

        return new ComparisonExpression(@operator, left, right, anchor);
    }

    /// <summary>What a test of a length asks: whether it is 0 (true), whether it is not (false), or something else (null).</summary>
    private static bool? IsEmpty(ComparisonOperator @operator, JsonValue bound) => (@operator, bound is JsonNumber number && number.TryGetInt64(out var value) ? value : -1) switch
    {
        (ComparisonOperator.Equal or ComparisonOperator.LessThanOrEqual, 0) or (ComparisonOperator.LessThan, 1) => true,
        (ComparisonOperator.NotEqual or ComparisonOperator.GreaterThan, 0) or (ComparisonOperator.GreaterThanOrEqual, 1) => false,
        _ => null,
    };

    public static Expression Conditional(Expression condition, Expression whenTrue, Expression whenFalse, WireType type, int anchor)
    {
        if (condition is InvalidExpression)
        {
            return condition;
        }

        if (AsBoolean(condition) is { } decided)
        {
            return decided ? whenTrue : whenFalse;
        }

        if (whenTrue is InvalidExpression || whenFalse is InvalidExpression)
        {
            return whenTrue is InvalidExpression ? whenTrue : whenFalse;
        }

        if (type is { Kind: WireKind.Boolean, IsNullable: false })
        {
            switch (AsBoolean(whenTrue), AsBoolean(whenFalse))
            {
                case (_, false): return And(anchor, condition, whenTrue);
                case (_, true): return Or(anchor, Not(condition, anchor), whenTrue);
                case (true, _): return Or(anchor, condition, whenFalse);
                case (false, _): return And(anchor, Not(condition, anchor), whenFalse);
            }
        }

        return new ConditionalExpression(condition, whenTrue, whenFalse, type, anchor);
    }

    public static Expression Coalesce(Expression left, Expression right, WireType type, int anchor)
    {
        if (left is InvalidExpression || right is InvalidExpression)
        {
            return left is InvalidExpression ? left : right;
        }

        if (IsNullConstant(left))
        {
            return right;
        }

        if (left is ConditionalExpression conditional && IsNullConstant(conditional.WhenTrue) && !conditional.WhenFalse.MayBeNull())
        {
            return Conditional(conditional.Condition, right, conditional.WhenFalse, type, anchor);
        }

        if (left is ConditionalExpression lifted && IsNullConstant(lifted.WhenFalse) && !lifted.WhenTrue.MayBeNull())
        {
            return Conditional(lifted.Condition, lifted.WhenTrue, right, type, anchor);
        }

        if (!left.MayBeNull() || IsNullConstant(right))
        {
            return left;
        }

        return type.Kind is WireKind.Boolean && AsBoolean(right) is { } otherwise
            ? new ComparisonExpression(
                otherwise ? ComparisonOperator.NotEqual : ComparisonOperator.Equal, left, Constant(!otherwise, right.Anchor), anchor)
            : new CoalesceExpression(left, right, type, anchor);
    }

    public static ComparisonOperator Flipped(ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.LessThan => ComparisonOperator.GreaterThan,
        ComparisonOperator.LessThanOrEqual => ComparisonOperator.GreaterThanOrEqual,
        ComparisonOperator.GreaterThan => ComparisonOperator.LessThan,
        ComparisonOperator.GreaterThanOrEqual => ComparisonOperator.LessThanOrEqual,
        _ => @operator,
    };

    private static ComparisonOperator Opposite(ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.LessThan => ComparisonOperator.GreaterThanOrEqual,
        ComparisonOperator.LessThanOrEqual => ComparisonOperator.GreaterThan,
        ComparisonOperator.GreaterThan => ComparisonOperator.LessThanOrEqual,
        ComparisonOperator.GreaterThanOrEqual => ComparisonOperator.LessThan,
        ComparisonOperator.Equal => ComparisonOperator.NotEqual,
        _ => ComparisonOperator.Equal,
    };

    /// <summary>Whether a relation holds between two constants. Null is not in order with anything.</summary>
    public static bool Evaluate(ComparisonOperator @operator, JsonValue left, JsonValue right)
    {
        if (@operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        {
            return left.Equals(right) == (@operator is ComparisonOperator.Equal);
        }

        int order;
        switch (left, right)
        {
            case (JsonNumber a, JsonNumber b):
                order = a.TryGetInt64(out var x) && b.TryGetInt64(out var y) ? x.CompareTo(y) : a.ToDouble().CompareTo(b.ToDouble());
                break;
            case (JsonString a, JsonString b):
                order = string.CompareOrdinal(a.Value, b.Value);
                break;
            default:
                return false;
        }

        return @operator switch
        {
            ComparisonOperator.LessThan => order < 0,
            ComparisonOperator.LessThanOrEqual => order <= 0,
            ComparisonOperator.GreaterThan => order > 0,
            _ => order >= 0,
        };
    }

    /// <summary>Whether a condition that holds says that the path is not null, and asks no more of it than its own guards give.</summary>
    private static bool Implies(Expression condition, string path)
    {
        bool Reads(Expression operand)
        {
            if (operand.IsPath())
            {
                foreach (var step in operand.Steps())
                {
                    if (step.MayBeNull() && string.Equals(step.Describe(), path, StringComparison.Ordinal))
                    {
                        return operand.MayBeNull();
                    }
                }
            }

            return false;
        }

        return condition switch
        {
            ComparisonExpression { Operator: not ComparisonOperator.NotEqual } comparison =>
                (Reads(comparison.Left) && !comparison.Right.MayBeNull()) || (Reads(comparison.Right) && !comparison.Left.MayBeNull()),
            TextMatchExpression match => Reads(match.Operand),
            NotExpression { Operand: IsNullExpression { Operand: MemberExpression } test } => Reads(test.Operand) && test.Operand.Describe() != path,
            _ => false,
        };
    }

    /// <summary>Whether something in it reads the path as one that is not null, because C# knows that it is not.</summary>
    private static bool ReliesOn(Expression expression, string path)
    {
        if (expression.IsPath() && !expression.MayBeNull() && string.Equals(expression.Describe(), path, StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var part in expression.Parts())
        {
            if (ReliesOn(part, path))
            {
                return true;
            }
        }

        return false;
    }
}
