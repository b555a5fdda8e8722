namespace Stepwise.Local;

/// <summary>Who does the work of Tasks: handlers by function, by resource, by state. The most particular one is asked: by state, then by function or resource, then the fallback.</summary>
public sealed class LocalTasks
{
    private readonly Dictionary<string, TaskHandler> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskHandler> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskHandler> _resources = new(StringComparer.Ordinal);
    private TaskHandler? _fallback;

    /// <summary>Handles one state, whatever it calls.</summary>
    /// <param name="stateName">The state.</param>
    /// <param name="handler">The handler.</param>
    /// <returns>The same object.</returns>
    public LocalTasks OnState(string stateName, TaskHandler handler)
    {
        _states[stateName] = handler;
        return this;
    }

    /// <summary>Handles a Lambda function, called by its ARN or through <c>lambda:invoke</c>. It returns what the function returns: the envelope is put around it where there is one.</summary>
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

    /// <summary>Handles every task that nothing else does.</summary>
    /// <param name="handler">The handler.</param>
    /// <returns>The same object.</returns>
    public LocalTasks OnAnything(TaskHandler handler)
    {
        _fallback = handler;
        return this;
    }

    /// <summary>The handler of a task; null where there is none.</summary>
    internal TaskHandler? Find(TaskRequest request)
        => _states.GetValueOrDefault(request.StateName)
            ?? (request.FunctionName is { } function ? _functions.GetValueOrDefault(function) : null)
            ?? _resources.GetValueOrDefault(request.Resource.Text)
            ?? _resources.GetValueOrDefault(request.Resource.Integration)
            ?? _fallback;
}
