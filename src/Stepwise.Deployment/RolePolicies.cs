using Stepwise.Deployment.Manifest;
using Stepwise.Json;

namespace Stepwise.Deployment;

/// <summary>Reads the policies that come with a definition.</summary>
internal static class RolePolicies
{
    /// <summary>Begins the ARNs that the compiler writes for the machine itself.</summary>
    private const string Own = "arn:${Partition}:states:${Region}:${AccountId}:";

    public static IEnumerable<JsonObject> Statements(string policy)
    {
        var document = JsonValue.Parse(policy) as JsonObject ?? throw new FormatException("The policy is no JSON object.");
        return document["Statement"] switch
        {
            JsonArray statements => statements.Select(statement => statement as JsonObject ?? throw new FormatException("A statement of the policy is no object.")),
            JsonObject statement => [statement],
            _ => throw new FormatException("The policy has no Statement."),
        };
    }

    /// <summary>The texts of a member that may have one or several.</summary>
    public static IEnumerable<string> Texts(JsonValue? value) => value switch
    {
        null => [],
        JsonString text => [text.Value],
        JsonArray items => items.Select(item => (item as JsonString)?.Value ?? throw new FormatException("The policy has an element that is no string.")),
        _ => throw new FormatException("The policy has a member that is neither a string nor a list of strings."),
    };

    /// <summary>The ARN of the machine or of its executions with a substitution in place of its name, which is known at deployment only. It is no reference to the machine, which needs the role first.</summary>
    public static string WithName(string arn, string name, string key)
    {
        foreach (var start in new[] { Own + "stateMachine:", Own + "execution:" })
        {
            var end = start.Length + name.Length;
            if (arn.StartsWith(start + name, StringComparison.Ordinal) && (arn.Length == end || arn[end] is ':' or '/'))
            {
                return start + "${" + key + "}" + arn.Substring(end);
            }
        }

        return arn;
    }

    /// <summary>The policy with the grant that a key of one's own needs, where it has none.</summary>
    public static string WithEncryption(string policy, ManifestEncryption? encryption)
    {
        if (encryption is null || policy.Contains("\"kms:GenerateDataKey"))
        {
            return policy;
        }

        var statements = Statements(policy).Append(JsonObject.Create(
            ("Sid", "UseEncryptionKey"),
            ("Effect", "Allow"),
            ("Action", JsonArray.Create("kms:Decrypt", "kms:GenerateDataKey")),
            ("Resource", JsonArray.Create(encryption.KmsKeyArn))));
        return JsonObject.Create(("Version", "2012-10-17"), ("Statement", new JsonArray(statements))).ToJson();
    }
}
