using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>An IAM policy. Lists compare by reference.</summary>
public sealed record PolicyDocument
{
    /// <summary>The largest managed policy that IAM accepts, in characters without white space.</summary>
    public const int ManagedLimit = Limits.ManagedPolicyLength;

    /// <summary>The largest text of all inline policies of a role together that IAM accepts, in characters without white space.</summary>
    public const int InlineLimit = Limits.InlinePolicyLength;

    /// <summary>IAM <c>Statement</c>, sorted by <c>Sid</c>. IAM refuses a document without statements, so do not deploy an empty one.</summary>
    public required IReadOnlyList<PolicyStatement> Statements { get; init; }

    /// <summary>Notes that explain the permissions, and say which have wildcards and what is not known. They are not part of the JSON.</summary>
    public IReadOnlyList<PermissionNote> Notes { get; init; } = [];

    /// <summary>The size of the policy as IAM counts it: the number of characters of the JSON without white space. Substitutions count as they are written.</summary>
    public int Size => SizeOf(ToJson().ToJson());

    /// <summary>The limits of IAM that the policy exceeds, the smallest first; empty if the policy exceeds no limit.</summary>
    public IReadOnlyList<PolicyLimit> ExceededLimits => PolicyLimit.ExceededBy(Size);

    /// <summary>Returns the size of a policy's text as IAM counts it: the number of characters without white space.</summary>
    /// <param name="json">The text of the policy.</param>
    internal static int SizeOf(string json) => json.Count(character => !char.IsWhiteSpace(character));

    /// <summary>Converts the policy to JSON. Placeholders such as <c>${Region}</c> are substitutions, so <see cref="JsonValue.ToJson(bool)"/> and <see cref="JsonValue.ToJsonTemplate(bool)"/> write the same text.</summary>
    /// <returns>The JSON object, with <c>Version</c> and <c>Statement</c>.</returns>
    public JsonObject ToJson() => JsonObject.Create(("Version", "2012-10-17"), ("Statement", new JsonArray(Statements.Select(statement => statement.ToJson()))));
}
