using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Expressions;

/// <content>The few methods that have a counterpart, and what to write in place of the others.</content>
internal sealed partial class ExpressionReader
{
    private const string OrdinalComparison = "pass StringComparison.Ordinal; ASL has no cultures";

    /// <summary>A duration: whole seconds.</summary>
    public Expression ReadSeconds(IOperation operation)
    {
        operation = Unwrap(operation);
        switch (operation)
        {
            case IConditionalOperation { WhenFalse: not null } conditional:
                return ReadConditional(conditional, ReadSeconds, JoinSeconds);
            case ISwitchExpressionOperation @switch:
                return ReadSwitch(@switch, ReadSeconds, JoinSeconds);
            case ICoalesceOperation coalesce:
                return ReadSecondsOr(coalesce);
            case IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } }:
                return Seconds(operation, 0);
            case IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType.Name: "TimeSpan" } method } call when UnitOf(method.Name) is var unit && unit > 0:
                return ReadUnits(call, unit);
            case IInvocationOperation call when ReadOwnMethod(call, ReadingSeconds) is { } computed:
                return computed;
            case IFieldReferenceOperation field when ReadOwnField(field, ReadingSeconds) is { } initial:
                return initial;
            case IPropertyReferenceOperation { Instance: null } property when ReadOwnProperty(property, null, ReadingSeconds) is { } computed:
                return computed;
            case IInvocationOperation or IBinaryOperation or IObjectCreationOperation:
                return Refuse(
                    NameOf(operation), "'" + Shorten(operation.Syntax) + "'", "write TimeSpan.FromSeconds(x), FromMinutes, FromHours or FromDays with whole numbers");
        }

        var value = Read(operation);
        return value is InvalidExpression ? value
            : value.Type.Kind is WireKind.TimeSpan ? new SecondsExpression(value, 0, Anchor(operation)) with { Type = WireType.Integer with { IsNullable = value.MayBeNull() } }
            : Refuse(operation, "'" + Shorten(operation.Syntax) + "' as a duration", "write TimeSpan.FromSeconds(x)");
    }

    private Expression ReadSecondsOr(ICoalesceOperation coalesce)
    {
        var value = Once(Read(coalesce.Value));
        if (value is InvalidExpression)
        {
            return value;
        }

        var wait = new SecondsExpression(value.AsNotNull(), 0, Anchor(coalesce.Value));
        if (!value.MayBeNull())
        {
            return wait;
        }

        var isNull = ExpressionSimplifier.IsNull(value, value.Anchor);
        return JoinSeconds(coalesce, isNull, Behind(coalesce.WhenNull, isNull, () => ReadSeconds(coalesce.WhenNull)), wait);
    }

    private static int UnitOf(string method) => method switch
    {
        "FromSeconds" => 1,
        "FromMinutes" => 60,
        "FromHours" => 3600,
        "FromDays" => 86400,
        _ => 0,
    };

    private Expression ReadUnits(IInvocationOperation call, int unit)
    {
        if (ConstantDuration(call) is { } constant)
        {
            return constant >= TimeSpan.Zero && constant.TotalSeconds <= Limits.Seconds && constant.Ticks % TimeSpan.TicksPerSecond == 0
                ? Seconds(call, constant.Ticks / TimeSpan.TicksPerSecond)
                : Refuse(ArgumentOf(call.Arguments, 0)!, "'" + Shorten(call.Syntax) + "'", string.Format(CultureInfo.InvariantCulture, "a Wait takes whole seconds, 0 to {0:N0}", Limits.Seconds));
        }

        if (call.Arguments.FirstOrDefault(static part => part is { Parameter.Ordinal: > 0, ArgumentKind: not ArgumentKind.DefaultValue }) is { } more)
        {
            return Refuse(more, "'" + Shorten(call.Syntax) + "'", "pass one number");
        }

        var argument = ArgumentOf(call.Arguments, 0)!;
        var amount = Read(argument);
        if (amount is InvalidExpression)
        {
            return amount;
        }

        return amount.MayBeNull() ? RefuseLifted(call, argument)
            : amount.Type.Kind is WireKind.Integer or WireKind.Long
                ? new SecondsExpression(amount, unit, Anchor(call))
                : Refuse(argument, "'" + Shorten(argument.Syntax) + "' as a number of seconds", "use an integer: a Wait takes whole seconds");
    }

    /// <summary>The duration of <c>TimeSpan.FromHours(5, 30)</c> and the like; null if it is not constant or no such call.</summary>
    private static TimeSpan? ConstantDuration(IInvocationOperation call)
    {
        if (call.TargetMethod is not { IsStatic: true, ContainingType.Name: "TimeSpan" } method || UnitOf(method.Name) == 0)
        {
            return null;
        }

        var ticks = 0m;
        foreach (var argument in call.Arguments)
        {
            var ticksPerUnit = argument.Parameter?.Name switch
            {
                "value" => UnitOf(method.Name) * TimeSpan.TicksPerSecond,
                "days" => TimeSpan.TicksPerDay,
                "hours" => TimeSpan.TicksPerHour,
                "minutes" => TimeSpan.TicksPerMinute,
                "seconds" => TimeSpan.TicksPerSecond,
                "milliseconds" => TimeSpan.TicksPerMillisecond,
                "microseconds" => TimeSpan.TicksPerMillisecond / 1000,
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

        return ticks is >= long.MinValue and <= long.MaxValue ? TimeSpan.FromTicks((long)ticks) : null;
    }

    /// <summary>The value that a parameter gets; null if it gets none. <c>Arguments</c> stands in the order of evaluation, which named arguments change.
    /// The order itself matters only if an argument fails.</summary>
    private static IOperation? ArgumentOf(IEnumerable<IArgumentOperation> arguments, int ordinal)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal)
            {
                return argument.Value;
            }
        }

        return null;
    }

    private SecondsExpression Seconds(IOperation operation, long seconds) =>
        new(new ConstantExpression(new JsonNumber(seconds), WireType.Integer, Anchor(operation)), 1, Anchor(operation));

    /// <summary>Joins two durations. One that is null stands for none.</summary>
    private Expression JoinSeconds(IOperation operation, Expression condition, Expression whenTrue, Expression whenFalse)
    {
        if (!IsDuration(whenTrue) || !IsDuration(whenFalse))
        {
            return IsDuration(whenTrue) ? whenFalse : whenTrue;
        }

        var type = WireType.Integer with { IsNullable = whenTrue.MayBeNull() || whenFalse.MayBeNull() };
        var joined = ExpressionSimplifier.Conditional(condition, AmountOf(whenTrue), AmountOf(whenFalse), type, Anchor(operation));
        return joined is InvalidExpression ? joined : new SecondsExpression(joined, 1, Anchor(operation)) with { Type = type };

        static bool IsDuration(Expression value) => value.Result() is SecondsExpression || ExpressionSimplifier.IsNullConstant(value);
    }

    /// <summary>The number of seconds.</summary>
    private static Expression AmountOf(Expression seconds) => seconds switch
    {
        LetExpression let => AmountOf(let.Body) is var amount ? let with { Body = amount, Type = amount.Type } : let,
        SecondsExpression { SecondsPerUnit: 1, Amount: var amount } => amount,
        _ => seconds,
    };

    private Expression ReadInvocation(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ContainingType is { } type && StepwiseSymbols.Contains(type))
        {
            switch (type.Name)
            {
                case "Deployed": return ReadDeployed(call);
                case "Asl" when method.Name == "Jsonata": return ReadJsonata(call);
                case "Asl" when method.Name == "Literal": return ReadLiteral(call);
                case "TaskToken" when method.Name == "ToString" && call.Instance is { } token: return Read(token);
            }
        }

        if (method.ContainingType?.SpecialType is SpecialType.System_String)
        {
            return ReadStringMethod(call);
        }

        if (ReadCollectionCall(call) is { } query)
        {
            return query;
        }

        switch (method.ContainingType?.ToDisplayString(), method.Name)
        {
            case ("System.Array", "Empty"):
                return new ArrayExpression(default, context.Types.Read(call.Type!).AsNotNullable(), Anchor(call));
            case ("System.Guid", "Parse") when call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: string text } }]:
                return GuidConstant(call, text);
            case ("System.Guid" or "int" or "char", "ToString") when call.Instance is { } instance && call.Arguments.All(IsInvariant):
                return Hole(instance) is { } hole ? Format(call, [hole]) : Invalid(instance);
            case ("System.DateTimeOffset", "Parse") when ArgumentOf(call.Arguments, 0) is { ConstantValue: { HasValue: true, Value: string text } }:
                return InstantOf(call, text);
            case ("System.Math", "Abs") when ArgumentOf(call.Arguments, 0) is { } number:
                return ReadAbsolute(call, number);
            case ("System.Guid", "Equals") or ("System.DateTimeOffset", "Equals") when call is { Instance: { } left, Arguments: [{ Value: var right }] }:
                return CompareEqual(call, Read(left), right);
        }

        if (method is { Name: "Equals", Parameters.Length: 1 } && IsOfCompiler(method) && call is { Instance: { Type: INamedTypeSymbol { IsRecord: true } record } first, Arguments: [{ Value: var second }] })
        {
            return ReadRecordEquals(call, record, first, Unwrap(second));
        }

        return ReadOwnMethod(call, Reading) ?? (IsElsewhere(method)
            ? Refuse(NameOf(call), "the method call '" + Shorten(call.Syntax) + "', whose body is in another assembly,", "write the method in this project, or call it in a Lambda function")
            : Refuse(NameOf(call), "the method call '" + Shorten(call.Syntax) + "'", InsteadOf(method, call.Instance)));
    }

    private Expression ReadAbsolute(IInvocationOperation call, IOperation argument)
    {
        var number = Read(argument);
        return number is InvalidExpression ? number
            : number.MayBeNull() ? RefuseNull(call, argument)
            : new FunctionExpression(ValueFunction.Absolute, new EquatableArray<Expression>(number), context.Types.Read(call.Type!), Anchor(call));
    }

    private static bool IsInvariant(IArgumentOperation argument) => Unwrap(argument.Value) is IPropertyReferenceOperation { Property.Name: "InvariantCulture" };

    private static string InsteadOf(IMethodSymbol method, IOperation? instance) => (method.ContainingType?.Name, method.Name) switch
    {
        ("Guid", "NewGuid") => "write Asl.Jsonata<Guid>(\"$uuid()\") in a JSONata state",
        ("Enumerable", _) => InsteadOfQuery(method.Name),
        ("TimeSpan", _) => "only a Wait has a duration",
        ("Math", _) => "write it with Asl.Jsonata in a JSONata state",
        ("DateTimeOffset" or "DateTime" or "DateOnly" or "TimeOnly" or "TimeSpan", "ToString") => "let a function format the time",
        (_, "ToString") when Underlying(instance?.Type)?.TypeKind is TypeKind.Enum => "use a switch expression, or let a function format it",
        (_, "ToString") => "use '$\"{x}\"' for a string, an integer or a Guid",
        (_, "HasFlag") => "let a function return a bool",
        _ => "call it in a Lambda function, or write it with Asl.Jsonata in a JSONata state",
    };

    private Expression ReadJsonata(IInvocationOperation call)
    {
        Expression? invalid = null;
        string? text = null;
        var arguments = new List<Expression>();
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == 0)
            {
                text = argument.Value.ConstantValue is { HasValue: true, Value: string constant } ? constant : null;
                if (text is null)
                {
                    invalid = argument.Value is IInvalidOperation
                        ? Invalid(argument.Value)
                        : Refuse(argument.Value, "a JSONata expression that is computed", "write a constant, and pass values as arguments");
                }
                else if (text.Contains("${") || text.Contains("%{"))
                {
                    invalid = Refuse(argument.Value, "'${' or '%{' in a JSONata expression", "deployment tools would replace it: write '$ {' or '% {'");
                }
                else
                {
                    JsonataRules.CheckExpression(context, text, context.Anchor(argument.Value.Syntax));
                }

                continue;
            }

            var elements = argument.ArgumentKind is ArgumentKind.ParamArray && argument.Value is IArrayCreationOperation { Initializer.ElementValues: var values }
                ? values
                : argument.Value is ICollectionExpressionOperation collection ? collection.Elements : [argument.Value];
            foreach (var element in elements)
            {
                var value = Read(element);
                invalid = value as InvalidExpression ?? invalid;
                arguments.Add(value);
            }
        }

        if (invalid is not null || text is null)
        {
            return invalid ?? Invalid(call);
        }

        context.Report(DiagnosticIds.NotAnalysed, context.Anchor(NameOf(call)), "Asl.Jsonata");
        return new RawJsonataExpression(text, new EquatableArray<Expression>(arguments), context.Types.Read(call.Type!), Anchor(call));
    }

    private Expression GuidConstant(IOperation operation, string text) => Guid.TryParse(text, out var guid)
        ? new ConstantExpression(new JsonString(guid.ToString("D")), new WireType(WireKind.Guid, "global::System.Guid"), Anchor(operation))
        : Refuse(operation, "'" + text + "' as a Guid", "write it as 00000000-0000-0000-0000-000000000000");

    private Expression InstantOf(IOperation operation, string text)
    {
        // Only what means the same everywhere: a date and time with an offset.
        string[] formats = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];
        return DateTimeOffset.TryParseExact(
            text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? Instant(operation, instant)
            : Refuse(operation, "'" + text + "' as a time", "write date, time and offset, as in 2026-01-31T12:00:00Z");
    }

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

    /// <summary>A call of Equals. C# finds a value unequal to one of another type, even where both are the same text in JSON.</summary>
    private Expression CompareEqual(IInvocationOperation call, Expression left, IOperation operation)
    {
        operation = Unwrap(operation);
        var right = Read(operation);
        return right is not InvalidExpression && Underlying(operation.Type) is { SpecialType: not SpecialType.System_Object } type
            && !SymbolEqualityComparer.Default.Equals(type, call.TargetMethod.ContainingType)
            ? Refuse(NameOf(call), "'" + Shorten(call.Syntax) + "', which compares values of two types and is always false,", "compare values of one type")
            : Compare(call, ComparisonOperator.Equal, left, right);
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
}
