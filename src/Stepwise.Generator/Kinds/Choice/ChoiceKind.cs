using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Json;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Kinds.Choice;

/// <summary><c>[Choice]</c>.</summary>
internal sealed class ChoiceKind() : StateKind<ChoiceModel>(new ChoiceReader())
{
    protected override Asl.State Build(ChoiceModel state, StateContext context)
    {
        var rules = new List<Asl.ChoiceRule>();
        string? otherwise = null;
        foreach (var arm in state.Arms)
        {
            if (arm.Condition is null or ConstantExpression { Value: JsonBoolean { Value: true } })
            {
                otherwise = context.NameOf(arm.Target);
                break;
            }

            if (arm.Condition is not ConstantExpression { Value: JsonBoolean { Value: false } })
            {
                rules.Add(context.Language.WithCondition(new Asl.ChoiceRule { Next = context.NameOf(arm.Target) }, arm.Condition));
            }
        }

        if (rules.Count == 0 && state.Arms.Count > 0)
        {
            context.Report(new DiagnosticInfo(
                DiagnosticIds.MemberShape, state.Anchor, state.Member, "a [Choice] needs at least one condition; without one, set Next on the state before it instead"));
        }

        return new Asl.ChoiceState { Name = state.Name, Choices = rules, Default = otherwise };
    }
}
