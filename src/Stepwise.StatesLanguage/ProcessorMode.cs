namespace Stepwise.StatesLanguage;

/// <summary>Where a Map runs its iterations (ASL <c>Mode</c> in <c>ProcessorConfig</c>).</summary>
public enum ProcessorMode
{
    /// <summary>In the execution of the Map (ASL <c>INLINE</c>), the default.</summary>
    Inline,

    /// <summary>In child executions (ASL <c>DISTRIBUTED</c>).</summary>
    Distributed,
}
