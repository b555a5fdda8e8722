namespace Stepwise.Differential.Graphs;

/// <summary>Which values the paths to each state have set: all paths, or at least one.</summary>
internal sealed class Assignments
{
    private readonly Dictionary<string, HashSet<string>> _certain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _possible = new(StringComparer.Ordinal);

    /// <summary>Follows the paths of a workflow. Bodies are not looked at, but those of a Choice.</summary>
    public Assignments(RandomWorkflow workflow)
    {
        _certain[workflow.States[0].Name] = [];
        _possible[workflow.States[0].Name] = [];
        var pending = new Queue<GraphState>([workflow.States[0]]);
        while (pending.TryDequeue(out var state))
        {
            foreach (var follower in state.Followers)
            {
                Enter(follower, state.ResultName);
            }

            foreach (var catcher in workflow.CatchersOf(state))
            {
                Enter(catcher.Next, catcher.Value);
            }

            void Enter(string name, string? value)
            {
                HashSet<string> certain = [.. _certain[state.Name]];
                HashSet<string> possible = [.. _possible[state.Name]];
                if (value is not null)
                {
                    certain.Add(value);
                    possible.Add(value);
                }

                var isKnown = _certain.TryGetValue(name, out var known);
                if (isKnown)
                {
                    certain.IntersectWith(known!);
                    possible.UnionWith(_possible[name]);
                }

                if (!isKnown || certain.Count < known!.Count || possible.Count > _possible[name].Count)
                {
                    _certain[name] = certain;
                    _possible[name] = possible;
                    pending.Enqueue(workflow[name]);
                }
            }
        }
    }

    /// <summary>Whether every path to a state sets a value.</summary>
    public bool IsCertain(string state, string value) => _certain.TryGetValue(state, out var values) && values.Contains(value);

    /// <summary>The values that some path to a state sets.</summary>
    public IReadOnlySet<string> Possible(string state) => _possible.GetValueOrDefault(state) ?? [];
}
