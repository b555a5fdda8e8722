using Stepwise.Json;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>Finds resources whose ARN is more than a parameter in a template.</summary>
internal static class ResourceFinders
{
    private const string NewExecution = "The name of an execution is known only once it is started.";
    private const string SecretId = "The ARN of a connection's secret ends with ids of its own.";

    public static Target InvokedFunction { get; } = new(["lambda:function:"], FindFunction);

    public static Target PublishTarget { get; } = new(["sns:"], FindPublishTarget);

    public static Target Queue { get; } = new(["sqs:"], FindQueue);

    public static Target EventBuses { get; } = new(["events:event-bus/"], FindEventBuses);

    public static Target ChildMachine { get; } = new(["states:stateMachine:"], FindChildMachine);

    /// <summary>The executions of a child machine: who declares the machine declares them.</summary>
    public static Target ChildExecutions { get; } = new(["states:stateMachine:", "states:execution:"], FindChildExecutions) { Meant = machine => ExecutionsOf(machine) ?? machine };

    public static Target ApiMethod { get; } = new(["execute-api:"], FindApiMethod);

    public static Target ConnectionSecret { get; } = new(["secretsmanager:secret:"], FindConnectionSecret);

    /// <summary>The tasks of a cluster, whose ids are known only once they run.</summary>
    public static Target Containers { get; } = new Target(["ecs:task/"], arguments => InCluster(arguments, "ecs:task/", "/*")).NarrowestBecause("The id of a task is known only once it runs.");

    public static Target ContainerService { get; } = new(
        ["ecs:service/"],
        arguments => arguments.Text("Service") is { Length: > 0 } service
            ? ResourceTemplate.IsArn("Service", service) ? Reach.Of(service) : InCluster(arguments, "ecs:service/", "/" + service)
            : arguments.Has("Service") ? InCluster(arguments, "ecs:service/", "/*") with { Wildcard = Reach.Unknown(arguments, "Service") }
            : Reach.Everything("Its parameters name no resource."));

    public static Target TaskDefinition { get; } = new(["ecs:task-definition/"], arguments => Revisions(arguments, "ecs:task-definition/", "TaskDefinition", allowsNone: false));

    public static Target JobDefinition { get; } = new(
        ["batch:job-definition/", "batch:job-queue/"],
        arguments => Revisions(arguments, "batch:job-definition/", "JobDefinition", allowsNone: true).And(Target.Of("batch:job-queue/{JobQueue}").Find(arguments)));

    public static Target Model { get; } = new(["bedrock:foundation-model/", "bedrock:provisioned-model/", "bedrock:inference-profile/", "bedrock:custom-model", "bedrock:imported-model/"], FindModel);

    public static Target Secret { get; } = new(["secretsmanager:secret:"], arguments => FindSecret(arguments, "SecretId"));

    public static Target Key { get; } = new(["kms:key/"], FindKey);

    public static Target SsmParameters { get; } = new(["ssm:parameter/"], FindSsmParameters);

    /// <summary>A function called by its ARN as the task's resource.</summary>
    public static Target Function(string arn) => new(["lambda:function:"], _ => FunctionReach(arn, qualifier: null, qualifierIsComputed: false));

    /// <summary>The project of a build or builds, whose ids start with its name.</summary>
    public static Target Builds(string parameter) => new(
        ["codebuild:project/"],
        arguments => Each(arguments, parameter, "codebuild:project/*", id => ResourceTemplate.IsArn("", id) || Substitutions.IsOne(id) ? null : ResourceTemplate.Expand("codebuild:project/" + Substitutions.Split(id, ':', 2)[0])));

    /// <summary>The report groups of reports.</summary>
    public static Target Reports(string parameter) => new(
        ["codebuild:report-group/"],
        arguments => Each(
            arguments,
            parameter,
            "codebuild:report-group/*",
            arn => Substitutions.Split(arn, ':', 7) is { Count: 7 } parts ? string.Join(":", parts.Take(6)).Replace(":report/", ":report-group/") : null));

    /// <summary>The resource of each element of an array, or of the one text.</summary>
    public static Target EachOf(string parameter, string shortForm) => new(
        [shortForm.Substring(0, shortForm.IndexOf('{'))],
        arguments => Each(
            arguments,
            parameter,
            shortForm.Substring(0, shortForm.IndexOf('{')) + "*",
            text => ResourceTemplate.Fill(ResourceTemplate.Expand(shortForm), new(JsonObject.Create((parameter, text))), out _)));

    /// <summary>An S3 object by its URI, or all below it where the URI ends with a slash.</summary>
    public static Target ObjectAt(string parameter, string after = "") => new(
        ["s3:"],
        arguments => arguments.Text(parameter) is { } uri
            ? uri.StartsWith("s3://", StringComparison.Ordinal) ? Reach.Of("arn:${Partition}:s3:::" + uri.Substring("s3://".Length).TrimEnd('/') + after) : Unread("s3:*", $"The bucket does not follow from {uri}.")
            : arguments.Has(parameter) ? Unread("s3:*", Reach.Unknown(arguments, parameter))
            : Reach.Nothing);

    /// <summary>The bucket of an S3 URI.</summary>
    public static Target BucketAt(string parameter) => new(
        ["s3:"],
        arguments => arguments.Text(parameter) is { } uri && uri.StartsWith("s3://", StringComparison.Ordinal) ? Reach.Of("arn:${Partition}:s3:::" + uri.Substring("s3://".Length).Split('/')[0])
            : arguments.Has(parameter) ? Unread("s3:*", Reach.Unknown(arguments, parameter))
            : Reach.Nothing);

    /// <summary>A secret by its ARN or its name, to which Secrets Manager adds six characters in the ARN.</summary>
    public static Reach FindSecret(TaskArguments arguments, string parameter)
        => arguments.Text(parameter) is not { Length: > 0 } secret ? Unread("secretsmanager:secret:*", Reach.Unknown(arguments, parameter))
            : ResourceTemplate.IsArn(parameter, secret) ? Reach.Of(secret)
            : Reach.Narrowest("The ARN of a secret ends with six characters of its own.", ResourceTemplate.Expand("secretsmanager:secret:" + secret + "-??????"));

    private static Reach FindFunction(TaskArguments arguments)
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

        var isQualified = Substitutions.Split(arn, ':', int.MaxValue).Count > 7;
        return isQualified ? Reach.Of(arn) : Reach.Narrowest("A version or an alias is called by an ARN of its own.", arn, arn + ":*");
    }

    private static string FunctionArn(string function)
    {
        if (function.StartsWith("arn:", StringComparison.Ordinal) || (Substitutions.IsOne(function) && !function.EndsWith("Name}", StringComparison.Ordinal)))
        {
            return function;
        }

        var parts = Substitutions.Split(function, ':', int.MaxValue);
        return parts.Count >= 3 && parts[1] == "function"
            ? "arn:${Partition}:lambda:${Region}:" + function
            : "arn:${Partition}:lambda:${Region}:${AccountId}:function:" + function;
    }

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

    /// <summary>A queue is called by its URL, but allowed by its ARN.</summary>
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

    /// <summary>The bus of each entry, which without one is the default bus.</summary>
    private static Reach FindEventBuses(TaskArguments arguments)
    {
        if (arguments.Items("Entries") is not { } entries)
        {
            return Unread("events:event-bus/*", Reach.Unknown(arguments, "Entries"));
        }

        var bus = Target.Of("events:event-bus/{EventBusName|default}");
        return entries.Aggregate(Reach.Nothing, (reach, entry) => reach.And(bus.Find(arguments.Within(entry))));
    }

    /// <summary>A version or an alias is allowed by the ARN of the machine itself.</summary>
    private static Reach FindChildMachine(TaskArguments arguments)
        => arguments.Text("StateMachineArn") is { Length: > 0 } arn ? Reach.Of(string.Join(":", Substitutions.Split(arn, ':', int.MaxValue).Take(7))) : Unread("states:stateMachine:*", Reach.Unknown(arguments, "StateMachineArn"));

    private static Reach FindChildExecutions(TaskArguments arguments)
    {
        if (arguments.Text("StateMachineArn") is not { Length: > 0 } arn)
        {
            return Unread("states:execution:*", Reach.Unknown(arguments, "StateMachineArn"));
        }

        return ExecutionsOf(arn) is { } executions ? Reach.Narrowest(NewExecution, executions) : Unread("states:execution:*", $"The machine's name does not follow from {arn}.");
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

    /// <summary>Only calls that are signed need a permission.</summary>
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

    /// <summary>The secret in which EventBridge keeps the credentials of a connection: named after it, with an id of its own.</summary>
    private static Reach FindConnectionSecret(TaskArguments arguments)
    {
        if (arguments.Text("Authentication.ConnectionArn") is not { Length: > 0 } arn)
        {
            return Unread("secretsmanager:secret:events!connection/*", Reach.Unknown(arguments, "Authentication.ConnectionArn"));
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

        return Unread("secretsmanager:secret:events!connection/*", $"The name of the connection does not follow from {arn}.");
    }

    /// <summary>What a cluster holds, whether the cluster is given by name or by ARN.</summary>
    private static Reach InCluster(TaskArguments arguments, string prefix, string rest)
    {
        if (arguments.Text("Cluster") is not { Length: > 0 } cluster)
        {
            return arguments.Has("Cluster")
                ? Unread(prefix + "*" + rest, Reach.Unknown(arguments, "Cluster"))
                : Reach.Of(ResourceTemplate.Expand(prefix + "default" + rest));
        }

        if (!ResourceTemplate.IsArn("Cluster", cluster))
        {
            return Reach.Of(ResourceTemplate.Expand(prefix + cluster + rest));
        }

        if (DerivedSubstitution.ClusterName(cluster) is { } name)
        {
            return Reach.Of(ResourceTemplate.Expand(prefix + name + rest));
        }

        return cluster.Contains(":cluster/")
            ? Reach.Of(cluster.Replace(":cluster/", prefix.Substring("ecs".Length)) + rest)
            : Unread(prefix + "*" + rest, $"The name of the cluster does not follow from {cluster}.");
    }

    /// <summary>Without a revision, a definition stands for its latest one, which must be allowed as <c>:*</c>.</summary>
    private static Reach Revisions(TaskArguments arguments, string prefix, string parameter, bool allowsNone)
    {
        if (arguments.Text(parameter) is not { Length: > 0 } definition)
        {
            return Unread(prefix + "*", Reach.Unknown(arguments, parameter));
        }

        var isArn = ResourceTemplate.IsArn(parameter, definition);
        var arn = isArn ? definition : ResourceTemplate.Expand(prefix + definition);
        var hasRevision = Substitutions.Split(arn, ':', int.MaxValue).Count > 6 || (isArn && Substitutions.IsOne(definition));
        return hasRevision ? Reach.Of(arn)
            : Reach.Narrowest("A definition without a revision stands for its latest one.", allowsNone || Substitutions.IsOne(definition) ? [arn, arn + ":*"] : [arn + ":*"]);
    }

    /// <summary>A foundation model, or with a geography before its id an inference profile, which sends calls to other regions.</summary>
    private static Reach FindModel(TaskArguments arguments)
    {
        if (arguments.Text("ModelId") is not { Length: > 0 } model)
        {
            return Unread("bedrock::foundation-model/*", Reach.Unknown(arguments, "ModelId")).And(Unread("bedrock:provisioned-model/*", Reach.Unknown(arguments, "ModelId")));
        }

        if (ResourceTemplate.IsArn("ModelId", model))
        {
            return Reach.Of(model);
        }

        var dot = model.IndexOf('.');
        return dot > 0 && model.Substring(0, dot) is "us" or "eu" or "apac" or "us-gov" or "global"
            ? Reach.Narrowest(
                "An inference profile sends calls to several regions.",
                ResourceTemplate.Expand("bedrock:inference-profile/" + model),
                "arn:${Partition}:bedrock:*::foundation-model/" + model.Substring(dot + 1))
            : Reach.Of(ResourceTemplate.Expand("bedrock::foundation-model/" + model));
    }

    /// <summary>An alias is no resource of its own; the key behind it is not known from its name.</summary>
    private static Reach FindKey(TaskArguments arguments)
        => arguments.Text("KeyId") is not { Length: > 0 } key ? Unread("kms:key/*", Reach.Unknown(arguments, "KeyId"))
            : key.StartsWith("alias/", StringComparison.Ordinal) || key.Contains(":alias/") ? Unread("kms:key/*", $"The key behind {key} is not known.")
            : Target.Of("kms:key/{KeyId}").Find(arguments);

    private static Reach FindSsmParameters(TaskArguments arguments)
    {
        static string Arn(string name, string after) => name.StartsWith("arn:", StringComparison.Ordinal) ? name : ResourceTemplate.Expand("ssm:parameter/" + name.TrimStart('/').Split(':')[0] + after);

        return arguments.Text("Name") is { Length: > 0 } name ? Reach.Of(Arn(name, ""))
            : arguments.Text("Path") is { Length: > 0 } path ? Reach.Narrowest("All parameters below the path are meant.", Arn(path.TrimEnd('/'), ""), Arn(path.TrimEnd('/'), "/*"))
            : arguments.Has("Names") ? Each(arguments, "Names", "ssm:parameter/*", text => Arn(text, ""))
            : Unread("ssm:parameter/*", Reach.Unknown(arguments, arguments.Has("Path") ? "Path" : "Name"));
    }

    private static Reach Each(TaskArguments arguments, string parameter, string otherwise, Func<string, string?> resourceOf)
    {
        IReadOnlyList<JsonValue>? items = arguments.Text(parameter) is { } one ? [one] : arguments.Items(parameter);
        if (items is null)
        {
            return Unread(otherwise, Reach.Unknown(arguments, parameter));
        }

        var reach = Reach.Nothing;
        foreach (var item in items)
        {
            reach = reach.And(item is JsonString { Value: { Length: > 0 } text } && !TaskArguments.IsExpression(text) && resourceOf(text) is { } resource
                ? Reach.Of(resource)
                : Unread(otherwise, $"Not all of {parameter} is known before the state runs."));
        }

        return reach;
    }

    private static Reach Unread(string shortForm, Doubt doubt) => new([ResourceTemplate.Expand(shortForm)], doubt);
}
