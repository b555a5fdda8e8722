using Stepwise.Json;
using Stepwise.Local.Testing;

namespace Stepwise.Local;

/// <summary>What tests ask of an execution.</summary>
public static class LocalExecutionExtensions
{
    /// <summary>Requires that an execution succeeded.</summary>
    /// <param name="execution">The execution.</param>
    /// <returns>The execution.</returns>
    /// <exception cref="LocalExecutionException">It failed, timed out, was stopped or still runs; the message says what happened.</exception>
    public static LocalExecution EnsureSucceeded(this LocalExecution execution)
    {
        ArgumentNullException.ThrowIfNull(execution);
        return execution.Status == WorkflowStatus.Succeeded ? execution : throw ExecutionReport.Of(execution, static _ => null).ToException();
    }

    /// <summary>Waits until an execution ends, and returns its output.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="cancellationToken">Ends the wait; the execution runs on.</param>
    /// <returns>The output.</returns>
    /// <exception cref="LocalExecutionException">It failed, timed out or was stopped; the message says what happened.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<JsonValue> GetResultAsync(this LocalExecution execution, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(execution);
        await execution.WaitAsync(cancellationToken).ConfigureAwait(false);
        return execution.EnsureSucceeded().Output!;
    }

    /// <summary>Says in a few lines what became of an execution: the path, and where it failed the state, its input, the error and the attempts.</summary>
    /// <param name="execution">The execution.</param>
    /// <returns>A few lines of text.</returns>
    public static string Describe(this LocalExecution execution)
    {
        ArgumentNullException.ThrowIfNull(execution);
        return ExecutionReport.Of(execution, static _ => null).Text;
    }

    /// <summary>The way of an execution through its machine, as far as it has come.</summary>
    /// <param name="execution">The execution.</param>
    /// <returns>The timeline.</returns>
    public static ExecutionTimeline GetTimeline(this LocalExecution execution) => ExecutionTimeline.From(execution);
}
