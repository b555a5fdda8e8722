namespace Stepwise.StatesLanguage.Permissions;

/// <summary>Finds the resources of functions, containers and builds.</summary>
internal static class ComputeFinders
{
    public static Target InvokedFunction { get; } = new(["lambda:function:"], FindFunction);

    /// <summary>The tasks of a cluster. Their ids are known only when they run.</summary>
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

    /// <summary>A function whose ARN is the resource of the task.</summary>
    public static Target Function(string arn) => new(["lambda:function:"], _ => FunctionReach(arn, qualifier: null, qualifierIsComputed: false));

    /// <summary>The projects of builds. The id of a build begins with the name of its project.</summary>
    public static Target Builds(string parameter) => new(
        ["codebuild:project/"],
        arguments => ResourceFinders.Each(arguments, parameter, "codebuild:project/*", id => ResourceTemplate.IsArn("", id) || Substitutions.IsOne(id) ? null : ResourceTemplate.Expand("codebuild:project/" + Substitutions.Split(id, ':', 2)[0])));

    /// <summary>The report groups of reports.</summary>
    public static Target Reports(string parameter) => new(
        ["codebuild:report-group/"],
        arguments => ResourceFinders.Each(
            arguments,
            parameter,
            "codebuild:report-group/*",
            arn => Substitutions.Split(arn, ':', 7) is { Count: 7 } parts ? string.Join(":", parts.Take(6)).Replace(":report/", ":report-group/") : null));

    private static Reach FindFunction(TaskArguments arguments)
        => arguments.Text("FunctionName") is { Length: > 0 } function
            ? FunctionReach(function, arguments.Text("Qualifier"), arguments.IsComputed("Qualifier"))
            : Reach.Arn(arguments, "FunctionName");

    /// <summary>A function by its name, partial ARN, ARN or substitution. For IAM, a qualified function is not the function itself. A function without a qualifier therefore gives both.</summary>
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

    /// <summary>The resources of a kind in a cluster, which is given by its name or its ARN.</summary>
    private static Reach InCluster(TaskArguments arguments, string prefix, string rest)
    {
        if (arguments.Text("Cluster") is not { Length: > 0 } cluster)
        {
            return arguments.Has("Cluster")
                ? ResourceFinders.Unread(prefix + "*" + rest, Reach.Unknown(arguments, "Cluster"))
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
            : ResourceFinders.Unread(prefix + "*" + rest, $"The name of the cluster does not follow from {cluster}.");
    }

    /// <summary>The revisions of a definition. A definition without a revision means the latest one, for which IAM needs <c>:*</c>.</summary>
    private static Reach Revisions(TaskArguments arguments, string prefix, string parameter, bool allowsNone)
    {
        if (arguments.Text(parameter) is not { Length: > 0 } definition)
        {
            return ResourceFinders.Unread(prefix + "*", Reach.Unknown(arguments, parameter));
        }

        var isArn = ResourceTemplate.IsArn(parameter, definition);
        var arn = isArn ? definition : ResourceTemplate.Expand(prefix + definition);
        var hasRevision = Substitutions.Split(arn, ':', int.MaxValue).Count > 6 || (isArn && Substitutions.IsOne(definition));
        return hasRevision ? Reach.Of(arn)
            : Reach.Narrowest("A definition without a revision stands for its latest one.", allowsNone || Substitutions.IsOne(definition) ? [arn, arn + ":*"] : [arn + ":*"]);
    }
}
