using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>A kind of resource of a Task. It does the work, and adds the events of the resource to the history.</summary>
internal abstract class TaskIntegration(TaskResource resource)
{
    public TaskResource Resource => resource;

    /// <summary>Whether the context object has a task token.</summary>
    public bool HasContextToken => resource.Pattern != TaskPattern.RequestResponse;

    /// <summary>Whether an attempt can be answered with a token.</summary>
    public virtual bool HasToken => HasContextToken;

    /// <summary>The subject of the message about a result that is too large.</summary>
    public abstract string ResultSource { get; }

    /// <summary>Finds the integration of a resource.</summary>
    /// <param name="resource">The resource. A text that is not an ARN is a substitution that was not replaced. It stands for a function, unless its name is that of an activity.</param>
    /// <returns>The integration.</returns>
    public static TaskIntegration Of(TaskResource resource) => resource.Kind switch
    {
        TaskResourceKind.Optimized when resource.Integration == "lambda:invoke" => new LambdaInvokeIntegration(resource),
        TaskResourceKind.Optimized when resource.Integration == "states:startExecution" => new StartExecutionIntegration(resource),
        TaskResourceKind.Sdk when resource.Service == "sfn" => new StepFunctionsIntegration(resource),
        TaskResourceKind.Optimized or TaskResourceKind.Sdk => new ServiceCallIntegration(resource),
        TaskResourceKind.Activity => new ActivityIntegration(resource),
        TaskResourceKind.Function => new FunctionIntegration(resource),
        _ when IsActivityName(resource.Text) => new ActivityIntegration(resource),
        _ => new FunctionIntegration(resource),
    };

    /// <summary>Returns the function that a task calls, or null if it does not call a function.</summary>
    public virtual string? FunctionOf(JsonValue parameters) => null;

    /// <summary>The input of the handler.</summary>
    public virtual JsonValue InputOf(JsonValue parameters) => parameters;

    /// <summary>Whether the integration does the work itself if no handler is registered.</summary>
    public virtual bool IsNative(IExecutionHost host, JsonValue parameters) => false;

    public abstract void NoteScheduled(TaskAttempt attempt);

    public abstract void NoteSucceeded(TaskAttempt attempt, JsonValue result);

    public abstract void NoteFailed(TaskAttempt attempt, string? error, string? cause);

    public abstract void NoteTimedOut(TaskAttempt attempt, string? cause);

    /// <summary>Does the work, and adds the events between <see cref="NoteScheduled"/> and the end.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <returns>The result.</returns>
    /// <exception cref="TaskFailedException">The work fails.</exception>
    /// <exception cref="OperationCanceledException">The attempt is over.</exception>
    public abstract ValueTask<JsonValue> WorkAsync(TaskAttempt attempt);

    private static bool IsActivityName(string text)
        => text.TrimEnd('}').Replace("_", "", StringComparison.Ordinal).EndsWith("ActivityArn", StringComparison.OrdinalIgnoreCase);
}
