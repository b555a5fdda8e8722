using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Expressions;

/// <content>Instants, TimeSpans, dates and times of day. What is computed with them is computed in milliseconds.</content>
internal sealed partial class ExpressionReader
{
    private const string UseOtherTime = "let a function compute the time";

    private static bool IsTime(ITypeSymbol? type) => Underlying(type)?.ToDisplayString() is "System.DateTimeOffset" or "System.TimeSpan" or "System.DateOnly" or "System.TimeOnly";

    private static bool IsInstant(ITypeSymbol? type) => Underlying(type)?.ToDisplayString() == "System.DateTimeOffset";

    private static bool IsDuration(ITypeSymbol? type) => Underlying(type)?.ToDisplayString() == "System.TimeSpan";

    /// <summary>A static field or property of a type of times; null for what is not constant.</summary>
    private ConstantExpression? TimeConstant(IOperation reference, ISymbol member) => (member.ContainingType?.ToDisplayString(), member.Name) switch
    {
        ("System.DateTimeOffset", "UnixEpoch") => Instant(reference, DateTimeOffset.FromUnixTimeSeconds(0)),
        ("System.DateTimeOffset", "MinValue") => Instant(reference, DateTimeOffset.MinValue),
        ("System.DateTimeOffset", "MaxValue") => Instant(reference, DateTimeOffset.MaxValue),
        ("System.TimeSpan", "Zero") => Duration(reference, TimeSpan.Zero),
        ("System.TimeSpan", "MinValue") => Duration(reference, TimeSpan.MinValue),
        ("System.TimeSpan", "MaxValue") => Duration(reference, TimeSpan.MaxValue),
        ("System.DateOnly", "MinValue") => TimeText(reference, WireKind.DateOnly, "0001-01-01"),
        ("System.DateOnly", "MaxValue") => TimeText(reference, WireKind.DateOnly, "9999-12-31"),
        ("System.TimeOnly", "MinValue") => TimeText(reference, WireKind.TimeOnly, "00:00:00"),
        ("System.TimeOnly", "MaxValue") => TimeText(reference, WireKind.TimeOnly, "23:59:59.9999999"),
        _ => null,
    };

    private ConstantExpression Duration(IOperation operation, TimeSpan duration) => TimeText(operation, WireKind.TimeSpan, duration.ToString("c", CultureInfo.InvariantCulture));

    private ConstantExpression TimeText(IOperation operation, WireKind kindOfTime, string text) =>
        new(new JsonString(text), new WireType(kindOfTime, "global::System." + kindOfTime.ToString()), Anchor(operation));

    /// <summary>A TimeSpan that is known: <c>TimeSpan.Zero</c>, <c>TimeSpan.FromHours(5, 30)</c>, <c>new TimeSpan(5, 30, 0)</c> with constants. Null for all others.</summary>
    private TimeSpan? ConstantDuration(IOperation operation)
    {
        var constant = operation switch
        {
            IInvocationOperation call => ConstantDuration(call),
            IFieldReferenceOperation field => TimeConstant(field, field.Field),
            IObjectCreationOperation { Arguments: var arguments } creation when IsDuration(creation.Type) && arguments.All(static argument => argument.Value.ConstantValue.HasValue) => ReadNewTime(creation) as ConstantExpression,
            _ => null,
        };
        return constant is { Value: JsonString text, Type.Kind: WireKind.TimeSpan } ? TimeSpan.Parse(text.Value, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The duration of <c>TimeSpan.FromHours(5, 30)</c> and the like; null if it is not constant or no such call.</summary>
    private ConstantExpression? ConstantDuration(IInvocationOperation call)
    {
        if (call.TargetMethod is not { IsStatic: true, ContainingType: { Name: "TimeSpan" } type } method || !IsDuration(type))
        {
            return null;
        }

        var ticks = 0m;
        foreach (var argument in call.Arguments)
        {
            var ticksPerUnit = (method.Name, argument.Parameter?.Name) switch
            {
                ("FromTicks", _) => 1,
                ("FromMilliseconds", "value") => TimeSpan.TicksPerMillisecond,
                (_, "value") => UnitOf(method.Name) * TimeSpan.TicksPerSecond,
                (_, "days") => TimeSpan.TicksPerDay,
                (_, "hours") => TimeSpan.TicksPerHour,
                (_, "minutes") => TimeSpan.TicksPerMinute,
                (_, "seconds") => TimeSpan.TicksPerSecond,
                (_, "milliseconds") => TimeSpan.TicksPerMillisecond,
                (_, "microseconds") => TimeSpan.TicksPerMillisecond / 1000,
                _ => 0L,
            };
            switch (ticksPerUnit > 0 && argument.Value.ConstantValue is { HasValue: true, Value: var value } ? value : null)
            {
                // As .NET does it: the product of doubles without its fraction.
                case double number when Math.Abs(number * ticksPerUnit) < long.MaxValue:
                    ticks += (long)(number * ticksPerUnit);
                    break;
                case int or long:
                    ticks += Convert.ToInt64(argument.Value.ConstantValue.Value, CultureInfo.InvariantCulture) * (decimal)ticksPerUnit;
                    break;
                default:
                    return null;
            }
        }

        return ticks is >= long.MinValue and <= long.MaxValue ? Duration(call, TimeSpan.FromTicks((long)ticks)) : null;
    }

    /// <summary>The seconds of a unit; 0 for a method that counts in no such unit.</summary>
    private static int UnitOf(string method) => method switch
    {
        "FromSeconds" => 1,
        "FromMinutes" => 60,
        "FromHours" => 3600,
        "FromDays" => 86400,
        _ => 0,
    };

    /// <summary>What a local variable is: the milliseconds of a computed time are the variable, which is a number for each read.</summary>
    private static Expression AsLocal(Expression value, Func<Expression, Expression> declare) =>
        value is FunctionExpression { Function: ValueFunction.MillisecondsToInstant or ValueFunction.MillisecondsToDuration } time
            ? time with { Arguments = new EquatableArray<Expression>(declare(time.Arguments[0])) }
            : declare(value);

    /// <summary><c>new DateTimeOffset(...)</c>, <c>new TimeSpan(...)</c>, <c>new DateOnly(...)</c> or <c>new TimeOnly(...)</c> with constants.</summary>
    private Expression ReadNewTime(IObjectCreationOperation creation)
    {
        var numbers = new List<long>();
        TimeSpan? offset = null;
        foreach (var argument in creation.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal))
        {
            if (argument.Value.ConstantValue is { HasValue: true, Value: int or long } constant)
            {
                numbers.Add(Convert.ToInt64(constant.Value, CultureInfo.InvariantCulture));
            }
            else
            {
                offset = ConstantDuration(argument.Value);
            }
        }

        var name = creation.Type!.Name;
        try
        {
            if (offset is { } zone && name == "DateTimeOffset" && numbers.Count is 6 or 7 && creation.Arguments.Length == numbers.Count + 1)
            {
                return Instant(creation, new DateTimeOffset(Part(0), Part(1), Part(2), Part(3), Part(4), Part(5), Part(6), zone));
            }

            if (creation.Arguments.Length == numbers.Count && creation.Arguments.All(static argument => argument.Parameter?.Type.SpecialType is SpecialType.System_Int32))
            {
                switch (name, numbers.Count)
                {
                    case ("TimeSpan", 3): return Duration(creation, new TimeSpan(Part(0), Part(1), Part(2)));
                    case ("TimeSpan", 4 or 5): return Duration(creation, new TimeSpan(Part(0), Part(1), Part(2), Part(3), Part(4)));
                    case ("DateOnly", 3): return TimeText(creation, WireKind.DateOnly, new DateTime(Part(0), Part(1), Part(2)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                    case ("TimeOnly", >= 2 and <= 4): return TimeText(creation, WireKind.TimeOnly, new DateTime(1, 1, 1, Part(0), Part(1), Part(2), Part(3)).TimeOfDay.ToString("c", CultureInfo.InvariantCulture));
                }
            }
        }
        catch (ArgumentException)
        {
            return Refuse(NameOf(creation), "'" + Shorten(creation.Syntax) + "'", "there is no such time");
        }

        return Refuse(
            NameOf(creation),
            "'" + Shorten(creation.Syntax) + "'",
            name switch
            {
                "DateTimeOffset" => "write constants and an offset, as in 'new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero)'",
                "TimeSpan" => "write constants, as in 'new TimeSpan(1, 30, 0)', or TimeSpan.FromMinutes(x)",
                "DateOnly" => "write constants, as in 'new DateOnly(2026, 1, 31)'",
                _ => "write constants, as in 'new TimeOnly(12, 30)'",
            });

        int Part(int index) => index < numbers.Count ? (int)numbers[index] : 0;
    }

    /// <summary>A method of a type of times; null for one that has no counterpart.</summary>
    private Expression? ReadTimeMethod(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var first = ArgumentOf(call.Arguments, 0);
        switch (method.ContainingType?.ToDisplayString(), method.Name)
        {
            case ("System.DateTimeOffset", "FromUnixTimeSeconds") when first is not null:
                return OfMilliseconds(call, ValueFunction.MillisecondsToInstant, ReadAmount(call, first, 1000));
            case ("System.DateTimeOffset", "FromUnixTimeMilliseconds") when first is not null:
                return OfMilliseconds(call, ValueFunction.MillisecondsToInstant, ReadAmount(call, first, 1));
            case ("System.TimeSpan", "FromTicks") or ("System.TimeSpan", "FromMilliseconds") when ConstantDuration(call) is { } constant:
                return constant;
            case ("System.TimeSpan", "FromMilliseconds") when first is not null && call.Arguments.All(static argument => argument.Parameter?.Ordinal == 0 || argument.ArgumentKind is ArgumentKind.DefaultValue):
                return OfMilliseconds(call, ValueFunction.MillisecondsToDuration, ReadAmount(call, first, 1));
            case ("System.TimeSpan", _) when method.IsStatic && UnitOf(method.Name) > 0:
                return ReadDuration(call);
        }

        if (call.Instance is not { } instance || method.ContainingType is not { } owner || !IsTime(owner))
        {
            return null;
        }

        var isDuration = IsDuration(owner);
        switch (method.Name)
        {
            case "AddDays" or "AddHours" or "AddMinutes" or "AddSeconds" or "AddMilliseconds" when first is not null && !isDuration && MillisecondsOf(method) is var unit && unit > 0:
                var function = IsInstant(owner) ? ValueFunction.MillisecondsToInstant : ValueFunction.MillisecondsToDate;
                return owner.Name == "TimeOnly" ? null : Moved(call, instance, function, ArithmeticOperator.Add, ReadAmount(call, first, unit));
            case "Add" when first is not null && owner.Name != "TimeOnly":
                return Moved(call, instance, isDuration ? ValueFunction.MillisecondsToDuration : ValueFunction.MillisecondsToInstant, ArithmeticOperator.Add, MillisecondsOf(first));
            case "Subtract" when first is not null:
                return Moved(call, instance, IsDuration(call.Type) ? ValueFunction.MillisecondsToDuration : ValueFunction.MillisecondsToInstant, ArithmeticOperator.Subtract, MillisecondsOf(first));
            case "ToUniversalTime":
                return OfMilliseconds(call, ValueFunction.MillisecondsToInstant, MillisecondsOf(instance));
            case "ToUnixTimeMilliseconds":
                return MillisecondsOf(instance) is var total && total is InvalidExpression ? total : total with { Type = context.Types.Read(call.Type!) };
            case "ToUnixTimeSeconds":
                return MillisecondsOf(instance) is var milliseconds && milliseconds is InvalidExpression ? milliseconds : Function(call, ValueFunction.Floor, Quotient(call, milliseconds, 1000));
            case "Negate" when isDuration:
                return Negated(call, Read(instance));
            case "Duration" when isDuration:
                return MillisecondsOf(instance) is var span && span is InvalidExpression ? span
                    : OfMilliseconds(call, ValueFunction.MillisecondsToDuration, Function(call, ValueFunction.Absolute, span) with { Type = span.Type });
            default:
                return null;
        }
    }

    private static long MillisecondsOf(IMethodSymbol method) => method.Name switch
    {
        "AddDays" => Times.MillisecondsPerDay,
        "AddHours" => 3_600_000,
        "AddMinutes" => 60_000,
        "AddSeconds" => 1_000,
        "AddMilliseconds" => 1,
        _ => 0,
    };

    /// <summary>The milliseconds of a time that C# knows not to be null.</summary>
    private Expression MillisecondsOf(IOperation operation) => Times.Milliseconds(Read(operation));

    private Expression Moved(IOperation operation, IOperation instance, ValueFunction function, ArithmeticOperator @operator, Expression milliseconds)
    {
        var time = MillisecondsOf(instance);
        return time is InvalidExpression ? time
            : milliseconds is InvalidExpression ? milliseconds
            : OfMilliseconds(operation, function, Combine(operation, @operator, time, milliseconds));
    }

    private ArithmeticExpression Combine(IOperation operation, ArithmeticOperator @operator, Expression left, Expression right) =>
        new(@operator, left, right, Times.TypeOf(left, right), context.Anchor(NameOf(operation)));

    private ArithmeticExpression Quotient(IOperation operation, Expression milliseconds, long unit) =>
        new(ArithmeticOperator.Divide, milliseconds, Number(unit, operation), WireType.Double, Anchor(operation));

    private Expression OfMilliseconds(IOperation operation, ValueFunction function, Expression milliseconds) =>
        milliseconds is InvalidExpression ? milliseconds : Function(operation, function, milliseconds);

    private Expression Negated(IOperation operation, Expression duration) => duration is InvalidExpression
        ? duration
        : OfMilliseconds(operation, ValueFunction.MillisecondsToDuration, Combine(operation, ArithmeticOperator.Subtract, Number(0L, operation), Times.Milliseconds(duration)));

    /// <summary>A number of units in milliseconds. A number with a fraction is a constant whose milliseconds have none: .NET counts the rest in ticks.</summary>
    private Expression ReadAmount(IOperation call, IOperation argument, long unit)
    {
        argument = Unwrap(argument);
        if (argument.ConstantValue is { HasValue: true, Value: IConvertible constant } && argument.Type is { } type && IsNumber(type))
        {
            var number = constant.ToDouble(CultureInfo.InvariantCulture);
            return Math.Abs(number * unit) < MostExact && (decimal)number * unit is var product && decimal.Truncate(product) == product && TicksOf(number, unit) == product * TimeSpan.TicksPerMillisecond
                ? Number((long)product, argument)
                : Refuse(argument, "'" + Shorten(argument.Syntax) + "', which is not a whole number of milliseconds,", "write a number of milliseconds");
        }

        var value = Read(argument);
        return value is InvalidExpression ? value
            : value.Type.Kind is not (WireKind.Integer or WireKind.Long) ? Refuse(argument, "'" + Shorten(argument.Syntax) + "', which may have a fraction,", "use an integer of a smaller unit, such as milliseconds")
            : value.MayBeNull() ? RefuseLifted(call, argument)
            : unit == 1 ? value
            : new ArithmeticExpression(ArithmeticOperator.Multiply, value, Number(unit, argument), Times.TypeOf(value), Anchor(argument));
    }

    /// <summary>The ticks of a number of units, as .NET computes them: the integer and the fraction each for itself.</summary>
    private static decimal TicksOf(double number, long unit) =>
        ((decimal)Math.Truncate(number) * unit * TimeSpan.TicksPerMillisecond) + (long)((number - Math.Truncate(number)) * unit * TimeSpan.TicksPerMillisecond);

    /// <summary><c>TimeSpan.FromMinutes(x)</c> and the like.</summary>
    private Expression ReadDuration(IInvocationOperation call)
    {
        if (ConstantDuration(call) is { } constant)
        {
            return constant;
        }

        return call.Arguments.FirstOrDefault(static part => part is { Parameter.Ordinal: > 0, ArgumentKind: not ArgumentKind.DefaultValue }) is { } more
            ? Refuse(more, "'" + Shorten(call.Syntax) + "'", "pass one number")
            : OfMilliseconds(call, ValueFunction.MillisecondsToDuration, ReadAmount(call, ArgumentOf(call.Arguments, 0)!, UnitOf(call.TargetMethod.Name) * 1000L));
    }

    /// <summary>An operator on times.</summary>
    private Expression ReadTimes(IBinaryOperation binary)
    {
        var (left, right) = (binary.LeftOperand, binary.RightOperand);
        var (isSum, isDifference) = (binary.OperatorKind is BinaryOperatorKind.Add, binary.OperatorKind is BinaryOperatorKind.Subtract);
        var isOfTimes = (isSum || isDifference) && IsDuration(right.Type) && (IsInstant(left.Type) || IsDuration(left.Type));
        if (isOfTimes || (isDifference && IsInstant(left.Type) && IsInstant(right.Type)))
        {
            return Lift(binary, [Read(left), Read(right)], times => Function(
                binary,
                IsInstant(Underlying(binary.Type)) ? ValueFunction.MillisecondsToInstant : ValueFunction.MillisecondsToDuration,
                Combine(binary, isSum ? ArithmeticOperator.Add : ArithmeticOperator.Subtract, Times.Milliseconds(times[0]), Times.Milliseconds(times[1]))));
        }

        if (binary.OperatorKind is BinaryOperatorKind.Multiply && (IsDuration(left.Type) || IsDuration(right.Type)))
        {
            var (duration, factor) = IsDuration(left.Type) ? (left, right) : (right, left);
            return Lift(binary, [Read(duration), ReadFactor(factor)], values => Function(
                binary, ValueFunction.MillisecondsToDuration, Combine(binary, ArithmeticOperator.Multiply, Times.Milliseconds(values[0]), values[1])));
        }

        return Refuse(NameOf(binary), "the operator of '" + Shorten(binary.Syntax) + "'", UseOtherTime);
    }

    /// <summary>What a TimeSpan is multiplied by. C# rounds the product to ticks, which it need not for an integer.</summary>
    private Expression ReadFactor(IOperation operation)
    {
        operation = Unwrap(operation);
        if (operation.ConstantValue is { HasValue: true, Value: double constant } && Math.Abs(constant) < 1L << 31 && Math.Truncate(constant) == constant)
        {
            return Number((long)constant, operation);
        }

        var factor = Read(operation);
        return factor is InvalidExpression || factor.Type.Kind is WireKind.Integer or WireKind.Long
            ? factor
            : Refuse(operation, "a TimeSpan times a number that may have a fraction", "multiply by an integer");
    }

    /// <summary>A property of a time. An instant has components in its own offset, which the definition does not keep.</summary>
    private Expression ReadTimeMember(Expression target, IPropertyReferenceOperation reference)
    {
        var name = reference.Property.Name;
        switch (target.Type.Kind)
        {
            case WireKind.TimeSpan when UnitOfTotal(name) is var unit && unit > 0:
                var total = Times.Milliseconds(target);
                return !Times.IsWhole(total)
                    ? Quotient(reference, Function(reference, ValueFunction.Round, new ArithmeticExpression(ArithmeticOperator.Multiply, total, Number(10_000L, reference), WireType.Double, Anchor(reference))), unit * 10_000)
                    : unit == 1 ? total with { Type = WireType.Double }
                    : Quotient(reference, total, unit);
            case WireKind.TimeSpan when PartOf(name) is var (size, count) && size > 0:
                var part = Truncated(size == 1 ? Times.Milliseconds(target) : Quotient(reference, Times.Milliseconds(target), size), reference);
                return part is InvalidExpression || count == 0 ? part : new ArithmeticExpression(ArithmeticOperator.Remainder, part, Number(count, reference), WireType.Integer, Anchor(reference));
            case WireKind.DateOnly when name == "DayNumber":
                return DayNumber(reference, Quotient(reference, Times.Milliseconds(target), Times.MillisecondsPerDay));
            case WireKind.DateOnly when name == "DayOfWeek":
                return DayOfWeek(reference, Quotient(reference, Times.Milliseconds(target), Times.MillisecondsPerDay));
            case WireKind.DateOnly when Digits(name) is var (start, length) && start < 10:
                return NumberAt(reference, target, start, length);
            case WireKind.TimeOnly when name is "Hour" or "Minute" or "Second":
                return NumberAt(reference, target, Digits(name).Start - 11, 2);
            case WireKind.DateTimeOffset when target is FunctionExpression && reference.Instance is IInvocationOperation { TargetMethod.Name: "ToUniversalTime" }:
                return name == "DayOfWeek" ? DayOfWeek(reference, Function(reference, ValueFunction.Floor, Quotient(reference, Times.Milliseconds(target), Times.MillisecondsPerDay)))
                    : Digits(name) is { Length: > 0 } digits ? NumberAt(reference, target, digits.Start, digits.Length)
                    : RefuseTimeMember(reference);
            case WireKind.DateTimeOffset when name == "DayOfWeek" || Digits(name).Length > 0:
                return Refuse(NameOf(reference), "'" + name + "' in the offset of the value, which the definition does not keep,", "read it in UTC, as in 'x.ToUniversalTime()." + name + "'");
            default:
                return RefuseTimeMember(reference);
        }
    }

    private InvalidExpression RefuseTimeMember(IPropertyReferenceOperation reference) => Refuse(
        NameOf(reference),
        "the property '" + Minimal(reference.Property.ContainingType) + "." + reference.Property.Name + "'",
        "let a function compute it and return it as a property of its own");

    private static long UnitOfTotal(string name) => name switch
    {
        "TotalMilliseconds" => 1,
        "TotalSeconds" => 1_000,
        "TotalMinutes" => 60_000,
        "TotalHours" => 3_600_000,
        "TotalDays" => Times.MillisecondsPerDay,
        _ => 0,
    };

    /// <summary>The milliseconds of a component of a TimeSpan, and how many of it there are in the next greater one.</summary>
    private static (long Size, long Count) PartOf(string name) => name switch
    {
        "Days" => (Times.MillisecondsPerDay, 0),
        "Hours" => (3_600_000, 24),
        "Minutes" => (60_000, 60),
        "Seconds" => (1_000, 60),
        "Milliseconds" => (1, 1_000),
        _ => (0, 0),
    };

    /// <summary>Where a component stands in the text of an instant; length 0 for what is no component.</summary>
    private static (int Start, int Length) Digits(string name) => name switch
    {
        "Year" => (0, 4),
        "Month" => (5, 2),
        "Day" => (8, 2),
        "Hour" => (11, 2),
        "Minute" => (14, 2),
        "Second" => (17, 2),
        "Millisecond" => (20, 3),
        _ => (int.MaxValue, 0),
    };

    private FunctionExpression NumberAt(IOperation reference, Expression text, int start, int length) =>
        Function(reference, ValueFunction.NumberAt, text, Number((long)start, reference), Number((long)length, reference));

    /// <summary>The days from the year 1 to a date, of which the days from 1970 are known.</summary>
    private ArithmeticExpression DayNumber(IOperation reference, Expression days) =>
        new(ArithmeticOperator.Add, days, Number(719_162L, reference), WireType.Integer, Anchor(reference));

    /// <summary>The day of the week as System.Text.Json writes it: 0 for Sunday. The year 1 began on a Monday.</summary>
    private ArithmeticExpression DayOfWeek(IPropertyReferenceOperation reference, Expression days) => new(
        ArithmeticOperator.Remainder,
        new ArithmeticExpression(ArithmeticOperator.Add, days, Number(719_163L, reference), WireType.Integer, Anchor(reference)),
        Number(7L, reference),
        context.Types.Read(reference.Type!),
        Anchor(reference));
}
