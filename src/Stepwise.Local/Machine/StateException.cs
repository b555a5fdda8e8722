using System.Diagnostics.CodeAnalysis;

namespace Stepwise.Local.Machine;

/// <summary>A state fails.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "An error of a state has a name.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "None leaves an execution.")]
internal sealed class StateException : Exception
{
    /// <summary>A failure.</summary>
    /// <param name="error">The error's name; null where a Fail state or a token names none.</param>
    /// <param name="cause">The whole cause; null for none.</param>
    /// <param name="isCatchable">Whether a Retry or Catch may see it.</param>
    /// <param name="inner">What was behind it; null for nothing.</param>
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

    /// <summary>The failure of a state whose execution failed with one of <see cref="LocalErrors"/>: nothing may catch it there either.</summary>
    /// <param name="inner">How the execution ended that the state started.</param>
    /// <returns>The failure; null if the execution did not fail in that way.</returns>
    public static StateException? FromLocalError(ExecutionOutcome inner)
        => LocalErrors.Includes(inner.Error) ? new(inner.Error, inner.Cause, isCatchable: false, inner.Exception) : null;
}
