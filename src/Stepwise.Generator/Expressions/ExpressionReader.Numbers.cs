using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Expressions;

/// <content>Functions of numbers, and casts between types of numbers.</content>
internal sealed partial class ExpressionReader
{
    private const string Overflow = "Arithmetic operation resulted in an overflow.";

    /// <summary>The least double from which .NET rounds to no digits, because it has no fraction that counts.</summary>
    private const double RoundingLimit = 1e16;

    /// <summary>Whether a method is one of Math, or the same one of a type of numbers, such as <c>int.Max</c>.</summary>
    private static bool IsOfNumbers(IMethodSymbol method) =>
        method is { IsStatic: true, ContainingType: { } type } && (type.ToDisplayString() == "System.Math"
            || (IsNumber(type) && method.Name is "Abs" or "Max" or "Min" or "Clamp" or "Floor" or "Ceiling" or "Truncate" or "Round" or "Sqrt" or "Sign" or "IsNegative" or "IsPositive" or "IsEvenInteger" or "IsOddInteger"));

    /// <summary>Whether a type is one of numbers.</summary>
    private static bool IsNumber(ITypeSymbol type) => Range(type) is not null || type.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal;

    private Expression ReadMath(IInvocationOperation call)
    {
        var arguments = call.TargetMethod.Parameters
            .Where(static parameter => IsNumber(parameter.Type) && parameter.Name is not ("digits" or "decimals"))
            .Select(parameter => ArgumentOf(call.Arguments, parameter.Ordinal) is { } argument ? Read(argument) : Invalid(call))
            .ToArray();
        if (Array.Find(arguments, static argument => argument is InvalidExpression) is { } invalid)
        {
            return invalid;
        }

        if (call.Type is not { } type || arguments.Length == 0 || arguments.Length != call.TargetMethod.Parameters.Count(static parameter => IsNumber(parameter.Type) && parameter.Name is not ("digits" or "decimals")))
        {
            return RefuseMath(call);
        }

        if (arguments.Select(argument => argument.Unbounded(Known)).FirstOrDefault(static quotient => quotient is not null) is { } unbounded)
        {
            return RefuseUnbounded(unbounded);
        }

        if (context.Types.Read(call.TargetMethod.Parameters[0].Type).Kind is WireKind.Long or WireKind.Decimal)
        {
            WarnInexact(call, Minimal(call.TargetMethod.Parameters[0].Type));
        }

        var first = arguments[0];
        switch (call.TargetMethod.Name)
        {
            case "Abs":
                return ReadAbsolute(call, first);
            case "Max" when arguments.Length == 2:
                return Function(call, ValueFunction.Maximum, arguments);
            case "Min" when arguments.Length == 2:
                return Function(call, ValueFunction.Minimum, arguments);
            case "Clamp" when arguments.Length == 3:
                return ReadClamp(call, first, arguments[1], arguments[2]);
            case "Floor":
                return Function(call, ValueFunction.Floor, first);
            case "Ceiling":
                return Function(call, ValueFunction.Ceiling, first);
            case "Truncate":
                return Truncated(first, call);
            case "Round":
                return ReadRound(call, first);
            case "Sqrt":
                return IsNeverNegative(first)
                    ? Function(call, ValueFunction.SquareRoot, first)
                    : Refuse(NameOf(call), "the square root of a number that may be negative, where C# gives NaN,", "write 'Math.Sqrt(Math.Max(x, 0))' or 'Math.Sqrt(Math.Abs(x))'");
            case "Sign":
                first = Once(first);
                return ExpressionSimplifier.Conditional(
                    IsLess(first, 0, call), Number(-1L, call),
                    ExpressionSimplifier.Conditional(ExpressionSimplifier.Compare(ComparisonOperator.GreaterThan, first, Number(0L, call), Anchor(call)), Number(1L, call), Number(0L, call), WireType.Integer, Anchor(call)),
                    WireType.Integer,
                    Anchor(call));
            case "IsNegative" when first.Type.Kind is WireKind.Integer or WireKind.Long:
                return IsLess(first, 0, call);
            case "IsPositive" when first.Type.Kind is WireKind.Integer or WireKind.Long:
                return ExpressionSimplifier.Not(IsLess(first, 0, call), Anchor(call));
            case "IsEvenInteger" or "IsOddInteger":
                var half = new ArithmeticExpression(ArithmeticOperator.Remainder, first, Number(2L, call), first.Type, Anchor(call));
                return call.TargetMethod.Name == "IsEvenInteger"
                    ? ExpressionSimplifier.Compare(ComparisonOperator.Equal, half, Number(0L, call), Anchor(call))
                    : ExpressionSimplifier.Compare(ComparisonOperator.Equal, Function(call, ValueFunction.Absolute, half), Number(1L, call), Anchor(call));
            default:
                return RefuseMath(call);
        }
    }

    private InvalidExpression RefuseMath(IInvocationOperation call) => Refuse(
        NameOf(call),
        "the method call '" + Shorten(call.Syntax) + "'",
        call.TargetMethod.Name is "Pow"
            ? "multiply, or let a function compute it: its last digits depend on the platform"
            : "use Abs, Max, Min, Clamp, Floor, Ceiling, Truncate, Round or Sign, or let a function compute it");

    private FunctionExpression Function(IOperation operation, ValueFunction function, params Expression[] arguments) =>
        new(function, new EquatableArray<Expression>(arguments), operation.Type is { } type ? context.Types.Read(type).AsNotNullable() : WireType.Double, context.Anchor(NameOf(operation)));

    private ConstantExpression Number(long value, IOperation operation) => new(new JsonNumber(value), WireType.Integer, Anchor(operation));

    private ConstantExpression Number(double value, IOperation operation) => new(new JsonNumber(value), WireType.Double, Anchor(operation));

    private Expression IsLess(Expression value, long bound, IOperation operation) =>
        ExpressionSimplifier.Compare(ComparisonOperator.LessThan, value, Number(bound, operation), Anchor(operation));

    /// <summary>C# throws for the least integer, whose distance from 0 is greater than the greatest one.</summary>
    private Expression ReadAbsolute(IInvocationOperation call, Expression number)
    {
        if (Range(call.Type!) is not { Least: < 0 } range)
        {
            return Function(call, ValueFunction.Absolute, number);
        }

        number = Once(number);
        var isLeast = ExpressionSimplifier.Compare(ComparisonOperator.Equal, number, Number((long)range.Least, call), Anchor(call));
        var absolute = Function(call, ValueFunction.Absolute, number);
        return ExpressionSimplifier.Conditional(
            isLeast, new FailExpression("Negating the minimum value of a twos complement number is invalid.", absolute.Type, Anchor(call)), absolute, absolute.Type, Anchor(call));
    }

    private Expression ReadClamp(IInvocationOperation call, Expression value, Expression least, Expression most)
    {
        (least, most) = (Once(least), Once(most));
        var clamped = Function(call, ValueFunction.Minimum, Function(call, ValueFunction.Maximum, value, least), most);
        var isEmpty = ExpressionSimplifier.Compare(ComparisonOperator.GreaterThan, least, most, Anchor(call));
        if (ExpressionSimplifier.AsBoolean(isEmpty) is null && value.CanFail())
        {
            value = Once(value);
            clamped = Function(call, ValueFunction.Minimum, Function(call, ValueFunction.Maximum, value, least), most);
        }

        return ExpressionSimplifier.Conditional(
            isEmpty, new FailExpression("'" + least.Describe() + "' cannot be greater than '" + most.Describe() + "'.", clamped.Type, Anchor(call)), clamped, clamped.Type, Anchor(call));
    }

    /// <summary>A number without its fraction, in the type of an operation.</summary>
    private Expression Truncated(Expression number, IOperation operation)
    {
        if (IsInteger(number))
        {
            return number;
        }

        number = Once(number);
        var (floor, ceiling) = (Function(operation, ValueFunction.Floor, number), Function(operation, ValueFunction.Ceiling, number));
        return ExpressionSimplifier.Conditional(IsLess(number, 0, operation), ceiling, floor, floor.Type, Anchor(operation));
    }

    /// <summary>Whether a number has no fraction, whatever its type.</summary>
    private static bool IsInteger(Expression number) =>
        number.Type.Kind is WireKind.Integer or WireKind.Long or WireKind.Enum
        || number is FunctionExpression { Function: ValueFunction.Floor or ValueFunction.Ceiling } or FunctionExpression { Function: ValueFunction.Round, Arguments.Count: 1 };

    private static bool IsNeverNegative(Expression number) => number switch
    {
        ConstantExpression { Value: JsonNumber constant } => constant.ToDouble() >= 0,
        FunctionExpression { Function: ValueFunction.Absolute or ValueFunction.SquareRoot } => true,
        FunctionExpression { Function: ValueFunction.Maximum, Arguments: var arguments } => arguments.Any(IsNeverNegative),
        _ => false,
    };

    private Expression ReadRound(IInvocationOperation call, Expression number)
    {
        var (digits, mode) = (0, MidpointRounding.ToEven);
        foreach (var argument in call.Arguments)
        {
            var isDigits = argument.Parameter?.Name is "digits" or "decimals";
            if (!isDigits && argument.Parameter?.Type.Name != "MidpointRounding")
            {
                continue;
            }

            if (argument.Value.ConstantValue is not { HasValue: true, Value: int constant })
            {
                return Refuse(argument, "'" + Shorten(argument.Syntax) + "', which is not a constant,", "write a constant");
            }

            (digits, mode) = isDigits ? (constant, mode) : (digits, (MidpointRounding)constant);
            if (isDigits && constant is < 0 or > 15)
            {
                return Refuse(argument, "a number rounded to " + Shorten(argument.Syntax) + " digits", "write 0 to 15");
            }
        }

        if (digits == 0 || IsInteger(number))
        {
            return Rounded(number, mode, call);
        }

        // The text of a decimal has its digits; the product of a double is what .NET rounds.
        if (number.Type.Kind is WireKind.Decimal)
        {
            return mode is MidpointRounding.ToEven
                ? Function(call, ValueFunction.Round, number, Number((long)digits, call))
                : Refuse(NameOf(call), "a decimal that is rounded to digits in another way than to even", "leave out the MidpointRounding, or let a function round it");
        }

        number = Once(number);
        var scale = Number(Math.Pow(10, digits), call);
        var product = new ArithmeticExpression(ArithmeticOperator.Multiply, number, scale, WireType.Double, Anchor(call));
        var rounded = Rounded(product, mode, call);
        var quotient = new ArithmeticExpression(ArithmeticOperator.Divide, rounded, scale, WireType.Double, Anchor(call));
        var hasFraction = ExpressionSimplifier.Compare(
            ComparisonOperator.LessThan, Function(call, ValueFunction.Absolute, number), Number(RoundingLimit, call), Anchor(call));
        return rounded is InvalidExpression ? rounded : ExpressionSimplifier.Conditional(hasFraction, quotient, number, WireType.Double, Anchor(call));
    }

    private Expression Rounded(Expression number, MidpointRounding mode, IInvocationOperation call)
    {
        // netstandard2.0 knows the first two only.
        switch ((int)mode)
        {
            case 0:
                return Function(call, ValueFunction.Round, number);
            case 1:
                number = Once(number);
                var rest = Function(call, ValueFunction.Absolute, new ArithmeticExpression(ArithmeticOperator.Remainder, number, Number(1L, call), WireType.Double, Anchor(call)));
                var isTie = ExpressionSimplifier.Compare(ComparisonOperator.Equal, rest, Number(0.5, call), Anchor(call));
                var (down, up) = (Function(call, ValueFunction.Floor, number), Function(call, ValueFunction.Ceiling, number));
                var away = ExpressionSimplifier.Conditional(IsLess(number, 0, call), down, up, down.Type, Anchor(call));
                return ExpressionSimplifier.Conditional(isTie, away, Function(call, ValueFunction.Round, number), down.Type, Anchor(call));
            case 2:
                return Truncated(number, call);
            case 3:
                return Function(call, ValueFunction.Floor, number);
            case 4:
                return Function(call, ValueFunction.Ceiling, number);
            default:
                return Refuse(NameOf(call), "an unknown MidpointRounding", "use a member of MidpointRounding");
        }
    }

    /// <summary>A conversion between types of numbers, enums among them, that an implicit one is not. Out of the range of the type, C# wraps or gives any value, and the definition fails.</summary>
    private Expression ReadCast(IConversionOperation conversion, Expression operand, ITypeSymbol source, ITypeSymbol target)
    {
        if (operand.Type.IsTextEnum || context.Types.Read(target).IsTextEnum)
        {
            return Refuse(
                NameOf(conversion),
                "a number for '" + Minimal(source.TypeKind is TypeKind.Enum ? source : target) + "'",
                "the enum is a name in JSON: compare it with a member of the enum");
        }

        var type = context.Types.Read(target).AsNotNullable();
        if (Range(target) is not { } range)
        {
            return target.SpecialType is SpecialType.System_Double && source.SpecialType is not SpecialType.System_Single
                ? Retyped(operand, type)
                : Refuse(NameOf(conversion), "the cast '" + Shorten(conversion.Syntax) + "', which rounds the number,", "cast it to double, or let a function convert it");
        }

        if (Range(source) is { } known && known.Least >= range.Least && known.Most <= range.Most)
        {
            return Retyped(operand, type);
        }

        if (operand.Unbounded(Known) is { } quotient)
        {
            return RefuseUnbounded(quotient);
        }

        if (source.SpecialType is SpecialType.System_Decimal or SpecialType.System_Single)
        {
            WarnInexact(conversion, Minimal(source));
        }

        return Lift(conversion, [operand], values => InRange(conversion, values[0], Range(source), range, type));
    }

    /// <summary>A value of another type. The quotient of integers stays one of integers: its type says that it has no fraction.</summary>
    private static Expression Retyped(Expression value, WireType type) =>
        value is ArithmeticExpression { Operator: ArithmeticOperator.Divide } && type.Kind is WireKind.Double ? value : value with { Type = type with { IsNullable = value.MayBeNull() } };

    private Expression InRange(IConversionOperation conversion, Expression number, (decimal Least, decimal Most)? known, (decimal Least, decimal Most) range, WireType type)
    {
        var isInteger = IsInteger(number);
        number = Once(number);
        if (number is InvalidExpression)
        {
            return number;
        }

        // A double is in the range if its integer is. Beyond 2^53, one more or less makes no difference to a double, and the bound belongs to the type or does not.
        var (least, most) = (Bound(range.Least - 1), Bound(range.Most + 1));
        var tests = new List<Expression>();
        if (known is not { } from || from.Least < range.Least)
        {
            tests.Add(isInteger || range.Least < -(1L << 53)
                ? Is(ComparisonOperator.GreaterThanOrEqual, Bound(range.Least))
                : Is(ComparisonOperator.GreaterThan, least));
        }

        if (known is not { } to || to.Most > range.Most)
        {
            tests.Add(isInteger && range.Most < 1L << 53
                ? Is(ComparisonOperator.LessThanOrEqual, Bound(range.Most))
                : Is(ComparisonOperator.LessThan, most));
        }

        var anchor = Anchor(conversion);
        var integer = Retyped(isInteger ? number : Truncated(number, conversion), type);
        return ExpressionSimplifier.Conditional(ExpressionSimplifier.And(anchor, [.. tests]), integer, new FailExpression(Overflow, type, anchor), type, anchor);

        Expression Is(ComparisonOperator relation, JsonNumber bound) =>
            ExpressionSimplifier.Compare(relation, number, new ConstantExpression(bound, WireType.Double, Anchor(conversion)), Anchor(conversion));

        static JsonNumber Bound(decimal value) => value is >= long.MinValue and <= long.MaxValue ? new JsonNumber((long)value) : new JsonNumber((double)value);
    }

    /// <summary>Reads <c>x.Equals(y)</c> of two values of one simple type.</summary>
    private Expression? ReadEquals(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return call.Instance is { } instance && method is { Name: "Equals", Parameters: [{ Type: var type }] } && SymbolEqualityComparer.Default.Equals(type, method.ContainingType)
            && (IsNumber(type) || IsTime(type) || type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char)
            ? Compare(call, ComparisonOperator.Equal, Read(instance), Read(call.Arguments[0].Value))
            : null;
    }

    /// <summary>Reads <c>x.CompareTo(y) &lt; 0</c> and <c>T.Compare(x, y) &lt; 0</c> of numbers and times; null for all others.</summary>
    private Expression? ReadOrder(IInvocationOperation call, ComparisonOperator relation)
    {
        var method = call.TargetMethod;
        if (method.ContainingType is not { } type || !(IsNumber(type) || IsTime(type)) || method.Parameters.Any(parameter => !SymbolEqualityComparer.Default.Equals(parameter.Type, type)))
        {
            return null;
        }

        return method switch
        {
            { Name: "CompareTo", Parameters.Length: 1 } when call.Instance is { } instance => Compare(call, relation, Read(instance), Read(call.Arguments[0].Value)),
            { Name: "Compare", IsStatic: true, Parameters.Length: 2 } => Compare(call, relation, Read(ArgumentOf(call.Arguments, 0)!), Read(ArgumentOf(call.Arguments, 1)!)),
            _ => null,
        };
    }
}
