namespace Stepwise;

/// <summary>Refers to a deployed resource in the body of a state. The definition gets a substitution such as <c>${OrdersTopicArn}</c>, which the deployment replaces.
/// The compiler reads these calls; they are never executed.</summary>
public static class Deployed
{
    /// <summary>The ARN of an SNS topic: <c>campaign-notifications</c> becomes <c>${CampaignNotificationsTopicArn}</c>.</summary>
    /// <param name="name">The topic's name, a constant.</param>
    /// <returns>Never returns.</returns>
    /// <exception cref="NotSupportedException">Always, because the call is not meant to be executed.</exception>
    public static string Topic(string name) => throw Declaration(name);

    /// <summary>The URL of an SQS queue: <c>dial-tasks</c> becomes <c>${DialTasksQueueUrl}</c>.</summary>
    /// <param name="name">The queue's name, a constant.</param>
    /// <returns>Never returns.</returns>
    /// <exception cref="NotSupportedException">Always, because the call is not meant to be executed.</exception>
    public static string Queue(string name) => throw Declaration(name);

    /// <summary>The ARN of a Lambda function: <c>validate-campaign</c> becomes <c>${ValidateCampaignFunctionArn}</c>.</summary>
    /// <param name="name">The function's name, a constant.</param>
    /// <returns>Never returns.</returns>
    /// <exception cref="NotSupportedException">Always, because the call is not meant to be executed.</exception>
    public static string Function(string name) => throw Declaration(name);

    private static NotSupportedException Declaration(string name) =>
        new($"The resource '{name}' is known only when the definition is deployed. The compiler reads calls of {nameof(Deployed)}; they cannot be executed.");
}
