using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;
using static Stepwise.Deployment.Terraform.TerraformText;

namespace Stepwise.Deployment.Terraform;

/// <summary>The data source with which the module looks up a resource that exists.</summary>
/// <param name="DataSource">The type of the data source.</param>
/// <param name="Arguments">Returns its arguments for an expression whose value is the resource's name or its ARN.</param>
internal sealed record TerraformLookUp(string DataSource, Func<string, (string Name, JsonValue Value)[]> Arguments)
{
    private static readonly Dictionary<ResourceKind, TerraformLookUp> _ofKind = new()
    {
        [ResourceKind.Function] = new("aws_lambda_function", wanted => [("function_name", Expression(wanted))]),
        [ResourceKind.Topic] = ByLastPart("aws_sns_topic", "name", ":"),
        [ResourceKind.Queue] = ByLastPart("aws_sqs_queue", "name", ":"),
        [ResourceKind.Table] = ByLastPart("aws_dynamodb_table", "name", "/"),
        [ResourceKind.Bucket] = ByLastPart("aws_s3_bucket", "bucket", ":"),
        [ResourceKind.EventBus] = ByLastPart("aws_cloudwatch_event_bus", "name", "event-bus/"),

        // arn:partition:states:region:account:stateMachine:name, which a version or an alias may follow
        [ResourceKind.StateMachine] = new("aws_sfn_state_machine", wanted => [("name", Expression($"startswith({wanted}, \"arn:\") ? split(\":\", {wanted})[6] : {wanted}"))]),
        [ResourceKind.Activity] = ByLastPart("aws_sfn_activity", "name", ":"),
        [ResourceKind.Cluster] = ByLastPart("aws_ecs_cluster", "cluster_name", "/"),
        [ResourceKind.TaskDefinition] = ByLastPart("aws_ecs_task_definition", "task_definition", "/"),
        [ResourceKind.JobQueue] = ByLastPart("aws_batch_job_queue", "name", "/"),

        // arn:partition:events:region:account:connection/name/id
        [ResourceKind.Connection] = new("aws_cloudwatch_event_connection", wanted => [("name", Expression($"startswith({wanted}, \"arn:\") ? split(\"/\", {wanted})[1] : {wanted}"))]),
        [ResourceKind.Secret] = new("aws_secretsmanager_secret", wanted =>
        [
            ("arn", Expression($"startswith({wanted}, \"arn:\") ? {wanted} : null")),
            ("name", Expression($"startswith({wanted}, \"arn:\") ? null : {wanted}")),
        ]),

        // The name of a key is that of its alias.
        [ResourceKind.Key] = new("aws_kms_key", wanted => [("key_id", Expression($"startswith({wanted}, \"arn:\") ? {wanted} : \"alias/${{trimprefix({wanted}, \"alias/\")}}\""))]),
        [ResourceKind.Role] = ByLastPart("aws_iam_role", "name", "/"),
    };

    public static TerraformLookUp Of(ResourceKind kind) => _ofKind[kind];

    /// <summary>A data source whose argument is the name, which is the last part of the ARN.</summary>
    private static TerraformLookUp ByLastPart(string dataSource, string argument, string separator) =>
        new(dataSource, wanted => [(argument, Expression($"reverse(split(\"{separator}\", {wanted}))[0]"))]);
}
