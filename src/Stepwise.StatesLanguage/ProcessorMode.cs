namespace Stepwise.StatesLanguage;

/// <summary>Where a Map runs its iterations (ASL <c>ProcessorConfig.Mode</c>).</summary>
public enum ProcessorMode
{
    /// <summary>In the execution itself (ASL <c>INLINE</c>, the default).</summary>
    Inline,

    /// <summary>In child executions (ASL <c>DISTRIBUTED</c>).</summary>
    Distributed,
}
