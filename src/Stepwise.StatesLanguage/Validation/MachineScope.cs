namespace Stepwise.StatesLanguage.Validation;

/// <summary>What the rules of a machine's states need to know about the surrounding machines.</summary>
internal sealed record MachineScope
{
    /// <summary>The query language of states without a <c>QueryLanguage</c>.</summary>
    public required AslQueryLanguage Language { get; init; }

    /// <summary>The type of the execution that runs the states.</summary>
    public required StateMachineType Type { get; init; }

    /// <summary>Whether the states run in child executions of a Distributed Map.</summary>
    public bool InChild { get; init; }

    /// <summary>The number of machines that surround this one.</summary>
    public int Depth { get; init; }

    /// <summary>The variables of the surrounding machines, except those that only a Catch assigns.</summary>
    public HashSet<string> OuterVariables { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The variables that the states may read: those of this machine and of the surrounding machines of the same execution.</summary>
    public HashSet<string> Readable { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The variables of the execution that starts this child execution. The states cannot read them.</summary>
    public HashSet<string> OutOfReach { get; init; } = new(StringComparer.Ordinal);
}
