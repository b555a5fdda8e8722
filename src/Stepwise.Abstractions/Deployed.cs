namespace Stepwise;

/// <summary>Refers to a deployed resource in the body of a state. The definition has a substitution there, which the deployment replaces.
/// The methods are read by the compiler and never called.</summary>
public static class Deployed
{
    /// <summary>The ARN of an SNS topic: <c>campaign-notifications</c> becomes <c>${CampaignNotificationsTopicArn}</c>.</summary>
    /// <param name="name">The topic's name, a constant.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static string Topic(string name) => throw Declaration(name);

    /// <summary>The URL of an SQS queue: <c>dial-tasks</c> becomes <c>${DialTasksQueueUrl}</c>.</summary>
    /// <param name="name">The queue's name, a constant.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static string Queue(string name) => throw Declaration(name);

    /// <summary>The ARN of a Lambda function: <c>validate-campaign</c> becomes <c>${ValidateCampaignFunctionArn}</c>.</summary>
    /// <param name="name">The function's name, a constant.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static string Function(string name) => throw Declaration(name);

    private static NotSupportedException Declaration(string name) =>
        new($"Deployed resource '{name}' is known only when the definition is deployed: Deployed is read by the compiler and never called.");
}
