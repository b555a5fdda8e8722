namespace Stepwise.Deployment.Plan;

/// <summary>How a trigger starts an execution.</summary>
/// <param name="ArnKey">The key of the ARN of the machine or of its alias.</param>
/// <param name="RoleKey">The key of the ARN of the role with which it does.</param>
/// <param name="Input">The constant input of each execution, or null.</param>
internal sealed record PlannedTarget(string ArnKey, string RoleKey, Template? Input)
{
    /// <summary>How old an event may become before it goes to the dead-letter queue, in seconds.</summary>
    public const int MaximumEventAgeSeconds = 3600;

    /// <summary>How often starting the execution is tried again.</summary>
    public const int MaximumRetryAttempts = 10;
}
