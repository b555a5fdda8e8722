namespace Stepwise.Local;

/// <summary>How the visit of a state ended.</summary>
public enum VisitFate
{
    /// <summary>The state was not left: its machine ended in it, or it is under way.</summary>
    NotLeft,

    /// <summary>The state was left, perhaps after attempts that failed.</summary>
    Left,

    /// <summary>The state's failure was caught.</summary>
    Caught,

    /// <summary>Something else failed while the state was under way.</summary>
    Aborted,
}
