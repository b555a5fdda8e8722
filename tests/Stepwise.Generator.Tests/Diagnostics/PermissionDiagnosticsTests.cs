using System.Globalization;
using System.Text.Json.Nodes;

namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>Each finding of this kind at least once: its place and its text.</summary>
public sealed class PermissionDiagnosticsTests
{
    [Fact]
    public void ASL501_The_role_gets_a_wildcard() => Marked.Source(
        """
        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Notify))]
            public static partial void Start(string orderId, string topicArn);

            [[|ServiceTask|]("sns:publish", End = true)]
            public static object Notify(string orderId, string topicArn) => new { TopicArn = topicArn, Message = orderId };

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL501", "The role gets sns:Publish on '*' for 'Notify'. TopicArn is computed when the state runs. "
            + "Make it a constant, or say what the state may reach: [Resource(\"arn:aws:sns:REGION:ACCOUNT:NAME\")]");

    [Fact]
    public void ASL501_Actions_on_the_same_resource_are_one_finding() => Order(
        """
        [[|ServiceTask|]("aws-sdk:dynamodb:transactWriteItems", End = true)]
        public static object Notify(string orderId) => new { TransactItems = orderId };
        """)
        .Reports("ASL501", "The role gets dynamodb:ConditionCheckItem, dynamodb:DeleteItem, dynamodb:PutItem, dynamodb:UpdateItem on '*' for 'Notify'. Its parameters name no resource. "
            + "Make it a constant, or say what the state may reach: [Resource(\"arn:aws:dynamodb:REGION:ACCOUNT:table/NAME\")]");

    /// <summary>Job ids exist only once there are jobs, and some actions know no resources at all.</summary>
    [Theory]
    [InlineData("batch:submitJob\", Pattern = IntegrationPattern.RunJob, TimeoutSeconds = 60, End = true)]", "JobName = orderId, JobQueue = \"q\", JobDefinition = \"d:1\"")]
    [InlineData("sns:publish\", End = true)]", "PhoneNumber = orderId, Message = \"m\"")]
    [InlineData("aws-sdk:s3:listBuckets\", End = true)]", "")]
    public void Where_nothing_narrower_exists_there_is_no_finding(string attribute, string arguments) => Order(
        "[ServiceTask(\"" + attribute + "\npublic static object Notify(string orderId) => new { " + arguments + " };").ReportsEach("ASL501");

    [Theory]
    [InlineData("arn:aws:sns:*:*:orders-*")]
    [InlineData("${OrdersTopicArn}")]
    public void A_declared_resource_is_what_the_role_gets(string arn)
    {
        var compilation = Marked.Compile(OrderSource(
            $$"""
            [ServiceTask("sns:publish", End = true), Resource("{{arn}}")]
            public static object Notify(string orderId) => new { TopicArn = orderId, Message = orderId };
            """));
        Assert.Empty(TestBed.Analyze(compilation).Where(static finding => finding.Id.StartsWith("ASL5", StringComparison.Ordinal)));
        var artifacts = TestBed.Artifacts(compilation);
        var statement = JsonNode.Parse(artifacts["order/order.policy.json"])!["Statement"]!.AsArray().Single()!;
        Assert.Equal(arn, (string)statement["Resource"]!.AsArray().Single()!);
        Assert.Equal(arn, (string)JsonNode.Parse(artifacts["order/manifest.json"])!["states"]!.AsArray().Single(static state => (string)state!["name"]! == "Notify")!["resources"]!.AsArray().Single()!);
    }

    [Theory]
    [InlineData("orders", "it is an ARN of six parts, such as arn:aws:sns:eu-west-1:123456789012:orders, or a substitution such as ${OrdersTopicArn}")]
    [InlineData("arn:aws:sns:eu-west-1:1:orders", "the account of an ARN has twelve digits, or is a substitution, * or empty, not '1'")]
    [InlineData("${orders-topic}", "a substitution has letters and digits between its braces, such as ${OrdersTopicArn}")]
    public void ASL016_What_is_no_ARN_cannot_be_declared(string arn, string reason) => Order(
        $$"""
        [ServiceTask("sns:publish", End = true), Resource([|"{{arn}}"|])]
        public static object Notify(string orderId) => new { TopicArn = orderId, Message = orderId };
        """)
        .ReportsFirst("ASL016", $"'arn' cannot be \"{arn}\": {reason}");

    [Fact]
    public void ASL021_Only_tasks_reach_resources() => Order(
        """
        [Wait(1, Next = nameof(Failed)), [|Resource|]("arn:aws:sns:eu-west-1:123456789012:orders")]
        public static partial void Notify();
        """)
        .Reports("ASL021", "[Resource] has no effect on 'Notify': only tasks access resources");

    [Fact]
    public void ASL514_The_declared_resource_is_of_another_service() => Order(
        """
        [ServiceTask("sns:publish", End = true), Resource([|"arn:aws:sqs:eu-west-1:123456789012:orders"|])]
        public static object Notify(string orderId) => new { TopicArn = orderId, Message = orderId };
        """)
        .Reports("ASL514", "'arn:aws:sqs:eu-west-1:123456789012:orders' is not in the policy for 'Notify': the state needs a resource of the form arn:aws:sns:REGION:ACCOUNT:NAME. Remove it, or correct it");

    [Fact]
    public void ASL514_The_declared_resource_is_not_needed() => Order(
        """
        [ServiceTask("sns:publish", End = true), Resource([|"arn:aws:sns:eu-west-1:123456789012:orders"|])]
        public static object Notify(string orderId) => new { TopicArn = Deployed.Topic("orders"), Message = orderId };
        """)
        .Reports("ASL514", "'arn:aws:sns:eu-west-1:123456789012:orders' is not in the policy for 'Notify': the definition already names everything that the state accesses. Remove it, or correct it");

    [Fact]
    public void ASL513_The_roles_policy_is_too_large()
    {
        static string Source(int topics)
        {
            var resources = string.Join(", ", Enumerable.Range(0, topics).Select(static i => $"Resource(\"arn:aws:sns:eu-west-1:123456789012:a-topic-with-a-name-{i:000}\")"));
            return OrderSource($$"""
                [ServiceTask("sns:publish", End = true), {{resources}}]
                public static object Notify(string orderId) => new { TopicArn = orderId, Message = orderId };
                """);
        }

        // 62 characters, quotes and a comma for each: above the limit of managed policies, which does not bind.
        Assert.DoesNotContain(Marked.Analyze(Source(140)), static finding => finding.Id is "ASL513");
        var finding = Assert.Single(Marked.Analyze(Source(180)), static finding => finding.Id is "ASL513");
        Assert.StartsWith("The role policy of 'order' has 11,", finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("IAM allows 10,240 for all inline policies of a role", finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("Order", finding.Location.SourceTree!.ToString().Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length));
    }

    [Fact]
    public void ASL502_The_permissions_of_this_service_are_not_known() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Both))]
            public static partial void Start(string orderId);

            [[|RawState|]("{ \"Type\": \"Parallel\", \"Branches\": [{ \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Succeed\" } } }], \"End\": true }")]
            public static partial void Both();
        }
        """)
        .Reports("ASL502", "The role gets no permission for 'Both', because what Parallel needs is not known. Add the permission to the role by hand");

    private static Marked Order(string state) => Marked.Source(OrderSource(state));

    /// <summary>A workflow of one state, <c>Notify</c>.</summary>
    private static string OrderSource(string state) => $$"""
        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Notify))]
            public static partial void Start(string orderId);

        {{state}}

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """;
}
