using static Stepwise.StatesLanguage.Permissions.IntegrationGrant;
using static Stepwise.StatesLanguage.Permissions.Target;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>What AWS SDK integrations need: the rows of the optimized integration that makes the same call, or else an action and a resource by rule and exception, and more for some.</summary>
internal static class SdkGrants
{
    private static readonly Dictionary<string, string> OptimizedNames = new(StringComparer.Ordinal)
    {
        ["bedrockruntime"] = "bedrock",
        ["emrcontainers"] = "emr-containers",
        ["emrserverless"] = "emr-serverless",
        ["eventbridge"] = "events",
        ["sfn"] = "states",
    };

    /// <summary>What a call needs beside its own action.</summary>
    private static readonly ILookup<string, IntegrationGrant> More = new IntegrationGrant[]
    {
        Pass("codepipeline:createPipeline", "codepipeline.amazonaws.com", "iam:role/{Pipeline.RoleArn?}"),
        Pass("ecs:registerTaskDefinition", "ecs-tasks.amazonaws.com", Of("iam:role/{TaskRoleArn?}", "iam:role/{ExecutionRoleArn?}")),
        Pass("glue:createJob", "glue.amazonaws.com", "iam:role/{Role?}"),
        Pass("lambda:createFunction", "lambda.amazonaws.com", "iam:role/{Role?}"),
        Pass("pipes:createPipe", "pipes.amazonaws.com", "iam:role/{RoleArn?}"),
        Pass("scheduler:createSchedule", "scheduler.amazonaws.com", "iam:role/{Target.RoleArn?}"),
        Pass("scheduler:updateSchedule", "scheduler.amazonaws.com", "iam:role/{Target.RoleArn?}"),
        Pass("sfn:createStateMachine", "states.amazonaws.com", "iam:role/{RoleArn?}"),
        new("rdsdata:batchExecuteStatement", Always, "ReadSecrets", ["secretsmanager:GetSecretValue"], Of("secretsmanager:secret:{SecretArn?}")),
        new("rdsdata:executeStatement", Always, "ReadSecrets", ["secretsmanager:GetSecretValue"], Of("secretsmanager:secret:{SecretArn?}")),
        new("rdsdata:beginTransaction", Always, "ReadSecrets", ["secretsmanager:GetSecretValue"], Of("secretsmanager:secret:{SecretArn?}")),
        new("redshiftdata:executeStatement", Always, "ReadSecrets", ["secretsmanager:GetSecretValue"], Of("secretsmanager:secret:{SecretArn?}")),
        new("redshiftdata:batchExecuteStatement", Always, "ReadSecrets", ["secretsmanager:GetSecretValue"], Of("secretsmanager:secret:{SecretArn?}")),
        new("s3:copyObject", Always, "ReadObjects", ["s3:GetObject"], new(["s3:"], CopySource)),
        new("s3:uploadPartCopy", Always, "ReadObjects", ["s3:GetObject"], new(["s3:"], CopySource)),
        new("s3:headObject", Always, "ReadObjectVersions", ["s3:GetObjectVersion"], Of("s3:{Bucket}/{Key}").When("VersionId")),
        new("s3:deleteObject", Always, "DeleteObjectVersions", ["s3:DeleteObjectVersion"], Of("s3:{Bucket}/{Key}").When("VersionId")),
    }.ToLookup(row => row.Integration, StringComparer.Ordinal);

    /// <summary>What a call needs; empty when it is not known.</summary>
    public static IReadOnlyList<IntegrationGrant> For(TaskResource resource)
    {
        if (resource.PatternText is not ("" or ".waitForTaskToken"))
        {
            return [];
        }

        var optimized = IntegrationGrants.Optimized((OptimizedNames.TryGetValue(resource.Service, out var name) ? name : resource.Service) + ":" + resource.Action);
        if (optimized.Count > 0)
        {
            return [.. optimized.Where(row => row.AppliesTo(resource))];
        }

        return SdkActions.Of(resource.Service, resource.Action) is { } actions
            ? [
                new(resource.Integration, Always, "Call" + char.ToUpperInvariant(resource.Service[0]) + resource.Service.Substring(1), actions, AnyOf(actions[0], SdkTargets.Of(resource.Service, resource.Action))),
                .. More[resource.Service + ":" + resource.Action],
            ]
            : [];
    }

    /// <summary>Which resources a call reaches beside those that the table knows is not known: whoever declares one of its service is believed.</summary>
    private static Target AnyOf(string action, Target target) => target with { Kinds = [.. target.Kinds, action.Substring(0, action.IndexOf(':') + 1)] };

    /// <summary>Bucket and key, with or without a slash before them and a version after.</summary>
    private static Reach CopySource(TaskArguments arguments)
        => arguments.Text("CopySource") is { Length: > 0 } source
            ? Reach.Of("arn:${Partition}:s3:::" + source.TrimStart('/').Split('?')[0])
            : new([ResourceTemplate.Expand("s3:*")], Reach.Unknown(arguments, "CopySource"));
}
