using System.Text.Json;
using Stepwise.Local.Machine;
using Stepwise.Local.Testing;

namespace Stepwise.Local;

/// <summary>The handle of an execution of a workflow that is written in C#, running or ended. <see cref="ToString"/> says in a few lines what became of it, and why.</summary>
/// <typeparam name="TOutput">The output.</typeparam>
public sealed class LocalExecution<TOutput>
{
    private readonly JsonSerializerOptions _json;
    private readonly WorkflowSource _source;

    internal LocalExecution(LocalExecution execution, JsonSerializerOptions json, WorkflowSource source)
    {
        Execution = execution;
        _json = json;
        _source = source;
    }

    /// <summary>The execution, without its types: its name and ARN, its tokens, its map runs.</summary>
    public LocalExecution Execution { get; }

    /// <summary>The status.</summary>
    public WorkflowStatus Status => Execution.Status;

    /// <summary>The error's name; null unless the execution failed with one.</summary>
    public string? Error => Execution.Error;

    /// <summary>The error's cause; null unless the execution failed with one.</summary>
    public string? Cause => Execution.Cause;

    /// <summary>The names of the states that the execution has entered so far, in order. A state that is retried appears once.</summary>
    public IReadOnlyList<string> States => Execution.States;

    /// <summary>The history so far, as AWS keeps it.</summary>
    public IReadOnlyList<HistoryEvent> Events => Execution.Events;

    /// <summary>How long the execution took, on its clock; while it runs, so far.</summary>
    public TimeSpan Elapsed => Execution.Elapsed;

    /// <summary>How many transitions AWS bills.</summary>
    public int Transitions => Execution.Transitions;

    /// <summary>Deserializes the output, by the names that the workflow has on the wire.</summary>
    /// <returns>The output.</returns>
    /// <exception cref="LocalExecutionException">The execution did not succeed, or its output is not a <typeparamref name="TOutput"/>; the message says what happened.</exception>
    public TOutput GetOutput()
    {
        EnsureSucceeded();
        try
        {
            return JsonSerializer.Deserialize<TOutput>(Execution.Output!.ToJson(), _json)!;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new LocalExecutionException($"The output is not a {typeof(TOutput)}: {exception.Message}\n{this}", Execution, exception);
        }
    }

    /// <summary>Requires that the execution succeeded.</summary>
    /// <returns>The execution.</returns>
    /// <exception cref="LocalExecutionException">It failed, timed out, was stopped or still runs; the message says what happened.</exception>
    public LocalExecution<TOutput> EnsureSucceeded()
    {
        if (Status != WorkflowStatus.Succeeded)
        {
            throw ExecutionReport.Of(Execution, _source.PlaceOf).ToException();
        }

        return this;
    }

    /// <summary>Waits until the execution ends, however it ends.</summary>
    /// <param name="cancellationToken">Ends the wait; the execution runs on.</param>
    /// <returns>The execution.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<LocalExecution<TOutput>> WaitAsync(CancellationToken cancellationToken = default)
    {
        await Execution.WaitAsync(cancellationToken).ConfigureAwait(false);
        return this;
    }

    /// <summary>Waits until the execution ends, and returns its output.</summary>
    /// <param name="cancellationToken">Ends the wait; the execution runs on.</param>
    /// <returns>The output.</returns>
    /// <exception cref="LocalExecutionException">The execution did not succeed, or its output is not a <typeparamref name="TOutput"/>; the message says what happened.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<TOutput> GetResultAsync(CancellationToken cancellationToken = default)
    {
        await Execution.WaitAsync(cancellationToken).ConfigureAwait(false);
        return GetOutput();
    }

    /// <summary>Stops the execution (<c>StopExecution</c>), and waits until it has ended. An execution that has ended stays as it is.</summary>
    /// <param name="error">The error's name for the history; null for none.</param>
    /// <param name="cause">The cause for the history; null for none.</param>
    /// <param name="cancellationToken">Ends the wait; the execution is stopped all the same.</param>
    /// <returns>The execution.</returns>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<LocalExecution<TOutput>> StopAsync(string? error = null, string? cause = null, CancellationToken cancellationToken = default)
    {
        await Execution.StopAsync(error, cause, cancellationToken).ConfigureAwait(false);
        return this;
    }

    /// <summary>Runs an execution that did not succeed again from where it failed (<c>RedriveExecution</c>), and waits until it ends, however it ends.</summary>
    /// <param name="cancellationToken">Ends the wait; the execution runs on.</param>
    /// <returns>The execution.</returns>
    /// <exception cref="InvalidOperationException">The execution cannot be redriven; the message says why.</exception>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<LocalExecution<TOutput>> RedriveAsync(CancellationToken cancellationToken = default)
    {
        await Execution.RedriveAsync(cancellationToken).ConfigureAwait(false);
        return this;
    }

    /// <summary>What became of the execution: the path, and where it failed the state with its place in the C#, its input, the error and the attempts.</summary>
    /// <returns>A few lines of text.</returns>
    public override string ToString() => ExecutionReport.Of(Execution, _source.PlaceOf).Text;
}
