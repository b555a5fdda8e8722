namespace Stepwise.StatesLanguage.Cost;

/// <summary>How a path through a machine ends.</summary>
public enum ExecutionPathKind
{
    /// <summary>At the main success.</summary>
    Main,

    /// <summary>At another success.</summary>
    EarlyEnd,

    /// <summary>At a failure.</summary>
    Failure,
}
