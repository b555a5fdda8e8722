using Stepwise.StatesLanguage;

namespace Stepwise.Local.Machine;

/// <summary>A state that AWS would not have accepted, in a machine that was made without checking its definition.</summary>
internal sealed class UnfitStep(State state, AslQueryLanguage language, string reason) : ImmediateStep(state, language, HistoryEventType.PassStateEntered, null)
{
    public override StepEnd Perform(StateVisit visit) => throw new StateException(ErrorNames.Runtime, reason, isCatchable: false);
}
