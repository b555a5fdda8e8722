using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Expressions;

/// <content>Operators on values that may be null, as C# lifts them.</content>
internal sealed partial class ExpressionReader
{
    /// <summary>Computes a value from operands of which one that is null gives null. C# evaluates every operand, even if another one is null.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="operands">The operands.</param>
    /// <param name="compute">Computes the value from operands that are not null.</param>
    private Expression Lift(IOperation operation, Expression[] operands, Func<Expression[], Expression> compute)
    {
        if (Array.Find(operands, static operand => operand is InvalidExpression) is { } invalid)
        {
            return invalid;
        }

        if (!Array.Exists(operands, ExpressionFacts.MayBeNull))
        {
            return compute(operands);
        }

        var guards = new List<Expression>();
        var values = new Expression[operands.Length];
        for (var i = 0; i < operands.Length; i++)
        {
            values[i] = operands.Length > 1 && operands[i].CanFail() ? Once(operands[i]) : operands[i];
            values[i] = Unlifted(values[i], guards);
            if (values[i] is InvalidExpression)
            {
                return values[i];
            }
        }

        OpenBlock();
        var computed = compute(values);
        var block = _block;
        CloseBlock();
        return computed is InvalidExpression ? computed
            : Guarded(guards, ExpressionBlocks.Let(block.Bindings, computed, computed.Anchor), Anchor(operation));
    }

    /// <summary>A value where it is not null, and the tests under which it is not. The tests of an operand that is itself lifted come before both operators.</summary>
    private Expression Unlifted(Expression operand, List<Expression> guards)
    {
        if (!operand.MayBeNull())
        {
            return operand;
        }

        if (operand is ConditionalExpression { Condition: var condition, WhenTrue: var value } && IsLifted(operand))
        {
            guards.AddRange(condition is AndExpression { Operands: var tests } ? tests : [condition]);
            return value;
        }

        operand = Once(operand);
        if (operand is not InvalidExpression)
        {
            guards.Add(ExpressionSimplifier.IsNotNull(operand, operand.Anchor));
        }

        return operand.AsNotNull();
    }

    /// <summary>Whether a value is null unless tests hold, as what <see cref="Lift"/> computes.</summary>
    private static bool IsLifted(Expression value) => value is ConditionalExpression { WhenTrue: var computed, WhenFalse: var otherwise } && ExpressionSimplifier.IsNullConstant(otherwise) && !computed.MayBeNull();

    /// <summary>A comparison with a lifted value, which is false where the value is null. For an equality, the other value is never null.</summary>
    private Expression CompareLifted(IOperation operation, ComparisonOperator relation, Expression left, Expression right)
    {
        var anchor = Anchor(operation);
        var guards = new List<Expression>();
        (left, right) = (IsLifted(left) ? Unlifted(left, guards) : left, IsLifted(right) ? Unlifted(right, guards) : right);
        var isNotEqual = relation is ComparisonOperator.NotEqual;
        guards.Add(ExpressionSimplifier.Compare(isNotEqual ? ComparisonOperator.Equal : relation, left, right, anchor));
        var compared = ExpressionSimplifier.And(anchor, [.. guards]);
        return isNotEqual ? ExpressionSimplifier.Not(compared, anchor) : compared;
    }

    /// <summary>A value where all tests hold, else null. Each test stands once.</summary>
    private static Expression Guarded(List<Expression> guards, Expression value, int anchor)
    {
        var tested = new HashSet<string>(StringComparer.Ordinal);
        var isSimple = true;
        guards.RemoveAll(guard =>
        {
            var path = guard is NotExpression { Operand: IsNullExpression test } && test.Operand.IsPath() ? test.Operand.Describe() : null;
            isSimple &= path is not null;
            return path is not null && !tested.Add(path);
        });

        // Tests for null need no simplification, which would take a time that is quadratic in their number.
        var condition = isSimple && guards.Count > 1 ? new AndExpression(new EquatableArray<Expression>(guards), anchor) : ExpressionSimplifier.And(anchor, [.. guards]);
        return ExpressionSimplifier.Conditional(condition, value, ExpressionSimplifier.Null(value.Type, anchor), value.Type.AsNullable(), anchor);
    }

    /// <summary>Reads <c>&amp;</c> or <c>|</c> of values of type <c>bool?</c>: null is a value that is not known, and the other operand may decide.</summary>
    private Expression ConnectLifted(IBinaryOperation binary)
    {
        var isAnd = binary.OperatorKind is BinaryOperatorKind.And;
        var (left, right) = (Once(Read(binary.LeftOperand)), Once(Read(binary.RightOperand)));
        if (left is InvalidExpression || right is InvalidExpression)
        {
            return left is InvalidExpression ? left : right;
        }

        var anchor = Anchor(binary);
        var type = WireType.Boolean.AsNullable();
        if (!left.MayBeNull() || !right.MayBeNull())
        {
            var (known, other) = left.MayBeNull() ? (right, left) : (left, right);
            return isAnd
                ? ExpressionSimplifier.Conditional(known, other, ExpressionSimplifier.Constant(false, anchor), type, anchor)
                : ExpressionSimplifier.Conditional(known, ExpressionSimplifier.Constant(true, anchor), other, type, anchor);
        }

        var decisive = ExpressionSimplifier.Constant(!isAnd, anchor);
        var isDecided = ExpressionSimplifier.Or(
            anchor, ExpressionSimplifier.Compare(ComparisonOperator.Equal, left, decisive, anchor), ExpressionSimplifier.Compare(ComparisonOperator.Equal, right, decisive, anchor));
        var isKnown = ExpressionSimplifier.And(anchor, ExpressionSimplifier.IsNotNull(left, anchor), ExpressionSimplifier.IsNotNull(right, anchor));
        var otherwise = ExpressionSimplifier.Conditional(isKnown, ExpressionSimplifier.Constant(isAnd, anchor), ExpressionSimplifier.Null(type, anchor), type, anchor);
        return ExpressionSimplifier.Conditional(isDecided, decisive, otherwise, type, anchor);
    }

    /// <summary>Reads <c>x.GetValueOrDefault()</c> or <c>x.GetValueOrDefault(y)</c>. C# computes <c>y</c> even if <c>x</c> has a value.</summary>
    private Expression ReadValueOrDefault(IInvocationOperation call, IOperation instance)
    {
        var value = Read(instance);
        if (value is InvalidExpression)
        {
            return value;
        }

        Expression? otherwise;
        if (ArgumentOf(call.Arguments, 0) is { } given)
        {
            otherwise = Read(given);
            otherwise = otherwise.CanFail() ? Once(otherwise) : otherwise;
        }
        else
        {
            otherwise = DefaultOf(call.Type!) is { } known ? At(known, call) : null;
        }

        return otherwise is null
            ? Refuse(NameOf(call), "the default of '" + Minimal(call.Type) + "'", "pass the value, as in 'x.GetValueOrDefault(y)', or use '??'")
            : Coalesce(call, call.Type, value, otherwise);
    }
}
