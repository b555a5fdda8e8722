using System.Globalization;
using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>The rules for the transitions of one machine: every target exists, every state is reachable, and the machine can end.</summary>
internal sealed class TransitionRules
{
    private readonly ValidationReport _report;
    private readonly Node _machine;
    private readonly Node _states;
    private readonly Dictionary<string, Node> _nodes;
    private readonly Dictionary<string, List<string>> _next = new(StringComparer.Ordinal);
    private bool _hasOpenTarget;

    public TransitionRules(ValidationReport report, Node machine, Node states, Dictionary<string, Node> nodes)
    {
        _report = report;
        _machine = machine;
        _states = states;
        _nodes = nodes;
    }

    public void Check()
    {
        var start = _machine.Text("StartAt");
        if (start is not null)
        {
            CheckTarget(_machine["StartAt"], _machine.At("StartAt"));
        }

        foreach (var pair in _nodes)
        {
            _next[pair.Key] = [.. Targets(pair.Value)];
        }

        var terminals = _nodes.Where(pair => IsTerminal(pair.Value)).Select(pair => pair.Key).ToList();
        if (terminals.Count == 0)
        {
            _report.Error(DiagnosticCodes.MissingEndState, "Workflow has no terminal state. Give a state \"End\": true, or add a Succeed or Fail state.", StatePath.Root, _states.Value.Position);
            return;
        }

        // A target that contains a substitution can be any state.
        if (start is null || _hasOpenTarget || !_nodes.ContainsKey(start))
        {
            return;
        }

        var reached = Walk([start], _next);
        foreach (var pair in _nodes)
        {
            if (!reached.Contains(pair.Key))
            {
                _report.Error(
                    DiagnosticCodes.MissingTransitionTarget,
                    $"State \"{pair.Key}\" is not reachable. Add a transition to it, or remove it.",
                    pair.Value.Path,
                    _states.Value.Members.First(member => member.Name == pair.Key).NamePosition);
            }
        }

        WarnOfTraps(terminals, reached);
    }

    private void WarnOfTraps(List<string> terminals, HashSet<string> reached)
    {
        var before = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var pair in _next)
        {
            foreach (var target in pair.Value)
            {
                if (!before.TryGetValue(target, out var sources))
                {
                    before[target] = sources = [];
                }

                sources.Add(pair.Key);
            }
        }

        var ending = Walk(terminals, before);
        foreach (var pair in _nodes)
        {
            if (reached.Contains(pair.Key) && !ending.Contains(pair.Key))
            {
                _report.Warn(DiagnosticCodes.EndlessLoop, $"From state \"{pair.Key}\" on, no terminal state can be reached.", pair.Value.Path, pair.Value.Value);
            }
        }
    }

    private static HashSet<string> Walk(List<string> from, Dictionary<string, List<string>> edges)
    {
        var seen = new HashSet<string>(from, StringComparer.Ordinal);
        var waiting = new Stack<string>(from);
        while (waiting.Count > 0)
        {
            if (edges.TryGetValue(waiting.Pop(), out var targets))
            {
                foreach (var target in targets)
                {
                    if (seen.Add(target))
                    {
                        waiting.Push(target);
                    }
                }
            }
        }

        return seen;
    }

    private IEnumerable<string> Targets(Node state)
    {
        var found = new List<string?>
        {
            CheckTarget(state["Next"], state.At("Next")),
            CheckTarget(state["Default"], state.At("Default")),
        };
        foreach (var field in new[] { "Choices", "Catch" })
        {
            if (state[field] is JsonArray items)
            {
                for (var i = 0; i < items.Count; i++)
                {
                    found.Add(CheckTarget((items[i] as JsonObject)?["Next"], state.At(field, i).Field("Next")));
                }
            }
        }

        return found.OfType<string>();
    }

    private string? CheckTarget(JsonValue? target, StatePath path)
    {
        if (target is not JsonString { Value: var name })
        {
            return null;
        }

        if (_states.Has(name))
        {
            return name;
        }

        if (Substitutions.Holds(name))
        {
            _hasOpenTarget = true;
            return null;
        }

        var similar = _nodes.Keys.FirstOrDefault(key => string.Equals(key, name, StringComparison.OrdinalIgnoreCase));
        _report.Error(
            DiagnosticCodes.MissingTransitionTarget,
            $"Missing 'Next' target: {name}. " + (similar is null ? "A transition leads to a state of the same machine." : $"There is a state \"{similar}\"."),
            path,
            target.Position);
        return null;
    }

    private static bool IsTerminal(Node state) => state["End"] is JsonBoolean { Value: true } || state.Text("Type") is "Succeed" or "Fail" || (state.Text("End") is { } end && Substitutions.Holds(end));
}
