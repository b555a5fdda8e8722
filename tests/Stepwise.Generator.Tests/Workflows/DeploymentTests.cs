using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stepwise.Generator.Triggers;

namespace Stepwise.Generator.Tests.Workflows;

/// <summary>What the attributes of a class become in the manifest, and the requests of dynamic schedules.</summary>
public sealed class DeploymentTests
{
    private const string Source = """"
        using Stepwise;

        [StateMachine("order")]
        [Encryption("order-data")]
        [Alarm(AlarmMetric.ExecutionsFailed, Topic = "on-call"), Alarm(AlarmMetric.ExecutionTime, ThresholdSeconds = 90, PeriodSeconds = 60, EvaluationPeriods = 2)]
        [Schedule("nightly", "cron(0 2 * * ? *)", TimeZone = "Europe/Berlin", Input = """{ "orderId": "o-${x}" }""")]
        [EventRule("poll", Schedule = "rate(1 minute)", Enabled = false, Input = """{ "orderId": "o" }""")]
        [EventRule("imported", Pattern = """{ "source": ["crm"] }""", InputPaths = ["orderId=$.detail.id", "note=$.detail.note"])]
        [EventRule("changed", Pattern = """{ "source": ["shop"] }""", InputPaths = ["id=$.detail.id"], InputTemplate = """{ "orderId": <id>, "note": "changed" }""")]
        [DynamicSchedules("orders"), Publish(Alias = "live")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId, string? note);

            [Succeed]
            public static partial void Done();
        }
        """";

    [Fact]
    public void The_manifest_has_what_the_attributes_say()
    {
        var manifest = JsonNode.Parse(TestBed.Artifacts(TestBed.Compile(Source))["order/manifest.json"])!;
        AssertJson("""{ "kmsKeyArn": "${OrderDataKeyArn}", "dataKeyReuseSeconds": 300 }""", manifest["encryption"]);
        AssertJson(
            """
            [
              { "metric": "ExecutionsFailed", "threshold": 1, "periodSeconds": 300, "evaluationPeriods": 1, "actions": ["OnCallTopicArn"] },
              { "metric": "ExecutionTime", "threshold": 90000, "periodSeconds": 60, "evaluationPeriods": 2 }
            ]
            """, manifest["alarms"]);
        AssertJson("""[{ "name": "nightly", "expression": "cron(0 2 * * ? *)", "timeZone": "Europe/Berlin", "enabled": true, "input": { "orderId": "o-${x}" } }]""", manifest["schedules"]);
        AssertJson(
            """
            [
              { "name": "poll", "schedule": "rate(1 minute)", "enabled": false, "input": { "orderId": "o" } },
              { "name": "imported", "pattern": { "source": ["crm"] }, "enabled": true, "inputPaths": { "orderId": "$.detail.id", "note": "$.detail.note" },
                "inputTemplate": "{\"orderId\":<orderId>,\"note\":<note>}" },
              { "name": "changed", "pattern": { "source": ["shop"] }, "enabled": true, "inputPaths": { "id": "$.detail.id" }, "inputTemplate": "{ \"orderId\": <id>, \"note\": \"changed\" }" }
            ]
            """, manifest["eventRules"]);
        AssertJson("""{ "group": "orders" }""", manifest["dynamicSchedules"]);
        AssertJson("""{ "alias": "live" }""", manifest["publish"]);
        AssertJson("""[{ "name": "on-call", "substitution": "OnCallTopicArn", "states": [] }]""", manifest["topics"]);
    }

    [Theory]
    [InlineData(AlarmMetric.ExecutionsFailed, "Threshold = 3", 3)]
    [InlineData(AlarmMetric.ExecutionsTimedOut, "PeriodSeconds = 30", 1)]
    [InlineData(AlarmMetric.ExecutionsAborted, "PeriodSeconds = 3600", 1)]
    [InlineData(AlarmMetric.ExecutionThrottled, "EvaluationPeriods = 5", 1)]
    [InlineData(AlarmMetric.ExecutionTime, "ThresholdSeconds = 2147483", 2_147_483_000)]
    public void An_alarm_has_the_metrics_name_in_CloudWatch_and_its_unit(AlarmMetric metric, string arguments, long threshold)
    {
        var source = Source.Replace("Alarm(AlarmMetric.ExecutionsFailed, Topic = \"on-call\"), ", $"Alarm(AlarmMetric.{metric}, {arguments}), ", StringComparison.Ordinal);
        var alarm = JsonNode.Parse(TestBed.Artifacts(TestBed.Compile(source))["order/manifest.json"])!["alarms"]![0]!;
        Assert.Equal(metric.ToString(), (string?)alarm["metric"]);
        Assert.Equal(threshold, (long)alarm["threshold"]!);
    }

    [Fact]
    public void What_is_not_asked_for_is_absent()
    {
        var manifest = JsonNode.Parse(TestBed.Artifacts(TestBed.Compile("""
            [Stepwise.StateMachine("order")]
            public sealed partial class Order
            {
                [Stepwise.Start(Next = nameof(Done))] public static partial void Start();
                [Stepwise.Succeed] public static partial void Done();
            }
            """))["order/manifest.json"])!.AsObject();
        foreach (var name in new[] { "encryption", "alarms", "schedules", "eventRules", "dynamicSchedules", "publish" })
        {
            Assert.False(manifest.ContainsKey(name), name);
        }
    }

    [Fact]
    public void A_dynamic_schedule_is_a_request_with_the_workflows_input()
    {
        var order = Emitted.Assembly(TestBed.Compile(Source)).GetType("Order")!;
        var input = Activator.CreateInstance(order.GetNestedType("Input")!, "o-1", null);
        var target = new ScheduleTarget("arn:machine", "arn:role", "arn:dead");
        var at = new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.FromHours(2));
        var request = (ScheduleRequest)order.GetMethod("ScheduleAt")!.Invoke(null, [at, input, "order-1", target])!;
        AssertJson(
            """
            {
              "Name": "order-1", "GroupName": "orders", "ScheduleExpression": "at(2026-01-15T08:00:00)", "ScheduleExpressionTimezone": "UTC",
              "FlexibleTimeWindow": { "Mode": "OFF" }, "ActionAfterCompletion": "DELETE",
              "Target": {
                "Arn": "arn:machine", "RoleArn": "arn:role", "Input": "{\"orderId\":\"o-1\"}", "DeadLetterConfig": { "Arn": "arn:dead" },
                "RetryPolicy": { "MaximumEventAgeInSeconds": 3600, "MaximumRetryAttempts": 10 }
              }
            }
            """, JsonNode.Parse(request.ToJson()));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("order 1", 0)]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234x", 0)]
    [InlineData("order-1", 30)]
    public void A_name_or_a_time_that_the_service_refuses_is_refused(string name, int seconds) => Assert.Throws<ArgumentException>(() =>
        ScheduleRequest.Create(name, "orders", new DateTimeOffset(2026, 1, 15, 10, 0, seconds, TimeSpan.Zero), "{}", new ScheduleTarget("arn:machine", "arn:role")));

    [Fact]
    public void A_target_or_an_input_that_the_service_refuses_is_refused()
    {
        var at = new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);
        Assert.StartsWith("StateMachineArn is 'machine', and an ARN begins with 'arn:'", Refusal("{}", new ScheduleTarget("machine", "arn:role")), StringComparison.Ordinal);
        Assert.StartsWith("RoleArn is '', and an ARN begins with 'arn:'", Refusal("{}", new ScheduleTarget("arn:machine", null!)), StringComparison.Ordinal);
        Assert.StartsWith("DeadLetterQueueArn is 'queue'", Refusal("{}", new ScheduleTarget("arn:machine", "arn:role", "queue")), StringComparison.Ordinal);
        Assert.StartsWith("The input has 262,145 bytes, and an execution takes 262,144.", Refusal(new string('x', 262_145), new ScheduleTarget("arn:machine", "arn:role")), StringComparison.Ordinal);
        Assert.NotNull(ScheduleRequest.Create("n", "g", at, new string('x', 262_144), new ScheduleTarget("arn:machine", "arn:role")));

        string Refusal(string input, ScheduleTarget target) => Assert.Throws<ArgumentException>(() => ScheduleRequest.Create("n", "g", at, input, target)).Message;
    }

    [Theory]
    [InlineData(59, 10)]
    [InlineData(86_401, 10)]
    [InlineData(3600, -1)]
    [InlineData(3600, 186)]
    public void A_retry_policy_keeps_to_the_limits(int age, int attempts)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScheduleRetryPolicy(age, attempts));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScheduleRetryPolicy() with { MaximumEventAgeInSeconds = age, MaximumRetryAttempts = attempts });
    }

    [Fact]
    public void A_start_may_be_late_where_that_is_asked_for()
    {
        var request = ScheduleRequest.Create("n", "g", new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.Zero), "{}", new ScheduleTarget("arn:machine", "arn:role"));
        AssertJson("""{ "Mode": "FLEXIBLE", "MaximumWindowInMinutes": 15 }""", JsonNode.Parse((request with { MaximumWindowInMinutes = 15 }).ToJson())!["FlexibleTimeWindow"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => request with { MaximumWindowInMinutes = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => request with { MaximumWindowInMinutes = 1441 });
    }

    /// <summary>The AWS CLI checks names and types of all members before it would call; with a skeleton asked for, it does not call.</summary>
    [ToolFact("aws")]
    public void The_request_is_what_the_command_line_takes()
    {
        var target = new ScheduleTarget("arn:aws:states:eu-central-1:123456789012:stateMachine:order", "arn:aws:iam::123456789012:role/scheduler", "arn:aws:sqs:eu-central-1:123456789012:dead");
        var request = ScheduleRequest.Create("order-1", "orders", new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.Zero), """{"orderId":"o-1"}""", target);
        foreach (var variant in new[] { request, request with { MaximumWindowInMinutes = 15 } })
        {
            Assert.Equal("", Check(variant.ToJson()));
        }

        Assert.Contains("Unknown parameter in input: \"Nmae\"", Check(request.ToJson().Replace("\"Name\"", "\"Nmae\"", StringComparison.Ordinal)), StringComparison.Ordinal);

        static string Check(string json)
        {
            var start = new ProcessStartInfo("aws", ["scheduler", "create-schedule", "--cli-input-json", json, "--generate-cli-skeleton", "output"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["AWS_DEFAULT_REGION"] = "eu-central-1";
            start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? "" : errors + output.Result;
        }
    }

    [Fact]
    public void The_culture_plays_no_part()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            var request = ScheduleRequest.Create("n", "g", new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.Zero), "{}", new ScheduleTarget("arn:machine", "arn:role") { GroupName = "h" });
            Assert.Equal("at(2026-01-15T10:00:00)", request.ScheduleExpression);
            Assert.Null(request.Target.DeadLetterConfig);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void ScheduleAt_is_there_only_where_it_is_asked_for_and_then_it_is_reserved()
    {
        var without = Source.Replace("[DynamicSchedules(\"orders\"), Publish", "[Publish", StringComparison.Ordinal);
        Assert.Null(Emitted.Assembly(TestBed.Compile(without)).GetType("Order")!.GetMethod("ScheduleAt"));
        var taken = Source.Replace("[Succeed]", "public static void ScheduleAt() { }\n\n    [Succeed]", StringComparison.Ordinal);
        Assert.Contains(TestBed.Analyze(TestBed.Compile(taken)), static finding => finding.Id == "ASL014");
    }

    private static void AssertJson(string expected, JsonNode? actual) =>
        Assert.Equal(JsonSerializer.Serialize(JsonNode.Parse(expected)), JsonSerializer.Serialize(actual));
}
