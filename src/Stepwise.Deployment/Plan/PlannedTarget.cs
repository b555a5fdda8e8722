namespace Stepwise.Deployment.Plan;

/// <summary>How a trigger starts an execution.</summary>
/// <param name="ArnKey">The key of the ARN of the machine or of its alias.</param>
/// <param name="RoleKey">The key of the ARN of the role with which the trigger starts it.</param>
/// <param name="Input">The constant input of each execution, or null.</param>
internal sealed record PlannedTarget(string ArnKey, string RoleKey, Template? Input)
{
    /// <summary>The age from which an event goes to the dead-letter queue, in seconds.</summary>
    public const int MaximumEventAgeSeconds = 3600;

    /// <summary>The greatest number of retries of the start.</summary>
    public const int MaximumRetryAttempts = 10;
}
