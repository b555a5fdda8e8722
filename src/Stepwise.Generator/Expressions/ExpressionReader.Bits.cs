using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Expressions;

/// <content>
/// Bits of integers and enums. A bit is found by division: <c>x &amp; 4</c> is the part of <c>x</c> between the multiples of 8 and those of 4. A division that rounds down keeps the two's complement, so that
/// this holds for negative numbers too. One operand must be a constant.
/// </content>
internal sealed partial class ExpressionReader
{
    /// <summary>The most bits of a mask that are tested one by one.</summary>
    private const int MostTests = 4;

    /// <summary>The greatest number up to which each integer is a double.</summary>
    private const long MostExact = 1L << 53;

    private const string ConstantBits = "write one of them as a constant, such as a member of the enum";

    /// <summary>Whether an operator is one of bits, rather than of conditions.</summary>
    private static bool IsOfBits(IBinaryOperation binary) =>
        binary.OperatorKind is BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr or BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift
        && binary.OperatorMethod is null && Underlying(binary.Type) is { } type && Range(type) is not null;

    private Expression ReadBits(IBinaryOperation binary)
    {
        if (binary.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift)
        {
            return ReadShift(binary);
        }

        var (operand, mask) = WithMask(binary.LeftOperand, binary.RightOperand);
        if (mask is not { } bits)
        {
            return Refuse(NameOf(binary), "the operator of '" + Shorten(binary.Syntax) + "' for two values that are computed", ConstantBits);
        }

        if (binary.OperatorKind is not BinaryOperatorKind.And && bits < 0 && Range(Underlying(binary.Type)!) is { Least: 0 })
        {
            return Refuse(NameOf(binary), "the operator of '" + Shorten(binary.Syntax) + "' for a number beyond long.MaxValue", "use a smaller one");
        }

        return ReadBits(binary, operand, value => binary.OperatorKind switch
        {
            BinaryOperatorKind.And => Masked(binary, value, bits),
            BinaryOperatorKind.Or => Sum(binary, ArithmeticOperator.Add, Masked(binary, value, ~bits), Number(bits, binary)),
            _ => Sum(binary, ArithmeticOperator.Subtract, Sum(binary, ArithmeticOperator.Add, value, Number(bits, binary)), Product(binary, Masked(binary, value, bits), 2)),
        });
    }

    /// <summary>Computes with the bits of a value, which may be null.</summary>
    private Expression ReadBits(IOperation operation, IOperation operand, Func<Expression, Expression> compute)
    {
        var value = ReadNumber(operation, operand, Underlying(operation.Type));
        return Lift(operation, [value], values => Once(values[0]) is var once && once is InvalidExpression ? once : compute(once));
    }

    /// <summary>Reads a value whose bits are asked for.</summary>
    private Expression ReadNumber(IOperation operation, IOperation operand, ITypeSymbol? type)
    {
        var value = Read(operand);
        if (value is InvalidExpression || RefuseNames(operation, value) is { })
        {
            return value is InvalidExpression ? value : new InvalidExpression(Anchor(operation));
        }

        if (type is not null && Range(type) is { Most: > MostExact })
        {
            WarnInexact(operation, Minimal(type));
        }

        return value;
    }

    /// <summary>Refuses the bits of an enum that is a name in JSON. Returns null for all others.</summary>
    private InvalidExpression? RefuseNames(IOperation operation, Expression value) => value.Type.IsTextEnum
        ? Refuse(NameOf(operation), "arithmetic on the bits of '" + Shorten(operation.Syntax) + "'", "the enum is a name in JSON: remove its string converter, or compare it with its members")
        : null;

    /// <summary>The operand that is computed, and the bits of the one that is a constant. If neither is a constant, the bits are null.</summary>
    private static (IOperation Operand, long? Mask) WithMask(IOperation left, IOperation right) =>
        BitsOf(Unwrap(right)) is { } mask ? (left, mask) : (right, BitsOf(Unwrap(left)));

    /// <summary>The bits of a constant integer or enum; null for anything else. Those beyond the range of long are negative.</summary>
    private static long? BitsOf(IOperation operation)
    {
        if (operation.ConstantValue is not { HasValue: true, Value: IConvertible value and (int or uint or long or ulong or short or ushort or byte or sbyte) } || Underlying(operation.Type) is not { } type || Range(type) is null)
        {
            return null;
        }

        var number = value.ToDecimal(CultureInfo.InvariantCulture);
        return number > long.MaxValue ? unchecked((long)(ulong)number) : (long)number;
    }

    /// <summary>The bits of a value that a mask has. The value is a path or a constant.</summary>
    private Expression Masked(IOperation operation, Expression value, long mask)
    {
        // A negative mask has all bits but some, and so has one with the highest bit of an unsigned type.
        if (Underlying(operation.Type) is { } type && Range(type) is { Least: 0, Most: <= uint.MaxValue } range && mask > range.Most / 2)
        {
            mask |= ~(long)range.Most;
        }

        if (mask < 0)
        {
            return mask == -1 ? value : Sum(operation, ArithmeticOperator.Subtract, value, Masked(operation, value, ~mask));
        }

        Expression? result = null;
        for (var low = 0; low < 63 && mask >> low != 0; low++)
        {
            if (((mask >> low) & 1) == 0)
            {
                continue;
            }

            var high = low;
            while (((mask >> high) & 1) != 0)
            {
                high++;
            }

            var run = Sum(operation, ArithmeticOperator.Subtract, Multiples(operation, value, low), Multiples(operation, value, high));
            result = result is null ? run : Sum(operation, ArithmeticOperator.Add, result, run);
            low = high;
        }

        return result ?? Number(0L, operation);
    }

    /// <summary>The greatest multiple of a power of 2 that is not greater than a value.</summary>
    private Expression Multiples(IOperation operation, Expression value, int bit) => bit == 0 ? value : Product(operation, Shifted(operation, value, bit), 1L << bit);

    /// <summary>A value without its lowest bits: <c>x >> n</c>.</summary>
    private Expression Shifted(IOperation operation, Expression value, int count) => count == 0 ? value : Function(
        operation, ValueFunction.Floor, new ArithmeticExpression(ArithmeticOperator.Divide, value, Number(Math.Pow(2, count), operation), WireType.Double, Anchor(operation)))
        with { Type = IntegerType(operation) };

    private ArithmeticExpression Sum(IOperation operation, ArithmeticOperator @operator, Expression left, Expression right) =>
        new(@operator, left, right, IntegerType(operation), Anchor(operation));

    private ArithmeticExpression Product(IOperation operation, Expression value, long factor) => Sum(operation, ArithmeticOperator.Multiply, value, Number(factor, operation));

    /// <summary>The type of an operation on bits, which in a comparison is that of its operands.</summary>
    private WireType IntegerType(IOperation operation) =>
        Underlying(operation.Type) is { } type && Range(type) is not null ? context.Types.Read(type).AsNotNullable() : new WireType(WireKind.Long, "long");

    private Expression ReadShift(IBinaryOperation binary)
    {
        var range = Range(Underlying(binary.Type)!)!.Value;
        var isRight = binary.OperatorKind is BinaryOperatorKind.RightShift || (binary.OperatorKind is BinaryOperatorKind.UnsignedRightShift && range.Least == 0);
        if (!isRight || binary.RightOperand.ConstantValue is not { HasValue: true, Value: int count })
        {
            return Refuse(
                NameOf(binary), "the operator of '" + Shorten(binary.Syntax) + "'", isRight ? "shift by a constant" : "multiply or divide by a power of 2: integers do not wrap in the definition");
        }

        return ReadBits(binary, binary.LeftOperand, value => Shifted(binary, value, count & (range.Most > uint.MaxValue ? 63 : 31)));
    }

    /// <summary>Reads <c>~x</c>: what is missing to the greatest number, or to -1 for numbers with a sign.</summary>
    private Expression ReadComplement(IUnaryOperation unary)
    {
        var range = Range(Underlying(unary.Type)!)!.Value;
        return range.Most > long.MaxValue
            ? Refuse(NameOf(unary), "the operator of '" + Shorten(unary.Syntax) + "' for ulong", "use a smaller type")
            : ReadBits(unary, unary.Operand, value => Sum(unary, ArithmeticOperator.Subtract, Number(range.Least == 0 ? (long)range.Most : -1L, unary), value));
    }

    /// <summary>Reads <c>x.HasFlag(F.A)</c>.</summary>
    private Expression ReadHasFlag(IInvocationOperation call, IOperation instance)
    {
        var flag = ArgumentOf(call.Arguments, 0) is { } argument ? Unwrap(argument) : null;
        if (flag is null || BitsOf(flag) is not { } bits)
        {
            return flag is null ? Invalid(call) : Refuse(flag, "a flag that is computed", "write a constant, such as a member of the enum");
        }

        if (!SymbolEqualityComparer.Default.Equals(instance.Type, flag.Type))
        {
            return Refuse(flag, "a flag of another enum, for which C# throws,", "write a member of '" + Minimal(instance.Type) + "'");
        }

        var value = ReadNumber(call, instance, instance.Type);
        return value is InvalidExpression ? value : HasBits(call, value.AsNotNull(), bits, bits);
    }

    /// <summary>Reads <c>(x &amp; F.A) != 0</c> and the like: a comparison of some bits with a constant. Null for all other comparisons.</summary>
    private Expression? ReadBitTest(IBinaryOperation binary)
    {
        var (tested, expected) = WithMask(binary.LeftOperand, binary.RightOperand);
        if (binary.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals) || expected is not { } wanted
            || WithoutParentheses(Unwrap(tested)) is not IBinaryOperation { OperatorKind: BinaryOperatorKind.And, ConstantValue.HasValue: false } and || !IsOfBits(and) || IsNullableValue(and.Type))
        {
            return null;
        }

        var (operand, mask) = WithMask(and.LeftOperand, and.RightOperand);
        if (mask is not { } bits)
        {
            return null;
        }

        var value = ReadNumber(and, operand, and.Type);
        var equal = value is InvalidExpression ? value : HasBits(binary, value, bits, wanted);
        return binary.OperatorKind is BinaryOperatorKind.Equals ? equal : ExpressionSimplifier.Not(equal, Anchor(binary));
    }

    private static IOperation WithoutParentheses(IOperation operation)
    {
        while (operation is IParenthesizedOperation parenthesized)
        {
            operation = parenthesized.Operand;
        }

        return operation;
    }

    /// <summary>Whether the bits of a value that a mask has are those of a constant.</summary>
    private Expression HasBits(IOperation operation, Expression value, long mask, long wanted)
    {
        var anchor = Anchor(operation);
        if ((wanted & ~mask) != 0 && !value.CanFail())
        {
            return ExpressionSimplifier.Constant(false, anchor);
        }

        value = Once(value);
        if (value is InvalidExpression)
        {
            return value;
        }

        var bits = Enumerable.Range(0, 53).Where(bit => ((mask >> bit) & 1) != 0).ToList();
        if (mask < 0 || mask >= MostExact || bits.Count > MostTests)
        {
            return ExpressionSimplifier.Compare(ComparisonOperator.Equal, Masked(operation, value, mask), Number(wanted, operation), anchor);
        }

        var tests = bits.ConvertAll(bit =>
        {
            var rest = new ArithmeticExpression(ArithmeticOperator.Remainder, Shifted(operation, value, bit), Number(2L, operation), WireType.Double, anchor);
            var isSet = ((wanted >> bit) & 1) != 0;
            return ExpressionSimplifier.Compare(isSet ? ComparisonOperator.NotEqual : ComparisonOperator.Equal, rest, Number(0L, operation), anchor);
        });
        var test = ExpressionSimplifier.And(anchor, [.. tests]);
        return (wanted & ~mask) != 0 ? ExpressionSimplifier.And(anchor, test, ExpressionSimplifier.Constant(false, anchor)) : test;
    }
}
