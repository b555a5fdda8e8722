namespace Stepwise.Deployment.Terraform;

/// <summary>A kind of resource that exists beside the machine, and how a module finds one by its name.</summary>
/// <param name="Word">What a person calls it.</param>
/// <param name="Service">The service in its ARN.</param>
/// <param name="ArnBeforeName">What comes between account and name in its ARN.</param>
/// <param name="NamePattern">What a name of it is, as a regular expression.</param>
/// <param name="DataSource">The data source that looks one up.</param>
/// <param name="Key">The data source's argument for the name.</param>
internal sealed record DeployedKind(string Word, string Service, string ArnBeforeName, string NamePattern, string DataSource, string Key)
{
    public static DeployedKind Function { get; } = new("function", "lambda", "function:", "[0-9A-Za-z_-]{1,64}", "aws_lambda_function", "function_name");

    public static DeployedKind Topic { get; } = new("topic", "sns", "", "[0-9A-Za-z_-]{1,256}(?:\\.fifo)?", "aws_sns_topic", "name");

    public static DeployedKind Queue { get; } = new("queue", "sqs", "", "[0-9A-Za-z_-]{1,80}(?:\\.fifo)?", "aws_sqs_queue", "name");
}
