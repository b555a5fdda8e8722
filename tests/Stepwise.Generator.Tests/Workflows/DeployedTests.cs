using System.Text.Json.Nodes;

namespace Stepwise.Generator.Tests.Workflows;

/// <summary>What the methods of <c>Deployed</c> become in the definition, the policy and the manifest.</summary>
public sealed class DeployedTests
{
    private const string This = "arn:${Partition}:";
    private const string Here = "${Region}:${AccountId}:";

    [Theory]
    [InlineData("dynamodb:getItem", "TableName = Deployed.Table(\"daily-orders\"), Key = new { pk = new { S = id } }", "${DailyOrdersTableName}", "dynamodb:GetItem", This + "dynamodb:" + Here + "table/${DailyOrdersTableName}")]
    [InlineData("aws-sdk:dynamodb:query", "TableName = Deployed.Table(\"orders\"), IndexName = \"by-day\"", "${OrdersTableName}", "dynamodb:Query", This + "dynamodb:" + Here + "table/${OrdersTableName}/index/by-day")]
    [InlineData("aws-sdk:s3:getObject", "Bucket = Deployed.Bucket(\"reports\"), Key = \"today.csv\"", "${ReportsBucketName}", "s3:GetObject", This + "s3:::${ReportsBucketName}/today.csv")]
    [InlineData("events:putEvents", "Entries = new[] { new { EventBusName = Deployed.EventBus(\"orders\"), Source = \"shop\", DetailType = \"Placed\", Detail = new { id } } }", "${OrdersEventBusArn}", "events:PutEvents", "${OrdersEventBusArn}")]
    [InlineData("states:startExecution", "StateMachineArn = Deployed.StateMachine(\"shipment\")", "${ShipmentStateMachineArn}", "states:StartExecution", "${ShipmentStateMachineArn}")]
    [InlineData("aws-sdk:sfn:getActivityTask", "ActivityArn = Deployed.Activity(\"approval\")", "${ApprovalActivityArn}", "states:GetActivityTask", "${ApprovalActivityArn}")]
    [InlineData("ecs:runTask", "Cluster = Deployed.Cluster(\"workers\"), TaskDefinition = Deployed.TaskDefinition(\"report\")", "${WorkersClusterArn}", "ecs:RunTask", "${ReportTaskDefinitionArn}")]
    [InlineData("batch:submitJob", "JobName = \"j\", JobQueue = Deployed.JobQueue(\"nightly\"), JobDefinition = \"report:3\"", "${NightlyJobQueueArn}", "batch:SubmitJob", "${NightlyJobQueueArn}")]
    [InlineData("aws-sdk:secretsmanager:getSecretValue", "SecretId = Deployed.Secret(\"api-key\")", "${ApiKeySecretArn}", "secretsmanager:GetSecretValue", "${ApiKeySecretArn}")]
    [InlineData("aws-sdk:kms:encrypt", "KeyId = Deployed.Key(\"orders\"), Plaintext = \"x\"", "${OrdersKeyArn}", "kms:Encrypt", "${OrdersKeyArn}")]
    [InlineData("aws-sdk:sfn:createStateMachine", "Name = \"m\", Definition = \"{}\", RoleArn = Deployed.Role(\"runner\")", "${RunnerRoleArn}", "iam:PassRole", "${RunnerRoleArn}")]
    [InlineData("http:invoke", "ApiEndpoint = \"https://pay.example.com/\", Method = \"GET\", Authentication = new { ConnectionArn = Deployed.Connection(\"payments\") }", "${PaymentsConnectionArn}", "events:RetrieveConnectionCredentials", "${PaymentsConnectionArn}")]
    [InlineData("aws-sdk:glue:getCrawler", "Name = Deployed.Value(\"Crawler\")", "${Crawler}", "glue:GetCrawler", This + "glue:" + Here + "crawler/${Crawler}")]
    [InlineData("sns:publish", "TopicArn = $\"arn:aws:sns:{Deployed.Value(\"Region\")}:123456789012:orders\", Message = id", "arn:aws:sns:${Region}:123456789012:orders", "sns:Publish", "arn:aws:sns:${Region}:123456789012:orders")]
    [InlineData("aws-sdk:s3:getObject", "Bucket = \"reports\", Key = Asl.Literal(\"${day}.csv\")", "$\\u007bday}.csv", "s3:GetObject", This + "s3:::reports/${$}{day}.csv")]
    public void A_resource_is_a_substitution_and_the_role_may_use_it(string action, string request, string substitution, string permission, string resource)
    {
        foreach (var language in new[] { "Jsonata", "JsonPath" })
        {
            var files = Compile(action, request, language);
            Assert.Contains("\"" + substitution + "\"", files["order/order.asl.json"], StringComparison.Ordinal);
            var statements = JsonNode.Parse(files["order/order.policy.json"])!["Statement"]!.AsArray();
            var allowing = Assert.Single(statements, statement => statement!["Action"]!.AsArray().Any(name => (string?)name == permission));
            Assert.Contains(resource, allowing!["Resource"]!.AsArray().Select(static text => (string?)text));
            Assert.DoesNotContain("*", allowing["Resource"]!.AsArray().Select(static text => (string?)text));
        }
    }

    [Theory]
    [InlineData("Jsonata", """{"RequestItems":{"${OrdersTableName}":{"Keys":[{"pk":{"S":"{% $states.context.Execution.Input.id %}"}}]},"$\u007bfixed}":{"Keys":[{"pk":{"S":"a"}}]}}}""")]
    [InlineData("JsonPath", """{"RequestItems":{"${OrdersTableName}":{"Keys":[{"pk":{"S.$":"$.id"}}]},"$\u007bfixed}":{"Keys":[{"pk":{"S":"a"}}]}}}""")]
    public void A_resource_is_a_key(string language, string arguments)
    {
        const string Request = """
            RequestItems = new System.Collections.Generic.Dictionary<string, object>
            {
                [Deployed.Table("orders")] = new { Keys = new[] { new { pk = new { S = id } } } },
                [Asl.Literal("${fixed}")] = new { Keys = new[] { new { pk = new { S = "a" } } } },
            }
            """;
        var files = Compile("aws-sdk:dynamodb:batchGetItem", Request, language);
        Assert.Contains(arguments, Json.JsonValue.Parse(files["order/order.asl.json"]).ToJsonTemplate(), StringComparison.Ordinal);
        Assert.Equal("""[{"name":"orders","substitution":"OrdersTableName","states":["Call"]}]""", JsonNode.Parse(files["order/manifest.json"])!["tables"]!.ToJsonString());
        Assert.Contains(This + "dynamodb:" + Here + "table/${OrdersTableName}", files["order/order.policy.json"], StringComparison.Ordinal);
        Assert.Contains(This + "dynamodb:" + Here + "table/${$}{fixed}", files["order/order.policy.json"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_lists_the_resources_by_kind()
    {
        var manifest = JsonNode.Parse(Compile("aws-sdk:ecs:updateService", "Cluster = Deployed.Cluster(\"workers\"), Service = Deployed.Value(\"Service\"), TaskDefinition = Deployed.Value(\"Service\")", "Jsonata")["order/manifest.json"])!;
        Assert.Equal("""[{"name":"workers","substitution":"WorkersClusterArn","states":["Call"]}]""", manifest["clusters"]!.ToJsonString());
        Assert.Equal("""[{"name":"Service","substitution":"Service","states":["Call"]}]""", manifest["suppliedValues"]!.ToJsonString());
        Assert.Equal("[]", manifest["topics"]!.ToJsonString());
        Assert.Null(manifest["tables"]);
    }

    [Fact]
    public void A_machine_that_calls_nothing_has_no_statement()
    {
        var files = TestBed.Artifacts(TestBed.Compile("""
            using Stepwise;

            [StateMachine("order")]
            public sealed partial class Order
            {
                [Start(Next = nameof(Done))] public static partial void Start(string id);
                [Succeed] public static partial void Done();
            }
            """));
        Assert.Empty(JsonNode.Parse(files["order/order.policy.json"])!["Statement"]!.AsArray());
    }

    private static IReadOnlyDictionary<string, string> Compile(string action, string request, string language) => TestBed.Artifacts(TestBed.Compile($$"""
        using Stepwise;

        [StateMachine("order", QueryLanguage = QueryLanguage.{{language}}), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Call))] public static partial void Start(string id);
            [ServiceTask("{{action}}", Next = nameof(Done))] public static object Call(string id) => new { {{request}} };
            [Succeed] public static partial void Done();
            [Fail("OrderFailed")] public static partial void Failed();
        }
        """));
}
