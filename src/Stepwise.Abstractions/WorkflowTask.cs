using System.ComponentModel;
using System.Text.Json;

namespace Stepwise;

/// <summary>Makes <see cref="WorkflowTask{TTasks}"/>s. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WorkflowTask
{
    private static readonly ReadOnlyMemory<byte> Nothing = "null"u8.ToArray();

    /// <summary>A task with a result.</summary>
    /// <typeparam name="TTasks">The interface of the Lambda tasks.</typeparam>
    /// <typeparam name="TPayload">The payload.</typeparam>
    /// <typeparam name="TResult">The result.</typeparam>
    /// <param name="stateName">The state's name in the definition.</param>
    /// <param name="function">The function's name.</param>
    /// <param name="method">Calls the method.</param>
    /// <returns>The task.</returns>
    public static WorkflowTask<TTasks> Of<TTasks, TPayload, TResult>(string stateName, string function, Func<TTasks, TPayload, CancellationToken, Task<TResult>> method) =>
        new(stateName, function, async (tasks, payload, options, cancellationToken) =>
        {
            var work = method(tasks, Read<TPayload>(payload, options), cancellationToken) ?? throw NoTask(stateName);
            return Write(await work.ConfigureAwait(false), options);
        });

    /// <summary>A task without a result.</summary>
    /// <typeparam name="TTasks">The interface of the Lambda tasks.</typeparam>
    /// <typeparam name="TPayload">The payload.</typeparam>
    /// <param name="stateName">The state's name in the definition.</param>
    /// <param name="function">The function's name.</param>
    /// <param name="method">Calls the method.</param>
    /// <returns>The task.</returns>
    public static WorkflowTask<TTasks> Of<TTasks, TPayload>(string stateName, string function, Func<TTasks, TPayload, CancellationToken, Task> method) =>
        new(stateName, function, async (tasks, payload, options, cancellationToken) =>
        {
            var work = method(tasks, Read<TPayload>(payload, options), cancellationToken) ?? throw NoTask(stateName);
            await work.ConfigureAwait(false);
            return Nothing;
        });

    private static T Read<T>(ReadOnlyMemory<byte> payload, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(payload.Span, options)!;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new JsonSerializerException($"Error converting the Lambda event JSON payload to type {typeof(T).FullName}: {exception.Message}", exception);
        }
    }

    private static ReadOnlyMemory<byte> Write<T>(T result, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(result, options);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new JsonSerializerException($"Error converting the response object of type {typeof(T).FullName} from the Lambda function to JSON: {exception.Message}", exception);
        }
    }

    private static InvalidOperationException NoTask(string stateName) =>
        new($"The method of {stateName} returned null instead of a task. A fake that has no result to give returns Task.FromResult(...) or Task.CompletedTask.");
}
