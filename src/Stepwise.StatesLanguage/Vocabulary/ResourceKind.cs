namespace Stepwise.StatesLanguage.Vocabulary;

/// <summary>
/// A kind of resource that a body names with a method of <c>Deployed</c>, such as <c>Deployed.Table("orders")</c>. The definition has a substitution for it, such as <c>${OrdersTableName}</c>,
/// and the deployment supplies the value.
/// </summary>
/// <param name="Method">The method of <c>Deployed</c>.</param>
/// <param name="Ending">The end of the substitution's key. It says what the value is: it ends with <c>Arn</c>, <c>Name</c> or <c>Url</c>.</param>
/// <param name="Word">The word for the resource in descriptions.</param>
/// <param name="Title">The name of the resource in documents, with its service.</param>
/// <param name="ListName">The member of the manifest that lists the resources of this kind.</param>
/// <param name="Service">The service in its ARN.</param>
/// <param name="ArnBeforeName">The text between account and name in its ARN.</param>
/// <param name="NamePattern">The regular expression of its names.</param>
internal sealed record ResourceKind(
    string Method,
    string Ending,
    string Word,
    string Title,
    string ListName,
    string Service,
    string ArnBeforeName,
    string NamePattern)
{
    private const string TextPattern = "[0-9A-Za-z_-]{1,";

    public static ResourceKind Function { get; } = new("Function", "FunctionArn", "function", "Lambda function", "functions", "lambda", "function:", TextPattern + "64}");

    public static ResourceKind Topic { get; } = new("Topic", "TopicArn", "topic", "SNS topic", "topics", "sns", "", TextPattern + "256}(?:\\.fifo)?");

    public static ResourceKind Queue { get; } = new("Queue", "QueueUrl", "queue", "SQS queue", "queues", "sqs", "", TextPattern + "80}(?:\\.fifo)?");

    public static ResourceKind Table { get; } = new("Table", "TableName", "table", "DynamoDB table", "tables", "dynamodb", "table/", "[0-9A-Za-z_.-]{3,255}");

    public static ResourceKind Bucket { get; } = new("Bucket", "BucketName", "bucket", "S3 bucket", "buckets", "s3", "", "[0-9a-z][0-9a-z.-]{1,61}[0-9a-z]")
    {
        Scope = ArnScope.Global,
    };

    public static ResourceKind EventBus { get; } = new("EventBus", "EventBusArn", "event bus", "EventBridge event bus", "eventBuses", "events", "event-bus/", "[0-9A-Za-z/_.-]{1,256}");

    public static ResourceKind StateMachine { get; } = new("StateMachine", "StateMachineArn", "state machine", "Step Functions state machine", "stateMachines", "states", "stateMachine:", TextPattern + "80}");

    public static ResourceKind Activity { get; } = new("Activity", "ActivityArn", "activity", "Step Functions activity", "activities", "states", "activity:", TextPattern + "80}");

    public static ResourceKind Cluster { get; } = new("Cluster", "ClusterArn", "cluster", "ECS cluster", "clusters", "ecs", "cluster/", TextPattern + "255}");

    public static ResourceKind TaskDefinition { get; } = new("TaskDefinition", "TaskDefinitionArn", "task definition", "ECS task definition", "taskDefinitions", "ecs", "task-definition/", TextPattern + "255}(?::[0-9]+)?")
    {
        NeedsLookUp = true,
    };

    public static ResourceKind JobQueue { get; } = new("JobQueue", "JobQueueArn", "job queue", "Batch job queue", "jobQueues", "batch", "job-queue/", TextPattern + "128}");

    public static ResourceKind Connection { get; } = new("Connection", "ConnectionArn", "connection", "EventBridge connection", "connections", "events", "connection/", "[0-9A-Za-z_.-]{1,64}")
    {
        NeedsLookUp = true,
    };

    public static ResourceKind Secret { get; } = new("Secret", "SecretArn", "secret", "Secrets Manager secret", "secrets", "secretsmanager", "secret:", "[0-9A-Za-z/_+=.@-]{1,512}")
    {
        NeedsLookUp = true,
    };

    public static ResourceKind Key { get; } = new("Key", "KeyArn", "key", "KMS key", "keys", "kms", "key/", "[0-9A-Za-z/_-]{1,250}")
    {
        NeedsLookUp = true,
    };

    public static ResourceKind Role { get; } = new("Role", "RoleArn", "role", "IAM role", "roles", "iam", "role/", "[0-9A-Za-z_+=,.@-]{1,64}")
    {
        Scope = ArnScope.Account,
    };

    /// <summary>Anything else: <c>Deployed.Value("SubnetId")</c>. The name is the key.</summary>
    public static ResourceKind Value { get; } = new("Value", "", "value", "Value", "suppliedValues", "", "", "[0-9A-Za-z]+");

    /// <summary>The members of requests that take the value of a substitution.</summary>
    private static readonly Dictionary<string, ResourceKind> _ofMember = new(StringComparer.OrdinalIgnoreCase)
    {
        ["FunctionName"] = Function,
        ["FunctionArn"] = Function,
        ["TopicArn"] = Topic,
        ["QueueUrl"] = Queue,
        ["TableName"] = Table,
        ["Bucket"] = Bucket,
        ["BucketName"] = Bucket,
        ["EventBusName"] = EventBus,
        ["StateMachineArn"] = StateMachine,
        ["ActivityArn"] = Activity,
        ["Cluster"] = Cluster,
        ["TaskDefinition"] = TaskDefinition,
        ["JobQueue"] = JobQueue,
        ["ConnectionArn"] = Connection,
        ["SecretId"] = Secret,
        ["SecretArn"] = Secret,
        ["KeyId"] = Key,
        ["KmsKeyId"] = Key,
        ["KmsKeyArn"] = Key,
        ["RoleArn"] = Role,
        ["ExecutionRoleArn"] = Role,
        ["TaskRoleArn"] = Role,
    };

    /// <summary>The regular expression of a character of a value. A value stands inside quotes of JSON, of JSONata or of an intrinsic function, and nothing escapes it there.</summary>
    public const string TextCharacter = @"[^""'\\{}\x00-\x1f]";

    /// <summary>All kinds, in the order in which they are listed.</summary>
    public static IReadOnlyList<ResourceKind> All { get; } =
        [Function, Topic, Queue, Table, Bucket, EventBus, StateMachine, Activity, Cluster, TaskDefinition, JobQueue, Connection, Secret, Key, Role, Value];

    /// <summary>Which of region and account are in its ARN.</summary>
    public ArnScope Scope { get; init; }

    /// <summary>Whether the ARN has a part that AWS chooses, so that it does not follow from the name.</summary>
    public bool NeedsLookUp { get; init; }

    /// <summary>The article before <see cref="Word"/>.</summary>
    public string Article => Word[0] is 'a' or 'e' ? "an" : "a";

    /// <summary>The regular expression of its ARNs.</summary>
    public string ArnPattern => "arn:[0-9a-z-]+:" + Service + ":[0-9a-z-]*:[0-9a-z]*:" + ArnBeforeName + TextCharacter + "+";

    /// <summary>Whether the value of the substitution is the name.</summary>
    public bool IsName => Ending.EndsWith("Name", StringComparison.Ordinal);

    /// <summary>Whether the value of the substitution is the URL.</summary>
    public bool IsUrl => Ending.EndsWith("Url", StringComparison.Ordinal);

    /// <summary>Returns the kind of a method of <c>Deployed</c>, or null if there is no such method.</summary>
    public static ResourceKind? OfMethod(string method) => All.FirstOrDefault(kind => kind.Method == method);

    /// <summary>Returns the kind whose value a member of a request takes, or null if the member does not say.</summary>
    public static ResourceKind? OfMember(string member) => _ofMember.TryGetValue(member, out var kind) ? kind : null;

    /// <summary>Returns the ARN of a resource.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="region">The region.</param>
    /// <param name="account">The account.</param>
    /// <param name="name">The name. If <see cref="NeedsLookUp"/> is true, the name with the part that AWS chose.</param>
    public string Arn(string partition, string region, string account, string name) => "arn:" + partition + ":" + Service + ":"
        + Scope switch
        {
            ArnScope.Global => ":",
            ArnScope.Account => ":" + account,
            _ => region + ":" + account,
        }
        + ":" + ArnBeforeName + name;
}
