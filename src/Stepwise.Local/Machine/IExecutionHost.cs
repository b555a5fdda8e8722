using Stepwise.Json;
using Stepwise.Local.Machine.Tasks;
using Stepwise.Local.Timing;

namespace Stepwise.Local.Machine;

/// <summary>What executions need from the service that they run in.</summary>
internal interface IExecutionHost
{
    /// <summary>The loop that runs the executions.</summary>
    EventLoop Loop { get; }

    /// <summary>How executions run.</summary>
    LocalOptions Options { get; }

    /// <summary>The tokens of tasks that wait.</summary>
    TaskTokens Tokens { get; }

    /// <summary>The activities.</summary>
    Activities Activities { get; }

    /// <summary>Finds a state machine.</summary>
    /// <param name="arn">Its ARN, or that of one of its versions or aliases.</param>
    /// <returns>The machine, or null if no machine has this ARN.</returns>
    LocalStateMachine? FindStateMachine(string arn);

    /// <summary>Starts an execution, unless AWS would refuse it.</summary>
    /// <param name="machine">What to execute.</param>
    /// <param name="input">The input.</param>
    /// <param name="name">The execution's name; null for a new one.</param>
    /// <param name="beforeStart">Called with the execution before its first event, or with the execution that already runs under the name. Null: no callback.</param>
    /// <param name="execution">The execution, which runs; null if it is refused.</param>
    /// <returns>Why it is refused; null if it runs.</returns>
    StartRefusal? TryStartExecution(LocalStateMachine machine, JsonValue input, string? name, Action<Execution>? beforeStart, out Execution? execution);

    /// <summary>Registers an execution that starts to run.</summary>
    /// <param name="execution">The execution.</param>
    /// <exception cref="ObjectDisposedException">The service was disposed of. While it stops its executions, these may still start executions, which are stopped too.</exception>
    void Register(Execution execution);

    /// <summary>Removes an execution that has ended.</summary>
    /// <param name="execution">The execution.</param>
    void Unregister(Execution execution);

    /// <summary>Refuses calls from outside after the disposal.</summary>
    /// <exception cref="ObjectDisposedException">The service was disposed of.</exception>
    void ThrowIfDisposed();
}
