using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.Machine;

/// <summary>A Fail.</summary>
internal sealed class FailStep(FailState state, AslQueryLanguage language) : ImmediateStep(state, language, HistoryEventType.FailStateEntered, null)
{
    public override StepEnd Perform(StateVisit visit)
    {
        ReadInput(visit);
        var error = Text(visit, "Error", state.Error, state.ErrorPath);
        var cause = Text(visit, "Cause", state.Cause, state.CausePath);
        throw new StateException(error, cause);
    }

    private string? Text(StateVisit visit, string field, JsonValue? value, string? path)
    {
        if (path is not null)
        {
            return PayloadTemplate.EvaluateText(field + "Path", path, visit.Scope) is JsonString found
                ? found.Value
                : throw new EvaluationException(ErrorNames.Runtime, $"The {field}Path field must reference a string: {path}");
        }

        if (value is null)
        {
            return null;
        }

        return IsJsonata ? ((JsonString)JsonataTemplate.Evaluate(field, value, JsonKind.String, visit.Scope)).Value : (value as JsonString)?.Value;
    }
}
