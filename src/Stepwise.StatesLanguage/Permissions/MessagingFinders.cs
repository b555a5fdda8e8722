namespace Stepwise.StatesLanguage.Permissions;

/// <summary>Finds the resources of messages, events, other state machines, and HTTP calls.</summary>
internal static class MessagingFinders
{
    private const string NewExecution = "The name of an execution is known only once it is started.";
    private const string SecretId = "The ARN of a connection's secret ends with ids of its own.";

    public static Target PublishTarget { get; } = new(["sns:"], FindPublishTarget);

    public static Target Queue { get; } = new(["sqs:"], FindQueue);

    public static Target EventBuses { get; } = new(["events:event-bus/"], FindEventBuses);

    public static Target ChildMachine { get; } = new(["states:stateMachine:"], FindChildMachine);

    /// <summary>The executions of a child machine. A declared ARN of the machine stands for its executions.</summary>
    public static Target ChildExecutions { get; } = new(["states:stateMachine:", "states:execution:"], FindChildExecutions) { Meant = machine => ExecutionsOf(machine) ?? machine };

    public static Target ApiMethod { get; } = new(["execute-api:"], FindApiMethod);

    public static Target ConnectionSecret { get; } = new(["secretsmanager:secret:"], FindConnectionSecret);

    private static Reach FindPublishTarget(TaskArguments arguments)
    {
        foreach (var parameter in new[] { "TopicArn", "TargetArn" })
        {
            if (arguments.Has(parameter))
            {
                return Reach.Arn(arguments, parameter);
            }
        }

        return arguments.Has("PhoneNumber")
            ? Reach.Narrowest("Text messages to phone numbers have no ARN.", "*")
            : Reach.Arn(arguments, "TopicArn");
    }

    /// <summary>A queue. A task names it by its URL, and IAM by its ARN.</summary>
    private static Reach FindQueue(TaskArguments arguments)
    {
        const string Scheme = "https://sqs.";
        const string UrlEnd = "QueueUrl}";
        if (arguments.Text("QueueUrl") is not { Length: > 0 } url)
        {
            return Reach.Arn(arguments, "QueueUrl");
        }

        if (Substitutions.IsOne(url) && url.EndsWith(UrlEnd, StringComparison.Ordinal))
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

    /// <summary>The event bus of each entry. An entry without a bus goes to the default bus.</summary>
    private static Reach FindEventBuses(TaskArguments arguments)
    {
        if (arguments.Items("Entries") is not { } entries)
        {
            return ResourceFinders.Unread("events:event-bus/*", Reach.Unknown(arguments, "Entries"));
        }

        var bus = Target.Of("events:event-bus/{EventBusName|default}");
        return entries.Aggregate(Reach.Nothing, (reach, entry) => reach.And(bus.Find(arguments.Within(entry))));
    }

    /// <summary>A child machine. For a version or an alias, IAM uses the ARN of the machine itself.</summary>
    private static Reach FindChildMachine(TaskArguments arguments)
        => arguments.Text("StateMachineArn") is { Length: > 0 } arn ? Reach.Of(string.Join(":", Substitutions.Split(arn, ':', int.MaxValue).Take(7))) : ResourceFinders.Unread("states:stateMachine:*", Reach.Unknown(arguments, "StateMachineArn"));

    private static Reach FindChildExecutions(TaskArguments arguments)
    {
        if (arguments.Text("StateMachineArn") is not { Length: > 0 } arn)
        {
            return ResourceFinders.Unread("states:execution:*", Reach.Unknown(arguments, "StateMachineArn"));
        }

        return ExecutionsOf(arn) is { } executions ? Reach.Narrowest(NewExecution, executions) : ResourceFinders.Unread("states:execution:*", $"The machine's name does not follow from {arn}.");
    }

    private static string? ExecutionsOf(string machine)
    {
        if (DerivedSubstitution.StateMachineName(machine) is { } name)
        {
            return ResourceTemplate.Expand($"states:execution:{name}:*");
        }

        var parts = Substitutions.Split(machine, ':', int.MaxValue);
        if (parts.Count < 7 || parts[5] != "stateMachine")
        {
            return null;
        }

        parts[5] = "execution";
        return string.Join(":", parts.Take(7)) + ":*";
    }

    /// <summary>A method of an API. Only signed calls need a permission.</summary>
    private static Reach FindApiMethod(TaskArguments arguments)
    {
        var authentication = arguments.Text("AuthType");
        if (authentication == "NO_AUTH" || !arguments.Has("AuthType"))
        {
            return Reach.Nothing;
        }

        var reach = Target.Of("execute-api:{ApiEndpoint}/{Stage|$default}/{Method}").Find(arguments);
        if (arguments.Text("ApiEndpoint") is { } endpoint)
        {
            var id = Substitutions.Split(endpoint, '.', 2);
            var isOwn = id.Count == 2 && id[1].StartsWith("execute-api.", StringComparison.Ordinal);
            reach = new([reach.Resources[0].Replace(endpoint, isOwn ? id[0] : "*")], isOwn ? reach.Wildcard : $"The API does not follow from the endpoint {endpoint}.");
        }

        var path = arguments.Text("Path");
        return path is null && arguments.Has("Path")
            ? new([reach.Resources[0] + "/*"], reach.Wildcard ?? Reach.Unknown(arguments, "Path"))
            : new([reach.Resources[0] + "/" + (path ?? "").TrimStart('/')], reach.Wildcard);
    }

    /// <summary>The secret in which EventBridge keeps the credentials of a connection. Its name begins with the name of the connection and ends with an id of its own.</summary>
    private static Reach FindConnectionSecret(TaskArguments arguments)
    {
        if (arguments.Text("Authentication.ConnectionArn") is not { Length: > 0 } arn)
        {
            return ResourceFinders.Unread("secretsmanager:secret:events!connection/*", Reach.Unknown(arguments, "Authentication.ConnectionArn"));
        }

        if (DerivedSubstitution.ConnectionName(arn) is { } connection)
        {
            return Reach.Narrowest(SecretId, ResourceTemplate.Expand($"secretsmanager:secret:events!connection/{connection}/*"));
        }

        if (Substitutions.Split(arn, ':', 6) is { Count: 6 } parts)
        {
            var name = parts[5].Split('/');
            if (name.Length == 3)
            {
                return Reach.Narrowest(SecretId, $"{parts[0]}:{parts[1]}:secretsmanager:{parts[3]}:{parts[4]}:secret:events!connection/{name[1]}/*");
            }
        }

        return ResourceFinders.Unread("secretsmanager:secret:events!connection/*", $"The name of the connection does not follow from {arn}.");
    }
}
