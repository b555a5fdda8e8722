using System.Reflection;
using System.Text.RegularExpressions;
using Stepwise.Deployment.CloudFormation;
using Stepwise.Deployment.Plan;
using Stepwise.Deployment.Terraform;
using Stepwise.Json;

namespace Stepwise.Deployment.Tests;

/// <summary>The module and the template deploy the same things: each kind of the one has its counterpart in the other.</summary>
public sealed partial class ParityTests
{
    private static readonly JsonObject _module = Parse(TerraformModule.Write(Sources.EveryKind).Single(file => file.Path == "terraform/main.tf.json"));
    private static readonly JsonObject _moduleOutputs = (JsonObject)Parse(TerraformModule.Write(Sources.EveryKind).Single(file => file.Path == "terraform/outputs.tf.json"))["output"]!;
    private static readonly JsonObject _template = Parse(CloudFormationTemplate.Write(Sources.EveryKind));

    /// <summary>Kind in the module, kind in the template, and arguments whose values must agree. What is a part of another resource in the template names that part.</summary>
    private static readonly (string Terraform, string CloudFormation, string? Part, string[] Arguments)[] _kinds =
    [
        ("aws_sfn_state_machine", "AWS::StepFunctions::StateMachine", null,
            ["type=StateMachineType", "tracing_configuration.enabled=TracingConfiguration.Enabled", "encryption_configuration.type=EncryptionConfiguration.Type",
                "encryption_configuration.kms_data_key_reuse_period_seconds=EncryptionConfiguration.KmsDataKeyReusePeriodSeconds"]),
        ("aws_sfn_alias", "AWS::StepFunctions::StateMachineAlias", null, ["name=Name"]),
        ("aws_iam_role", "AWS::IAM::Role", null, []),
        ("aws_iam_role_policy", "AWS::IAM::Role", "Policies", []),
        ("aws_iam_policy", "AWS::IAM::ManagedPolicy", null, []),
        ("aws_cloudwatch_log_group", "AWS::Logs::LogGroup", null, []),
        ("aws_cloudwatch_metric_alarm", "AWS::CloudWatch::Alarm", null,
            ["metric_name=MetricName", "namespace=Namespace", "statistic=Statistic", "comparison_operator=ComparisonOperator", "threshold=Threshold", "period=Period",
                "evaluation_periods=EvaluationPeriods", "treat_missing_data=TreatMissingData"]),
        ("aws_sqs_queue", "AWS::SQS::Queue", null, ["message_retention_seconds=MessageRetentionPeriod", "sqs_managed_sse_enabled=SqsManagedSseEnabled"]),
        ("aws_sqs_queue_policy", "AWS::SQS::QueuePolicy", null, []),
        ("aws_cloudwatch_event_rule", "AWS::Events::Rule", null, ["schedule_expression=ScheduleExpression"]),
        ("aws_cloudwatch_event_target", "AWS::Events::Rule", "Targets",
            ["target_id=Targets.0.Id", "input=Targets.0.Input", "input_transformer.input_template=Targets.0.InputTransformer.InputTemplate",
                "retry_policy.maximum_retry_attempts=Targets.0.RetryPolicy.MaximumRetryAttempts"]),
        ("aws_scheduler_schedule_group", "AWS::Scheduler::ScheduleGroup", null, []),
        ("aws_scheduler_schedule", "AWS::Scheduler::Schedule", null,
            ["schedule_expression=ScheduleExpression", "schedule_expression_timezone=ScheduleExpressionTimezone", "flexible_time_window.mode=FlexibleTimeWindow.Mode", "target.input=Target.Input",
                "target.retry_policy.maximum_event_age_in_seconds=Target.RetryPolicy.MaximumEventAgeInSeconds"]),
    ];

    [Fact]
    public void Each_resource_has_its_counterpart()
    {
        var modules = ((JsonObject)_module["resource"]!).Members.ToDictionary(kind => kind.Name, kind => ((JsonObject)kind.Value).Members.Select(member => (JsonObject)member.Value).ToList());
        Assert.Equal(_kinds.Select(kind => kind.Terraform).Order(StringComparer.Ordinal), modules.Keys);

        // The version is a resource of its own in the template, and the machine's `publish` in the module.
        Assert.Equal(
            _kinds.Select(kind => kind.CloudFormation).Append("AWS::StepFunctions::StateMachineVersion").Distinct().Order(StringComparer.Ordinal),
            Resources().Select(resource => Text(resource["Type"]!)).Distinct().Order(StringComparer.Ordinal));
        Assert.All(modules["aws_sfn_state_machine"], machine => Assert.Equal(JsonBoolean.True, machine["publish"]));

        foreach (var (terraform, cloudFormation, part, arguments) in _kinds)
        {
            var templates = Resources().Where(resource => Text(resource["Type"]!) == cloudFormation).Select(resource => (JsonObject)resource["Properties"]!)
                .Where(properties => part is null || properties[part] is not null).ToList();
            Assert.True(modules[terraform].Count == templates.Count, $"{terraform}: {modules[terraform].Count} and {templates.Count}");
            foreach (var pair in arguments.Select(argument => argument.Split('=')))
            {
                Assert.Equal(Values(modules[terraform], pair[0], TerraformWords), Values(templates, pair[1], CloudFormationWords));
            }
        }
    }

    [Fact]
    public void Each_key_of_the_plan_has_an_expression_in_both_languages()
    {
        var keys = typeof(PlanKeys).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToList();
        Assert.True(keys.Count > 20, "The keys are found.");
        var plan = DeploymentPlan.From(Sources.EveryKind);
        PlannedOutput[] outputs = [.. keys.Select((key, index) => new PlannedOutput("Output" + index, key, key))];
        plan = plan with { Machine = plan.Machine with { Outputs = outputs } };

        var module = TerraformWriter.Write(plan).DeclaredOutputs.Where(output => keys.Contains(output.Description));
        var template = (JsonObject)CloudFormationWriter.Write(plan, isServerless: false)["Outputs"]!;

        Assert.All(module, output => Assert.NotEmpty(output.Expression));
        Assert.Equal(keys, module.Select(output => output.Description));
        Assert.All(outputs, output => Assert.NotNull(((JsonObject)template[output.Name]!)["Value"]));
    }

    [Fact]
    public void Names_are_the_same()
    {
        string[] arguments = ["name", "alarm_name"];
        var modules = ((JsonObject)_module["resource"]!).Members
            .Where(kind => kind.Name is not ("aws_iam_role_policy" or "aws_sfn_alias" or "aws_cloudwatch_log_group"))
            .SelectMany(kind => ((JsonObject)kind.Value).Members)
            .SelectMany(resource => arguments.Select(argument => ((JsonObject)resource.Value)[argument]))
            .OfType<JsonString>().Select(name => name.Value.Replace("${local.name}", "${local.prefix}every-kind", StringComparison.Ordinal).Replace("${local.prefix}", "${Prefix}", StringComparison.Ordinal));
        string[] properties = ["Name", "StateMachineName", "AlarmName", "QueueName"];
        var templates = Resources().Where(resource => Text(resource["Type"]!) != "AWS::StepFunctions::StateMachineAlias")
            .SelectMany(resource => properties.Select(property => ((JsonObject)resource["Properties"]!)[property]))
            .OfType<JsonObject>().Select(name => Text(((JsonArray)name["Fn::Sub"]!)[0]));
        Assert.Equal(modules.Order(StringComparer.Ordinal), templates.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_output_has_its_counterpart()
    {
        // A policy's text is no output in CloudFormation; what the module gives as a map has one output for each member.
        var several = new Dictionary<string, string> { ["alarm_arns"] = "AlarmArn", ["event_rule_arns"] = "RuleArn" };
        var outputs = (JsonObject)_template["Outputs"]!;
        foreach (var output in _moduleOutputs.Members.Where(output => output.Name != "schedule_creator_policy_json"))
        {
            if (several.TryGetValue(output.Name, out var ending))
            {
                Assert.Contains(outputs.Members, candidate => candidate.Name.EndsWith(ending, StringComparison.Ordinal));
            }
            else
            {
                var name = string.Concat(output.Name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
                Assert.True(outputs[name] is not null, name);
            }
        }
    }

    [Fact]
    public void Whoever_creates_schedules_may_do_the_same()
    {
        var module = (JsonArray)((JsonObject)((JsonObject)((JsonObject)_module["data"]!)["aws_iam_policy_document"]!)["schedule_creator"]!)["statement"]!;
        var template = (JsonArray)((JsonObject)((JsonObject)Resources().Single(resource => Text(resource["Type"]!) == "AWS::IAM::ManagedPolicy")["Properties"]!)["PolicyDocument"]!)["Statement"]!;
        Assert.Equal(module.Select(statement => ((JsonObject)statement)["actions"]), template.Select(statement => ((JsonObject)statement)["Action"]));
        Assert.Equal(["ManageSchedules", "PassSchedulerRole"], template.Select(statement => Text(((JsonObject)statement)["Sid"]!)));
        Assert.Contains("iam:PassedToService", ((JsonObject)module[1])["condition"]!.ToJson(), StringComparison.Ordinal);
        Assert.Contains("iam:PassedToService", ((JsonObject)template[1])["Condition"]!.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("log_group_name", "LogGroupName")]
    [InlineData("log_retention_days", "LogRetentionInDays")]
    [InlineData("log_level", "LogLevel")]
    [InlineData("log_include_execution_data", "LogIncludeExecutionData")]
    [InlineData("alarm_actions", "AlarmActions")]
    [InlineData("project_name", "ProjectName")]
    [InlineData("poll_enabled", "PollRuleState")]
    [InlineData("requested_enabled", "RequestedRuleState")]
    [InlineData("nightly_enabled", "NightlyScheduleState")]
    public void What_can_be_set_in_one_can_be_set_in_the_other(string variable, string parameter)
    {
        var variables = (JsonObject)Parse(TerraformModule.Write(Sources.EveryKind).Single(file => file.Path == "terraform/variables.tf.json"))["variable"]!;
        Assert.NotNull(variables[variable]);
        Assert.NotNull(((JsonObject)_template["Parameters"]!)[parameter]);
    }

    private static IEnumerable<JsonObject> Resources() => ((JsonObject)_template["Resources"]!).Members.Select(resource => (JsonObject)resource.Value);

    private static List<string> Values(IEnumerable<JsonObject> resources, string path, Func<string, string> words) =>
        [.. resources.Select(resource => Find(resource, path)).OfType<JsonValue>().Select(value => words(Text(value))).Order(StringComparer.Ordinal)];

    private static JsonValue? Find(JsonValue? value, string path) =>
        path.Split('.').Aggregate(value, (owner, step) => owner is JsonArray items ? items[0] : (owner as JsonObject)?[step]);

    /// <summary>What the user wrote, without the escapes of the language around it.</summary>
    private static string TerraformWords(string text) => Key().Replace(text.Replace("$${", "<{", StringComparison.Ordinal).Replace("%%{", "%{", StringComparison.Ordinal), "<key>").Replace("<{", "${", StringComparison.Ordinal);

    private static string CloudFormationWords(string text) => text.Replace("${!", "${", StringComparison.Ordinal);

    private static JsonObject Parse(DeploymentFile file) => (JsonObject)JsonValue.Parse(file.Content);

    private static string Text(JsonValue value) => value is JsonString text ? text.Value : value is JsonObject { Count: 1 } one && one["Fn::Sub"] is JsonString sub ? sub.Value : value.ToJson();

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Key();
}
