namespace Stepwise.StatesLanguage.Validation;

/// <summary>What the states of a machine must know of what surrounds them.</summary>
internal sealed record MachineScope
{
    /// <summary>The query language that states have when they say nothing.</summary>
    public required AslQueryLanguage Language { get; init; }

    /// <summary>The type of execution that runs the states.</summary>
    public required StateMachineType Type { get; init; }

    /// <summary>Whether the states run in child executions of a Distributed Map.</summary>
    public bool InChild { get; init; }

    /// <summary>How many machines surround this one.</summary>
    public int Depth { get; init; }

    /// <summary>Variables of the surrounding machines, except those that only a Catch assigns.</summary>
    public HashSet<string> OuterVariables { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Variables that states here may read: those of this machine and of the surrounding ones in the same execution.</summary>
    public HashSet<string> Readable { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Variables of the execution that started this child execution, which cannot be read here.</summary>
    public HashSet<string> OutOfReach { get; init; } = new(StringComparer.Ordinal);
}
