using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Machine;

/// <summary>A Pass.</summary>
internal sealed class PassStep : ImmediateStep
{
    private readonly PassState _state;
    private readonly Template? _parameters;
    private readonly Template? _assign;
    private readonly Template? _output;
    private Step? _next;

    public PassStep(PassState state, AslQueryLanguage language)
        : base(state, language, HistoryEventType.PassStateEntered, HistoryEventType.PassStateExited)
    {
        _state = state;
        _parameters = Template.Of("Parameters", state.Parameters, IsJsonata);
        _assign = Template.Of("Assign", state.Assign, IsJsonata);
        _output = Template.Of("Output", state.Output, IsJsonata);
    }

    public override void Connect(MachinePlan plan) => _next = _state.Next is { } next ? plan.Target(this, next) : null;

    public override StepEnd Perform(StateVisit visit)
    {
        ReadInput(visit);
        if (IsJsonata)
        {
            var assigned = visit.Assign(_assign);
            return new(_output?.Evaluate(visit) ?? visit.RawInput, _next, assigned);
        }

        JsonValue result;
        if (_parameters is not null)
        {
            result = _parameters.Evaluate(visit);
            visit.Observer?.OnStage("afterParameters", result);
        }
        else
        {
            result = visit.Input;
            visit.Observer?.OnStage("afterParameters", result);
        }

        result = _state.Result ?? result;
        visit.Observer?.OnStage("result", result);
        visit.Observer?.OnStage("afterResultSelector", result);
        var variables = _assign is null ? null : visit.Assign(_assign, visit.ScopeOf(result));
        var output = Place(_state.ResultPath, visit.RawInput, result);
        visit.Observer?.OnStage("afterResultPath", output);
        return new(WriteOutput(visit, output), _next, variables);
    }
}
