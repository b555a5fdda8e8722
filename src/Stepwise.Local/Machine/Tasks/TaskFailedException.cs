using System.Diagnostics.CodeAnalysis;

namespace Stepwise.Local;

/// <summary>Fails a task with an error name and a cause: what a handler throws to stand for a service's error, such as <c>SNS.NotFoundException</c>.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "An error of a task has a name.")]
public sealed class TaskFailedException : Exception
{
    /// <summary>An error of a task.</summary>
    /// <param name="error">The error's name, as a Retry or Catch sees it; null for none, as a task token can be sent back without.</param>
    /// <param name="cause">The cause; null for none.</param>
    public TaskFailedException(string? error, string? cause = null)
        : base(cause ?? error)
    {
        Error = error;
        Cause = cause;
    }

    /// <summary>The error's name; null for none.</summary>
    public string? Error { get; }

    /// <summary>The cause; null for none.</summary>
    public string? Cause { get; }
}
