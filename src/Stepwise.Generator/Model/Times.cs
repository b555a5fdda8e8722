using System.Globalization;
using Stepwise.Json;

namespace Stepwise.Generator.Model;

/// <summary>Times as numbers: what is computed with an instant, a TimeSpan or a date is computed in milliseconds. They are integers, of type long, unless they come from the text of a TimeSpan.</summary>
internal static class Times
{
    public const long MillisecondsPerDay = 86_400_000;

    private static readonly WireType _whole = new(WireKind.Long, "long");

    /// <summary>The type of milliseconds that are computed from others.</summary>
    public static WireType TypeOf(params Expression[] milliseconds) => Array.TrueForAll(milliseconds, IsWhole) ? _whole : WireType.Double;

    /// <summary>Whether milliseconds have no fraction.</summary>
    public static bool IsWhole(Expression milliseconds) => milliseconds.Type.Kind is WireKind.Integer or WireKind.Long;

    /// <summary>A constant number of milliseconds.</summary>
    public static ConstantExpression Constant(TimeSpan duration, int anchor) => duration.Ticks % TimeSpan.TicksPerMillisecond == 0
        ? new ConstantExpression(new JsonNumber(duration.Ticks / TimeSpan.TicksPerMillisecond), _whole, anchor)
        : new ConstantExpression(new JsonNumber((double)duration.Ticks / TimeSpan.TicksPerMillisecond), WireType.Double, anchor);

    /// <summary>The milliseconds of a time that is not null. What was made of milliseconds is not written as text and read again.</summary>
    public static Expression Milliseconds(Expression time)
    {
        switch (time)
        {
            case InvalidExpression:
                return time;
            case FunctionExpression { Function: ValueFunction.MillisecondsToInstant or ValueFunction.MillisecondsToDuration or ValueFunction.MillisecondsToDate } made:
                return made.Arguments[0];
            case ConstantExpression { Value: JsonString text, Type.Kind: WireKind.TimeSpan }:
                return Constant(TimeSpan.Parse(text.Value, CultureInfo.InvariantCulture), time.Anchor);
            case LetExpression let:
                var body = Milliseconds(let.Body);
                return let with { Body = body, Type = body.Type };
            case ConditionalExpression conditional when IsMade(conditional):
                var (whenTrue, whenFalse) = (Milliseconds(conditional.WhenTrue), Milliseconds(conditional.WhenFalse));
                return conditional with { WhenTrue = whenTrue, WhenFalse = whenFalse, Type = TypeOf(whenTrue, whenFalse) };
            case { Type.Kind: WireKind.TimeSpan }:
                return Read(ValueFunction.DurationToMilliseconds, time, WireType.Double);
            default:
                return Read(time.Type.Kind is WireKind.DateOnly ? ValueFunction.DateToMilliseconds : ValueFunction.InstantToMilliseconds, time, _whole);
        }
    }

    /// <summary>The value of a constant in a form whose order is that of the values: the ticks of an instant or a TimeSpan, whose text is in another order.</summary>
    public static JsonValue InOrder(ConstantExpression constant) => (constant.Type.Kind, constant.Value) switch
    {
        (WireKind.TimeSpan, JsonString text) => new JsonNumber(TimeSpan.Parse(text.Value, CultureInfo.InvariantCulture).Ticks),
        (WireKind.DateTimeOffset, JsonString text) => new JsonNumber(DateTimeOffset.Parse(text.Value, CultureInfo.InvariantCulture).UtcTicks),
        _ => constant.Value,
    };

    private static FunctionExpression Read(ValueFunction function, Expression time, WireType type) => new(function, new EquatableArray<Expression>(time), type, time.Anchor);

    /// <summary>Whether one of the values of a choice is made of milliseconds, or is a constant that is shorter as a number.</summary>
    private static bool IsMade(Expression time) => time switch
    {
        FunctionExpression or FailExpression => true,
        ConstantExpression constant => constant.Type.Kind is WireKind.TimeSpan,
        LetExpression let => IsMade(let.Body),
        ConditionalExpression { Type.IsNullable: false } conditional => IsMade(conditional.WhenTrue) || IsMade(conditional.WhenFalse),
        _ => false,
    };
}
