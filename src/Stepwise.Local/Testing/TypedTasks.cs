using System.Buffers;
using Stepwise.Json;

namespace Stepwise.Local.Testing;

/// <summary>Makes handlers of an implementation of <c>ITasks</c>.</summary>
internal static class TypedTasks
{
    /// <summary>Each task's state has its method. A function that another state calls, one that is written as ASL, is that of the first task that names it.</summary>
    public static LocalTasks Of<TInput, TOutput, TTasks>(WorkflowDescriptor<TInput, TOutput, TTasks> workflow, TTasks tasks)
    {
        var result = new LocalTasks();
        var functions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var task in workflow.Tasks)
        {
            ValueTask<JsonValue> Handler(TaskRequest request, CancellationToken cancellationToken) => InvokeAsync(workflow, task, tasks, request, cancellationToken);
            result.OnState(task.StateName, Handler);
            if (functions.Add(NameOf(task.Function)))
            {
                result.OnFunction(NameOf(task.Function), Handler);
            }
        }

        return result;
    }

    private static async ValueTask<JsonValue> InvokeAsync<TInput, TOutput, TTasks>(
        WorkflowDescriptor<TInput, TOutput, TTasks> workflow,
        WorkflowTask<TTasks> task,
        TTasks tasks,
        TaskRequest request,
        CancellationToken cancellationToken)
    {
        var payload = new ArrayBufferWriter<byte>();
        request.Input.WriteTo(payload);
        var result = await task.InvokeAsync(tasks, payload.WrittenMemory, workflow.SerializerOptions, cancellationToken).ConfigureAwait(false);
        return JsonValue.Parse(result.Span);
    }

    /// <summary>The name in a function's ARN, without version or alias; a name is itself.</summary>
    private static string NameOf(string function) => function.Split(':') is ["arn", _, "lambda", _, _, "function", var name, ..] ? name : function;
}
