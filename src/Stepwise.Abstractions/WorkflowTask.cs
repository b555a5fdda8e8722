using System.ComponentModel;
using System.Text.Json;

namespace Stepwise;

/// <summary>Creates instances of <see cref="WorkflowTask{TTasks}"/>. Generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WorkflowTask
{
    private static readonly ReadOnlyMemory<byte> _nothing = "null"u8.ToArray();

    /// <summary>Creates a task with a result.</summary>
    /// <typeparam name="TTasks">The interface of the Lambda tasks.</typeparam>
    /// <typeparam name="TPayload">The type of the payload.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="stateName">The state's name in the definition.</param>
    /// <param name="function">The function's name or ARN.</param>
    /// <param name="method">Calls the method of <typeparamref name="TTasks"/> that does the task's work.</param>
    /// <returns>The task.</returns>
    public static WorkflowTask<TTasks> Create<TTasks, TPayload, TResult>(string stateName, string function, Func<TTasks, TPayload, CancellationToken, Task<TResult>> method) =>
        new(stateName, function, async (tasks, payload, options, cancellationToken) =>
        {
            var work = method(tasks, Read<TPayload>(payload, options), cancellationToken) ?? throw NoTask(stateName);
            return Write(await work.ConfigureAwait(false), options);
        });

    /// <summary>Creates a task without a result.</summary>
    /// <typeparam name="TTasks">The interface of the Lambda tasks.</typeparam>
    /// <typeparam name="TPayload">The type of the payload.</typeparam>
    /// <param name="stateName">The state's name in the definition.</param>
    /// <param name="function">The function's name or ARN.</param>
    /// <param name="method">Calls the method of <typeparamref name="TTasks"/> that does the task's work.</param>
    /// <returns>The task.</returns>
    public static WorkflowTask<TTasks> Create<TTasks, TPayload>(string stateName, string function, Func<TTasks, TPayload, CancellationToken, Task> method) =>
        new(stateName, function, async (tasks, payload, options, cancellationToken) =>
        {
            var work = method(tasks, Read<TPayload>(payload, options), cancellationToken) ?? throw NoTask(stateName);
            await work.ConfigureAwait(false);
            return _nothing;
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
        new($"The method of {stateName} returned null instead of a task. Return Task.FromResult(...) or Task.CompletedTask instead.");
}
