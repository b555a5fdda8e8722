using System.Globalization;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Kinds.Wait;

/// <summary><c>[Wait]</c>.</summary>
internal sealed class WaitKind() : StateKind<WaitModel>(new WaitReader())
{
    protected override Asl.State Build(WaitModel state, StateContext context)
    {
        var wait = new Asl.WaitState { Name = state.Name, Next = context.NameOf(state.Next), End = state.End };
        wait = state.End ? context.Language.WithoutOutput(wait) : wait;
        return state.Until switch
        {
            null => wait with { Seconds = new JsonNumber((long)(state.Seconds ?? 0)) },
            SecondsExpression { Amount: ConstantExpression { Value: JsonNumber amount } } constant =>
                wait with { Seconds = Seconds(amount.ToDouble() * constant.SecondsPerUnit, constant.Anchor, context) },
            ConstantExpression { Value: JsonString instant } => wait with { Timestamp = instant },
            var time => context.Language.WithTime(wait, time),
        };
    }

    private static JsonNumber Seconds(double seconds, int anchor, StateContext context)
    {
        if (seconds < 0 || seconds > Limits.Seconds || seconds != Math.Floor(seconds))
        {
            context.Report(new DiagnosticInfo(DiagnosticIds.UnsupportedExpression, anchor, "this duration", string.Format(CultureInfo.InvariantCulture, "a Wait takes whole seconds, 0 to {0:N0}", Limits.Seconds)));
        }

        return new JsonNumber(seconds);
    }
}
