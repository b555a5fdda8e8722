using Stepwise.Json;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.StatesLanguage.Tests.Permissions;

public sealed class PolicyTests
{
    [SharedFact("reference/campaign-execution.asl.json")]
    public void The_reference_machine_gets_its_functions_its_topic_and_nothing_else()
    {
        var machine = DefinitionReader.Read(File.ReadAllText(Path.Combine(SharedCases.Reference!, "campaign-execution.asl.json"))).Machine!;
        var policy = RolePolicy.Create(machine, new() { Logging = true, Tracing = true });
        Assert.Equal(["DeliverLogs", "InvokeFunctions", "PublishMessages", "SendTraces"], policy.Statements.Select(statement => statement.Sid));
        Assert.Equal(
            [
                "${DispatcherFunctionArn}", "${DispatcherFunctionArn}:*",
                "${ReportGeneratorFunctionArn}", "${ReportGeneratorFunctionArn}:*",
                "${StatusCheckerFunctionArn}", "${StatusCheckerFunctionArn}:*",
                "${ValidateCampaignFunctionArn}", "${ValidateCampaignFunctionArn}:*",
            ],
            policy.Statements[1].Resources);
        Assert.Equal(["${CampaignNotificationsTopicArn}"], policy.Statements[2].Resources);
        Assert.Equal(["NotifyFailure", "NotifyUser"], policy.Notes.Where(note => note.Action == "sns:Publish").Select(note => note.State).Order());
        Assert.All(policy.Notes, note => Assert.Equal(note.Resource.Contains('*') ? PermissionNoteKind.Narrowest : PermissionNoteKind.Granted, note.Kind));
        Assert.Contains(policy.Notes, note => note is { State: null, Action: "xray:PutTraceSegments", Resource: "*", Reason: "Executions are traced. These X-Ray actions do not support resource-level permissions." });
    }

    [Fact]
    public void The_document_is_written_like_this()
        => Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Sid":"PublishMessages","Effect":"Allow","Action":["sns:Publish"],"Resource":["${AlertsTopicArn}"]}]}""",
            RolePolicy.Create(Machine(Task("A", "sns:publish", ("TopicArn", "${AlertsTopicArn}"), ("Message", "m")))).ToJson().ToJson());

    [Theory]
    [InlineData("arn:aws:lambda:eu-west-1:1:function:f", "arn:aws:lambda:eu-west-1:1:function:f", "arn:aws:lambda:eu-west-1:1:function:f:*")]
    [InlineData("arn:aws:lambda:eu-west-1:1:function:f:prod", "arn:aws:lambda:eu-west-1:1:function:f:prod")]
    [InlineData("arn:aws:lambda:${AWS::Region}:1:function:f", "arn:aws:lambda:${AWS::Region}:1:function:f", "arn:aws:lambda:${AWS::Region}:1:function:f:*")]
    [InlineData("${PayFunctionArn}", "${PayFunctionArn}", "${PayFunctionArn}:*")]
    public void A_function_as_the_resource_may_be_invoked(string resource, params string[] allowed)
        => Assert.Equal(allowed, Assert.Single(RolePolicy.Create(Machine(new TaskState { Name = "A", Resource = resource })).Statements).Resources);

    [Theory]
    [InlineData("f", null, "arn:${Partition}:lambda:${Region}:${AccountId}:function:f", "arn:${Partition}:lambda:${Region}:${AccountId}:function:f:*")]
    [InlineData("f", "2", "arn:${Partition}:lambda:${Region}:${AccountId}:function:f:2")]
    [InlineData("f:prod", null, "arn:${Partition}:lambda:${Region}:${AccountId}:function:f:prod")]
    [InlineData("123:function:f", null, "arn:${Partition}:lambda:${Region}:123:function:f", "arn:${Partition}:lambda:${Region}:123:function:f:*")]
    [InlineData("${PayFunctionName}", null, "arn:${Partition}:lambda:${Region}:${AccountId}:function:${PayFunctionName}", "arn:${Partition}:lambda:${Region}:${AccountId}:function:${PayFunctionName}:*")]
    [InlineData("${PayFunctionArn}", "live", "${PayFunctionArn}:live")]
    public void A_function_by_name_may_be_invoked(string function, string? qualifier, params string[] allowed)
    {
        var parameters = new JsonObject.Builder().Add("FunctionName", function).AddIfNotNull("Qualifier", qualifier is null ? null : new JsonString(qualifier)).ToObject();
        var policy = RolePolicy.Create(Machine(new TaskState { Name = "A", Resource = "arn:aws:states:::lambda:invoke.waitForTaskToken", Arguments = parameters }));
        Assert.Equal(allowed, Assert.Single(policy.Statements).Resources);
        Assert.Equal(["lambda:InvokeFunction"], policy.Statements[0].Actions);
    }

    [Theory]
    [InlineData("https://sqs.eu-west-1.amazonaws.com/123/orders", "arn:aws:sqs:eu-west-1:123:orders")]
    [InlineData("https://sqs.us-gov-west-1.amazonaws.com/123/orders", "arn:aws-us-gov:sqs:us-gov-west-1:123:orders")]
    [InlineData("https://sqs.cn-north-1.amazonaws.com.cn/123/orders", "arn:aws-cn:sqs:cn-north-1:123:orders")]
    [InlineData("https://sqs.${Region}.amazonaws.com/${AccountId}/orders", "arn:${Partition}:sqs:${Region}:${AccountId}:orders")]
    [InlineData("${OrdersQueueUrl}", "${OrdersQueueArn}")]
    public void A_queue_is_allowed_by_its_ARN(string url, string arn)
    {
        var policy = RolePolicy.Create(Machine(Task("A", "sqs:sendMessage.waitForTaskToken", ("QueueUrl", url), ("MessageBody", "m"))));
        Assert.Equal([arn], Assert.Single(policy.Statements).Resources);
        Assert.Equal(["sqs:SendMessage"], policy.Statements[0].Actions);
        Assert.DoesNotContain(policy.Notes, note => note.Kind == PermissionNoteKind.Wildcard);
    }

    [Fact]
    public void What_is_computed_gets_a_wildcard_and_a_note()
    {
        TaskState[] tasks =
        [
            Task("Path", "sns:publish", ("TopicArn.$", "$.topic")),
            Task("Phone", "sns:publish", ("PhoneNumber", "+49")),
            Task("Url", "sqs:sendMessage", ("QueueUrl", "http://localhost/q")),
            Task("Whole", "lambda:invoke") with { Parameters = null, Arguments = "{% $states.input %}" },
            Task("Expression", "lambda:invoke") with { Parameters = null, Arguments = JsonObject.Create(("FunctionName", "{% $f %}")) },
            Task("Missing", "sns:publish"),
        ];
        foreach (var task in tasks)
        {
            var policy = RolePolicy.Create(Machine(task));
            Assert.Equal(["*"], Assert.Single(policy.Statements).Resources);
            var note = Assert.Single(policy.Notes);
            Assert.Equal((task.Name == "Phone" ? PermissionNoteKind.Narrowest : PermissionNoteKind.Wildcard, task.Name, "*"), (note.Kind, note.State, note.Resource));
        }
    }

    [Fact]
    public void A_computed_qualifier_reaches_every_version()
    {
        var policy = RolePolicy.Create(Machine(Task("A", "lambda:invoke", ("FunctionName", "arn:aws:lambda:r:1:function:f"), ("Qualifier.$", "$.q"))));
        Assert.Equal(["arn:aws:lambda:r:1:function:f", "arn:aws:lambda:r:1:function:f:*"], policy.Statements[0].Resources);
        Assert.Equal("arn:aws:lambda:r:1:function:f:*", Assert.Single(policy.Notes, note => note.Kind == PermissionNoteKind.Wildcard).Resource);
    }

    [Fact]
    public void Declared_resources_replace_the_wildcard()
    {
        var options = new PermissionOptions { Resources = new Dictionary<string, IReadOnlyList<string>> { ["A"] = ["arn:aws:sns:r:1:b", "arn:aws:sns:r:1:a"] } };
        var policy = RolePolicy.Create(Machine(Task("A", "sns:publish", ("TopicArn.$", "$.topic"))), options);
        Assert.Equal(["arn:aws:sns:r:1:a", "arn:aws:sns:r:1:b"], Assert.Single(policy.Statements).Resources);
        Assert.All(policy.Notes, note => Assert.Equal(PermissionNoteKind.Granted, note.Kind));
    }

    [Fact]
    public void Statements_are_merged_and_sorted_whatever_the_order_of_the_states()
    {
        State[] states =
        [
            Task("A", "sns:publish", ("TopicArn", "arn:b")),
            Task("B", "sqs:sendMessage", ("QueueUrl", "${QQueueUrl}")),
            Task("C", "sns:publish.waitForTaskToken", ("TopicArn", "arn:a")),
            Task("D", "sns:publish", ("TopicArn", "arn:b")),
        ];
        var policy = RolePolicy.Create(Machine(states));
        Assert.Equal(["PublishMessages", "SendMessages"], policy.Statements.Select(statement => statement.Sid));
        Assert.Equal(["arn:a", "arn:b"], policy.Statements[0].Resources);
        Assert.Equal(policy.ToJson().ToJson(), RolePolicy.Create(Machine([.. states.Reverse()])).ToJson().ToJson());
    }

    [Fact]
    public void A_wildcard_makes_the_other_resources_of_its_action_redundant()
        => Assert.Equal(["*"], Assert.Single(RolePolicy.Create(Machine(Task("A", "sns:publish", ("TopicArn", "arn:b")), Task("B", "sns:publish", ("PhoneNumber", "1")))).Statements).Resources);

    [Fact]
    public void Nested_states_count()
    {
        var machine = Machine(
            new ParallelState { Name = "P", Branches = [Machine(Task("A", "sns:publish", ("TopicArn", "arn:a")))] },
            new MapState { Name = "M", ItemProcessor = Machine(Task("B", "sns:publish", ("TopicArn", "arn:b"))) });
        Assert.Equal(["arn:a", "arn:b"], Assert.Single(RolePolicy.Create(machine).Statements).Resources);
    }

    [Fact]
    public void What_is_not_known_is_said()
    {
        var raw = (JsonObject)JsonValue.Parse("{\"Type\":\"Parallel\"}");
        var machine = Machine(
            Task("Braket", "braket:createQuantumTask"),
            Task("Pattern", "glue:startJobRun.waitForTaskToken", ("JobName", "j")),
            Task("Sdk", "aws-sdk:nosuchservice:getObject"),
            Task("SdkPattern", "aws-sdk:s3:putObject.sync"),
            new TaskState { Name = "Odd", Resource = "arn:aws:sns:r:1:t" },
            new MapState { Name = "Map", ItemProcessor = Machine(new SucceedState { Name = "I" }), ItemReader = JsonObject.Create(("Resource", "arn:aws:states:::s3:unheardOf")) },
            new RawState { Name = "Raw", Body = raw });
        var policy = RolePolicy.Create(machine);
        Assert.Empty(policy.Statements);
        Assert.Equal(
            [
                ("Braket", "braket:createQuantumTask"), ("Pattern", "glue:startJobRun.waitForTaskToken"), ("Sdk", "aws-sdk:nosuchservice:getObject"), ("SdkPattern", "aws-sdk:s3:putObject.sync"),
                ("Odd", "arn:aws:sns:r:1:t"), ("Map", "s3:unheardOf"), ("Raw", "Parallel"),
            ],
            policy.Notes.Select(note => (note.State!, note.Action)));
        Assert.All(policy.Notes, note => Assert.Equal(PermissionNoteKind.NotKnown, note.Kind));
    }

    [Fact]
    public void Activities_need_nothing_and_raw_tasks_are_read()
    {
        var raw = (JsonObject)JsonValue.Parse("{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::sns:publish\",\"Parameters\":{\"TopicArn\":\"arn:t\"}}");
        var policy = RolePolicy.Create(Machine(
            new TaskState { Name = "A", Resource = "arn:aws:states:r:1:activity:a" },
            new TaskState { Name = "B", Resource = "${WorkActivityArn}" },
            new RawState { Name = "R", Body = raw },
            new RawState { Name = "W", Body = JsonObject.Create(("Type", "Wait")) }));
        Assert.Equal(["arn:t"], Assert.Single(policy.Statements).Resources);
        Assert.Single(policy.Notes);
    }

    [Fact]
    public void A_task_with_credentials_needs_the_role_only()
    {
        var policy = RolePolicy.Create(Machine(Task("A", "sns:publish", ("TopicArn", "arn:t")) with { Credentials = JsonObject.Create(("RoleArn", "arn:aws:iam::1:role/r")) }));
        var statement = Assert.Single(policy.Statements);
        Assert.Equal(["sts:AssumeRole"], statement.Actions);
        Assert.Equal(["arn:aws:iam::1:role/r"], statement.Resources);
    }

    [Fact]
    public void Logging_and_tracing_need_twelve_actions_on_everything()
    {
        var policy = RolePolicy.Create(Machine(new SucceedState { Name = "S" }), new() { Logging = true, Tracing = true });
        Assert.Equal(8, policy.Statements[0].Actions.Count);
        Assert.Equal(4, policy.Statements[1].Actions.Count);
        Assert.All(policy.Statements, statement => Assert.Equal(["*"], statement.Resources));
        Assert.All(policy.Statements, statement => Assert.Equal(statement.Actions.Order(StringComparer.Ordinal), statement.Actions));
        Assert.Empty(RolePolicy.Create(Machine(new SucceedState { Name = "S" })).Statements);
    }

    [Fact]
    public void Step_Functions_may_take_on_the_role_for_this_machine_only()
    {
        Assert.Equal(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "StepFunctionsAssumesRole",
                  "Effect": "Allow",
                  "Principal": {
                    "Service": "states.amazonaws.com"
                  },
                  "Action": [
                    "sts:AssumeRole"
                  ],
                  "Condition": {
                    "StringEquals": {
                      "aws:SourceAccount": "${AccountId}"
                    },
                    "ArnLike": {
                      "aws:SourceArn": "arn:${Partition}:states:${Region}:${AccountId}:stateMachine:campaign-execution"
                    }
                  }
                }
              ]
            }
            """.ReplaceLineEndings("\n"),
            TrustPolicy.Create("campaign-execution").ToJson().ToJson(indented: true));
        Assert.Throws<ArgumentException>(() => TrustPolicy.Create(""));
    }

    private static StateMachine Machine(params State[] states) => new() { StartAt = states[0].Name, States = states };

    private static TaskState Task(string name, string integration, params (string Name, JsonValue Value)[] parameters)
        => new() { Name = name, Resource = "arn:aws:states:::" + integration, Parameters = JsonObject.Create(parameters) };
}
