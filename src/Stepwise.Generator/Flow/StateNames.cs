using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Flow;

/// <summary>Finds the states of a machine that references name, and suggests the nearest name for one that names none.</summary>
internal sealed class StateNames
{
    private readonly MachineModel _machine;
    private readonly Action<DiagnosticInfo> _report;
    private readonly Dictionary<string, int> _byMember = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);

    public StateNames(MachineModel machine, Action<DiagnosticInfo> report)
    {
        _machine = machine;
        _report = report;
        for (var i = 0; i < machine.States.Count; i++)
        {
            _byMember[machine.States[i].Member] = i;
            _byName[machine.States[i].Name] = i;
        }
    }

    /// <summary>Whether every reference that was resolved leads to a state.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The index of a member; -1 where it is not a state.</summary>
    public int Find(string member) => _byMember.TryGetValue(member, out var index) ? index : -1;

    /// <summary>The index of the state that a reference names; -1, and a diagnostic, where it names none. A reference without a name was reported when it was read.</summary>
    public int Resolve(StateReference? reference, TransitionKind kind)
    {
        if (reference is not null
            && ((kind is TransitionKind.Raw && _byName.TryGetValue(reference.Member, out var index)) || _byMember.TryGetValue(reference.Member, out index)))
        {
            return index;
        }

        IsComplete = false;
        if (reference is { Member.Length: > 0 })
        {
            ReportUnknown(reference, kind is TransitionKind.Choice ? DiagnosticIds.ChoiceArmNotAState : DiagnosticIds.NextNotAState);
        }

        return -1;
    }

    private void ReportUnknown(StateReference reference, string id)
    {
        var members = new List<string>(_machine.States.Count);
        foreach (var state in _machine.States)
        {
            members.Add(state.Member);
        }

        var isStart = reference.Member == _machine.Start?.MethodName;
        var close = isStart ? null : Spelling.Closest(reference.Member, members);
        var what = isStart
            ? "[Start] declares the input and is not a state"
            : close is not null
                ? $"did you mean nameof({close})?"
                : members.Count == 0
                    ? "the workflow has no states yet"
                    : "its states are " + string.Join(", ", members);
        _report(new DiagnosticInfo(id, reference.Anchor, reference.Member, what)
        {
            Properties = close is null
                ? default
                : new EquatableArray<DiagnosticProperty>(new DiagnosticProperty("Suggestion", close), new DiagnosticProperty("Member", reference.Member)),
        });
    }
}
