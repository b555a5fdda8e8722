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

    [Fact]
    public void ASL210_is_reported_for_raw_tasks() => Marked.Members(
        """
            [Start(Next = nameof(Tell))]
            public static partial void Start(string topicArn);

            [RawTask("arn:aws:states:::sns:publish", "{ \"Mesage\": \"m\" }", Next = nameof(Done))]
            public static partial Task [|Tell|]();
        """)
        .Reports("ASL210", "The arguments of 'Tell' do not fit its action: The field 'Mesage' is not supported by Step Functions. Did you mean 'Message'? (at /States/Tell/Arguments)");

    [Fact]
    public void ASL211_An_argument_has_another_type_than_the_API_says() => Call("sqs:sendMessage", "new { QueueUrl = Deployed.Queue(\"q\"), MessageBody = id, DelaySeconds = \"5\" }")
        .Reports("ASL211", "The arguments of 'Call' may not fit its action: The value for the field 'DelaySeconds' should be a NUMBER, not a STRING (at /States/Call/Arguments/DelaySeconds)");

    [Fact]
    public void Good_arguments_are_not_reported() => Call("sqs:sendMessage", "new { QueueUrl = Deployed.Queue(\"q\"), MessageBody = new { anyName = id }, DelaySeconds = 5 }")
        .IsFine();

    private static Marked Call(string action, string arguments) => Marked.Members(
        $$"""
            [Start(Next = nameof(Call))]
            public static partial void Start(string id);

            [ServiceTask("{{action}}", Next = nameof(Done))]
            public static object [|Call|](string id) => {{arguments}};
        """);
}
