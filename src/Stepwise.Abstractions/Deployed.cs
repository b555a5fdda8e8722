namespace Stepwise;

/// <summary>Refers to a deployed resource in the body of a state. The definition gets a substitution such as <c>${OrdersTopicArn}</c>, which the deployment replaces: by an ARN, a name or a URL,
/// as the requests of the service take it. The compiler reads these calls; they are never executed.</summary>
/// <example><code>
/// [ServiceTask("dynamodb:getItem", ResultName = "stored", Next = nameof(Check))]
/// public static object Load(string id) => new { TableName = Deployed.Table("orders"), Key = new { pk = new { S = id } } };
/// </code></example>
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

    /// <summary>The name of a DynamoDB table: <c>orders</c> becomes <c>${OrdersTableName}</c>. Requests take it as <c>TableName</c>.</summary>
    /// <param name="name">The table's name, a constant.</param>
    /// <returns>Never returns.</returns>
    /// <exception cref="NotSupportedException">Always, because the call is not meant to be executed.</exception>
    public static string Table(string name) => throw Declaration(name);

    /// <summary>The name of an S3 bucket: <c>reports</c> becomes <c>${ReportsBucketName}</c>. Requests take it as <c>Bucket</c>.</summary>
    /// <param name="name">The bucket's name, a constant.</param>
    /// <returns>Never returns.</returns>
    /// <exception cref="NotSupportedException">Always, because the call is not meant to be executed.</exception>
    public static string Bucket(string name) => throw Declaration(name);

    /// <summary>The ARN of an EventBridge event bus: <c>orders</c> becomes <c>${OrdersEventBusArn}</c>. <c>EventBusName</c> of <c>events:putEvents</c> takes it, for a bus of another account too.</summary>
    /// <param name="name">The event bus's name, a constant.</param>
    /// <returns>Never returns.</returns>
    /// <exception cref="NotSupportedException">Always, because the call is not meant to be executed.</exception>
    public static string EventBus(string name) => throw Declaration(name);

    /// <summary>The ARN of a state machine: <c>shipment</c> becomes <c>${ShipmentStateMachineArn}</c>. Requests take it as <c>StateMachineArn</c>.</summary>
    /// <param name="name">The state machine's name, a constant.</param>
    /// <returns>Never returns.</returns>
    /// <exception cref="NotSupportedException">Always, because the call is not meant to be executed.</exception>
    public static string StateMachine(string name) => throw Declaration(name);

    /// <summary>The ARN of a Step Functions activity: <c>approval</c> becomes <c>${ApprovalActivityArn}</c>. Requests take it as <c>ActivityArn</c>.</summary>
    /// <param name="name">The activity's name, a constant.</param>
    /// <returns>Never returns.</returns>
    /// <exception cref="NotSupportedException">Always, because the call is not meant to be executed.</exception>
    public static string Activity(string name) => throw Declaration(name);

    /// <summary>The ARN of an ECS cluster: <c>workers</c> becomes <c>${WorkersClusterArn}</c>. Requests of ECS take it as <c>Cluster</c>. Other services name their clusters by a name or an id: use <see cref="Value(string)"/>.</summary>
    /// <param name="name">The cluster's name, a constant.</param>
    /// <returns>Never returns.</returns>
    /// <exception cref="NotSupportedException">Always, because the call is not meant to be executed.</exception>
    public static string Cluster(string name) => throw Declaration(name);

    /// <summary>The ARN of an ECS task definition, with its revision: <c>report</c> becomes <c>${ReportTaskDefinitionArn}</c>. Requests take it as <c>TaskDefinition</c>.</summary>
    /// <param name="name">The task definition's name, a constant.</param>
    /// <returns>Never returns.</returns>
    /// <exception cref="NotSupportedException">Always, because the call is not meant to be executed.</exception>
    public static string TaskDefinition(string name) => throw Declaration(name);

    /// <summary>The ARN of a Batch job queue: <c>nightly</c> becomes <c>${NightlyJobQueueArn}</c>. Requests take it as <c>JobQueue</c>.</summary>
    /// <param name="name">The job queue's name, a constant.</param>
    /// <returns>Never returns.</returns>
    /// <exception cref="NotSupportedException">Always, because the call is not meant to be executed.</exception>
    public static string JobQueue(string name) => throw Declaration(name);

    /// <summary>The ARN of an EventBridge connection: <c>payments</c> becomes <c>${PaymentsConnectionArn}</c>. Requests take it as <c>ConnectionArn</c>.</summary>
    /// <param name="name">The connection's name, a constant.</param>
    /// <returns>Never returns.</returns>
    /// <exception cref="NotSupportedException">Always, because the call is not meant to be executed.</exception>
    public static string Connection(string name) => throw Declaration(name);

    /// <summary>The ARN of a Secrets Manager secret: <c>api-key</c> becomes <c>${ApiKeySecretArn}</c>. Requests take it as <c>SecretId</c> or <c>SecretArn</c>.</summary>
    /// <param name="name">The secret's name, a constant.</param>
    /// <returns>Never returns.</returns>
    /// <exception cref="NotSupportedException">Always, because the call is not meant to be executed.</exception>
    public static string Secret(string name) => throw Declaration(name);

    /// <summary>The ARN of a KMS key: <c>orders</c> becomes <c>${OrdersKeyArn}</c>. Requests take it as <c>KeyId</c>.</summary>
    /// <param name="name">The name of the key's alias, without <c>alias/</c>, a constant. A key itself has no name.</param>
    /// <returns>Never returns.</returns>
    /// <exception cref="NotSupportedException">Always, because the call is not meant to be executed.</exception>
    public static string Key(string name) => throw Declaration(name);

    /// <summary>The ARN of an IAM role: <c>report-writer</c> becomes <c>${ReportWriterRoleArn}</c>. Requests take it as <c>RoleArn</c>.</summary>
    /// <param name="name">The role's name, a constant.</param>
    /// <returns>Never returns.</returns>
    /// <exception cref="NotSupportedException">Always, because the call is not meant to be executed.</exception>
    public static string Role(string name) => throw Declaration(name);

    /// <summary>Any other value that the deployment supplies: <c>SubnetId</c> becomes <c>${SubnetId}</c>. The Terraform module has a variable for it, and the templates have a parameter.
    /// <c>Region</c>, <c>AccountId</c> and <c>Partition</c> are those of the deployment and need neither. The deployment refuses a value with quotes, apostrophes, backslashes, braces or control characters.</summary>
    /// <param name="name">The key of the substitution, a constant of letters and digits. A key that ends with <c>Arn</c> is taken for an ARN.</param>
    /// <returns>Never returns.</returns>
    /// <exception cref="NotSupportedException">Always, because the call is not meant to be executed.</exception>
    public static string Value(string name) => throw Declaration(name);

    private static NotSupportedException Declaration(string name) =>
        new($"The resource '{name}' is known only when the definition is deployed. The compiler reads calls of {nameof(Deployed)}; they cannot be executed.");
}
