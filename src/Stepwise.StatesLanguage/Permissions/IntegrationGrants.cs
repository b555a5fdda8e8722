namespace Stepwise.StatesLanguage.Permissions;

/// <summary>
/// What each integration needs, by the developer guide: one row for each group of actions that share their resources. An integration may have several rows, and rows for single patterns.
/// An integration without a row is reported as not known.
/// </summary>
internal static class IntegrationGrants
{
    private static readonly IntegrationGrant[] Rows =
    [
        new("lambda:invoke", null, "InvokeFunctions", ["lambda:InvokeFunction"], InvokedFunction),
        new("sns:publish", null, "PublishMessages", ["sns:Publish"], PublishTarget),
        new("sqs:sendMessage", null, "SendMessages", ["sqs:SendMessage"], Queue),
    ];

    private static readonly ILookup<string, IntegrationGrant> ByIntegration = Rows.ToLookup(row => row.Integration, StringComparer.Ordinal);

    /// <summary>A function called by its ARN as the task's resource.</summary>
    public static IntegrationGrant Function(string arn) => new("", null, "InvokeFunctions", ["lambda:InvokeFunction"], _ => FunctionReach(arn, qualifier: null, qualifierIsComputed: false));

    /// <summary>A role that a task takes on (ASL <c>Credentials</c>).</summary>
    public static IntegrationGrant Role { get; } = new("", null, "AssumeTaskRoles", ["sts:AssumeRole"], arguments => Reach.Arn(arguments, "RoleArn"));

    /// <summary>Delivery of logs: these actions know no narrower resource.</summary>
    public static IntegrationGrant Logging { get; } = new(
        "",
        null,
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
        _ => Reach.Of("*"));

    /// <summary>Traces: these actions know no narrower resource.</summary>
    public static IntegrationGrant Tracing { get; } = new(
        "",
        null,
        "SendTraces",
        ["xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments"],
        _ => Reach.Of("*"));

    /// <summary>What an integration needs; empty when it is not known.</summary>
    public static IReadOnlyList<IntegrationGrant> For(TaskResource resource) => [.. ByIntegration[resource.Integration].Where(row => row.AppliesTo(resource))];

    private static Reach InvokedFunction(TaskArguments arguments)
        => arguments.Text("FunctionName") is { Length: > 0 } function
            ? FunctionReach(function, arguments.Text("Qualifier"), arguments.IsComputed("Qualifier"))
            : Reach.Arn(arguments, "FunctionName");

    /// <summary>A name, a partial ARN, an ARN or a substitution. A qualified function is another resource than the function itself, so that a name without qualifier stands for both.</summary>
    private static Reach FunctionReach(string function, string? qualifier, bool qualifierIsComputed)
    {
        var arn = FunctionArn(function);
        if (qualifier is { Length: > 0 })
        {
            return Reach.Of(arn + ":" + qualifier);
        }

        if (qualifierIsComputed)
        {
            return new([arn, arn + ":*"], "Qualifier is computed when the state runs.");
        }

        var name = arn.LastIndexOf(":function:", StringComparison.Ordinal);
        var isQualified = name >= 0 && arn.IndexOf(':', name + ":function:".Length) >= 0;
        return isQualified ? Reach.Of(arn) : Reach.Of(arn, arn + ":*");
    }

    private static string FunctionArn(string function)
    {
        if (function.StartsWith("arn:", StringComparison.Ordinal) || (IsOneSubstitution(function) && !function.EndsWith("Name}", StringComparison.Ordinal)))
        {
            return function;
        }

        var parts = function.Split(':');
        return parts.Length >= 3 && parts[1] == "function"
            ? "arn:${Partition}:lambda:${Region}:" + function
            : "arn:${Partition}:lambda:${Region}:${AccountId}:function:" + function;
    }

    private static Reach PublishTarget(TaskArguments arguments)
    {
        foreach (var parameter in new[] { "TopicArn", "TargetArn" })
        {
            if (arguments.Text(parameter) is not null || arguments.IsComputed(parameter))
            {
                return Reach.Arn(arguments, parameter);
            }
        }

        return arguments.Text("PhoneNumber") is not null || arguments.IsComputed("PhoneNumber")
            ? Reach.Everything("Text messages to phone numbers have no ARN.")
            : Reach.Arn(arguments, "TopicArn");
    }

    /// <summary>A queue is called by its URL, but allowed by its ARN.</summary>
    private static Reach Queue(TaskArguments arguments)
    {
        const string Scheme = "https://sqs.";
        const string UrlEnd = "QueueUrl}";
        if (arguments.Text("QueueUrl") is not { Length: > 0 } url)
        {
            return Reach.Arn(arguments, "QueueUrl");
        }

        if (IsOneSubstitution(url) && url.EndsWith(UrlEnd, StringComparison.Ordinal))
        {
            return Reach.Of(url.Substring(0, url.Length - UrlEnd.Length) + "QueueArn}");
        }

        var parts = url.Split('/');
        if (url.StartsWith(Scheme, StringComparison.Ordinal) && parts.Length == 5 && parts[3].Length > 0 && parts[4].Length > 0)
        {
            var domain = parts[2].IndexOf(".amazonaws.com", StringComparison.Ordinal);
            if (domain > "sqs.".Length)
            {
                var region = parts[2].Substring("sqs.".Length, domain - "sqs.".Length);
                return Reach.Of($"arn:{PartitionOf(region)}:sqs:{region}:{parts[3]}:{parts[4]}");
            }
        }

        return Reach.Everything($"The queue's ARN does not follow from the URL {url}.");
    }

    private static string PartitionOf(string region)
        => region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
            : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
            : Substitutions.Holds(region) ? "${Partition}"
            : "aws";

    private static bool IsOneSubstitution(string text)
        => text.StartsWith("${", StringComparison.Ordinal) && text.IndexOf('}') == text.Length - 1;
}
