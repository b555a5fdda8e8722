using Stepwise;

namespace Workflows;

/// <summary>Names every kind of deployed resource.</summary>
[StateMachine("every-resource", TimeoutSeconds = 3_600)]
[Retry(MaxAttempts = 2), Catch(Next = nameof(Failed))]
[Schedule("nightly", "cron(0 2 * * ? *)", Input = """{ "orderId": "<aws.scheduler.execution-id>", "at": "<aws.scheduler.scheduled-time>" }""")]
public sealed partial class EveryResource
{
    [Start(Next = nameof(Check))]
    public static partial void Start(string orderId, DateTimeOffset? at);

    [LambdaTask("check-order", TimeoutSeconds = 30, Next = nameof(Store))]
    public static partial Task Check(string orderId);

    [ServiceTask("dynamodb:putItem", TimeoutSeconds = 30, Next = nameof(Read))]
    public static object Store(string orderId) => new { TableName = Deployed.Table("orders"), Item = new { pk = new { S = orderId } } };

    [ServiceTask("aws-sdk:s3:getObject", TimeoutSeconds = 30, Next = nameof(Tell))]
    public static object Read() => new { Bucket = Deployed.Bucket("reports"), Key = "today.csv" };

    [ServiceTask("events:putEvents", TimeoutSeconds = 30, Next = nameof(Queue))]
    public static object Tell(string orderId) =>
        new { Entries = new[] { new { EventBusName = Deployed.EventBus("orders"), Source = "shop", DetailType = "Placed", Detail = new { orderId } } } };

    [ServiceTask("sqs:sendMessage", TimeoutSeconds = 30, Next = nameof(Notify))]
    public static object Queue(string orderId) => new { QueueUrl = Deployed.Queue("parcels"), MessageBody = orderId };

    [ServiceTask("sns:publish", TimeoutSeconds = 30, Next = nameof(Ship))]
    public static object Notify(string orderId) => new { TopicArn = Deployed.Topic("placed"), Message = orderId };

    [ServiceTask("states:startExecution", Pattern = IntegrationPattern.RunJob, TimeoutSeconds = 30, Next = nameof(Poll))]
    public static object Ship(string orderId) => new { StateMachineArn = Deployed.StateMachine("shipment"), Input = new { orderId } };

    [ServiceTask("aws-sdk:sfn:getActivityTask", TimeoutSeconds = 90, Next = nameof(Report))]
    public static object Poll() => new { ActivityArn = Deployed.Activity("approval") };

    [ServiceTask("ecs:runTask", Pattern = IntegrationPattern.RunJob, TimeoutSeconds = 600, Next = nameof(Archive))]
    [Resource("${ReportRoleArn}")]
    public static object Report() => new
    {
        Cluster = Deployed.Cluster("workers"),
        TaskDefinition = Deployed.TaskDefinition("report"),
        NetworkConfiguration = new { AwsvpcConfiguration = new { Subnets = new[] { Deployed.Value("SubnetA"), Deployed.Value("SubnetB") } } },
    };

    [ServiceTask("batch:submitJob", TimeoutSeconds = 30, Next = nameof(Pay))]
    public static object Archive() => new { JobName = "archive", JobQueue = Deployed.JobQueue("nightly"), JobDefinition = "archive:3" };

    [ServiceTask("http:invoke", TimeoutSeconds = 30, Next = nameof(Open))]
    public static object Pay() =>
        new { ApiEndpoint = "https://pay.example.com/", Method = "POST", Authentication = new { ConnectionArn = Deployed.Connection("payments") } };

    [ServiceTask("aws-sdk:secretsmanager:getSecretValue", TimeoutSeconds = 30, Next = nameof(Encrypt))]
    public static object Open() => new { SecretId = Deployed.Secret("api-key") };

    [ServiceTask("aws-sdk:kms:encrypt", TimeoutSeconds = 30, Next = nameof(Create))]
    public static object Encrypt(string orderId) => new { KeyId = Deployed.Key("orders"), Plaintext = orderId };

    [ServiceTask("aws-sdk:sfn:createStateMachine", TimeoutSeconds = 30, End = true)]
    [Resource("arn:${Partition}:states:${Region}:${AccountId}:stateMachine:made")]
    public static object Create() => new
    {
        Name = "made",
        Definition = "{}",
        RoleArn = Deployed.Role("runner"),
        LoggingConfiguration = new { Destinations = new[] { $"arn:aws:logs:{Deployed.Value("Region")}:{Deployed.Value("AccountId")}:log-group:made:*" } },
    };

    [Fail("Failed")]
    public static string? Failed(WorkflowError error) => error.Cause;
}
