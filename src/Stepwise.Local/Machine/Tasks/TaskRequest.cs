using Stepwise.Json;
using Stepwise.Local.Machine;
using Stepwise.Local.Machine.Tasks;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local;

/// <summary>What a handler is asked to do: one attempt of a Task.</summary>
public sealed record TaskRequest
{
    private readonly JsonObject? _context;

    /// <summary>The state's name.</summary>
    public required string StateName { get; init; }

    /// <summary>What the state calls: ASL <c>Resource</c>, taken apart.</summary>
    public required TaskResource Resource { get; init; }

    /// <summary>The payload of a function, or the parameters of a service's action. For <c>lambda:invoke</c> it is the <c>Payload</c>.</summary>
    public required JsonValue Input { get; init; }

    /// <summary>The state's evaluated ASL <c>Parameters</c> or <c>Arguments</c>. It differs from <see cref="Input"/> for <c>lambda:invoke</c> only.</summary>
    public required JsonValue Parameters { get; init; }

    /// <summary>The function's name, without version or alias; null if the resource is not a function.</summary>
    public string? FunctionName { get; init; }

    /// <summary>How often the state has been retried, from 0; <c>State.RetryCount</c> of the context object.</summary>
    public int RetryCount { get; init; }

    /// <summary>The task token, of a <c>.waitForTaskToken</c> task or an activity; otherwise null.</summary>
    public string? TaskToken { get; init; }

    /// <summary>The execution that the task belongs to: a handler can stop it, or send the task's token back.</summary>
    public required LocalExecution Execution { get; init; }

    /// <summary>The context object at this attempt.</summary>
    public JsonObject Context
    {
        get => _context ?? Scope?.Context as JsonObject ?? JsonObject.Empty;
        init => _context = value;
    }

    /// <summary>Makes the context object when it is first read. It is null if the context object is given.</summary>
    internal EvaluationScope? Scope { get; init; }

    /// <summary>The evaluated ASL <c>Credentials</c>; null if the state has none.</summary>
    public JsonValue? Credentials { get; init; }

    /// <summary>The clock of the execution. A handler that takes time waits by it: <c>Task.Delay(delay, request.TimeProvider)</c>.</summary>
    public required TimeProvider TimeProvider { get; init; }
}
