namespace Stepwise.StatesLanguage;

/// <summary>How a Map runs its iterations (ASL <c>ProcessorConfig</c>).</summary>
public sealed record ProcessorConfig
{
    /// <summary>ASL <c>Mode</c>; null when absent, which means <see cref="ProcessorMode.Inline"/>.</summary>
    public ProcessorMode? Mode { get; init; }

    /// <summary>ASL <c>ExecutionType</c>: the type of the child executions; null when absent. <see cref="ProcessorMode.Distributed"/> requires it, and <see cref="ProcessorMode.Inline"/> does not allow it.</summary>
    public StateMachineType? ExecutionType { get; init; }
}
