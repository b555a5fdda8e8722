namespace Stepwise.Differential.Graphs;

/// <summary>How a trace ends.</summary>
internal enum TraceEnd
{
    Succeeded,

    /// <summary>A Fail was entered, or nothing caught the error of a task.</summary>
    Failed,

    /// <summary>C# threw in a body. The execution fails in that state.</summary>
    Threw,

    /// <summary>From here on, the definition may do something else, as docs/expressions.md says.</summary>
    Unchecked,

    /// <summary>A value reached a parameter that cannot take it, which the compiler must not accept.</summary>
    Broken,

    /// <summary>The execution goes on for too long to be compared.</summary>
    Endless,
}
