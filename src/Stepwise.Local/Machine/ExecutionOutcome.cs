using Stepwise.Json;

namespace Stepwise.Local.Machine;

/// <summary>The status and the result of an execution. The whole object is replaced when the execution ends, so that every thread reads status, output and error of one moment.</summary>
/// <param name="Status">The status.</param>
internal sealed record ExecutionOutcome(WorkflowStatus Status)
{
    /// <summary>The outcome of an execution that has not ended.</summary>
    public static ExecutionOutcome Running { get; } = new(WorkflowStatus.Running);

    /// <summary>The output; null unless the execution succeeded.</summary>
    public JsonValue? Output { get; init; }

    /// <summary>The name of the error, or null if the execution has no error name.</summary>
    public string? Error { get; init; }

    /// <summary>The cause of the error, or null if the execution has no cause.</summary>
    public string? Cause { get; init; }

    /// <summary>When the execution ended, on its clock; null while it runs.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>The .NET exception behind an error that is not the workflow's: what a listener threw, or a fault of the interpreter. Otherwise null.</summary>
    public Exception? Exception { get; init; }
}
