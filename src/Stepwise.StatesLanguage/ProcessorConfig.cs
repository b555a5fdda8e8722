namespace Stepwise.StatesLanguage;

/// <summary>How a Map runs its iterations (ASL <c>ProcessorConfig</c>).</summary>
public sealed record ProcessorConfig
{
    /// <summary>ASL <c>Mode</c>; null when absent, which means <see cref="ProcessorMode.Inline"/>.</summary>
    public ProcessorMode? Mode { get; init; }

    /// <summary>ASL <c>ExecutionType</c>: the type of the child executions. Required for, and only allowed with, <see cref="ProcessorMode.Distributed"/>.</summary>
    public StateMachineType? ExecutionType { get; init; }
}
