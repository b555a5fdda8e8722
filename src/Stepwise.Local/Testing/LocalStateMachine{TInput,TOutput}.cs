using System.Text.Json;
using Stepwise.Json;
using Stepwise.Local.Testing;

namespace Stepwise.Local;

/// <summary>The state machine of a workflow that is written in C#: starts executions with its types. <see cref="LocalWorkflowExtensions.CreateStateMachine"/> makes it.</summary>
/// <typeparam name="TInput">The input.</typeparam>
/// <typeparam name="TOutput">The output.</typeparam>
public sealed class LocalStateMachine<TInput, TOutput>
{
    private readonly JsonSerializerOptions _json;
    private readonly WorkflowSource _source;

    internal LocalStateMachine(LocalStateMachine stateMachine, JsonSerializerOptions json, WorkflowSource source)
    {
        StateMachine = stateMachine;
        _json = json;
        _source = source;
    }

    /// <summary>The machine, without its types.</summary>
    public LocalStateMachine StateMachine { get; }

    /// <summary>Starts an execution (<c>StartExecution</c>).</summary>
    /// <param name="input">The input.</param>
    /// <param name="name">The execution's name; null for a new one.</param>
    /// <returns>The execution, which runs: <see cref="LocalExecution{TOutput}.GetResultAsync"/> waits for its output.</returns>
    /// <exception cref="ArgumentException">An execution of this name exists, the name is not valid, or the input has more than 256 KiB.</exception>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    public LocalExecution<TOutput> StartExecution(TInput input, string? name = null) => Typed(StateMachine.StartExecution(Wire(input), name));

    /// <summary>Starts an execution and waits until it ends, however it ends.</summary>
    /// <param name="input">The input.</param>
    /// <param name="name">The execution's name; null for a new one.</param>
    /// <param name="cancellationToken">Stops the execution.</param>
    /// <returns>The ended execution.</returns>
    /// <exception cref="ArgumentException">An execution of this name exists, the name is not valid, or the input has more than 256 KiB.</exception>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, and the execution was stopped or did not start. If the execution ends before it is stopped, it is returned.</exception>
    public async Task<LocalExecution<TOutput>> RunAsync(TInput input, string? name = null, CancellationToken cancellationToken = default)
        => Typed(await StateMachine.RunAsync(Wire(input), name, cancellationToken).ConfigureAwait(false));

    private JsonValue Wire(TInput input) => JsonValue.Parse(JsonSerializer.SerializeToUtf8Bytes(input, _json));

    private LocalExecution<TOutput> Typed(LocalExecution execution) => new(execution, _json, _source);
}
