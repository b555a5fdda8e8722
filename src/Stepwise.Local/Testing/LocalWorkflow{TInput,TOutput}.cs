using System.Text.Json;
using Stepwise.Json;
using Stepwise.Local.Testing;

namespace Stepwise.Local;

/// <summary>The state machine of a workflow that is written in C#. <see cref="LocalWorkflows.CreateStateMachine"/> makes it.</summary>
/// <typeparam name="TInput">The input.</typeparam>
/// <typeparam name="TOutput">The output.</typeparam>
public sealed class LocalWorkflow<TInput, TOutput>
{
    private readonly LocalStepFunctions _stepFunctions;
    private readonly JsonSerializerOptions _json;
    private readonly WorkflowSource _source;

    internal LocalWorkflow(LocalStepFunctions stepFunctions, LocalStateMachine stateMachine, JsonSerializerOptions json, WorkflowSource source)
    {
        _stepFunctions = stepFunctions;
        StateMachine = stateMachine;
        _json = json;
        _source = source;
    }

    /// <summary>The machine, without its types.</summary>
    public LocalStateMachine StateMachine { get; }

    /// <summary>Starts an execution.</summary>
    /// <param name="input">The input.</param>
    /// <param name="name">The execution's name; null for a new one.</param>
    /// <returns>The execution, which runs: await its <see cref="LocalExecution{TOutput}.Completion"/>.</returns>
    /// <exception cref="ArgumentException">An execution of this name exists, or the name is not valid.</exception>
    public LocalExecution<TOutput> StartExecution(TInput input, string? name = null)
        => Typed(_stepFunctions.StartExecution(StateMachine, Wire(input), name));

    /// <summary>Starts an execution and waits until it ends, however it ends.</summary>
    /// <param name="input">The input.</param>
    /// <param name="name">The execution's name; null for a new one.</param>
    /// <param name="cancellationToken">Stops the execution.</param>
    /// <returns>The ended execution.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled; the execution was stopped.</exception>
    public async Task<LocalExecution<TOutput>> RunAsync(TInput input, string? name = null, CancellationToken cancellationToken = default)
        => Typed(await _stepFunctions.RunAsync(StateMachine, Wire(input), name, cancellationToken).ConfigureAwait(false));

    private JsonValue Wire(TInput input) => JsonValue.Parse(JsonSerializer.SerializeToUtf8Bytes(input, _json));

    private LocalExecution<TOutput> Typed(LocalExecution execution) => new(execution, _json, _source);
}
