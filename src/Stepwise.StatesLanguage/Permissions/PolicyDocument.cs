using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>An IAM policy. Lists compare by reference.</summary>
public sealed record PolicyDocument
{
    /// <summary>The largest managed policy that IAM accepts, in characters without white space.</summary>
    public const int ManagedLimit = 6_144;

    /// <summary>The largest text of all inline policies of a role together that IAM accepts, in characters without white space.</summary>
    public const int InlineLimit = Limits.InlinePolicyLength;

    /// <summary>IAM <c>Statement</c>, sorted by <c>Sid</c>. IAM refuses a document without any: check before deploying.</summary>
    public required IReadOnlyList<PolicyStatement> Statements { get; init; }

    /// <summary>Why each permission is there, which are wider than needed, and what is not known. Not part of the JSON.</summary>
    public IReadOnlyList<PermissionNote> Notes { get; init; } = [];

    /// <summary>How many characters the JSON has that IAM counts: all but whitespace. Substitutions count as they are written.</summary>
    public int Size => SizeOf(ToJson().ToJson());

    /// <summary>The limits of IAM that the policy exceeds, the smallest first; empty when IAM accepts it everywhere.</summary>
    public IReadOnlyList<PolicyLimit> ExceededLimits => PolicyLimit.ExceededBy(Size);

    /// <summary>How many characters of a policy's text IAM counts: all but white space.</summary>
    /// <param name="json">The text of the policy.</param>
    internal static int SizeOf(string json) => json.Count(character => !char.IsWhiteSpace(character));

    /// <summary>The document as JSON.</summary>
    /// <returns>The JSON object, with <c>Version</c> and <c>Statement</c>.</returns>
    public JsonObject ToJson() => JsonObject.Create(("Version", "2012-10-17"), ("Statement", new JsonArray(Statements.Select(statement => statement.ToJson()))));
}
