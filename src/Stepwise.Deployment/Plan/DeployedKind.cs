namespace Stepwise.Deployment.Plan;

/// <summary>A kind of resource that a workflow uses and its deployment does not create.</summary>
/// <param name="Word">The word for it in descriptions.</param>
/// <param name="Service">The service in its ARN.</param>
/// <param name="ArnBeforeName">The text between account and name in its ARN.</param>
/// <param name="NamePattern">The regular expression of its names.</param>
internal sealed record DeployedKind(string Word, string Service, string ArnBeforeName, string NamePattern)
{
    public static DeployedKind Function { get; } = new("function", "lambda", "function:", "[0-9A-Za-z_-]{1,64}");

    public static DeployedKind Topic { get; } = new("topic", "sns", "", "[0-9A-Za-z_-]{1,256}(?:\\.fifo)?");

    public static DeployedKind Queue { get; } = new("queue", "sqs", "", "[0-9A-Za-z_-]{1,80}(?:\\.fifo)?");
}
