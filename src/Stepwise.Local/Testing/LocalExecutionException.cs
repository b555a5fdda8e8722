using System.Diagnostics.CodeAnalysis;
using Stepwise.Local.Machine;

namespace Stepwise.Local;

/// <summary>A test required that an execution succeeded, and it did not. The message says what happened. If a handler threw, its exception is the inner one.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It is about an execution.")]
public sealed class LocalExecutionException : Exception
{
    internal LocalExecutionException(string message, LocalExecution execution, Exception? inner)
        : base(message, inner)
        => Execution = execution;

    /// <summary>The execution.</summary>
    public LocalExecution Execution { get; }
}
