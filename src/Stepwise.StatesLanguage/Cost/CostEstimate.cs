using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Cost;

/// <summary>The cost of executions of a Standard state machine, and the loops that can fill the history of an execution. The estimate uses the definition alone. It counts transitions without retries and with all retries.</summary>
public sealed record CostEstimate
{
    /// <summary>The price of 1,000 state transitions of a Standard machine, in US dollars, in most AWS regions. The first 4,000 transitions of a month are free.</summary>
    public const decimal PricePerThousandTransitions = 0.025m;

    /// <summary>The main path, then the shortest path to each early end, then the shortest path to each failure. Ends are in the order of the definition.</summary>
    public required IReadOnlyList<ExecutionPath> Paths { get; init; }

    /// <summary>The loops of the machine, the shortest first.</summary>
    public required IReadOnlyList<ExecutionLoop> Loops { get; init; }

    /// <summary>Creates the estimate for a definition.</summary>
    /// <param name="machine">The definition.</param>
    /// <returns>The estimate.</returns>
    public static CostEstimate Create(StateMachine machine)
    {
        if (machine is null)
        {
            throw new ArgumentNullException(nameof(machine));
        }

        var states = new Dictionary<string, State>(StringComparer.Ordinal);
        foreach (var state in machine.States)
        {
            states[state.Name] = state;
        }

        return new() { Paths = PathsOf(machine, states), Loops = LoopsOf(machine, states) };
    }

    private static List<ExecutionPath> PathsOf(StateMachine machine, Dictionary<string, State> states)
    {
        var paths = new List<ExecutionPath>();
        var main = MainPath.Of(machine);
        var end = main.Count == 0 ? null : main[main.Count - 1];
        if (end is not null && IsSuccess(states[end]))
        {
            paths.Add(PathOf(ExecutionPathKind.Main, main, states));
        }

        foreach (var state in machine.States)
        {
            if (IsSuccess(state) && state.Name != end && Shortest(machine.StartAt, state.Name, states, withErrors: false) is { } path)
            {
                paths.Add(PathOf(ExecutionPathKind.EarlyEnd, path, states));
            }
        }

        foreach (var state in machine.States)
        {
            if (state is FailState && Shortest(machine.StartAt, state.Name, states, withErrors: true) is { } path)
            {
                paths.Add(PathOf(ExecutionPathKind.Failure, path, states));
            }
        }

        return paths;
    }

    private static ExecutionPath PathOf(ExecutionPathKind kind, IReadOnlyList<string> names, Dictionary<string, State> states)
    {
        var count = TransitionCount.Of(names.Select(name => states[name]));
        return new(kind, names, count.Transitions, count.PerItem) { TransitionsWithRetries = count.WithRetries, TransitionsPerItemWithRetries = count.PerItemWithRetries };
    }

    private static List<ExecutionLoop> LoopsOf(StateMachine machine, Dictionary<string, State> states)
    {
        var loops = new List<ExecutionLoop>();
        foreach (var back in BackTransitions(machine, states))
        {
            // A Catch that leads back to an earlier state closes a loop as well.
            var turn = back.Kind == TransitionKind.Catch ? null : Shortest(back.To, back.From, states, withErrors: false);
            var isByError = turn is null;
            turn ??= Shortest(back.To, back.From, states, withErrors: true);
            if (turn is null)
            {
                continue;
            }

            long before = 1;
            if (Shortest(machine.StartAt, back.To, states, withErrors: true) is { } way)
            {
                before += way.Take(way.Count - 1).Sum(name => (long)HistoryEvents.Of(states[name]));
            }

            long events = turn.Sum(name => (long)HistoryEvents.Of(states[name]));
            loops.Add(new(turn, TransitionCount.Of(turn.Select(name => states[name])).Transitions, (int)Math.Min(events, int.MaxValue), SecondsOf(turn, states), (int)(Math.Max(0, Limits.HistoryEvents - before) / events))
            {
                IsByError = isByError,
                EventsPerItem = turn.Sum(name => HistoryEvents.PerItemOf(states[name])),
            });
        }

        return [.. loops.OrderBy(loop => loop.States.Count)];
    }

    private static long? SecondsOf(IReadOnlyList<string> turn, Dictionary<string, State> states)
    {
        long seconds = 0;
        foreach (var name in turn)
        {
            if (states[name] is WaitState wait)
            {
                if (wait.Seconds is not JsonNumber number || !number.TryGetInt64(out var value) || value < 0 || value > int.MaxValue)
                {
                    return null;
                }

                seconds += value;
            }
        }

        return seconds;
    }

    /// <summary>Returns the transitions that lead back to a state on the path to them. The search is depth first, and takes Catch transitions last.</summary>
    private static List<Transition> BackTransitions(StateMachine machine, Dictionary<string, State> states)
    {
        var back = new List<Transition>();
        var done = new Dictionary<string, bool>(StringComparer.Ordinal);
        var open = new Stack<(State State, IReadOnlyList<Transition> Transitions, int Next)>();
        if (states.TryGetValue(machine.StartAt, out var first))
        {
            open.Push((first, Transition.FromState(first), 0));
            done[first.Name] = false;
        }

        while (open.Count > 0)
        {
            var (state, transitions, next) = open.Pop();
            if (next == transitions.Count)
            {
                done[state.Name] = true;
                continue;
            }

            open.Push((state, transitions, next + 1));
            var transition = transitions[next];
            if (!states.TryGetValue(transition.To, out var target))
            {
                continue;
            }

            if (!done.TryGetValue(transition.To, out var isDone))
            {
                done[transition.To] = false;
                open.Push((target, Transition.FromState(target), 0));
            }
            else if (!isDone && !back.Exists(other => other.From == transition.From && other.To == transition.To))
            {
                back.Add(transition);
            }
        }

        return back;
    }

    /// <summary>Returns the path with the fewest states, including both ends; null if there is no path.</summary>
    private static List<string>? Shortest(string from, string to, Dictionary<string, State> states, bool withErrors)
    {
        if (!states.ContainsKey(from))
        {
            return null;
        }

        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal) { [from] = "" };
        var open = new Queue<string>();
        open.Enqueue(from);
        while (open.Count > 0)
        {
            var at = open.Dequeue();
            if (at == to)
            {
                var path = new List<string> { at };
                while (path[path.Count - 1] != from)
                {
                    path.Add(cameFrom[path[path.Count - 1]]);
                }

                path.Reverse();
                return path;
            }

            foreach (var transition in Transition.FromState(states[at]))
            {
                if ((withErrors || transition.Kind != TransitionKind.Catch) && states.ContainsKey(transition.To) && !cameFrom.ContainsKey(transition.To))
                {
                    cameFrom[transition.To] = at;
                    open.Enqueue(transition.To);
                }
            }
        }

        return null;
    }

    private static bool IsSuccess(State state) => state is SucceedState or TransitionState { End: true };
}
