using Stepwise.Json;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>An IAM policy. Lists compare by reference.</summary>
public sealed record PolicyDocument
{
    /// <summary>IAM <c>Statement</c>, sorted by <c>Sid</c>. IAM refuses a document without any: check before deploying.</summary>
    public required IReadOnlyList<PolicyStatement> Statements { get; init; }

    /// <summary>Why each permission is there, which are wider than needed, and what is not known. Not part of the JSON.</summary>
    public IReadOnlyList<PermissionNote> Notes { get; init; } = [];

    /// <summary>The document as JSON.</summary>
    /// <returns>The JSON object, with <c>Version</c> and <c>Statement</c>.</returns>
    public JsonObject ToJson() => JsonObject.Of(("Version", "2012-10-17"), ("Statement", new JsonArray(Statements.Select(statement => statement.ToJson()))));
}
