using System.Text;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Generator.Text;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Flow;

/// <summary>Checks that what a state reads exists, has the type that the state says, and is set on every path that leads there.
/// A value is not set on every path exactly if the state can be reached over edges none of which sets it, or proves that it is not null; the shortest such path is what the message shows.</summary>
internal sealed class DefiniteAssignment
{
    private const int Unreached = -2;
    private const int AtStart = -1;

    private readonly StateGraph _graph;
    private readonly ValueTable _table;
    private readonly OuterScope? _outer;
    private readonly Action<DiagnosticInfo> _report;
    private readonly Dictionary<string, int[]> _predecessors = new(StringComparer.Ordinal);

    public DefiniteAssignment(StateGraph graph, ValueTable table, OuterScope? outer, Action<DiagnosticInfo> report)
    {
        _graph = graph;
        _table = table;
        _outer = outer;
        _report = report;
    }

    /// <summary>Checks what each state reads.</summary>
    public void Check()
    {
        foreach (var node in _graph.Nodes)
        {
            foreach (var parameter in node.State.Parameters)
            {
                if (parameter.Role is ParameterRole.Value && parameter.Source.Length > 0)
                {
                    Check(node, parameter);
                }
            }
        }
    }

    private void Check(StateNode node, ParameterModel parameter)
    {
        if (_table.Find(parameter.Source) is not { } value)
        {
            _report(new DiagnosticInfo(DiagnosticIds.UnknownValue, parameter.Anchor, parameter.Source, node.State.Member, Suggestion(node, parameter)));
            return;
        }

        var actual = parameter.HasSourcePath ? parameter.Value.Type : value.Type;
        if (actual.Kind is WireKind.Unknown || parameter.Type.Kind is WireKind.Unknown || parameter.Value is InvalidExpression)
        {
            return;
        }

        if (parameter.Type.Kind is WireKind.Any ? actual.Form is not null : !parameter.Type.Accepts(actual))
        {
            _report(new DiagnosticInfo(DiagnosticIds.WrongType, parameter.TypeAnchor, parameter.Name, TypeText.Of(parameter.Type), TypeText.Of(actual),
                actual.Form is { } form ? $"{form} gives the property another JSON form than its type has, which no parameter can read; read the whole object, or put the attribute on the type"
                : parameter.Type.IsTypeOf(actual) ? $"something in it may be null; write '{TypeText.Of(actual)} {parameter.Name}' and handle null"
                : $"write '{TypeText.Of(actual)} {parameter.Name}'"));
            return;
        }

        if (parameter.Type.IsNullable)
        {
            return;
        }

        if (actual.IsNullable && !(parameter.Type.Kind is WireKind.Any))
        {
            if (parameter.Value.IsPath() && !MayBeNull(value.Name, parameter.HasSourcePath ? parameter.Value.Describe() : value.Name, node.Index))
            {
                return;
            }

            _report(Nullable(new DiagnosticInfo(DiagnosticIds.WrongType, parameter.TypeAnchor, parameter.Name, TypeText.Of(parameter.Type), TypeText.Of(actual),
                $"it may be null; write '{TypeText.Of(actual)} {parameter.Name}' and handle null")));
            return;
        }

        if (value.Origin is ValueOrigin.Input or ValueOrigin.WholeInput)
        {
            return;
        }

        if (PathWithout(value.Name, node.Index) is { } path)
        {
            _report(Nullable(new DiagnosticInfo(DiagnosticIds.NotSetOnEveryPath, parameter.Anchor,
                parameter.Source, node.State.Member, path, Writers(value.Name), TypeText.Of(parameter.Type.AsNullable()), parameter.Name)));
        }
    }

    /// <summary>Whether a value that can be null, or a path from it, may be null at a state: whether a way leads there on which nothing proves that it is not, after it was set.</summary>
    /// <param name="value">The value.</param>
    /// <param name="path">The path; the value's name for the value itself.</param>
    /// <param name="target">The state.</param>
    public bool MayBeNull(string value, string path, int target)
    {
        var unproved = new bool[_graph.Nodes.Count];
        var pending = new Stack<int>();
        if (_graph.Start >= 0 && (_outer is null || _table.Owns(value) || _outer.MayBeNull(value, path)))
        {
            Add(_graph.Start);
        }

        var reachable = _graph.Reachable();
        foreach (var node in _graph.Nodes)
        {
            foreach (var edge in node.Out)
            {
                if (reachable[node.Index] && edge.Writes == value && !SetsNotNull(edge))
                {
                    Add(edge.To);
                }
            }
        }

        while (pending.Count > 0)
        {
            foreach (var edge in _graph.Nodes[pending.Pop()].Out)
            {
                if (edge.Writes == value ? !SetsNotNull(edge) : !edge.Proves(path))
                {
                    Add(edge.To);
                }
            }
        }

        return unproved[target];

        void Add(int state)
        {
            if (!unproved[state])
            {
                unproved[state] = true;
                pending.Push(state);
            }
        }

        bool SetsNotNull(Edge edge) => path == value && (edge.Kind is EdgeKind.Catch || _graph.Nodes[edge.From].State.Writes is { Type.IsNullable: false });
    }

    private static DiagnosticInfo Nullable(DiagnosticInfo diagnostic) =>
        diagnostic with { Properties = new EquatableArray<DiagnosticProperty>(new DiagnosticProperty("Fix", "Nullable")) };

    /// <summary>The shortest path from the start to a state on which nothing sets the value, in words; null where every path sets it.</summary>
    public string? PathWithout(string value, int target)
    {
        var before = "Start";
        if (_outer is not null && !_table.Owns(value))
        {
            // No state of this machine sets a value of the machine around it: every path to this machine sets it, or there is a path without it.
            if (_outer.PathWithout(value) is not { } outside)
            {
                return null;
            }

            before = outside;
        }

        if (!_predecessors.TryGetValue(value, out var previous))
        {
            previous = SearchWithout(value);
            _predecessors.Add(value, previous);
        }

        if (previous[target] == Unreached)
        {
            return null;
        }

        var states = new List<int>();
        for (var at = target; at >= 0; at = previous[at])
        {
            states.Add(at);
        }

        states.Reverse();
        var text = new StringBuilder(before);
        for (var i = 0; i < states.Count; i++)
        {
            var byCatch = i > 0 && IsOnlyCatch(states[i - 1], states[i], value);
            text.Append(byCatch ? " -> (error) -> " : " -> ").Append(_graph.Nodes[states[i]].State.Member);
        }

        return text.ToString();
    }

    private bool IsOnlyCatch(int from, int to, string value)
    {
        foreach (var edge in _graph.Nodes[from].Out)
        {
            if (edge.To == to && edge.Kind is not EdgeKind.Catch && edge.Writes != value)
            {
                return false;
            }
        }

        return true;
    }

    private int[] SearchWithout(string value)
    {
        var previous = new int[_graph.Nodes.Count];
        for (var i = 0; i < previous.Length; i++)
        {
            previous[i] = Unreached;
        }

        if (_graph.Start < 0)
        {
            return previous;
        }

        var pending = new Queue<int>();
        previous[_graph.Start] = AtStart;
        pending.Enqueue(_graph.Start);
        while (pending.Count > 0)
        {
            var at = pending.Dequeue();
            foreach (var edge in _graph.Nodes[at].Out)
            {
                if (edge.Writes != value && !edge.Proves(value) && previous[edge.To] == Unreached)
                {
                    previous[edge.To] = at;
                    pending.Enqueue(edge.To);
                }
            }
        }

        return previous;
    }

    private string Writers(string value)
    {
        if (_outer is not null && !_table.Owns(value))
        {
            return _outer.Assignment.Writers(value);
        }

        var writers = new List<string>();
        var caught = false;
        foreach (var node in _graph.Nodes)
        {
            if (node.State.Writes?.Name == value)
            {
                writers.Add(node.State.Member);
            }

            foreach (var catcher in node.Resilience.Catch)
            {
                caught |= catcher.ResultName == value;
            }
        }

        if (caught)
        {
            writers.Add("a caught error");
        }

        return string.Join(", ", writers);
    }

    /// <summary>What is in reach at a state, and the nearest name.</summary>
    private string Suggestion(StateNode node, ParameterModel parameter)
    {
        var inReach = InReach(node.Index);
        var names = new List<string>();
        foreach (var value in inReach)
        {
            names.Add(value.Name);
        }

        if (names.Count == 0)
        {
            return "no value is available there";
        }

        var list = new List<string>();
        foreach (var value in inReach)
        {
            list.Add($"{value.Name} ({TypeText.Of(value.Type)})");
        }

        var close = Spelling.Closest(parameter.Source, names);
        if (close is null)
        {
            foreach (var value in inReach)
            {
                if (value.Type.AsNotNullable() == parameter.Type.AsNotNullable() && parameter.Type.Kind is WireKind.Object)
                {
                    close = value.Name;
                }
            }
        }

        return (close is null ? "available are " : $"did you mean '{close}'? Available are ") + string.Join(", ", list);
    }

    private List<ValueModel> InReach(int target)
    {
        var result = new List<ValueModel>();
        foreach (var value in _table.InScope)
        {
            if (value.Origin is ValueOrigin.Input or ValueOrigin.WholeInput || !_table.Owns(value.Name) || MayBeSet(value.Name, target))
            {
                result.Add(value);
            }
        }

        return result;
    }

    private bool MayBeSet(string value, int target)
    {
        var reached = new bool[_graph.Nodes.Count];
        var pending = new Stack<int>();
        var all = _graph.Reachable();
        foreach (var node in _graph.Nodes)
        {
            foreach (var edge in node.Out)
            {
                if (edge.Writes == value && all[node.Index] && !reached[edge.To])
                {
                    reached[edge.To] = true;
                    pending.Push(edge.To);
                }
            }
        }

        while (pending.Count > 0)
        {
            foreach (var edge in _graph.Nodes[pending.Pop()].Out)
            {
                if (!reached[edge.To])
                {
                    reached[edge.To] = true;
                    pending.Push(edge.To);
                }
            }
        }

        return reached[target];
    }
}
