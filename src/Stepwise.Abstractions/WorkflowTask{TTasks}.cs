using System.Text.Json;

namespace Stepwise;

/// <summary>A Lambda task of a workflow, and the method that does its work: what calls a function's handler with the JSON that the function would get. The generator makes one for each task.</summary>
/// <typeparam name="TTasks">The interface of the Lambda tasks.</typeparam>
public sealed class WorkflowTask<TTasks>
{
    private readonly Func<TTasks, ReadOnlyMemory<byte>, JsonSerializerOptions, CancellationToken, Task<ReadOnlyMemory<byte>>> invoke;

    internal WorkflowTask(
        string stateName,
        string function,
        Func<TTasks, ReadOnlyMemory<byte>, JsonSerializerOptions, CancellationToken, Task<ReadOnlyMemory<byte>>> invoke)
    {
        StateName = stateName;
        Function = function;
        this.invoke = invoke;
    }

    /// <summary>The state's name in the definition.</summary>
    public string StateName { get; }

    /// <summary>The function's name or ARN, as the attribute names it.</summary>
    public string Function { get; }

    /// <summary>Does the task's work.</summary>
    /// <param name="tasks">Who does it.</param>
    /// <param name="payload">What the function is called with, UTF-8 JSON.</param>
    /// <param name="options">How payload and result are written on the wire: <see cref="WorkflowDescriptor{TInput, TOutput, TTasks}.SerializerOptions"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What the function returns, UTF-8 JSON; <c>null</c> where the task returns nothing.</returns>
    /// <exception cref="JsonSerializerException">The payload is no value of the method's parameter, or the result cannot be written.</exception>
    public Task<ReadOnlyMemory<byte>> InvokeAsync(TTasks tasks, ReadOnlyMemory<byte> payload, JsonSerializerOptions options, CancellationToken cancellationToken = default) =>
        invoke(tasks, payload, options, cancellationToken);
}
