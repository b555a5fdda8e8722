using Stepwise.StatesLanguage;

namespace Stepwise.Local.Machine;

/// <summary>A Succeed.</summary>
internal sealed class SucceedStep : ImmediateStep
{
    private readonly Template? _output;

    public SucceedStep(SucceedState state, AslQueryLanguage language)
        : base(state, language, HistoryEventType.SucceedStateEntered, HistoryEventType.SucceedStateExited)
        => _output = Template.Of("Output", state.Output, IsJsonata);

    public override StepEnd Perform(StateVisit visit)
    {
        ReadInput(visit);
        return IsJsonata ? new(_output?.Evaluate(visit) ?? visit.RawInput, null) : new(WriteOutput(visit, visit.Input), null);
    }
}
