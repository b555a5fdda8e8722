using Stepwise.Local.Testing;

namespace Stepwise.Local;

/// <summary>Runs workflows that are written in C#, with their own types.</summary>
public static class LocalWorkflows
{
    /// <summary>Runs a workflow once, by itself, until it ends, however it ends.</summary>
    /// <typeparam name="TInput">The input.</typeparam>
    /// <typeparam name="TOutput">The output.</typeparam>
    /// <typeparam name="TTasks">The interface of the Lambda tasks.</typeparam>
    /// <param name="workflow">The workflow, such as <c>CampaignExecution.Workflow</c>.</param>
    /// <param name="tasks">Who does the work of the Lambda tasks: a fake, a mock or the real handlers.</param>
    /// <param name="input">The input.</param>
    /// <param name="options">How it runs, and who answers for other services; null for the defaults. Handlers of states in <see cref="LocalOptions.Tasks"/> go before <paramref name="tasks"/>.</param>
    /// <param name="cancellationToken">Stops the execution.</param>
    /// <returns>The ended execution.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled; the execution was stopped.</exception>
    public static async Task<LocalExecution<TOutput>> RunLocallyAsync<TInput, TOutput, TTasks>(
        this WorkflowDescriptor<TInput, TOutput, TTasks> workflow,
        TTasks tasks,
        TInput input,
        LocalOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        using var stepFunctions = new LocalStepFunctions(options);
        return await stepFunctions.CreateStateMachine(workflow, tasks).RunAsync(input, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the state machine of a workflow: to run it more than once, beside others, or where a test sends task tokens back.</summary>
    /// <typeparam name="TInput">The input.</typeparam>
    /// <typeparam name="TOutput">The output.</typeparam>
    /// <typeparam name="TTasks">The interface of the Lambda tasks.</typeparam>
    /// <param name="stepFunctions">Where it runs.</param>
    /// <param name="workflow">The workflow, such as <c>CampaignExecution.Workflow</c>.</param>
    /// <param name="tasks">Who does the work of the Lambda tasks: a fake, a mock or the real handlers.</param>
    /// <returns>The machine. If the same workflow has a machine with the same <paramref name="tasks"/> already, it is that machine.</returns>
    /// <exception cref="ArgumentException">Another machine has the workflow's name.</exception>
    /// <exception cref="ObjectDisposedException"><paramref name="stepFunctions"/> was disposed of.</exception>
    public static LocalWorkflow<TInput, TOutput> CreateStateMachine<TInput, TOutput, TTasks>(
        this LocalStepFunctions stepFunctions,
        WorkflowDescriptor<TInput, TOutput, TTasks> workflow,
        TTasks tasks)
    {
        ArgumentNullException.ThrowIfNull(stepFunctions);
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(tasks);
        var source = WorkflowSource.Of(workflow);
        var machine = stepFunctions.CreateStateMachine(workflow.Name, source.ReadDefinition(stepFunctions.Options), source.Type, new(tasks, TypedTasks.Of(workflow, tasks)));
        return new(stepFunctions, machine, workflow.SerializerOptions, source);
    }
}
