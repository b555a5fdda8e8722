using Stepwise.Json;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.StatesLanguage.Tests.Permissions;

/// <summary>Machines of one task, and their policies as text.</summary>
internal static class Sample
{
    /// <summary>Literal values for every parameter that names a resource in any integration.</summary>
    public static JsonObject Literals { get; } = (JsonObject)JsonValue.Parse(
        """
        {
          "FunctionName": "f", "TopicArn": "arn:aws:sns:r:1:t", "QueueUrl": "https://sqs.r.amazonaws.com/1/q", "TableName": "t",
          "TaskDefinition": "td:1", "Cluster": "c", "JobName": "j", "JobQueue": "jq", "JobDefinition": "jd:1",
          "Entries": [{"EventBusName": "b"}, {"Source": "s"}], "StateMachineArn": "arn:aws:states:r:1:stateMachine:child",
          "ApiEndpoint": "abc.execute-api.r.amazonaws.com", "Stage": "prod", "Method": "GET", "Path": "/pets", "AuthType": "IAM_ROLE",
          "Authentication": {"ConnectionArn": "arn:aws:events:r:1:connection/con/2"},
          "Name": "n", "ClusterName": "cl", "NodegroupName": "ng", "FargateProfileName": "fp",
          "RoleArn": "arn:aws:iam::1:role/x", "NodeRole": "arn:aws:iam::1:role/node", "PodExecutionRoleArn": "arn:aws:iam::1:role/pod",
          "ClusterId": "j-1", "ServiceRole": "svc", "JobFlowRole": "flow", "Id": "p:7", "Ids": ["p:7", "p2:8"], "VirtualClusterId": "vc",
          "ExecutionRoleArn": "arn:aws:iam::1:role/exec", "ApplicationId": "app", "JobRunId": "run",
          "WorkGroup": "wg", "QueryString": "CREATE TABLE x", "QueryExecutionContext": {"Database": "db"}, "ResultConfiguration": {"OutputLocation": "s3://out/k/"},
          "QueryExecutionId": "q", "TrainingJobName": "tj", "TransformJobName": "xj", "ProcessingJobName": "pj", "LabelingJobName": "lj",
          "HyperParameterTuningJobName": "hj", "TrainingJobDefinition": {"RoleArn": "arn:aws:iam::1:role/x"},
          "EndpointName": "e", "EndpointConfigName": "ec", "ModelName": "m", "ProjectName": "p", "ReportArns": ["arn:aws:codebuild:r:1:report/g:3"],
          "ModelId": "amazon.titan", "BaseModelIdentifier": "amazon.titan", "HarnessArn": "arn:aws:bedrock-agentcore:r:1:harness/h",
          "Role": "arn:aws:iam::1:role/mc", "Settings": {"OutputGroups": [{"Outputs": [{"Preset": "pr"}]}]},
          "Bucket": "bu", "Key": "k"
        }
        """);

    public static PolicyDocument Policy(string integration, JsonObject? parameters = null, PermissionOptions? options = null)
        => RolePolicy.Create(
            new() { StartAt = "A", States = [new TaskState { Name = "A", Resource = "arn:aws:states:::" + integration, Parameters = parameters ?? Literals }] },
            options ?? new() { StateMachineName = "own" });

    public static PolicyDocument Policy(string integration, string parameters, PermissionOptions? options = null) => Policy(integration, (JsonObject)JsonValue.Parse(parameters), options);

    /// <summary>One line for each statement: actions, resources with the placeholders of the account left out, conditions.</summary>
    public static string Text(PolicyDocument policy) => string.Join("\n", policy.Statements.Select(Text));

    public static string Text(PolicyStatement statement)
        => string.Join(" ", statement.Actions)
            + " @ " + string.Join(" ", statement.Resources.Select(Short))
            + string.Concat(statement.Conditions.Select(condition => $" if {condition.Operator} {condition.Key} {Short(condition.Value)}"));

    private static string Short(string text)
        => text.Replace("arn:${Partition}:", "").Replace(":${Region}:${AccountId}:", ":").Replace(":${Region}::", "::").Replace("iam::${AccountId}:", "iam:").Replace("s3:::", "s3:");
}
