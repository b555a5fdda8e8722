namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>The action of a service task and its arguments, compared with the catalogue of services.</summary>
public sealed class ServiceDiagnosticsTests
{
    [Theory]
    [InlineData("sns:publsh", "There is no action 'sns:publsh'. Did you mean sns:publish?")]
    [InlineData("sns:createTopic", "There is no action 'sns:createTopic'. For an AWS SDK integration, write aws-sdk:sns:createTopic")]
    [InlineData("aws-sdk:sns:publishh", "There is no action 'aws-sdk:sns:publishh'. Did you mean aws-sdk:sns:publish?")]
    [InlineData("aws-sdk:events:putRule", "There is no action 'aws-sdk:events:putRule'. In an AWS SDK integration the service is called eventbridge: write aws-sdk:eventbridge:putRule")]
    public void ASL022_The_service_has_no_such_action(string action, string message) => Marked.Members(
        $$"""
            [Start(Next = nameof(Tell))]
            public static partial void Start(string topicArn);

            [ServiceTask([|"{{action}}"|], Next = nameof(Done))]
            public static object Tell(string topicArn) => new { TopicArn = topicArn, Message = "m" };
        """)
        .Reports("ASL022", message);

    [Theory]
    [InlineData("aws-sdk:s3:headObject", "new { Bucket = \"b\", key = id }", "The field 'key' is not supported by Step Functions. Did you mean 'Key'? (at /States/Call/Arguments)")]
    [InlineData("aws-sdk:s3:headObject", "new { Key = id }", "The field 'Bucket' is required but was missing (at /States/Call/Arguments)")]
    [InlineData("aws-sdk:ecs:describeTasks", "new { Tasks = new { Id = id } }", "The value for the field 'Tasks' must be a LIST, not an OBJECT (at /States/Call/Arguments/Tasks)")]
    [InlineData("aws-sdk:rekognition:getFaceDetection", "new { JobId = id, SNSTopicArn = id }", "The field 'SNSTopicArn' is not supported by Step Functions. Its fields are JobId, MaxResults, NextToken (at /States/Call/Arguments)")]
    public void ASL210_The_action_does_not_take_these_arguments(string action, string arguments, string message) => Call(action, arguments)
        .Reports("ASL210", "The arguments of 'Call' do not fit its action: " + message);

    [Theory]
    [InlineData("sns:publish", "{ \"Mesage\": \"m\" }", "The field 'Mesage' is not supported by Step Functions. Did you mean 'Message'? (at /States/Tell/Arguments)")]
    [InlineData("aws-sdk:sns:publishTomorrow", "{}", "The resource provided arn:aws:states:::aws-sdk:sns:publishTomorrow is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. The service sns has no action publishTomorrow (at /States/Tell/Resource)")]
    public void ASL211_is_reported_for_raw_tasks_because_AWS_can_be_newer_than_the_catalogue(string action, string arguments, string message) => Raw(action, arguments)
        .Reports("ASL211", $"The call of 'Tell' may not fit the API: {message}");

    [Theory]
    [InlineData("sns:publish", "{ \"Mesage\": \"m\" }")]
    [InlineData("aws-sdk:sns:publishTomorrow", "{}")]
    public void Raw_tasks_compile_with_what_the_catalogue_does_not_have(string action, string arguments) => Raw(action, arguments).IsFine();

    [Fact]
    public void ASL211_is_reported_for_raw_states() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Each))]
            public static partial void Start();

            [RawState("{ \"Type\": \"Map\", \"End\": true, \"ItemProcessor\": { \"StartAt\": \"Inner\", \"States\": { \"Inner\": { \"Type\": \"Task\", \"Resource\": \"arn:aws:states:::aws-sdk:s3:getObject\", \"Arguments\": { \"Bucket\": \"b\" }, \"End\": true } } } }")]
            public static partial void [|Each|]();
        }
        """)
        .Reports("ASL211", "The call of 'Each' may not fit the API: The field 'Key' is required but was missing (at /States/Each/ItemProcessor/States/Inner/Arguments)");

    [Fact]
    public void ASL211_An_argument_has_another_type_than_the_API_says() => Call("sqs:sendMessage", "new { QueueUrl = Deployed.Queue(\"q\"), MessageBody = id, DelaySeconds = \"5\" }")
        .Reports("ASL211", "The call of 'Call' may not fit the API: The value for the field 'DelaySeconds' should be a NUMBER, not a STRING (at /States/Call/Arguments/DelaySeconds)");

    [Theory]
    [InlineData("sqs:sendMessage", "new { QueueUrl = Deployed.Queue(\"q\"), MessageBody = new { anyName = id }, DelaySeconds = 5 }")]
    [InlineData("aws-sdk:s3:headObject", "new { Bucket = id == \"\" ? \"a\" : \"b\", Key = id + \".json\", PartNumber = id.Length }")]
    [InlineData("aws-sdk:ecs:describeTasks", "new { Cluster = id, Tasks = new[] { id, \"t\" }, Include = new List<string> { \"TAGS\" } }")]
    [InlineData("dynamodb:putItem", "new { TableName = \"t\", Item = new { pk = new { S = id }, list = new { L = new[] { new { M = new { x = new { BOOL = true } } } } } } }")]
    [InlineData("dynamodb:putItem", "new { TableName = \"t\", Item = new Dictionary<string, object> { [\"pk\"] = new { S = id }, [\"n\"] = new { N = \"1\" } } }")]
    [InlineData("dynamodb:putItem", "new Dictionary<string, object> { [\"TableName\"] = \"t\", [\"Item\"] = new Dictionary<string, object> { [\"pk\"] = new { S = id } } }")]
    [InlineData("aws-sdk:sns:publish", "new PublishRequest(id, \"m\", null)")]
    [InlineData("sns:publish", "new PublishRequest(id, \"m\", new Dictionary<string, MessageAttribute> { [\"tenant\"] = new MessageAttribute(\"String\", id) })")]
    [InlineData("lambda:invoke", "new { FunctionName = Deployed.Function(\"Work\"), Payload = new { id } }")]
    [InlineData("states:startExecution", "new { StateMachineArn = id, Input = new { id } }", ", Pattern = IntegrationPattern.RunJob, TimeoutSeconds = 60")]
    [InlineData("ecs:runTask", "new { TaskDefinition = id, Overrides = new { ContainerOverrides = new[] { new { Name = \"c\", Environment = new[] { new { Name = \"ID\", Value = id } } } } } }", ", Pattern = IntegrationPattern.RunJob, TimeoutSeconds = 60")]
    [InlineData("bedrock:invokeModel", "new { ModelId = \"m\", Body = new { max_tokens = 5, prompt = id } }")]
    public void Good_arguments_are_not_reported(string action, string arguments, string more = "") => IsAccepted(Accepted(action, arguments, more, "Jsonata"));

    [Theory]
    [InlineData("sqs:sendMessage", "new { QueueUrl = Deployed.Queue(\"q\"), MessageBody = new { anyName = id }, DelaySeconds = 5 }")]
    [InlineData("aws-sdk:s3:headObject", "new { Bucket = id, Key = $\"{id}.json\" }")]
    [InlineData("aws-sdk:ecs:describeTasks", "new { Cluster = id, Tasks = new[] { id, \"t\" } }")]
    [InlineData("dynamodb:putItem", "new { TableName = \"t\", Item = new { pk = new { S = id } } }")]
    public void Good_arguments_are_not_reported_in_JSONPath(string action, string arguments) => IsAccepted(Accepted(action, arguments, "", "JsonPath"));

    [Fact]
    public void Good_arguments_with_a_task_token_are_not_reported() => IsAccepted(Marked.Members(
        """
            [Start(Next = nameof(Call))]
            public static partial void Start(string id);

            [ServiceTask("aws-sdk:sqs:sendMessage", TimeoutSeconds = 60, Next = nameof(Done))]
            public static object Call(string id, TaskToken token) => new { QueueUrl = id, MessageBody = new { id, token } };
        """));

    private static void IsAccepted(Marked workflow)
    {
        workflow.ReportsEach("ASL211");
        workflow.IsFine();
    }

    private static Marked Raw(string action, string arguments) => Marked.Members(
        $$"""
            [Start(Next = nameof(Tell))]
            public static partial void Start(string topicArn);

            [RawTask("arn:aws:states:::{{action}}", "{{arguments.Replace("\"", "\\\"", StringComparison.Ordinal)}}", Next = nameof(Done))]
            public static partial Task [|Tell|]();
        """);

    private static Marked Call(string action, string arguments) => Marked.Members(Members("[|Call|]", action, arguments));

    private static Marked Accepted(string action, string arguments, string more, string language) => Marked.Members(
        Members("Call", action, arguments, more),
        $"StateMachine(\"order\", QueryLanguage = QueryLanguage.{language}), Retry, Catch(Next = nameof(Failed))");

    private static string Members(string call, string action, string arguments, string more = "") => $$"""
            public sealed record PublishRequest(string TopicArn, string Message, Dictionary<string, MessageAttribute>? MessageAttributes);

            public sealed record MessageAttribute([property: System.Text.Json.Serialization.JsonPropertyName("DataType")] string DataType, [property: System.Text.Json.Serialization.JsonPropertyName("StringValue")] string StringValue);

            [Start(Next = nameof(Call))]
            public static partial void Start(string id);

            [ServiceTask("{{action}}"{{more}}, Next = nameof(Done))]
            public static object {{call}}(string id) => {{arguments}};
        """;
}
