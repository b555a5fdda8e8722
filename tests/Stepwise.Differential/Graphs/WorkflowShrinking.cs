using Stepwise.Differential.Places;
using Stepwise.Differential.Trees;

namespace Stepwise.Differential.Graphs;

/// <summary>Makes a workflow smaller.</summary>
internal static class WorkflowShrinking
{
    /// <summary>All workflows that are one step smaller, those that are a lot smaller first.</summary>
    public static IReadOnlyList<RandomWorkflow> Smaller(RandomWorkflow workflow) =>
    [
        .. Steps(workflow).Where(static smaller => smaller.States.Count > 0).Select(static smaller => smaller.WithoutUnreachable())
            .Where(smaller => smaller.Size < workflow.Size || (smaller.Size == workflow.Size && Length(smaller) < Length(workflow)))
            .DistinctBy(static smaller => GraphSource.Write("", smaller))
            .OrderBy(static smaller => smaller.Size),
    ];

    private static int Length(RandomWorkflow workflow) => GraphSource.Write("", workflow).Length;

    private static IEnumerable<RandomWorkflow> Steps(RandomWorkflow workflow)
    {
        for (var i = 0; i < workflow.Catchers.Count; i++)
        {
            yield return workflow with { Catchers = [.. workflow.Catchers.Where((_, index) => index != i)] };
        }

        foreach (var state in workflow.States)
        {
            foreach (var smaller in WithoutState(workflow, state).Concat(Smaller(state).Select(other => Replace(workflow, state, other))))
            {
                yield return smaller;
            }
        }
    }

    /// <summary>Leaves a state out: what led to it leads to a state that follows it.</summary>
    private static IEnumerable<RandomWorkflow> WithoutState(RandomWorkflow workflow, GraphState state)
    {
        foreach (var follower in state.Followers.Concat(state.Catchers.Select(static catcher => catcher.Next)).Distinct(StringComparer.Ordinal).Where(follower => follower != state.Name))
        {
            var states = workflow.States.Where(other => other != state).Select(other => Redirect(other, state.Name, follower)).ToList();
            var catchers = workflow.Catchers.Select(catcher => Redirect(catcher, state.Name, follower)).ToList();
            if (state == workflow.States[0])
            {
                var first = states.FindIndex(other => other.Name == follower);
                (states[0], states[first]) = (states[first], states[0]);
            }

            yield return workflow with { States = states, Catchers = catchers };
        }
    }

    private static GraphState Redirect(GraphState state, string name, string by) => state with
    {
        Next = state.Next == name ? by : state.Next,
        Body = state.Kind is StateKind.Choice ? Routes.Replace(state.Body!, name, by) : state.Body,
        Catchers = [.. state.Catchers.Select(catcher => Redirect(catcher, name, by))],
    };

    private static Catcher Redirect(Catcher catcher, string name, string by) => catcher.Next == name ? catcher with { Next = by } : catcher;

    private static RandomWorkflow Replace(RandomWorkflow workflow, GraphState state, GraphState by) => workflow with { States = [.. workflow.States.Select(other => other == state ? by : other)] };

    private static IEnumerable<GraphState> Smaller(GraphState state)
    {
        for (var i = 0; i < state.Catchers.Count; i++)
        {
            yield return state with { Catchers = [.. state.Catchers.Where((_, index) => index != i)] };
        }

        if (state.CanContinue && state.Next is not null)
        {
            yield return state with { Next = null, ResultName = null, HasDefaultName = false, Catchers = [] };
        }

        if (state.Language is Language.JsonataInJsonPath)
        {
            yield return state with { Language = Language.JsonPath };
        }

        switch (state.Kind)
        {
            case StateKind.Succeed or StateKind.SucceedParameters:
                yield return Marker(state, StateKind.SucceedMarker);
                break;
            case StateKind.Fail:
                yield return Marker(state, StateKind.FailMarker);
                break;
            case StateKind.WaitFor or StateKind.WaitUntil:
                yield return Marker(state, StateKind.Wait);
                break;
            case StateKind.Pass or StateKind.LambdaTask or StateKind.ServiceTask:
                yield return Marker(state, StateKind.PassMarker);
                break;
            case StateKind.Wait when state.Seconds > 0:
                yield return state with { Seconds = 0 };
                break;
        }

        foreach (var body in state.Body is { } node ? Shrinking.Smaller(node) : [])
        {
            yield return state with { Body = body };
        }
    }

    private static GraphState Marker(GraphState state, StateKind kind) =>
        new(state.Name, kind, state.Language) { Next = state.Next, Error = state.Error };
}
