using Stepwise.Json;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>A statement with <c>Effect</c> <c>Allow</c>. Lists compare by reference.</summary>
public sealed record PolicyStatement
{
    /// <summary>IAM <c>Sid</c>: letters and digits, unique in the document.</summary>
    public required string Sid { get; init; }

    /// <summary>IAM <c>Action</c>, sorted.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>IAM <c>Resource</c>, sorted; empty in a trust policy.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>IAM <c>Principal.Service</c>; null if the statement is not part of a trust policy.</summary>
    public string? Service { get; init; }

    /// <summary>IAM <c>Condition</c>, sorted. All conditions must be true. Of conditions with the same operator and key, one must be true.</summary>
    public IReadOnlyList<PolicyCondition> Conditions { get; init; } = [];

    /// <summary>Converts the statement to JSON. Placeholders such as <c>${Region}</c> are substitutions: see <see cref="JsonString.HasSubstitutions"/>.</summary>
    /// <returns>The JSON object.</returns>
    public JsonObject ToJson()
    {
        var statement = new JsonObject.Builder().Add("Sid", Sid).Add("Effect", "Allow");
        if (Service is not null)
        {
            statement.Add("Principal", JsonObject.Create(("Service", Service)));
        }

        statement.Add("Action", Texts(Actions));
        if (Resources.Count > 0)
        {
            statement.Add("Resource", Texts(Resources));
        }

        if (Conditions.Count > 0)
        {
            var operators = new JsonObject.Builder();
            foreach (var group in Conditions.GroupBy(condition => condition.Operator, StringComparer.Ordinal))
            {
                operators.Add(group.Key, JsonObject.Create([.. group.GroupBy(condition => condition.Key, StringComparer.Ordinal).Select(values => (values.Key, ValueOf(values)))]));
            }

            statement.Add("Condition", operators.ToObject());
        }

        return statement.ToObject();
    }

    private static JsonValue ValueOf(IEnumerable<PolicyCondition> conditions)
    {
        string[] values = [.. conditions.Select(condition => condition.Value)];
        return values.Length == 1 ? JsonString.WithSubstitutions(values[0]) : Texts(values);
    }

    private static JsonArray Texts(IReadOnlyList<string> texts) => new(texts.Select(JsonString.WithSubstitutions));
}
