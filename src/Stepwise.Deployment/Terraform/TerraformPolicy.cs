using Stepwise.Deployment.Plan;
using Stepwise.Json;

namespace Stepwise.Deployment.Terraform;

/// <summary>Writes statements as an <c>aws_iam_policy_document</c>, whose members are always lists.</summary>
internal static class TerraformPolicy
{
    public static JsonObject Write(IReadOnlyList<PlannedStatement> statements, IReadOnlyDictionary<string, string> expressions) =>
        JsonObject.Create(("statement", new JsonArray(statements.Select(statement => Write(statement, expressions)))));

    private static JsonObject Write(PlannedStatement statement, IReadOnlyDictionary<string, string> expressions)
    {
        var block = new JsonObject.Builder()
            .AddIfNotNull("sid", statement.Sid is { } sid ? (JsonValue)sid : null)
            .Add("effect", statement.Effect)
            .Add("actions", Texts(statement.Actions));
        if (statement.Resources is { } resources)
        {
            block.Add("resources", Texts(resources));
        }

        if (statement.Principals.Count > 0)
        {
            block.Add("principals", new JsonArray(statement.Principals.Select(principal => JsonObject.Create(("type", principal.Type), ("identifiers", Texts(principal.Identifiers))))));
        }

        if (statement.Conditions.Count > 0)
        {
            block.Add("condition", new JsonArray(statement.Conditions.Select(condition => JsonObject.Create(
                ("test", condition.Operator),
                ("variable", TerraformText.Of(condition.Key)),
                ("values", Texts(condition.Values))))));
        }

        return block.ToObject();

        JsonArray Texts(PlannedTexts texts) => new(texts.Items.Select(text => TerraformText.Of(text, expressions)));
    }
}
