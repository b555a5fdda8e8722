namespace Stepwise.Generator.Model;

/// <summary>A state machine: the one of a workflow class, or one that a state of another machine runs, such as a branch of a Parallel.</summary>
internal sealed record MachineModel
{
    /// <summary>The class's simple name.</summary>
    public required string ClassName { get; init; }

    /// <summary>The identifier of the class.</summary>
    public required int Anchor { get; init; }

    /// <summary>The summary of the class's documentation.</summary>
    public string? Comment { get; init; }

    public Language Language { get; init; } = Language.Jsonata;

    /// <summary>The input contract and the first state; null while the class has no <c>[Start]</c>.</summary>
    public StartModel? Start { get; init; }

    /// <summary>The states in the order of the source: files by path, then position.</summary>
    public EquatableArray<StateModel> States { get; init; }

    /// <summary>The class's own <c>[Retry]</c> attributes: the default of its tasks.</summary>
    public EquatableArray<RetryModel> Retry { get; init; }

    /// <summary>The class's own <c>[Catch]</c> attributes: the default of its states that do work.</summary>
    public EquatableArray<CatchModel> Catch { get; init; }

    /// <summary>Whether the class is nested in the class whose state runs it. Then its states also read the values of the enclosing machine, by name.</summary>
    public bool IsNested { get; init; }

    /// <summary>The states of this machine and of all machines that they run, each machine's states before those of the machines in it.</summary>
    public IEnumerable<StateModel> AllStates()
    {
        var pending = new Queue<MachineModel>();
        pending.Enqueue(this);
        while (pending.Count > 0)
        {
            foreach (var state in pending.Dequeue().States)
            {
                yield return state;
                foreach (var machine in state.Machines)
                {
                    pending.Enqueue(machine);
                }
            }
        }
    }
}
