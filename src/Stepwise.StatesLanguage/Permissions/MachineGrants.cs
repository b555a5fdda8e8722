using static Stepwise.StatesLanguage.Permissions.IntegrationGrant;
using static Stepwise.StatesLanguage.Permissions.Target;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>The permissions that a machine needs in addition to those of its integrations.</summary>
internal static class MachineGrants
{
    private const string NewExecution = "The name of a child execution is known only once it is started.";
    private const string Own = "{" + TaskArguments.Machine + "}";

    /// <summary>A role that a task assumes (ASL <c>Credentials</c>).</summary>
    public static IntegrationGrant Role { get; } = new("", Always, "AssumeTaskRoles", ["sts:AssumeRole"], Arn("iam:role/", "RoleArn"));

    /// <summary>The delivery of logs. IAM has no narrower resource for these actions.</summary>
    public static IntegrationGrant Logging { get; } = new(
        "",
        Always,
        "DeliverLogs",
        [
            "logs:CreateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:DescribeLogGroups",
            "logs:DescribeResourcePolicies",
            "logs:GetLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:UpdateLogDelivery",
        ],
        Everything("The actions of log delivery do not support resource-level permissions."));

    /// <summary>Traces. IAM has no narrower resource for these actions.</summary>
    public static IntegrationGrant Tracing { get; } = new(
        "",
        Always,
        "SendTraces",
        ["xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments"],
        Everything("These X-Ray actions do not support resource-level permissions."));

    /// <summary>The child executions of a Distributed Map, which are executions of its own machine. The ARNs are built from the name of the machine: a reference to the machine would need its role, and the role needs this policy.</summary>
    public static IReadOnlyList<IntegrationGrant> DistributedMap { get; } =
    [
        new("", Always, "StartExecutions", ["states:StartExecution"], OfOwn("states:stateMachine:" + Own)),
        new("", Always, "FollowExecutions", ["states:DescribeExecution", "states:StopExecution"], OfOwn($"states:execution:{Own}:*", $"states:execution:{Own}/{{Label|*}}:*").NarrowestBecause(NewExecution)),
        new("", Always, "RedriveExecutions", ["states:RedriveExecution"], OfOwn($"states:execution:{Own}/{{Label|*}}:*").NarrowestBecause(NewExecution)),
    ];

    /// <summary>The objects that an item reader lists and, with <c>LOAD_AND_FLATTEN</c>, reads.</summary>
    public static IntegrationGrant ListedObjects { get; } = new("", Always, "ReadObjects", ["s3:GetObject"], Of("s3:{Bucket}/{Prefix|}*").NarrowestBecause("All objects with the prefix are meant."));

    /// <summary>The objects that a manifest names.</summary>
    public static IntegrationGrant ManifestObjects { get; } = new("", Always, "ReadObjects", ["s3:GetObject"], Of("s3:{Bucket}/*").Because("The manifest names the objects."));

    /// <summary>The results of a Distributed Map.</summary>
    public static IntegrationGrant ResultWriter { get; } = new(
        "",
        Always,
        "WriteResults",
        ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"],
        new(["s3:"], arguments => FirstOf("s3:{Bucket}/{Prefix}/*", "s3:{Bucket}/*").NarrowestBecause("Each Map run writes files with names of its own.").Find(arguments) is var reach
            ? reach with { Resources = [.. reach.Resources.Select(resource => resource.Replace("//*", "/*"))] }
            : reach));

    /// <summary>A function whose ARN is the resource of a task.</summary>
    public static IntegrationGrant Function(string arn) => new("", Always, "InvokeFunctions", ["lambda:InvokeFunction"], ComputeFinders.Function(arn));

    /// <summary>The key with which the machine is encrypted, for this machine only.</summary>
    public static IntegrationGrant Encryption(string key) => new(
        "",
        Always,
        "UseMachineKey",
        ["kms:Decrypt", "kms:GenerateDataKey"],
        Only(key),
        [new("StringEquals", "kms:EncryptionContext:aws:states:stateMachineArn", ResourceTemplate.Expand("states:stateMachine:" + Own))]);

    /// <summary>The same key, for the delivery of logs.</summary>
    public static IntegrationGrant LogEncryption(string key) => new(
        "",
        Always,
        "EncryptLogs",
        ["kms:GenerateDataKey"],
        Only(key),
        [new("StringLike", "kms:EncryptionContext:SourceArn", ResourceTemplate.Expand("logs:*"))]);

    private static Target Only(string resource) => new([], _ => Reach.Of(resource));

    /// <summary>The machine itself. A declared resource cannot replace it.</summary>
    private static Target OfOwn(params string[] shortForms) => Of(shortForms) with { Kinds = [] };
}
