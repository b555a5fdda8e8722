using Stepwise.Generator.Model;

namespace Stepwise.Generator.Flow;

/// <summary>Brings a class's <c>[Retry]</c> and <c>[Catch]</c> into force. A catcher holds for every state that does work and has none of its own, except those that can only be reached
/// through the catcher's target: the failure path does not catch into itself.</summary>
internal sealed class ClassDefaults
{
    private readonly MachineModel _machine;
    private readonly EquatableArray<RetryModel> _retry;
    private readonly StateNames _names;
    private readonly List<(CatchModel Catch, bool[] IsInForce)> _catches = [];

    /// <param name="machine">The machine.</param>
    /// <param name="outerRetry">The default of the enclosing machine, for a class without a <c>[Retry]</c>.</param>
    /// <param name="names">Its states.</param>
    /// <param name="transitions">The edges of each state's transitions, without its catchers.</param>
    /// <param name="start">The index of the first state; -1 if the machine has no first state.</param>
    public ClassDefaults(MachineModel machine, EquatableArray<RetryModel> outerRetry, StateNames names, IReadOnlyList<IReadOnlyList<Edge>> transitions, int start)
    {
        _machine = machine;
        _retry = machine.Retry.IsEmpty ? outerRetry : machine.Retry;
        _names = names;
        Place(AsIfAllWereInForce(transitions), start);
    }

    /// <summary>What is in force for a state.</summary>
    public ResilienceModel Of(int index)
    {
        var state = _machine.States[index];
        if (state.Work is not { } work)
        {
            return ResilienceModel.None;
        }

        var retry = state.Retry ?? (work.TakesDefaultRetry ? _retry : default);
        if (state.Catch is { } own)
        {
            return new ResilienceModel(retry, own, IsExemptFromCatch: false);
        }

        var catches = new List<CatchModel>();
        var isExempt = false;
        foreach (var (catcher, isInForce) in _catches)
        {
            if (isInForce[index])
            {
                catches.Add(catcher);
            }
            else
            {
                isExempt = true;
            }
        }

        return new ResilienceModel(retry, new EquatableArray<CatchModel>(catches), isExempt);
    }

    /// <summary>The transitions, and the catchers as if each default held for every state that it could hold for.</summary>
    private List<IReadOnlyList<Edge>> AsIfAllWereInForce(IReadOnlyList<IReadOnlyList<Edge>> transitions)
    {
        var result = new List<IReadOnlyList<Edge>>(transitions.Count);
        for (var i = 0; i < transitions.Count; i++)
        {
            var state = _machine.States[i];
            if (state.Work is null)
            {
                result.Add(transitions[i]);
                continue;
            }

            var edges = new List<Edge>(transitions[i]);
            foreach (var catcher in state.Catch ?? _machine.Catch)
            {
                if (TargetOf(catcher) is >= 0 and var target)
                {
                    edges.Add(new Edge(i, target, EdgeKind.Catch, catcher.ResultName));
                }
            }

            result.Add(edges);
        }

        return result;
    }

    private void Place(List<IReadOnlyList<Edge>> edges, int start)
    {
        var all = Reachability.From(edges, start);
        foreach (var catcher in _machine.Catch)
        {
            if (TargetOf(catcher) is not (>= 0 and var target))
            {
                continue;
            }

            var around = Reachability.From(edges, start, without: target);
            var isInForce = new bool[edges.Count];
            for (var i = 0; i < edges.Count; i++)
            {
                isInForce[i] = around[i] || (!all[i] && i != target);
            }

            _catches.Add((catcher, isInForce));
        }
    }

    private int TargetOf(CatchModel catcher) => catcher.Next is { } next ? _names.Find(next.Member) : -1;
}
