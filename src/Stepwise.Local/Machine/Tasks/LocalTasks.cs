using Stepwise.Local.Machine.Tasks;

namespace Stepwise.Local;

/// <summary>The handlers that do the work of Tasks. For a Task, the handler of its state is called; without one that of its function or resource; without one that of <see cref="OnAnything"/>.</summary>
public sealed class LocalTasks
{
    private readonly Dictionary<string, TaskHandler> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskHandler> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskHandler> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskHandler> _jobStarts = new(StringComparer.Ordinal);

    /// <summary>Handles every task that nothing else does; null if there is no such handler.</summary>
    internal TaskHandler? Fallback { get; private set; }

    /// <summary>Handles one state, whatever it calls.</summary>
    /// <param name="stateName">The state.</param>
    /// <param name="handler">The handler.</param>
    /// <returns>The same object.</returns>
    public LocalTasks OnState(string stateName, TaskHandler handler)
    {
        _states[stateName] = handler;
        return this;
    }

    /// <summary>Handles a Lambda function, called by its ARN or through <c>lambda:invoke</c>. It returns what the function returns; for <c>lambda:invoke</c> the envelope is added.</summary>
    /// <param name="functionName">The function's name, without version or alias.</param>
    /// <param name="handler">The handler.</param>
    /// <returns>The same object.</returns>
    public LocalTasks OnFunction(string functionName, TaskHandler handler)
    {
        _functions[functionName] = handler;
        return this;
    }

    /// <summary>Handles an integration, an activity or any other resource.</summary>
    /// <param name="resource">The ARN as the definition has it, or an integration's short name such as <c>sns:publish</c>, <c>aws-sdk:s3:getObject</c>, which then stands for all its patterns.</param>
    /// <param name="handler">The handler. For <c>.sync</c> it returns the finished job; for <c>.waitForTaskToken</c> the response to the call, before the token comes back.</param>
    /// <returns>The same object.</returns>
    public LocalTasks OnResource(string resource, TaskHandler handler)
    {
        _resources[resource] = handler;
        return this;
    }

    /// <summary>Handles the two halves of a <c>.sync</c> task: the call that starts a job, and the job.</summary>
    /// <param name="resource">The ARN as the definition has it, or the integration's short name such as <c>glue:startJobRun</c>.</param>
    /// <param name="start">Returns the response to the call that starts the job, which the event <c>TaskSubmitted</c> shows. What it throws is the failure of the start.</param>
    /// <param name="job">Returns the finished job.</param>
    /// <returns>The same object.</returns>
    public LocalTasks OnJob(string resource, TaskHandler start, TaskHandler job)
    {
        _jobStarts[resource] = start;
        return OnResource(resource, job);
    }

    /// <summary>Handles every task that nothing else does.</summary>
    /// <param name="handler">The handler.</param>
    /// <returns>The same object.</returns>
    public LocalTasks OnAnything(TaskHandler handler)
    {
        Fallback = handler;
        return this;
    }

    /// <summary>Finds the handler of a task, other than the fallback.</summary>
    /// <param name="request">The task.</param>
    /// <param name="tasks">The handlers to search, in order; an element may be null.</param>
    /// <param name="isFunction">Whether the handler returns the result of a function.</param>
    /// <returns>The handler, or null if no handler was added for the task.</returns>
    internal static TaskHandler? Find(TaskRequest request, ReadOnlySpan<LocalTasks?> tasks, out bool isFunction)
    {
        isFunction = false;
        foreach (var handlers in tasks)
        {
            if (handlers?._states.GetValueOrDefault(request.StateName) is { } handler)
            {
                return handler;
            }
        }

        if (request.FunctionName is { } function)
        {
            isFunction = true;
            foreach (var handlers in tasks)
            {
                if (handlers?.FindFunction(function) is { } handler)
                {
                    return handler;
                }
            }

            isFunction = false;
        }

        foreach (var handlers in tasks)
        {
            if (Of(handlers?._resources, request) is { } handler)
            {
                return handler;
            }
        }

        return null;
    }

    /// <summary>The handler that starts the job of a task; null if only the job has a handler.</summary>
    internal static TaskHandler? FindStart(TaskRequest request, ReadOnlySpan<LocalTasks?> tasks)
    {
        foreach (var handlers in tasks)
        {
            if (Of(handlers?._jobStarts, request) is { } handler)
            {
                return handler;
            }
        }

        return null;
    }

    /// <summary>The registered handlers, for a message: <c>states 'A', 'B'; functions 'f'</c>.</summary>
    internal IEnumerable<string> Describe()
    {
        foreach (var (kind, names) in new[] { ("states", _states.Keys.ToArray()), ("functions", _functions.Keys.ToArray()), ("resources", _resources.Keys.ToArray()) })
        {
            if (names.Length > 0)
            {
                Array.Sort(names, StringComparer.Ordinal);
                yield return $"{kind} '{string.Join("', '", names)}'";
            }
        }
    }

    private static TaskHandler? Of(Dictionary<string, TaskHandler>? handlers, TaskRequest request)
        => handlers is not { Count: > 0 } ? null : handlers.GetValueOrDefault(request.Resource.Text) ?? handlers.GetValueOrDefault(request.Resource.Integration);

    private TaskHandler? FindFunction(string name)
    {
        if (_functions.TryGetValue(name, out var handler) || !FunctionName.IsSubstitution(name))
        {
            return handler;
        }

        foreach (var function in _functions)
        {
            if (FunctionName.IsSubstitutionOf(name, function.Key))
            {
                return function.Value;
            }
        }

        return null;
    }
}
