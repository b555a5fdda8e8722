using System.Diagnostics.CodeAnalysis;
using Stepwise.Local.Machine;

namespace Stepwise.Local;

/// <summary>An execution did not succeed though it was required to. The message tells its story; where a handler threw, its exception is the inner one.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It is about an execution.")]
public sealed class LocalExecutionException : Exception
{
    internal LocalExecutionException(string message, LocalExecution execution, Exception? inner)
        : base(message, inner)
        => Execution = execution;

    /// <summary>The execution.</summary>
    public LocalExecution Execution { get; }
}
