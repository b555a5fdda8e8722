using System.Diagnostics.CodeAnalysis;

namespace Stepwise.Local.Machine;

/// <summary>The failure of a state.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "An error of a state has a name.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "None leaves an execution.")]
internal sealed class StateException : Exception
{
    /// <summary>Makes a failure.</summary>
    /// <param name="error">The error's name, or null if a Fail state or a task token does not give a name.</param>
    /// <param name="cause">The whole cause; null for none.</param>
    /// <param name="isCatchable">Whether a Retry or Catch can match it.</param>
    /// <param name="inner">The exception that caused it, or null if no exception did.</param>
    public StateException(string? error, string? cause, bool isCatchable = true, Exception? inner = null)
        : base(cause ?? error, inner)
    {
        Error = error;
        Cause = cause;
        IsCatchable = isCatchable;
    }

    public string? Error { get; }

    public string? Cause { get; }

    public bool IsCatchable { get; }

    /// <summary>Makes the failure of a state from the end of the execution that it started, if that execution failed with one of <see cref="LocalErrors"/>. No Catch catches it.</summary>
    /// <param name="inner">The outcome of the execution that the state started.</param>
    /// <returns>The failure; null if the execution did not fail in that way.</returns>
    public static StateException? FromLocalError(ExecutionOutcome inner)
        => LocalErrors.Includes(inner.Error) ? new(inner.Error, inner.Cause, isCatchable: false, inner.Exception) : null;
}
