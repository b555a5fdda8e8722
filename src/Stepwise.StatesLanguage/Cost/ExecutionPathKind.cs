namespace Stepwise.StatesLanguage.Cost;

/// <summary>How an execution ends that takes a path.</summary>
public enum ExecutionPathKind
{
    /// <summary>With the main success.</summary>
    Main,

    /// <summary>With another success.</summary>
    EarlyEnd,

    /// <summary>With a failure.</summary>
    Failure,
}
