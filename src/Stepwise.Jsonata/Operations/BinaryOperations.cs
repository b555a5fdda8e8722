using Stepwise.Json;
using Stepwise.Jsonata.Runtime;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Operations;

/// <summary>An operator between two operands.</summary>
internal abstract class BinaryOperation(Operation left, Operation right, string token, int position) : Operation
{
    protected Operation Left => left;

    protected Operation Right => right;

    protected string Token => token;

    protected int Position => position;

    protected JsonataException Error(string code, JsonValue? value, JsonValue? second = null)
        => new(code) { Position = position, Token = token, Value = value, SecondValue = second };
}

/// <summary><c>+ - * / %</c>.</summary>
internal sealed class ArithmeticOperation(JsonataOperator @operator, Operation left, Operation right, string token, int position)
    : BinaryOperation(left, right, token, position)
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var left = Left.Evaluate(input, frame, evaluation);
        var right = Right.Evaluate(input, frame, evaluation);
        if (left is not JsonNumber a || right is not JsonNumber b)
        {
            return ComputeOther(left, right, evaluation);
        }

        return Compute(a.ToDouble(), b.ToDouble());
    }

    private JsonValue Compute(double x, double y) => Numbers.Of(@operator switch
    {
        JsonataOperator.Add => x + y,
        JsonataOperator.Subtract => x - y,
        JsonataOperator.Multiply => x * y,
        JsonataOperator.Divide => x / y,
        _ => x % y,
    });

    private JsonValue? ComputeOther(JsonValue? left, JsonValue? right, Evaluation evaluation)
    {
        if (evaluation.IsStepFunctions && NonFinite.TryGetDouble(left, out var x) && NonFinite.TryGetDouble(right, out var y))
        {
            return Compute(x, y);
        }

        Check(left, "T2001");
        Check(right, "T2002");
        return null;
    }

    private void Check(JsonValue? operand, string code)
    {
        if (operand is NonFinite { Value: not double.NaN })
        {
            throw Error("D1001", JsonNull.Instance);
        }

        if (operand is not (null or JsonNumber))
        {
            throw Error(code, operand);
        }
    }
}

/// <summary><c>- a</c>.</summary>
internal sealed class NegateOperation(Operation operand, int position) : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var value = operand.Evaluate(input, frame, evaluation);
        return value switch
        {
            null => null,
            JsonNumber number => Numbers.Of(-number.ToDouble()),
            NonFinite number when evaluation.IsStepFunctions => Numbers.Of(-number.Value),
            NonFinite { Value: not double.NaN } => throw new JsonataException("D1001") { Position = position, Value = JsonNull.Instance },
            _ => throw new JsonataException("D1002") { Position = position, Token = "-", Value = value },
        };
    }
}

/// <summary><c>=</c> and <c>!=</c>.</summary>
internal sealed class EqualityOperation(bool isEqual, Operation left, Operation right, string token, int position)
    : BinaryOperation(left, right, token, position)
{
    public override bool GivesBoolean => true;

    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => JsonBoolean.From(IsTrue(input, frame, evaluation));

    public override bool IsTrue(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var left = Left.Evaluate(input, frame, evaluation);
        var right = Right.Evaluate(input, frame, evaluation);

        // If a side has no value, both = and != are false.
        return left is not null && right is not null && Comparison.AreEqual(left, right, evaluation) == isEqual;
    }
}

/// <summary><c>&lt; &lt;= &gt; &gt;=</c>.</summary>
internal sealed class OrderOperation(JsonataOperator @operator, Operation left, Operation right, string token, int position)
    : BinaryOperation(left, right, token, position)
{
    public override bool GivesBoolean => true;

    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation)
        => Compare(input, frame, evaluation, out var isNothing) is var isTrue && isNothing ? null : JsonBoolean.From(isTrue);

    public override bool IsTrue(JsonValue? input, Frame frame, Evaluation evaluation) => Compare(input, frame, evaluation, out _);

    private bool Compare(JsonValue? input, Frame frame, Evaluation evaluation, out bool isNothing)
    {
        var left = Left.Evaluate(input, frame, evaluation);
        var right = Right.Evaluate(input, frame, evaluation);
        isNothing = false;
        if (left is JsonNumber a && right is JsonNumber b)
        {
            return Compare(a.ToDouble(), b.ToDouble());
        }

        if (left is JsonString text && right is JsonString other)
        {
            return Compare(Comparison.Compare(text.Value, other.Value), 0);
        }

        if (!IsComparable(left) || !IsComparable(right))
        {
            throw Error("T2010", left is JsonString or JsonNumber or NonFinite ? right : left);
        }

        if (left is null || right is null)
        {
            isNothing = true;
            return false;
        }

        if (left is JsonString || right is JsonString)
        {
            throw Error("T2009", left, right);
        }

        return Compare(Double(left), Double(right));
    }

    private static bool IsComparable(JsonValue? value) => value is null or JsonString or JsonNumber or NonFinite;

    private static double Double(JsonValue value) => value is NonFinite number ? number.Value : ((JsonNumber)value).ToDouble();

    private bool Compare(double left, double right) => @operator switch
    {
        JsonataOperator.Less => left < right,
        JsonataOperator.LessOrEqual => left <= right,
        JsonataOperator.Greater => left > right,
        _ => left >= right,
    };
}

/// <summary><c>and</c> and <c>or</c>. The right side is evaluated only if the left side does not decide.</summary>
internal sealed class LogicOperation(bool isAnd, Operation left, Operation right, string token, int position)
    : BinaryOperation(left, right, token, position)
{
    public override bool GivesBoolean => true;

    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => JsonBoolean.From(IsTrue(input, frame, evaluation));

    public override bool IsTrue(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var first = Left.IsTrue(input, frame, evaluation);
        if (first != isAnd)
        {
            return first;
        }

        try
        {
            return Right.IsTrue(input, frame, evaluation);
        }
        catch (JsonataException error) when (Claim(error))
        {
            throw;
        }
    }

    /// <summary>Reports an error of the right side at the operator, as JSONata does.</summary>
    private bool Claim(JsonataException error)
    {
        error.Position = Position;
        error.Token = Token;
        return false;
    }
}

/// <summary><c>&amp;</c>.</summary>
internal sealed class ConcatenationOperation(Operation left, Operation right, string token, int position)
    : BinaryOperation(left, right, token, position)
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var left = Left.Evaluate(input, frame, evaluation);
        var right = Right.Evaluate(input, frame, evaluation);
        try
        {
            var first = left is null ? "" : Conversion.ToText(left, evaluation);
            var second = right is null ? "" : Conversion.ToText(right, evaluation);
            if ((long)first.Length + second.Length > evaluation.Options.MaxStringLength)
            {
                throw Evaluation.TooLarge("a string");
            }

            return new JsonString(string.Concat(first, second));
        }
        catch (JsonataException error) when (error.Position < 0)
        {
            error.Position = Position;
            error.Token = Token;
            throw;
        }
    }
}

/// <summary><c>in</c>.</summary>
internal sealed class InclusionOperation(Operation left, Operation right, string token, int position)
    : BinaryOperation(left, right, token, position)
{
    public override bool GivesBoolean => true;

    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => JsonBoolean.From(IsTrue(input, frame, evaluation));

    public override bool IsTrue(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var left = Left.Evaluate(input, frame, evaluation);
        var right = Right.Evaluate(input, frame, evaluation);
        if (left is null || right is null)
        {
            return false;
        }

        if (right is not JsonArray array)
        {
            return AreSame(left, right, evaluation);
        }

        foreach (var item in array.Items)
        {
            evaluation.Step();
            if (AreSame(left, item, evaluation))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Unlike <c>=</c>, <c>in</c> compares arrays and objects by reference, as JSONata does. Empty ones are shared here, so they never count as the same.</summary>
    private static bool AreSame(JsonValue left, JsonValue right, Evaluation evaluation)
        => left is JsonArray or JsonObject ? ReferenceEquals(left, right) && left is JsonArray { Count: > 0 } or JsonObject { Count: > 0 } : Comparison.AreEqual(left, right, evaluation);
}

/// <summary><c>a..b</c>.</summary>
internal sealed class RangeOperation(Operation left, Operation right, string token, int position)
    : BinaryOperation(left, right, token, position)
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => Sequences.Collapse(EvaluateRaw(input, frame, evaluation));

    public override JsonValue? EvaluateRaw(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var left = Left.Evaluate(input, frame, evaluation);
        var right = Right.Evaluate(input, frame, evaluation);
        if (left is not null && !IsInteger(left))
        {
            throw Error("T2003", left);
        }

        if (right is not null && !IsInteger(right))
        {
            throw Error("T2004", right);
        }

        if (left is null || right is null)
        {
            return null;
        }

        var first = ((JsonNumber)left).ToDouble();
        var last = ((JsonNumber)right).ToDouble();
        if (first > last)
        {
            return null;
        }

        var size = last - first + 1;
        if (size > evaluation.Options.MaxSequenceLength)
        {
            throw Error("D2014", Numbers.Of(size));
        }

        evaluation.Allocate((long)size);
        var items = new JsonValue[(int)size];
        Numbers.Fill(items, first, evaluation);
        return Sequences.Create(items);
    }

    private static bool IsInteger(JsonValue value) => value is JsonNumber number && Math.Floor(number.ToDouble()) == number.ToDouble();
}
