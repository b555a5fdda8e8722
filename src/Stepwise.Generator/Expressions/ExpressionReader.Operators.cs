using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Generator.Text;
using Stepwise.Json;

namespace Stepwise.Generator.Expressions;

/// <content>Operators, constants and text.</content>
internal sealed partial class ExpressionReader
{
    private const string AsMethod = "write the operator as a method, and call it";

    private Expression ReadConstant(IOperation operation, object? value, ITypeSymbol type)
    {
        var underlying = Underlying(type)!;
        if (value is not null && operation is IConversionOperation { Operand: { ConstantValue.HasValue: true, Type: { } inner } boxed } && underlying.SpecialType is SpecialType.System_Object)
        {
            return ReadConstant(boxed, boxed.ConstantValue.Value, inner);
        }

        if (IsAmazonConstant(type) && operation is IConversionOperation { Operand: var text })
        {
            return Read(text);
        }

        return Constant(operation, value, context.Types.Read(type));
    }

    private Expression Constant(IOperation operation, object? value, WireType type)
    {
        var anchor = Anchor(operation);
        if (value is null)
        {
            return ExpressionSimplifier.Null(type, anchor);
        }

        type = type.AsNotNullable();
        if (type.Kind is WireKind.Enum)
        {
            return EnumConstant(operation, value, type);
        }

        switch (value)
        {
            case string or char when HasHalfPair(value.ToString()!): return RefuseHalfPair(operation);
            case bool boolean: return new ConstantExpression(JsonBoolean.From(boolean), type, anchor);
            case string text when LooseSubstitution.Find(text) is { } found: return RefuseSubstitution(operation, found);
            case string text: return new ConstantExpression(new JsonString(text), type, anchor);
            case char character: return new ConstantExpression(new JsonString(character.ToString()), type, anchor);
            case double.NaN or double.PositiveInfinity or double.NegativeInfinity or float.NaN or float.PositiveInfinity or float.NegativeInfinity:
                return Refuse(operation, "'" + Shorten(operation.Syntax) + "'", "JSON has no such number");
            case double number: return new ConstantExpression(new JsonNumber(number), type, anchor);
            case float number:
                return new ConstantExpression(
                    new JsonNumber(double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)), type, anchor);
            case decimal number:
                return decimal.Truncate(number) == number && number is >= long.MinValue and <= long.MaxValue
                    ? new ConstantExpression(new JsonNumber((long)number), type, anchor)
                    : new ConstantExpression(new JsonNumber((double)number), type, anchor);
            case ulong and > long.MaxValue: return Refuse(operation, "'" + Shorten(operation.Syntax) + "', which is greater than long.MaxValue,", "write a smaller number, or write it as text");
            default: return new ConstantExpression(new JsonNumber(((IConvertible)value).ToInt64(CultureInfo.InvariantCulture)), type, anchor);
        }
    }

    /// <summary>Whether a text has a surrogate without its other half. A serializer writes another character in its place.</summary>
    private static bool HasHalfPair(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private InvalidExpression RefuseHalfPair(IOperation operation) => Refuse(operation, "half of a surrogate pair", "write whole characters");

    private Expression EnumConstant(IOperation operation, object value, WireType type)
    {
        var number = ((IConvertible)value).ToDecimal(CultureInfo.InvariantCulture);
        if (!type.IsTextEnum)
        {
            if (number > long.MaxValue)
            {
                return Refuse(operation, "'" + Shorten(operation.Syntax) + "', which is greater than long.MaxValue,", "use a member of the enum that is smaller");
            }

            return new ConstantExpression(EnumMember.NumberOf(number), type, Anchor(operation));
        }

        return type.Members.FirstOrDefault(member => member.Value == number) is { } found
            ? new ConstantExpression(found.Wire, type, Anchor(operation))
            : Refuse(operation, "'" + Shorten(operation.Syntax) + "'", "use a member of the enum: the enum is a name in JSON");
    }

    private Expression ReadDefault(IOperation operation, ITypeSymbol type)
    {
        Expression? value = DefaultOf(type);
        return value is null ? Refuse(operation, "'" + Shorten(operation.Syntax) + "'", "write the value") : At(value, operation);
    }

    /// <summary>The default of a type on the wire; null where it is not known.</summary>
    private ConstantExpression? DefaultOf(ITypeSymbol symbol)
    {
        if (symbol.IsReferenceType || IsNullableValue(symbol))
        {
            return new ConstantExpression(JsonNull.Instance, context.Types.Read(symbol).AsNullable(), 0);
        }

        var type = context.Types.Read(symbol);
        return type.Default is { } value ? new ConstantExpression(value, type, 0) : null;
    }

    private Expression ReadUnary(IUnaryOperation unary)
    {
        if (unary.OperatorKind is UnaryOperatorKind.BitwiseNegation && Underlying(unary.Type) is { } integer && Range(integer) is not null)
        {
            return ReadComplement(unary);
        }

        var operand = Read(unary.Operand);
        if (operand is InvalidExpression)
        {
            return operand;
        }

        switch (unary.OperatorKind)
        {
            case UnaryOperatorKind.Not when operand.Type.Kind is WireKind.Boolean:
                return Lift(unary, [operand], values => ExpressionSimplifier.Not(values[0], Anchor(unary)));
            case UnaryOperatorKind.Minus or UnaryOperatorKind.Plus when IsDuration(unary.Type):
                return unary.OperatorKind is UnaryOperatorKind.Plus ? operand : Lift(unary, [operand], values => Negated(unary, values[0]));
            case UnaryOperatorKind.Plus when operand.Type.IsNumeric:
                return operand;
            case UnaryOperatorKind.Minus when operand.Type.IsNumeric:
                return Calculate(unary, ArithmeticOperator.Subtract, Number(0L, unary), operand);
            case not UnaryOperatorKind.Not when unary.OperatorMethod is null && operand.Type.Kind is WireKind.Opaque:
                return RefuseOpaqueOperand(unary, operand);
            default:
                return Refuse(NameOf(unary), "the operator of '" + Shorten(unary.Syntax) + "'", AsMethod);
        }
    }

    private InvalidExpression RefuseOpaqueOperand(IOperation operation, Expression operand) =>
        RefuseOpaque(operation.Syntax.GetLocation(), operand.Type, "'" + Shorten(operation.Syntax) + "' cannot be computed");

    private InvalidExpression RefuseLifted(IOperation operation, IOperation operand) =>
        Refuse(NameOf(operation), "'" + Shorten(operation.Syntax) + "' where '" + Shorten(operand.Syntax) + "' may be null", "handle null, as in 'x ?? y'");

    private Expression ReadBinary(IBinaryOperation binary)
    {
        if (!IsFlattened(binary) && !ReadLeftOperands(binary))
        {
            return RefuseChain(binary);
        }

        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd:
                return Connect(binary, isAnd: true);
            case BinaryOperatorKind.ConditionalOr:
                return Connect(binary, isAnd: false);
            case BinaryOperatorKind.And or BinaryOperatorKind.Or when binary.Type?.SpecialType is SpecialType.System_Boolean:
                return Connect(binary, binary.OperatorKind is BinaryOperatorKind.And);
            case BinaryOperatorKind.And or BinaryOperatorKind.Or when Underlying(binary.Type)?.SpecialType is SpecialType.System_Boolean:
                return ConnectLifted(binary);
            case BinaryOperatorKind.ExclusiveOr when Underlying(binary.Type)?.SpecialType is SpecialType.System_Boolean:
                return Lift(binary, [Read(binary.LeftOperand), Read(binary.RightOperand)], values => Compare(binary, ComparisonOperator.NotEqual, values[0], values[1]));
            case BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
                or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual:
                return ReadComparison(binary);
            case BinaryOperatorKind.Add when binary.Type?.SpecialType is SpecialType.System_String:
                return ReadConcatenation(binary);
        }

        if (IsOfBits(binary))
        {
            return ReadBits(binary);
        }

        if (IsTime(binary.LeftOperand.Type) || IsTime(binary.RightOperand.Type))
        {
            return ReadTimes(binary);
        }

        var type = binary.Type is null ? WireType.Unknown : context.Types.Read(binary.Type);
        if (ArithmeticOf(binary.OperatorKind) is not { } arithmetic || type.Kind is not (WireKind.Integer or WireKind.Long or WireKind.Decimal or WireKind.Double))
        {
            return Refuse(
                NameOf(binary),
                "the operator of '" + Shorten(binary.Syntax) + "'",
                binary.LeftOperand.Type?.Name is "DateTime" ? "use a DateTimeOffset, which is an unambiguous instant"
                : binary.OperatorMethod is not null ? AsMethod
                : "use arithmetic on numbers, '&&' and '||'");
        }

        return Calculate(binary, arithmetic, Read(binary.LeftOperand), Read(binary.RightOperand));
    }

    private static ArithmeticOperator? ArithmeticOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => ArithmeticOperator.Add,
        BinaryOperatorKind.Subtract => ArithmeticOperator.Subtract,
        BinaryOperatorKind.Multiply => ArithmeticOperator.Multiply,
        BinaryOperatorKind.Divide => ArithmeticOperator.Divide,
        BinaryOperatorKind.Remainder => ArithmeticOperator.Remainder,
        _ => null,
    };

    /// <summary>Reads the left operands of a chain of operators, the innermost first, so that a chain of any length needs no stack. False where it is too long.</summary>
    private bool ReadLeftOperands(IBinaryOperation last)
    {
        var chain = new Stack<IBinaryOperation>();
        for (var left = last.LeftOperand; left is IBinaryOperation { ConstantValue.HasValue: false } binary && !IsFlattened(binary) && !_leftOperands.ContainsKey(binary); left = binary.LeftOperand)
        {
            chain.Push(binary);
        }

        if (chain.Count >= ChainLimit)
        {
            return false;
        }

        while (chain.Count > 0)
        {
            var binary = chain.Pop();
            _leftOperands[binary] = Read(binary);
        }

        return true;
    }

    /// <summary>Whether a chain of the operator is read as one: <c>&amp;&amp;</c>, <c>||</c>, <c>&amp;</c>, <c>|</c> and <c>+</c> of texts.</summary>
    private static bool IsFlattened(IBinaryOperation binary) =>
        binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
        || binary is { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or, Type.SpecialType: SpecialType.System_Boolean }
        || binary is { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String };

    /// <summary>Reads <c>a &amp;&amp; b &amp;&amp; c</c>, of any length. The operators <c>&amp;</c> and <c>|</c> evaluate both operands.</summary>
    private Expression Connect(IBinaryOperation connection, bool isAnd)
    {
        var operands = new List<(IOperation Operation, Func<Expression> Read)>();
        var pending = new Stack<(IOperation Operation, IBinaryOperation Of)>();
        pending.Push((connection, connection));
        while (pending.Count > 0)
        {
            var (operation, of) = pending.Pop();
            if (operation is IBinaryOperation { ConstantValue.HasValue: false } nested && nested.OperatorKind == connection.OperatorKind)
            {
                pending.Push((nested.RightOperand, nested));
                pending.Push((nested.LeftOperand, nested));
            }
            else
            {
                operands.Add((operation, () => Read(operation) switch
                {
                    var operand and not InvalidExpression when operand.MayBeNull() => RefuseLifted(of, operation),
                    var operand => operand,
                }));
            }
        }

        if (connection.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            return ReadInTurn(connection, operands, isAnd);
        }

        // The definition's 'and' stops at the first operand that decides: one that can fail is evaluated before.
        return Join(operands.ConvertAll(static operand => operand.Read()).ConvertAll(operand => operand.CanFail() ? Once(operand) : operand), Anchor(connection), isAnd);
    }

    private Expression Calculate(IOperation operation, ArithmeticOperator @operator, Expression left, Expression right)
    {
        if (left is InvalidExpression || right is InvalidExpression)
        {
            return left is InvalidExpression ? left : right;
        }

        if (left.Type.Kind is WireKind.Opaque || right.Type.Kind is WireKind.Opaque)
        {
            return RefuseOpaqueOperand(operation, left.Type.Kind is WireKind.Opaque ? left : right);
        }

        var type = context.Types.Read(operation.Type!).AsNotNullable();
        if (!left.Type.IsNumeric || !right.Type.IsNumeric || left.Type.IsTextEnum || right.Type.IsTextEnum)
        {
            return Refuse(NameOf(operation), "'" + Shorten(operation.Syntax) + "'", "use numbers");
        }

        if (type.Kind is WireKind.Long or WireKind.Decimal || Underlying(operation.Type)?.SpecialType is SpecialType.System_Single)
        {
            WarnInexact(operation, Minimal(Underlying(operation.Type)));
        }

        return @operator is ArithmeticOperator.Divide or ArithmeticOperator.Remainder && right.Unbounded(Known) is { } quotient
            ? RefuseUnbounded(quotient)
            : Lift(operation, [left, right], values => new ArithmeticExpression(@operator, values[0], values[1], type, Anchor(operation)));
    }

    private Expression ReadComparison(IBinaryOperation binary)
    {
        if (ReadBitTest(binary) is { } test)
        {
            return test;
        }

        var relation = Relation(binary.OperatorKind);
        var (left, right) = (binary.LeftOperand, binary.RightOperand);
        if (right.ConstantValue is { HasValue: true, Value: 0 } && OrdinalOrder(left) is { } order)
        {
            return CompareOrdinal(order, relation);
        }

        if (right.ConstantValue is { HasValue: true, Value: 0 } && Unwrap(left) is IInvocationOperation call && ReadOrder(call, relation) is { } ordered)
        {
            return ordered;
        }

        if (left.ConstantValue is { HasValue: true, Value: 0 } && Unwrap(right) is IInvocationOperation mirroredCall && ReadOrder(mirroredCall, ExpressionSimplifier.Flipped(relation)) is { } orderedMirrored)
        {
            return orderedMirrored;
        }

        if (left.ConstantValue is { HasValue: true, Value: 0 } && OrdinalOrder(right) is { } mirrored)
        {
            return CompareOrdinal(mirrored, ExpressionSimplifier.Flipped(relation));
        }

        // Characters are compared as numbers; on the wire they are text.
        if (Underlying(Unwrap(left).Type)?.SpecialType is SpecialType.System_Char && Underlying(Unwrap(right).Type)?.SpecialType is SpecialType.System_Char)
        {
            left = Unwrap(left);
            right = Unwrap(right);
            if ((ReadEndComparison(binary, relation, left, right) ?? ReadEndComparison(binary, relation, right, left)) is { } compared)
            {
                return compared;
            }
        }

        var isNull = IsNullLiteral(left) || IsNullLiteral(right);
        if (!isNull && left.Type?.SpecialType is SpecialType.System_Object && right.Type?.SpecialType is SpecialType.System_Object)
        {
            return Refuse(NameOf(binary), "'" + Shorten(binary.Syntax) + "', which compares references,", "compare values of a type that has an equality of its own, such as two properties");
        }

        if (!isNull && IsRecordEquality(left.Type, binary.OperatorMethod))
        {
            return CompareRecords(binary, relation, binary.OperatorMethod!.ContainingType, Read(left), Read(right));
        }

        return Compare(binary, relation, Read(isNull ? WithoutUpcast(left) : left), Read(isNull ? WithoutUpcast(right) : right));
    }

    private static bool IsNullLiteral(IOperation operation) => Unwrap(operation).ConstantValue is { HasValue: true, Value: null };

    private static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null, IsImplicit: true } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    /// <summary>C# can test a quotient that is infinite. JSON has no such number, and so the division fails in the definition.</summary>
    private InvalidExpression RefuseUnbounded(ArithmeticExpression quotient) => Refuse(
        context.Locations[quotient.Anchor],
        "a calculation or a test with a quotient that is infinite where '" + quotient.Right.Describe() + "' is 0,",
        "test the divisor first, as in '(x == 0 ? 0 : y / x) > 1', or compute the quotient in a [Pass] of its own");

    /// <summary>A comparison of two values that have been read, if they can be compared on the wire.</summary>
    private Expression Compare(IOperation operation, ComparisonOperator relation, Expression left, Expression right)
    {
        if (left is InvalidExpression || right is InvalidExpression)
        {
            return left is InvalidExpression ? left : right;
        }

        if ((left.Unbounded(Known) ?? right.Unbounded(Known)) is { } quotient)
        {
            return RefuseUnbounded(quotient);
        }

        if (ExpressionSimplifier.IsNullConstant(left) || ExpressionSimplifier.IsNullConstant(right))
        {
            // C# computes the other side, even if null decides.
            return ExpressionSimplifier.Compare(relation, Computed(left), Computed(right), Anchor(operation));
        }

        Expression Computed(Expression side) =>
            side.CanFail() && (!side.MayBeNull() || relation is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual)) ? Once(side) : side;

        if (WrittenAs(right, left.Type) is { } asLeft)
        {
            right = asLeft;
        }
        else if (WrittenAs(left, right.Type) is { } asRight)
        {
            left = asRight;
        }

        var isOrder = relation is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual);
        foreach (var operand in new[] { left, right })
        {
            if (operand.Type.Kind is WireKind.Opaque)
            {
                return RefuseOpaque(operation.Syntax.GetLocation(), operand.Type, "'" + Shorten(operation.Syntax) + "' cannot be tested");
            }

            var instead = operand.Type.Kind switch
            {
                WireKind.Any => InsteadOfAny(operation, relation, operand),
                WireKind.Object or WireKind.Array or WireKind.Dictionary or WireKind.Bytes => "compare a property of it",
                WireKind.DateTime => "use a DateTimeOffset, which is an unambiguous instant",
                WireKind.NextState or WireKind.Context or WireKind.Unknown => "compare values of the workflow",
                WireKind.Enum when isOrder && operand.Type.IsTextEnum => "the enum is a name in JSON: list the members, as in 'is A or B'",
                WireKind.String or WireKind.Guid or WireKind.Char or WireKind.TaskToken or WireKind.Boolean when isOrder => "compare for equality",
                _ => null,
            };
            if (instead is not null)
            {
                return Refuse(NameOf(operation), "a comparison of '" + Shorten(operation.Syntax) + "'", instead);
            }
        }

        if (left.Type.IsNumeric != right.Type.IsNumeric || left.Type.IsText != right.Type.IsText)
        {
            return Refuse(NameOf(operation), "a comparison of '" + Shorten(operation.Syntax) + "'", "give both the same converter");
        }

        foreach (var operand in new[] { left, right })
        {
            if (operand.Type.Kind is WireKind.Long or WireKind.Decimal || (operand.Type.Kind is WireKind.Double && operand.Type.Name == "float"))
            {
                WarnInexact(operation, operand.Type.Name);
                break;
            }

            if (operand.Type is { Kind: WireKind.Enum, IsTextEnum: false } && operand.Type.Members.Any(static member => Math.Abs(member.Value) > 1L << 53))
            {
                WarnInexact(operation, TypeText.Of(operand.Type.AsNotNullable()));
                break;
            }
        }

        // C# computes both sides, even if one of them is null.
        var isRightComputed = left.MayBeNull() && right.CanFail();
        if (right.MayBeNull() && left.CanFail())
        {
            left = Once(left);
        }

        right = isRightComputed ? Once(right) : right;

        return left.Type.IsTextEnum && HasSynonyms(left.Type) ? CompareNames(operation, relation, left, right)
            : (IsLifted(left) || IsLifted(right)) && !(left is ConstantExpression || right is ConstantExpression) && (isOrder || !left.MayBeNull() || !right.MayBeNull())
                ? CompareLifted(operation, relation, left, right)
            : ExpressionSimplifier.Compare(relation, left, right, Anchor(operation));
    }

    /// <summary>What to write for a pattern that compares a value of which C# knows nothing.</summary>
    private static string InsteadOfAny(IOperation operation, ComparisonOperator relation, Expression operand)
    {
        var constant = operation switch
        {
            IConstantPatternOperation pattern => Shorten(pattern.Value.Syntax),
            IRelationalPatternOperation pattern => Shorten(pattern.Value.Syntax),
            _ => "y",
        };
        var sign = relation switch
        {
            ComparisonOperator.LessThan => "<",
            ComparisonOperator.LessThanOrEqual => "<=",
            ComparisonOperator.GreaterThan => ">",
            ComparisonOperator.GreaterThanOrEqual => ">=",
            _ => "=",
        };
        return "System.Text.Json reads it as a JsonElement, so that C# finds it unequal to every value: declare its type, or write Asl.Jsonata<bool>(\"$arg0 " + sign + " $arg1\", "
            + (operand.IsPath() ? operand.Describe() : "x") + ", " + constant + ")";
    }

    /// <summary>Whether two members of an enum have one value, so that the value has two names on the wire.</summary>
    private static bool HasSynonyms(WireType type)
    {
        var values = new HashSet<decimal>();
        foreach (var member in type.Members)
        {
            if (!values.Add(member.Value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A comparison with a member of an enum that has several names: System.Text.Json reads each of them.</summary>
    private Expression CompareNames(IOperation operation, ComparisonOperator relation, Expression left, Expression right)
    {
        var (value, constant) = left is ConstantExpression ? (right, left) : (left, right);
        if (constant is not ConstantExpression { Value: JsonString name } || value is ConstantExpression)
        {
            return value is ConstantExpression && constant is ConstantExpression
                ? ExpressionSimplifier.Compare(relation, left, right, Anchor(operation))
                : Refuse(NameOf(operation), "a comparison of '" + Shorten(operation.Syntax) + "'", "one value of the enum has two names in JSON: compare with the members of the enum");
        }

        var number = constant.Type.Members.First(member => member.WireText == name.Value).Value;
        var equal = ExpressionSimplifier.Or(Anchor(operation), constant.Type.Members
            .Where(member => member.Value == number)
            .Select(member => ExpressionSimplifier.Compare(
                ComparisonOperator.Equal, value, new ConstantExpression(member.Wire, constant.Type, constant.Anchor), Anchor(operation)))
            .ToArray());
        return relation is ComparisonOperator.NotEqual ? ExpressionSimplifier.Not(equal, Anchor(operation)) : equal;
    }
}
