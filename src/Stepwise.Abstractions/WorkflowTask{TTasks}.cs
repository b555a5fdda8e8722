using System.Text.Json;

namespace Stepwise;

/// <summary>A Lambda task of a workflow, with the method of <typeparamref name="TTasks"/> that does its work. It calls the method with the JSON that the function would receive. The generator creates one for each task.</summary>
/// <typeparam name="TTasks">The interface of the Lambda tasks.</typeparam>
public sealed class WorkflowTask<TTasks>
{
    private readonly Func<TTasks, ReadOnlyMemory<byte>, JsonSerializerOptions, CancellationToken, Task<ReadOnlyMemory<byte>>> _invoke;

    internal WorkflowTask(
        string stateName,
        string function,
        Func<TTasks, ReadOnlyMemory<byte>, JsonSerializerOptions, CancellationToken, Task<ReadOnlyMemory<byte>>> invoke)
    {
        StateName = stateName;
        Function = function;
        _invoke = invoke;
    }

    /// <summary>The state's name in the definition.</summary>
    public string StateName { get; }

    /// <summary>The function's name or ARN, as the attribute names it.</summary>
    public string Function { get; }

    /// <summary>Does the task's work: deserializes the payload, calls the method and serializes its result.</summary>
    /// <param name="tasks">The implementation whose method is called.</param>
    /// <param name="payload">The function's payload, UTF-8 JSON.</param>
    /// <param name="options">The options for payload and result, usually <see cref="WorkflowDescriptor{TInput, TOutput, TTasks}.SerializerOptions"/>.</param>
    /// <param name="cancellationToken">The token that is passed to the method.</param>
    /// <returns>The function's result, UTF-8 JSON; the JSON text <c>null</c> if the task has no result.</returns>
    /// <exception cref="JsonSerializerException">The payload does not fit the method's parameter, or the result cannot be serialized.</exception>
    /// <exception cref="InvalidOperationException">The method returned null instead of a task.</exception>
    public Task<ReadOnlyMemory<byte>> InvokeAsync(TTasks tasks, ReadOnlyMemory<byte> payload, JsonSerializerOptions options, CancellationToken cancellationToken = default) =>
        _invoke(tasks, payload, options, cancellationToken);
}
