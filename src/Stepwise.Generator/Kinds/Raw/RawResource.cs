using Stepwise.StatesLanguage;

namespace Stepwise.Generator.Kinds.Raw;

/// <summary>What the compiler knows of a Task from a <c>Resource</c> that the author wrote.</summary>
internal static class RawResource
{
    /// <summary>Whether the Task waits for a worker, for a job or for a task token.</summary>
    public static bool PassesTime(string resource) =>
        TaskResource.Parse(resource) is { Kind: TaskResourceKind.Activity } or { Pattern: not TaskPattern.RequestResponse };

    /// <summary>Whether the failure of the Task may have no cause. Functions, and services that take no task token, always give one.</summary>
    public static bool MayFailWithoutCause(string resource) => TaskResource.Parse(resource)
        is not ({ Kind: TaskResourceKind.Function } or { Kind: TaskResourceKind.Optimized or TaskResourceKind.Sdk, Pattern: not TaskPattern.WaitForTaskToken });
}
