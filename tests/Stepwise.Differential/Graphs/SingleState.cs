using Stepwise.Differential.Places;

namespace Stepwise.Differential.Graphs;

/// <summary>A workflow of one state of another.</summary>
internal static class SingleState
{
    /// <summary>The workflow. What the state reads is its input.</summary>
    /// <param name="workflow">The workflow that has the state.</param>
    /// <param name="state">The state.</param>
    public static RandomWorkflow Of(RandomWorkflow workflow, GraphState state)
    {
        var targets = state.Targets.Distinct(StringComparer.Ordinal).Select(name => new GraphState(name, StateKind.SucceedMarker, workflow.Language));
        var only = state with { Next = null, ResultName = null, HasDefaultName = false, Catchers = [], Scope = [.. state.Scope.Select(static reading => new Reading(reading.Variable))] };
        return new(workflow.Language, [.. state.Scope.Select(static reading => reading.Variable)], [only, .. targets.Where(target => target.Name != state.Name)], []) { Naming = workflow.Naming };
    }
}
