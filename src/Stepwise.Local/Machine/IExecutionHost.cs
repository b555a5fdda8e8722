using Stepwise.Json;
using Stepwise.Local.Machine.Tasks;
using Stepwise.Local.Timing;

namespace Stepwise.Local.Machine;

/// <summary>What executions need of the service that they run in.</summary>
internal interface IExecutionHost
{
    /// <summary>The loop on which everything happens.</summary>
    EventLoop Loop { get; }

    /// <summary>How executions run.</summary>
    LocalOptions Options { get; }

    /// <summary>The tokens of tasks that wait.</summary>
    TaskTokens Tokens { get; }

    /// <summary>The activities.</summary>
    Activities Activities { get; }

    /// <summary>Looks a state machine up.</summary>
    /// <param name="arn">Its ARN, or that of one of its versions or aliases.</param>
    /// <returns>The machine; null if there is none.</returns>
    LocalStateMachine? FindStateMachine(string arn);

    /// <summary>Starts an execution, unless AWS would refuse it.</summary>
    /// <param name="machine">What to execute.</param>
    /// <param name="input">The input.</param>
    /// <param name="name">The execution's name; null for a new one.</param>
    /// <param name="execution">The execution, which runs; null if it is refused.</param>
    /// <returns>Why it is refused; null if it runs.</returns>
    StartRefusal? TryStartExecution(LocalStateMachine machine, JsonValue input, string? name, out Execution? execution);

    /// <summary>An execution starts to run.</summary>
    /// <param name="execution">The execution.</param>
    /// <exception cref="ObjectDisposedException">Nothing runs any more. While what runs is being stopped, it may still start executions of its own, which are stopped with it.</exception>
    void Register(Execution execution);

    /// <summary>An execution has ended.</summary>
    /// <param name="execution">The execution.</param>
    void Unregister(Execution execution);

    /// <summary>Refuses calls from outside after the disposal.</summary>
    /// <exception cref="ObjectDisposedException">The service was disposed of.</exception>
    void ThrowIfDisposed();
}
