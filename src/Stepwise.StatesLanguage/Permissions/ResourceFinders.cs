using Stepwise.Json;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>Finds resources whose ARN needs more than a template with parameters.</summary>
internal static class ResourceFinders
{
    public static Target Model { get; } = new(["bedrock:foundation-model/", "bedrock:provisioned-model/", "bedrock:inference-profile/", "bedrock:custom-model", "bedrock:imported-model/"], FindModel);

    public static Target Secret { get; } = new(["secretsmanager:secret:"], arguments => FindSecret(arguments, "SecretId"));

    public static Target Key { get; } = new(["kms:key/"], FindKey);

    public static Target SsmParameters { get; } = new(["ssm:parameter/"], FindSsmParameters);

    /// <summary>The resource of each element of an array, or of a single text.</summary>
    public static Target EachOf(string parameter, string shortForm) => new(
        [shortForm.Substring(0, shortForm.IndexOf('{'))],
        arguments => Each(
            arguments,
            parameter,
            shortForm.Substring(0, shortForm.IndexOf('{')) + "*",
            text => ResourceTemplate.Fill(ResourceTemplate.Expand(shortForm), new(JsonObject.Create((parameter, text))), out _)));

    /// <summary>The S3 object of a URI, or all objects under the URI if it ends with a slash.</summary>
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

    /// <summary>A secret by its ARN or its name. In the ARN, Secrets Manager adds six characters to the name.</summary>
    public static Reach FindSecret(TaskArguments arguments, string parameter)
        => arguments.Text(parameter) is not { Length: > 0 } secret ? Unread("secretsmanager:secret:*", Reach.Unknown(arguments, parameter))
            : ResourceTemplate.IsArn(parameter, secret) ? Reach.Of(secret)
            : Reach.Narrowest("The ARN of a secret ends with six characters of its own.", ResourceTemplate.Expand("secretsmanager:secret:" + secret + "-??????"));

    public static Reach Each(TaskArguments arguments, string parameter, string otherwise, Func<string, string?> resourceOf)
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

    public static Reach Unread(string shortForm, Doubt doubt) => new([ResourceTemplate.Expand(shortForm)], doubt);

    /// <summary>A foundation model. An id that begins with a geography is an inference profile, which sends calls to other regions.</summary>
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

    /// <summary>A key. For IAM an alias is not a resource, and its name does not determine the key.</summary>
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
}
