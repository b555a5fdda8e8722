using Stepwise.Deployment.Terraform;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Deployment.Tests;

/// <summary>The module of the reference system: what its description says is around the machine.</summary>
public sealed class ReferenceSystemTests
{
    private static readonly IReadOnlyList<DeploymentFile> _files = TerraformModule.Write(Sources.Campaign);

    [Theory]
    [InlineData("resource.aws_sfn_state_machine.this.name", "${local.name}")]
    [InlineData("resource.aws_sfn_state_machine.this.type", "STANDARD")]
    [InlineData("resource.aws_sfn_state_machine.this.role_arn", "${aws_iam_role.state_machine.arn}")]
    [InlineData("resource.aws_sfn_state_machine.this.logging_configuration.level", "${var.log_level}")]
    [InlineData("resource.aws_sfn_state_machine.this.logging_configuration.log_destination", "${aws_cloudwatch_log_group.state_machine.arn}:*")]
    [InlineData("resource.aws_sfn_state_machine.this.tracing_configuration.enabled", "true")]
    [InlineData("resource.aws_sfn_state_machine.this.depends_on", """["aws_iam_role_policy.state_machine"]""")]
    [InlineData("resource.aws_cloudwatch_log_group.state_machine.name", """${var.log_group_name == "" ? "/aws/stepfunctions/${local.name}" : var.log_group_name}""")]
    [InlineData("resource.aws_cloudwatch_metric_alarm.executions_failed.metric_name", "ExecutionsFailed")]
    [InlineData("resource.aws_cloudwatch_metric_alarm.executions_failed.threshold", "1")]
    [InlineData("resource.aws_cloudwatch_metric_alarm.executions_timed_out.metric_name", "ExecutionsTimedOut")]
    [InlineData("resource.aws_cloudwatch_metric_alarm.execution_time.metric_name", "ExecutionTime")]
    [InlineData("resource.aws_cloudwatch_metric_alarm.execution_time.threshold", "3600000")]
    [InlineData("resource.aws_cloudwatch_metric_alarm.execution_time.alarm_actions", "${concat([local.campaign_notifications_topic_arn], var.alarm_actions)}")]
    [InlineData("resource.aws_cloudwatch_event_rule.campaign_scheduler.name", "${local.prefix}campaign-scheduler")]
    [InlineData("resource.aws_cloudwatch_event_rule.campaign_scheduler.schedule_expression", "rate(1 minute)")]
    [InlineData("resource.aws_cloudwatch_event_rule.campaign_scheduler.state", """${var.campaign_scheduler_enabled ? "ENABLED" : "DISABLED"}""")]
    [InlineData("resource.aws_cloudwatch_event_target.campaign_scheduler.input", """{"campaignId":"00000000-0000-0000-0000-000000000000","executionSource":"scheduled"}""")]
    [InlineData("resource.aws_cloudwatch_event_target.campaign_scheduler.arn", "${aws_sfn_state_machine.this.arn}")]
    [InlineData("resource.aws_cloudwatch_event_target.campaign_scheduler.role_arn", "${aws_iam_role.events.arn}")]
    [InlineData("resource.aws_scheduler_schedule_group.this.name", "${local.prefix}campaigns")]
    [InlineData("data.aws_iam_policy_document.events.statement.0.actions", """["states:StartExecution"]""")]
    [InlineData("data.aws_iam_policy_document.events.statement.0.resources", """["${aws_sfn_state_machine.this.arn}"]""")]
    [InlineData("data.aws_iam_policy_document.events_trust.statement.0.principals.0.identifiers", """["events.amazonaws.com"]""")]
    [InlineData("data.aws_iam_policy_document.state_machine_trust.statement.0.principals.0.identifiers", """["states.amazonaws.com"]""")]
    [InlineData("locals.prefix", """${var.project_name == "" ? "" : "${var.project_name}-"}""")]
    [InlineData("locals.name", "${\"${local.prefix}campaign-execution\"}")]
    public void The_module_has(string path, string value) => Assert.Equal(value, At("main.tf.json", path));

    [Theory]
    [InlineData("log_retention_days", "7")]
    [InlineData("log_level", "ALL")]
    [InlineData("log_include_execution_data", "true")]
    [InlineData("campaign_scheduler_enabled", "false")]
    [InlineData("project_name", "")]
    public void Its_default_is(string variable, string value) => Assert.Equal(value, At("variables.tf.json", $"variable.{variable}.default"));

    [Fact]
    public void The_role_reaches_the_functions_and_the_topic_and_a_star_only_for_logs_and_traces()
    {
        var statements = (JsonArray)Find("main.tf.json", "data.aws_iam_policy_document.state_machine.statement");
        var reached = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var statement in statements.Cast<JsonObject>())
        {
            foreach (var action in (JsonArray)statement["actions"]!)
            {
                foreach (var resource in (JsonArray)statement["resources"]!)
                {
                    var service = Text(action).Split(':')[0];
                    reached.TryAdd(service, new(StringComparer.Ordinal));
                    reached[service].Add(Text(resource));
                }
            }
        }

        Assert.Equal(["lambda", "logs", "sns", "xray"], reached.Keys);
        Assert.Equal(["*"], reached["logs"]);
        Assert.Equal(["*"], reached["xray"]);
        Assert.Equal(["${local.campaign_notifications_topic_arn}"], reached["sns"]);
        foreach (var function in new[] { "dispatcher", "report_generator", "status_checker", "validate_campaign" })
        {
            Assert.Contains($"${{local.{function}_function_arn}}", reached["lambda"]);
        }

        Assert.DoesNotContain("*", reached["lambda"]);
    }

    [Fact]
    public void Its_files_are_those_that_verifying_knows() =>
        Assert.Equal(TerraformModule.FileNames("campaign-execution"), _files.Select(file => file.Path[(ArtifactNames.Terraform.Length + 1)..]));

    private static string At(string file, string path) => Text(Find(file, path));

    private static JsonValue Find(string file, string path)
    {
        var value = JsonValue.Parse(_files.Single(candidate => candidate.Path == $"{ArtifactNames.Terraform}/{file}").Content);
        foreach (var step in path.Split('.'))
        {
            value = value is JsonArray items ? items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : ((JsonObject)value)[step];
            Assert.True(value is not null, $"There is no {step} of {path}.");
        }

        return value;
    }

    private static string Text(JsonValue value) => value is JsonString text ? text.Value : value.ToJson();
}
