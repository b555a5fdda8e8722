using System.Diagnostics.CodeAnalysis;
using Stepwise.Json;
using Stepwise.Local.Machine;
using Stepwise.Local.Machine.Tasks;
using Stepwise.StatesLanguage;

namespace Stepwise.Local;

/// <summary>A state machine of a <see cref="LocalStepFunctions"/>: starts executions. It may be used from any thread.</summary>
public sealed class LocalStateMachine
{
    private readonly IExecutionHost _host;

    internal LocalStateMachine(IExecutionHost host, string name, string arn, StateMachine definition, WorkflowType type, string roleArn)
    {
        _host = host;
        Name = name;
        Arn = arn;
        Definition = definition;
        Type = type;
        RoleArn = roleArn;
    }

    /// <summary>The machine's name.</summary>
    public string Name { get; }

    /// <summary>The machine's ARN.</summary>
    public string Arn { get; }

    /// <summary>The definition, with the substitutions in place.</summary>
    public StateMachine Definition { get; }

    /// <summary>Standard or Express.</summary>
    public WorkflowType Type { get; }

    /// <summary>The ARN of the role in which the machine's executions run.</summary>
    public string RoleArn { get; }

    /// <summary>The definition's text, by which AWS tells whether two definitions are the same; null for the machine of a distributed Map or a tested state.</summary>
    internal string? DefinitionText { get; init; }

    /// <summary>The handlers of this machine, which are used if the options have no handler; null if the machine has none.</summary>
    internal MachineTasks? Tasks { get; init; }

    /// <summary>Starts an execution (<c>StartExecution</c>). Starting an execution of a Standard machine again under its name and with its input, while it runs, returns the execution that runs.</summary>
    /// <param name="input">The input.</param>
    /// <param name="name">The execution's name; null for a new one.</param>
    /// <returns>The execution, which runs: <see cref="LocalExecution.WaitAsync"/> waits for its end.</returns>
    /// <exception cref="ArgumentException">An execution of this name exists, the name is not valid, or the input has more than 256 KiB.</exception>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    public LocalExecution StartExecution(JsonValue input, string? name = null) => StartExecution(input, name, beforeStart: null);

    /// <summary>Starts an execution (<c>StartExecution</c>) with an input that is JSON text.</summary>
    /// <param name="inputJson">The input, such as <c>{"orderId":"A-1"}</c>.</param>
    /// <param name="name">The execution's name; null for a new one.</param>
    /// <returns>The execution, which runs.</returns>
    /// <exception cref="ArgumentException">The text is not JSON, an execution of this name exists, the name is not valid, or the input has more than 256 KiB.</exception>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    public LocalExecution StartExecution([StringSyntax(StringSyntaxAttribute.Json)] string inputJson, string? name = null) => StartExecution(Parse(inputJson), name);

    /// <summary>Starts an execution and waits until it ends, however it ends.</summary>
    /// <param name="input">The input.</param>
    /// <param name="name">The execution's name; null for a new one.</param>
    /// <param name="cancellationToken">Stops the execution.</param>
    /// <returns>The ended execution.</returns>
    /// <exception cref="ArgumentException">An execution of this name exists, the name is not valid, or the input has more than 256 KiB.</exception>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, and the execution was stopped or did not start. If the execution ends before it is stopped, it is returned.</exception>
    public async Task<LocalExecution> RunAsync(JsonValue input, string? name = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CancellationTokenRegistration registration = default;
        try
        {
            // A listener may cancel at the first event.
            var execution = StartExecution(input, name, StopWhenCancelled);
            await execution.WaitAsync(CancellationToken.None).ConfigureAwait(false);

            // An execution that ended before it could be stopped has its own outcome, although the token is cancelled.
            if (execution.Status == WorkflowStatus.Aborted)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            return execution;
        }
        finally
        {
            await registration.DisposeAsync().ConfigureAwait(false);
        }

        void StopWhenCancelled(Execution execution) => registration = cancellationToken.UnsafeRegister(static started => ((Execution)started!).RequestStop(null, null), execution);
    }

    /// <summary>Starts an execution with an input that is JSON text, and waits until it ends, however it ends.</summary>
    /// <param name="inputJson">The input, such as <c>{"orderId":"A-1"}</c>.</param>
    /// <param name="name">The execution's name; null for a new one.</param>
    /// <param name="cancellationToken">Stops the execution.</param>
    /// <returns>The ended execution.</returns>
    /// <exception cref="ArgumentException">The text is not JSON, an execution of this name exists, the name is not valid, or the input has more than 256 KiB.</exception>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, and the execution was stopped or did not start. If the execution ends before it is stopped, it is returned.</exception>
    public Task<LocalExecution> RunAsync([StringSyntax(StringSyntaxAttribute.Json)] string inputJson, string? name = null, CancellationToken cancellationToken = default)
        => RunAsync(Parse(inputJson), name, cancellationToken);

    private LocalExecution StartExecution(JsonValue input, string? name, Action<Execution>? beforeStart)
    {
        ArgumentNullException.ThrowIfNull(input);
        _host.ThrowIfDisposed();
        return _host.TryStartExecution(this, input, name, beforeStart, out var execution) is { } refusal
            ? throw new ArgumentException(refusal.Message, refusal.IsAboutInput ? nameof(input) : nameof(name))
            : execution!.Handle;
    }

    private static JsonValue Parse(string inputJson)
    {
        ArgumentNullException.ThrowIfNull(inputJson);
        return JsonValue.TryParse(inputJson, out var input, out var error) ? input : throw new ArgumentException($"The input is not JSON: {error.Message}", nameof(inputJson));
    }
}
