using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.Machine;

/// <summary>A Choice.</summary>
internal sealed class ChoiceStep : ImmediateStep
{
    private readonly Way[] _ways;
    private readonly Way? _default;

    public ChoiceStep(ChoiceState state, AslQueryLanguage language)
        : base(state, language, HistoryEventType.ChoiceStateEntered, HistoryEventType.ChoiceStateExited)
    {
        _ways = [.. state.Choices.Select((rule, index) => new Way(rule, $"Choices[{index}]/", IsJsonata))];
        _default = state.Default is null ? null : new(new ChoiceRule { Next = state.Default, Assign = state.Assign, Output = state.Output }, "", IsJsonata);
    }

    public override void Connect(MachinePlan plan)
    {
        foreach (var way in _ways)
        {
            way.Connect(this, plan);
        }

        _default?.Connect(this, plan);
    }

    public override StepEnd Perform(StateVisit visit)
    {
        ReadInput(visit);
        foreach (var way in _ways)
        {
            if (way.Holds(visit))
            {
                return Go(visit, way);
            }
        }

        // The documentation of AWS names States.NoChoiceMatched, but AWS reports another error.
        return _default is null
            ? throw new EvaluationException(ErrorNames.Runtime, "Failed to transition out of the state. The state does not point to a next state.")
            : Go(visit, _default);
    }

    private StepEnd Go(StateVisit visit, Way way)
    {
        var assigned = visit.Assign(way.Assign);
        return new(IsJsonata ? way.Output?.Evaluate(visit) ?? visit.RawInput : WriteOutput(visit, visit.Input), way.Next, assigned);
    }

    /// <summary>A rule, or the default.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="place">What stands before the name of a field in a cause. The fields beside the default are the state's own.</param>
    /// <param name="isJsonata">Whether the fields are JSONata.</param>
    private sealed class Way(ChoiceRule rule, string place, bool isJsonata)
    {
        private readonly ChoiceCondition? _condition = rule.Test is { } test ? ChoiceCondition.Of(test) : null;
        private readonly string _field = place + "Condition";

        public Template? Assign { get; } = Template.Of(place + "Assign", rule.Assign, isJsonata);

        public Template? Output { get; } = Template.Of(place + "Output", rule.Output, isJsonata);

        public Step? Next { get; private set; }

        public void Connect(Step from, MachinePlan plan) => Next = rule.Next is { } next ? plan.Target(from, next) : null;

        public bool Holds(StateVisit visit) => isJsonata
            ? ((JsonBoolean)JsonataTemplate.Evaluate(_field, rule.Condition ?? JsonNull.Instance, JsonKind.Boolean, visit.Scope)).Value
            : _condition is not null && _condition.Holds(visit.Scope);
    }
}
