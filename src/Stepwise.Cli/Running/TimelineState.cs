namespace Stepwise.Cli.Running;

/// <summary>A state that an execution entered, from then until it was left.</summary>
internal sealed class TimelineState(string name, string type, TimelineState? parent, DateTimeOffset enteredAt)
{
    public string Name { get; } = name;

    /// <summary>ASL <c>Type</c>.</summary>
    public string Type { get; } = type;

    /// <summary>The Parallel or Map around it; null for a state of the machine itself.</summary>
    public TimelineState? Parent { get; } = parent;

    public DateTimeOffset EnteredAt { get; } = enteredAt;

    /// <summary>When it was left or aborted; null where the execution ended in it.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>How often its work was begun; 0 where it has none.</summary>
    public int Attempts { get; set; }

    /// <summary>The last error in it; null where there was none.</summary>
    public string? Error { get; set; }

    /// <summary>What became of the error.</summary>
    public ErrorFate Fate { get; set; }

    /// <summary>What ran inside: for each branch or item the states one after the other.</summary>
    public List<List<TimelineState>> Chains { get; } = [];
}
