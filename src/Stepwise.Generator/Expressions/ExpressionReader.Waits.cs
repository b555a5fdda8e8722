using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Expressions;

/// <content>How long a Wait waits: whole seconds.</content>
internal sealed partial class ExpressionReader
{
    /// <summary>A duration: whole seconds.</summary>
    public Expression ReadSeconds(IOperation operation) => Deeper(Unwrap(operation), static (reader, nested) => reader.ReadSecondsCore(nested));

    private Expression ReadSecondsCore(IOperation operation)
    {
        switch (operation)
        {
            case IConditionalOperation { WhenFalse: not null } conditional:
                return ReadConditional(conditional, ReadSeconds, JoinSeconds);
            case ISwitchExpressionOperation @switch:
                return ReadSwitch(@switch, ReadSeconds, JoinSeconds);
            case ICoalesceOperation coalesce:
                return ReadSecondsOr(coalesce);
            case IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType.Name: "TimeSpan" } method } call when ConstantDuration(call) is null && UnitOf(method.Name) is var unit && unit > 0:
                return ReadUnits(call, unit);
            case IInvocationOperation call when ReadOwnMethod(call, ReadingSeconds) is { } computed:
                return computed;
            case IFieldReferenceOperation field when ReadOwnField(field, ReadingSeconds) is { } initial:
                return initial;
            case IPropertyReferenceOperation { Instance: null } property when ReadOwnProperty(property, null, ReadingSeconds) is { } computed:
                return computed;
        }

        if (ConstantDuration(operation) is { } constant)
        {
            return constant >= TimeSpan.Zero && constant.TotalSeconds <= Limits.Seconds && constant.Ticks % TimeSpan.TicksPerSecond == 0
                ? Seconds(operation, constant.Ticks / TimeSpan.TicksPerSecond)
                : Refuse(
                    operation is IInvocationOperation { Arguments: var arguments } && ArgumentOf(arguments, 0) is { } number ? number.Syntax.GetLocation() : NameOf(operation),
                    "'" + Shorten(operation.Syntax) + "'",
                    string.Format(CultureInfo.InvariantCulture, "a Wait takes whole seconds, 0 to {0:N0}", Limits.Seconds));
        }

        var value = Read(operation);
        return value is InvalidExpression ? value
            : value.Type.Kind is not WireKind.TimeSpan ? Refuse(operation, "'" + Shorten(operation.Syntax) + "' as a duration", "write TimeSpan.FromSeconds(x)")
            : value.IsPath() || value.MayBeNull() ? new SecondsExpression(value, 0, Anchor(operation)) with { Type = WireType.Integer with { IsNullable = value.MayBeNull() } }
            : new SecondsExpression(Function(operation, ValueFunction.Floor, Quotient(operation, Times.ToTheTick(Times.Milliseconds(value)), 1000)) with { Type = WireType.Integer }, 1, Anchor(operation));
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

    private Expression ReadUnits(IInvocationOperation call, int unit)
    {
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

    private SecondsExpression Seconds(IOperation operation, long seconds) =>
        new(Number(seconds, operation), 1, Anchor(operation));

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

        static bool IsDuration(Expression value) => value.Result() is SecondsExpression || ExpressionSimplifier.IsNullConstant(value.Result());
    }

    /// <summary>The number of seconds.</summary>
    private static Expression AmountOf(Expression seconds) => seconds switch
    {
        LetExpression let => AmountOf(let.Body) is var amount ? let with { Body = amount, Type = amount.Type } : let,
        SecondsExpression { SecondsPerUnit: 1, Amount: var amount } => amount,
        _ => seconds,
    };
}
