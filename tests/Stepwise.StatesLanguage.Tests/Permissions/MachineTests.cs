using Stepwise.Json;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.StatesLanguage.Tests.Permissions;

/// <summary>What a machine needs beside the integrations of its tasks, and what becomes of the whole.</summary>
public sealed class MachineTests
{
    private static readonly PermissionOptions _own = new() { StateMachineName = "own" };

    [Fact]
    public void A_distributed_Map_runs_its_own_machine()
    {
        Assert.Equal(
            """
            states:DescribeExecution states:StopExecution @ states:execution:own/batch:* states:execution:own:*
            states:RedriveExecution @ states:execution:own/batch:*
            states:StartExecution @ states:stateMachine:own
            """.ReplaceLineEndings("\n"),
            Sample.Text(RolePolicy.Create(Machine(Map() with { Label = "batch" }), _own)));
        Assert.Contains("states:execution:own/*:*", Sample.Text(RolePolicy.Create(Machine(Map()), _own)));
        Assert.DoesNotContain(RolePolicy.Create(Machine(Map()), _own).Notes, note => note.Kind == PermissionNoteKind.Wildcard);
        Assert.Empty(RolePolicy.Create(Machine(Map() with { ItemProcessor = Inner(ProcessorMode.Inline) }), _own).Statements);
    }

    [Fact]
    public void Without_the_name_of_the_machine_its_resources_are_wide()
    {
        var policy = RolePolicy.Create(Machine(Map()));
        Assert.Contains("states:StartExecution @ states:stateMachine:*", Sample.Text(policy));
        Assert.All(policy.Notes, note => Assert.Equal((PermissionNoteKind.Wildcard, "The name of the state machine is not given.", true), (note.Kind, note.Reason, note.NeedsStateMachineName)));
    }

    [Theory]
    [InlineData("""{"Resource":"arn:aws:states:::s3:getObject","Parameters":{"Bucket":"b","Key":"k.csv"}}""", "s3:GetObject @ s3:b/k.csv")]
    [InlineData("""{"Resource":"arn:aws:states:::s3:getObject","Arguments":{"Bucket":"b","Key":"{% $k %}"}}""", "s3:GetObject @ s3:b/*")]
    [InlineData("""{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"MANIFEST"},"Arguments":{"Bucket":"b","Key":"k"}}""", "s3:GetObject @ s3:b/*")]
    [InlineData("""{"Resource":"arn:aws:states:::s3:listObjectsV2","Parameters":{"Bucket":"b","Prefix":"p/"}}""", "s3:ListBucket @ s3:b if StringLike s3:prefix p/")]
    [InlineData("""{"Resource":"arn:aws:states:::s3:listObjectsV2","ReaderConfig":{"Transformation":"LOAD_AND_FLATTEN"},"Parameters":{"Bucket":"b","Prefix":"p/"}}""", "s3:ListBucket @ s3:b if StringLike s3:prefix p/\ns3:GetObject @ s3:b/p/*")]
    public void A_reader_reads_what_it_names(string reader, string statements)
        => Assert.Equal(statements, Sample.Text(RolePolicy.Create(Machine(Map() with { ItemProcessor = Inner(ProcessorMode.Inline), ItemReader = (JsonObject)JsonValue.Parse(reader) }))));

    [Theory]
    [InlineData("""{"Bucket":"b","Prefix":"p"}""", "s3:b/p/*")]
    [InlineData("""{"Bucket":"b","Prefix":"p/"}""", "s3:b/p/*")]
    [InlineData("""{"Bucket":"${ResultsBucket}"}""", "s3:${ResultsBucket}/*")]
    [InlineData("""{"Bucket.$":"$.b"}""", "s3:*/*")]
    public void A_writer_writes_where_it_says(string parameters, string resource)
    {
        var writer = JsonObject.Create(("Resource", "arn:aws:states:::s3:putObject"), ("Parameters", JsonValue.Parse(parameters)));
        Assert.Equal(
            "s3:AbortMultipartUpload s3:GetObject s3:ListMultipartUploadParts s3:PutObject @ " + resource,
            Sample.Text(RolePolicy.Create(Machine(Map() with { ItemProcessor = Inner(ProcessorMode.Inline), ResultWriter = writer }))));
    }

    [Fact]
    public void Declared_resources_of_a_Map_stand_for_those_of_their_kind()
    {
        var options = _own with { Resources = new Dictionary<string, IReadOnlyList<string>> { ["M"] = ["arn:aws:s3:::in/*"] } };
        var reader = (JsonObject)JsonValue.Parse("""{"Resource":"arn:aws:states:::s3:getObject","Arguments":"{% $states.input.object %}"}""");
        var text = Sample.Text(RolePolicy.Create(Machine(Map() with { ItemReader = reader }), options));
        Assert.Contains("s3:GetObject @ arn:aws:s3:in/*", text);
        Assert.Contains("states:StartExecution @ states:stateMachine:own", text);
    }

    [Fact]
    public void A_key_is_used_for_this_machine_only()
    {
        var policy = RolePolicy.Create(Machine(new SucceedState { Name = "S" }), _own with { KmsKeyArn = "${MachineKeyArn}", Logging = true });
        Assert.EndsWith(
            """
            kms:GenerateDataKey @ ${MachineKeyArn} if StringLike kms:EncryptionContext:SourceArn logs:*
            kms:Decrypt kms:GenerateDataKey @ ${MachineKeyArn} if StringEquals kms:EncryptionContext:aws:states:stateMachineArn states:stateMachine:own
            """.ReplaceLineEndings("\n"),
            Sample.Text(policy));
        var unnamed = RolePolicy.Create(Machine(new SucceedState { Name = "S" }), new() { KmsKeyArn = "${MachineKeyArn}" });
        Assert.Equal("kms:Decrypt kms:GenerateDataKey @ ${MachineKeyArn}", Sample.Text(unnamed));
        Assert.All(unnamed.Notes, note => Assert.Equal(PermissionNoteKind.Wildcard, note.Kind));
    }

    [Fact]
    public void Declared_resources_leave_rules_and_roles_alone()
    {
        var options = _own with { Resources = new Dictionary<string, IReadOnlyList<string>> { ["A"] = ["arn:aws:iam::1:role/task", "arn:aws:ecs:r:1:task-definition/x:2"] } };
        Assert.Equal(
            """
            ecs:DescribeTasks ecs:StopTask @ ecs:task/default/*
            iam:PassRole @ arn:aws:iam::1:role/task if StringEquals iam:PassedToService ecs-tasks.amazonaws.com
            ecs:RunTask @ arn:aws:ecs:r:1:task-definition/x:2
            events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventsForECSTaskRule
            """.ReplaceLineEndings("\n"),
            Sample.Text(Sample.Policy("ecs:runTask.sync", """{"TaskDefinition.$":"$.t"}""", options)));
    }

    [Fact]
    public void Declared_resources_leave_alone_what_is_known()
    {
        var options = _own with { Resources = new Dictionary<string, IReadOnlyList<string>> { ["A"] = ["arn:aws:s3:::data", "arn:aws:s3:::data/*"] } };
        var text = Sample.Text(Sample.Policy("athena:startQueryExecution", """{"QueryString":"SELECT 1","ResultConfiguration":{"OutputLocation":"s3://out/k"}}""", options));
        Assert.Contains("s3:GetBucketLocation s3:GetObject s3:ListBucket @ arn:aws:s3:data arn:aws:s3:data/*", text);
        Assert.Contains("s3:PutObject @ s3:out/k/*", text);
    }

    [Theory]
    [InlineData("flow", "iam:role/flow")]
    [InlineData("arn:aws:iam::1:role/flow", "arn:aws:iam::1:role/flow")]
    [InlineData("arn:aws:iam::1:instance-profile/flow", "iam:role/*")]
    public void The_role_of_instances_is_passed(string profile, string role)
        => Assert.Contains($"iam:PassRole @ {role} if StringLike iam:PassedToService ec2.amazonaws.com*", Sample.Text(Sample.Policy("elasticmapreduce:createCluster", JsonObject.Create(("JobFlowRole", profile)))));

    [Fact]
    public void A_declared_substitution_stands_for_the_main_resource()
    {
        var options = _own with { Resources = new Dictionary<string, IReadOnlyList<string>> { ["A"] = ["${ChildStateMachineArn}"] } };
        Assert.Contains("states:StartExecution @ ${ChildStateMachineArn}", Sample.Text(Sample.Policy("states:startExecution.sync:2", """{"StateMachineArn.$":"$.m"}""", options)));
    }

    [Theory]
    [InlineData("""{"StateMachineArn":"arn:aws:states:r:1:stateMachine:child:prod"}""", "arn:aws:states:r:1:stateMachine:child", "arn:aws:states:r:1:execution:child:*")]
    [InlineData("""{"StateMachineArn":"${ChildStateMachineArn}"}""", "${ChildStateMachineArn}", "states:execution:${ChildStateMachineName}:*")]
    [InlineData("""{"StateMachineArn":"${ChildArn}"}""", "${ChildArn}", "states:execution:*")]
    [InlineData("""{"StateMachineArn.$":"$.m"}""", "states:stateMachine:*", "states:execution:*")]
    public void A_child_is_started_and_followed(string parameters, string machine, string executions)
    {
        var lines = Sample.Text(Sample.Policy("states:startExecution.sync:2", parameters)).Split('\n');
        Assert.Equal("states:DescribeExecution states:StopExecution @ " + executions, lines[0]);
        Assert.Equal("states:StartExecution @ " + machine, lines[1]);
    }

    [Fact]
    public void HTTP_calls_are_conditional_and_merged()
    {
        static TaskState Call(string name, string method, string endpoint) => new()
        {
            Name = name,
            Resource = "arn:aws:states:::http:invoke",
            Parameters = JsonObject.Create(("Method", method), ("ApiEndpoint", endpoint), ("Authentication", JsonObject.Create(("ConnectionArn", "arn:aws:events:r:1:connection/c/2")))),
        };

        var policy = RolePolicy.Create(Machine(Call("A", "GET", "https://x/b"), Call("B", "GET", "https://x/a"), Call("C", "POST", "https://x/a")), _own);
        Assert.Equal(["CallHttpEndpoints", "CallHttpEndpoints2", "ReadConnectionSecrets", "UseConnections"], policy.Statements.Select(statement => statement.Sid));
        Assert.Equal(
            """{"Sid":"CallHttpEndpoints","Effect":"Allow","Action":["states:InvokeHTTPEndpoint"],"Resource":["arn:${Partition}:states:${Region}:${AccountId}:stateMachine:own"],"Condition":{"StringEquals":{"states:HTTPMethod":"GET"},"StringLike":{"states:HTTPEndpoint":["https://x/a","https://x/b"]}}}""",
            policy.Statements[0].ToJson().ToJson());
    }

    [Fact]
    public void A_computed_endpoint_is_said_to_be_wide()
    {
        var policy = Sample.Policy("http:invoke", """{"Method":"GET","ApiEndpoint.$":"$.url","Authentication":{"ConnectionArn":"${ApiConnectionArn}"}}""");
        Assert.Equal(
            """
            states:InvokeHTTPEndpoint @ states:stateMachine:own if StringEquals states:HTTPMethod GET
            secretsmanager:DescribeSecret secretsmanager:GetSecretValue @ secretsmanager:secret:events!connection/${ApiConnectionName}/*
            events:RetrieveConnectionCredentials @ ${ApiConnectionArn}
            """.ReplaceLineEndings("\n"),
            Sample.Text(policy));
        Assert.Equal("The condition states:HTTPEndpoint cannot be set: ApiEndpoint is computed when the state runs.", Assert.Single(policy.Notes, note => note.Action == "states:InvokeHTTPEndpoint").Reason);
    }

    [Theory]
    [InlineData("""{"TaskDefinition":"td","Cluster":"arn:aws:ecs:r:1:cluster/c","Tags":[]}""", "ecs:TagResource @ arn:aws:ecs:r:1:task/c/* if StringEquals ecs:CreateAction RunTask")]
    [InlineData("""{"TaskDefinition":"td"}""", "ecs:RunTask @ ecs:task-definition/td:*")]
    [InlineData("""{"TaskDefinition":"arn:aws:ecs:r:1:task-definition/td:3"}""", "ecs:RunTask @ arn:aws:ecs:r:1:task-definition/td:3")]
    [InlineData("""{"TaskDefinition":"${WorkerTaskDefinitionArn}"}""", "ecs:RunTask @ ${WorkerTaskDefinitionArn}")]
    [InlineData("""{"TaskDefinition":"td","Overrides":{"TaskRoleArn":"arn:t","ExecutionRoleArn":"arn:e"}}""", "iam:PassRole @ arn:e arn:t if StringEquals iam:PassedToService ecs-tasks.amazonaws.com")]
    public void Containers(string parameters, string statement) => Assert.Contains(statement, Sample.Text(Sample.Policy("ecs:runTask", parameters)).Split('\n'));

    [Theory]
    [InlineData("bedrock:invokeModel", """{"ModelId":"m","Input":{"S3Uri":"s3://i/k"},"Output":{"S3Uri":"s3://o/k"},"GuardrailIdentifier":"g"}""", "bedrock:ApplyGuardrail @ bedrock:guardrail/g\nbedrock:InvokeModel @ bedrock::foundation-model/m\ns3:GetObject @ s3:i/k\ns3:PutObject @ s3:o/k")]
    [InlineData("bedrock:invokeModel", """{"ModelId":"arn:aws:bedrock:r:1:provisioned-model/p"}""", "bedrock:InvokeModel @ arn:aws:bedrock:r:1:provisioned-model/p")]
    [InlineData("bedrock:invokeModel", """{"ModelId.$":"$.m"}""", "bedrock:InvokeModel @ bedrock:provisioned-model/* bedrock::foundation-model/*")]
    [InlineData("mediaconvert:createJob", """{"Role":"arn:r","Queue":"q","JobTemplate":"t"}""", "mediaconvert:CreateJob @ mediaconvert:jobTemplates/t mediaconvert:presets/* mediaconvert:queues/q\niam:PassRole @ arn:r if StringEquals iam:PassedToService mediaconvert.amazonaws.com")]
    [InlineData("events:putEvents", """{"Entries.$":"$.e"}""", "events:PutEvents @ events:event-bus/*")]
    [InlineData("events:putEvents", """{"Entries":[{"EventBusName.$":"$.b"},{}]}""", "events:PutEvents @ events:event-bus/*")]
    [InlineData("batch:submitJob", """{"JobDefinition":"jd","JobQueue":"${JobQueueArn}","Tags":{}}""", "batch:SubmitJob @ ${JobQueueArn} batch:job-definition/jd batch:job-definition/jd:*\nbatch:TagResource @ batch:job/*")]
    [InlineData("eks:call", """{"ClusterName":"c"}""", "")]
    public void Parameters_decide(string integration, string parameters, string statements) => Assert.Equal(statements, Sample.Text(Sample.Policy(integration, parameters)));

    [Theory]
    [InlineData("SELECT 1", false)]
    [InlineData(" with t as (select 1) select * from t", false)]
    [InlineData("INSERT INTO t SELECT 1", true)]
    [InlineData("MSCK REPAIR TABLE t", true)]
    [InlineData("{% $q %}", true)]
    public void A_query_that_reads_may_not_change_tables(string query, bool changes)
        => Assert.Equal(
            changes,
            Sample.Policy("athena:startQueryExecution", JsonObject.Create(("QueryString", query))).Statements.SelectMany(statement => statement.Actions).Contains("glue:DeleteTable"));

    [Fact]
    public void What_a_wider_resource_covers_is_left_out()
    {
        var policy = RolePolicy.Create(Machine(
            Sdk("A", "s3:putObject", ("Bucket", "b"), ("Key.$", "$.k")),
            Sdk("B", "s3:putObject", ("Bucket", "b"), ("Key", "x")),
            Sdk("C", "s3:listObjectsV2", ("Bucket", "b"), ("Prefix", "p")),
            Sdk("D", "s3:listObjectsV2", ("Bucket", "b"))));
        Assert.Equal("s3:PutObject @ s3:b/*\ns3:ListBucket @ s3:b", Sample.Text(policy));
    }

    [Fact]
    public void Limits_of_size_are_told()
    {
        static PolicyDocument Policy(int topics) => RolePolicy.Create(Machine([.. Enumerable.Range(0, topics).Select(i => Sdk($"S{i}", "sns:publish", ("TopicArn", $"arn:aws:sns:eu-west-1:123456789012:a-topic-with-a-name-{i:000}")))]));
        static IEnumerable<string> Large(PolicyDocument policy) => policy.ExceededLimits.Select(limit => limit.Action);

        Assert.Empty(Large(Policy(80)));
        Assert.Equal(["iam:CreatePolicy"], Large(Policy(110)));
        Assert.Equal(["iam:CreatePolicy", "iam:PutRolePolicy"], Large(Policy(180)));
    }

    private static MapState Map() => new() { Name = "M", ItemProcessor = Inner(ProcessorMode.Distributed) };

    private static StateMachine Inner(ProcessorMode mode) => Machine(new SucceedState { Name = "I" }) with { ProcessorConfig = new() { Mode = mode } };

    private static StateMachine Machine(params State[] states) => new() { StartAt = states[0].Name, States = states };

    private static TaskState Sdk(string name, string call, params (string Name, JsonValue Value)[] parameters)
        => new() { Name = name, Resource = "arn:aws:states:::aws-sdk:" + call, Parameters = JsonObject.Create(parameters) };
}
