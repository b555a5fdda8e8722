using Stepwise.StatesLanguage;

namespace Stepwise.Local.Machine;

/// <summary>A state that AWS would reject. It can exist only in a machine whose definition was not checked.</summary>
internal sealed class UnfitStep(State state, AslQueryLanguage language, string reason) : ImmediateStep(state, language, HistoryEventType.PassStateEntered, null)
{
    public override StepEnd Perform(StateVisit visit) => throw new StateException(ErrorNames.Runtime, reason, isCatchable: false);
}
