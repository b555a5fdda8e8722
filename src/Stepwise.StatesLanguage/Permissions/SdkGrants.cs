using static Stepwise.StatesLanguage.Permissions.IntegrationGrant;
using static Stepwise.StatesLanguage.Permissions.Target;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>The permissions of AWS SDK integrations. If an optimized integration makes the same call, its rows apply. Otherwise rules and exceptions give an action and a resource, and some calls need more.</summary>
internal static class SdkGrants
{
    private static readonly Dictionary<string, string> _optimizedNames = new(StringComparer.Ordinal)
    {
        ["bedrockruntime"] = "bedrock",
        ["emrcontainers"] = "emr-containers",
        ["emrserverless"] = "emr-serverless",
        ["eventbridge"] = "events",
        ["sfn"] = "states",
    };

    /// <summary>The permissions that a call needs in addition to its own action.</summary>
    private static readonly ILookup<string, IntegrationGrant> _more = new IntegrationGrant[]
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

    /// <summary>Returns the rows of a call; empty if the call is not known.</summary>
    public static IReadOnlyList<IntegrationGrant> For(TaskResource resource)
    {
        if (resource.PatternText is not ("" or ".waitForTaskToken"))
        {
            return [];
        }

        var optimized = IntegrationGrants.Optimized((_optimizedNames.TryGetValue(resource.Service, out var name) ? name : resource.Service) + ":" + resource.Action);
        if (optimized.Count > 0)
        {
            return [.. optimized.Where(row => row.AppliesTo(resource))];
        }

        return SdkActions.Of(resource.Service, resource.Action) is { } actions
            ? [
                new(resource.Integration, Always, "Call" + char.ToUpperInvariant(resource.Service[0]) + resource.Service.Substring(1), actions, AnyOf(actions[0], SdkTargets.Of(resource.Service, resource.Action))),
                .. _more[resource.Service + ":" + resource.Action],
            ]
            : [];
    }

    /// <summary>Adds all resources of the service to the kinds that can be declared, because the table does not know all resources that a call can reach.</summary>
    private static Target AnyOf(string action, Target target) => target with { Kinds = [.. target.Kinds, action.Substring(0, action.IndexOf(':') + 1)] };

    /// <summary>The source of a copy: the bucket and the key, optionally with a slash before them and a version after them.</summary>
    private static Reach CopySource(TaskArguments arguments)
        => arguments.Text("CopySource") is { Length: > 0 } source
            ? Reach.Of("arn:${Partition}:s3:::" + source.TrimStart('/').Split('?')[0])
            : new([ResourceTemplate.Expand("s3:*")], Reach.Unknown(arguments, "CopySource"));
}
