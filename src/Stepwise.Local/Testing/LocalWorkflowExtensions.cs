using Stepwise.Local.Machine.Tasks;
using Stepwise.Local.Testing;

namespace Stepwise.Local;

/// <summary>Runs workflows that are written in C#, with their own types.</summary>
public static class LocalWorkflowExtensions
{
    /// <summary>Runs a workflow once, in an environment of its own, until it ends, however it ends.</summary>
    /// <typeparam name="TInput">The input.</typeparam>
    /// <typeparam name="TOutput">The output.</typeparam>
    /// <typeparam name="TTasks">The interface of the Lambda tasks.</typeparam>
    /// <param name="workflow">The workflow, such as <c>CampaignExecution.Workflow</c>.</param>
    /// <param name="tasks">The object that does the work of the Lambda tasks: a fake, a mock or the real handlers.</param>
    /// <param name="input">The input.</param>
    /// <param name="options">How it runs, and the handlers of other services; null for the defaults. Handlers of states in <see cref="LocalOptions.Tasks"/> go before <paramref name="tasks"/>.</param>
    /// <param name="cancellationToken">Stops the execution.</param>
    /// <returns>The ended execution.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled, and the execution was stopped or did not start. If the execution ends before it is stopped, it is returned.</exception>
    public static async Task<LocalExecution<TOutput>> RunLocallyAsync<TInput, TOutput, TTasks>(
        this WorkflowDescriptor<TInput, TOutput, TTasks> workflow,
        TTasks tasks,
        TInput input,
        LocalOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var stepFunctions = new LocalStepFunctions(options);
        await using (stepFunctions.ConfigureAwait(false))
        {
            return await stepFunctions.RunAsync(workflow, tasks, input, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes the state machine of a workflow: to run it more than once, beside others, or where a test sends task tokens back.</summary>
    /// <typeparam name="TInput">The input.</typeparam>
    /// <typeparam name="TOutput">The output.</typeparam>
    /// <typeparam name="TTasks">The interface of the Lambda tasks.</typeparam>
    /// <param name="stepFunctions">The environment.</param>
    /// <param name="workflow">The workflow, such as <c>CampaignExecution.Workflow</c>.</param>
    /// <param name="tasks">The object that does the work of the Lambda tasks: a fake, a mock or the real handlers.</param>
    /// <param name="name">The state machine's name, such as <c>order-eu</c> where one environment has the workflow twice with different tasks. The default is null: the workflow's name.</param>
    /// <returns>The machine. If the workflow already has a machine of that name with the same <paramref name="tasks"/>, it is that machine.</returns>
    /// <exception cref="ArgumentException">The name is not valid, or another machine has it.</exception>
    /// <exception cref="ObjectDisposedException"><paramref name="stepFunctions"/> was disposed of.</exception>
    public static LocalStateMachine<TInput, TOutput> CreateStateMachine<TInput, TOutput, TTasks>(
        this LocalStepFunctions stepFunctions,
        WorkflowDescriptor<TInput, TOutput, TTasks> workflow,
        TTasks tasks,
        string? name = null)
    {
        ArgumentNullException.ThrowIfNull(stepFunctions);
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(tasks);
        stepFunctions.ThrowIfDisposed();
        var source = WorkflowSource.Of(workflow);
        var machine = stepFunctions.CreateStateMachine(name ?? workflow.Name, source.ReadDefinition(stepFunctions.Options), source.Type, new MachineTasks(tasks, TypedTasks.Of(workflow, tasks)));
        return new(machine, workflow.SerializerOptions, source);
    }

    /// <summary>Runs a workflow in an environment that it shares with others, until it ends, however it ends.</summary>
    /// <typeparam name="TInput">The input.</typeparam>
    /// <typeparam name="TOutput">The output.</typeparam>
    /// <typeparam name="TTasks">The interface of the Lambda tasks.</typeparam>
    /// <param name="stepFunctions">The environment.</param>
    /// <param name="workflow">The workflow, such as <c>CampaignExecution.Workflow</c>.</param>
    /// <param name="tasks">The object that does the work of the Lambda tasks: the same one at each run in one environment.</param>
    /// <param name="input">The input.</param>
    /// <param name="name">The execution's name; null for a new one.</param>
    /// <param name="cancellationToken">Stops the execution.</param>
    /// <returns>The ended execution.</returns>
    /// <exception cref="ArgumentException">Another machine has the workflow's name, or the workflow has a machine with other tasks; an execution of this name exists, or the name is not valid.</exception>
    /// <exception cref="ObjectDisposedException"><paramref name="stepFunctions"/> was disposed of.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, and the execution was stopped or did not start. If the execution ends before it is stopped, it is returned.</exception>
    public static Task<LocalExecution<TOutput>> RunAsync<TInput, TOutput, TTasks>(
        this LocalStepFunctions stepFunctions,
        WorkflowDescriptor<TInput, TOutput, TTasks> workflow,
        TTasks tasks,
        TInput input,
        string? name = null,
        CancellationToken cancellationToken = default)
        => stepFunctions.CreateStateMachine(workflow, tasks).RunAsync(input, name, cancellationToken);
}
