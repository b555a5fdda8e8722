using Stepwise.Json;

namespace Stepwise.Deployment.Plan;

/// <summary>Reads the policies that the compiler writes for a definition.</summary>
/// <param name="workflow">The workflow's name, which is the name in the ARNs of the machine.</param>
/// <param name="keys">The keys of the substitutions.</param>
internal sealed class RolePolicies(string workflow, ICollection<string> keys)
{
    /// <summary>The start of the ARNs of the machine itself, as the compiler writes them.</summary>
    private const string Own = "arn:${Partition}:states:${Region}:${AccountId}:";

    /// <summary>Reads the statements of a policy.</summary>
    /// <param name="policy">The text of the policy.</param>
    /// <returns>The statements, in order.</returns>
    /// <exception cref="JsonSyntaxException">The text is not JSON.</exception>
    /// <exception cref="FormatException">The text is not an IAM policy document.</exception>
    public IReadOnlyList<PlannedStatement> Read(string policy)
    {
        var document = JsonValue.Parse(policy) as JsonObject ?? throw new FormatException("The policy is not a JSON object.");
        return document["Statement"] switch
        {
            JsonArray statements => [.. statements.Select(statement => Statement(statement as JsonObject ?? throw new FormatException("A statement of the policy is not an object.")))],
            JsonObject statement => [Statement(statement)],
            _ => throw new FormatException("The policy has no Statement."),
        };
    }

    private PlannedStatement Statement(JsonObject statement) => new()
    {
        Sid = (statement["Sid"] as JsonString)?.Value,
        Effect = (statement["Effect"] as JsonString)?.Value ?? "Allow",
        Principals = [.. Members(statement, "Principal").Select(member => (member.Name, Texts(member.Value)))],
        Actions = statement["Action"] is { } action ? Texts(action) : new([], IsList: true),
        Resources = statement["Resource"] is { } resource ? Texts(resource) : null,
        Conditions =
        [
            .. from test in Members(statement, "Condition")
               from condition in test.Value as JsonObject is { } conditions ? conditions.Members : throw NoMembers("Condition")
               select (test.Name, condition.Name, Texts(condition.Value)),
        ],
    };

    private static IReadOnlyList<JsonMember> Members(JsonObject statement, string name) => statement[name] switch
    {
        null => [],
        JsonObject members => members.Members,
        _ => throw NoMembers(name),
    };

    private static FormatException NoMembers(string name) => new($"The {name} of a statement of the policy is not an object.");

    /// <summary>Reads a member that is one text or a list of texts.</summary>
    private PlannedTexts Texts(JsonValue value) => value switch
    {
        JsonString text => new([WithName(text.Value)], IsList: false),
        JsonArray items => new([.. items.Select(item => WithName((item as JsonString)?.Value ?? throw new FormatException("The policy has a list with an element that is not a string.")))], IsList: true),
        _ => throw new FormatException("The policy has a member that is neither a string nor a list of strings."),
    };

    /// <summary>
    /// Splits a text. In the ARNs of the machine and its executions the name becomes the key <see cref="PlanKeys.Name"/>, because the deployed name is not known yet.
    /// <see cref="PlanKeys.MachineArn"/> would be a circular reference: the machine needs the role, and the role needs this policy.
    /// </summary>
    private Template WithName(string text)
    {
        foreach (var start in new[] { Own + "stateMachine:", Own + "execution:" })
        {
            var end = start.Length + workflow.Length;
            if (text.StartsWith(start + workflow, StringComparison.Ordinal) && (text.Length == end || text[end] is ':' or '/'))
            {
                return Template.Of(start, PlanKeys.Name, text.Substring(end), keys);
            }
        }

        return Template.Of(text, keys);
    }
}
