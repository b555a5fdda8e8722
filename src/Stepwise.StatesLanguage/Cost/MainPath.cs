namespace Stepwise.StatesLanguage.Cost;

/// <summary>The main path through a machine: from the first state, through Next and the first rule of a Choice that can lead to a success, to the main success.</summary>
internal static class MainPath
{
    /// <summary>Finds the main path of a machine.</summary>
    /// <param name="machine">The machine. States of nested machines are ignored.</param>
    /// <returns>The names of the states, in order, without repetition. Empty if the first state does not exist.</returns>
    public static IReadOnlyList<string> Of(StateMachine machine)
    {
        var states = new Dictionary<string, State>(StringComparer.Ordinal);
        foreach (var state in machine.States)
        {
            states[state.Name] = state;
        }

        var path = new List<string>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var at = states.TryGetValue(machine.StartAt, out var first) ? first : null;
        while (at is not null)
        {
            path.Add(at.Name);
            visited.Add(at.Name);
            at = Following(at, states, visited);
        }

        return path;
    }

    private static State? Following(State at, Dictionary<string, State> states, HashSet<string> visited)
    {
        var candidates = new List<State>();
        foreach (var transition in Transition.FromState(at))
        {
            if (transition.Kind != TransitionKind.Catch && !visited.Contains(transition.To) && states.TryGetValue(transition.To, out var target) && !candidates.Contains(target))
            {
                candidates.Add(target);
            }
        }

        if (candidates.Count <= 1)
        {
            return candidates.Count == 0 ? null : candidates[0];
        }

        var ending = Ending(states, visited);
        return candidates.Find(candidate => ending.Contains(candidate.Name) && !IsEnd(candidate))
            ?? candidates.Find(candidate => ending.Contains(candidate.Name))
            ?? candidates.Find(candidate => candidate is not FailState)
            ?? candidates[0];
    }

    /// <summary>Returns the states from which a success can be reached without an error and without the states that the path already has.</summary>
    private static HashSet<string> Ending(Dictionary<string, State> states, HashSet<string> visited)
    {
        var before = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>();
        foreach (var state in states.Values)
        {
            if (visited.Contains(state.Name))
            {
                continue;
            }

            if (IsSuccess(state) && found.Add(state.Name))
            {
                open.Enqueue(state.Name);
            }

            foreach (var transition in Transition.FromState(state))
            {
                if (transition.Kind != TransitionKind.Catch)
                {
                    if (!before.TryGetValue(transition.To, out var sources))
                    {
                        before.Add(transition.To, sources = []);
                    }

                    sources.Add(state.Name);
                }
            }
        }

        while (open.Count > 0)
        {
            if (before.TryGetValue(open.Dequeue(), out var sources))
            {
                foreach (var source in sources)
                {
                    if (found.Add(source))
                    {
                        open.Enqueue(source);
                    }
                }
            }
        }

        return found;
    }

    private static bool IsSuccess(State state) => state is SucceedState or TransitionState { End: true };

    private static bool IsEnd(State state) => state is SucceedState or FailState;
}
