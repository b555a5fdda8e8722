using System.Globalization;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>Compares a policy with IAM's limits, which do not count whitespace. Substitutions count as they are written.</summary>
internal static class PolicySize
{
    private static readonly (int Limit, string Action, string Kind)[] Limits =
    [
        (6_144, "iam:CreatePolicy", "a managed policy"),
        (10_240, "iam:PutRolePolicy", "all inline policies of a role"),
    ];

    public static PolicyDocument Checked(PolicyDocument policy)
    {
        var size = policy.ToJson().ToJson().Count(character => !char.IsWhiteSpace(character));
        return policy with
        {
            Notes =
            [
                .. policy.Notes,
                .. Limits
                    .Where(limit => size > limit.Limit)
                    .Select(limit => new PermissionNote(
                        PermissionNoteKind.TooLarge,
                        null,
                        limit.Action,
                        "",
                        string.Format(CultureInfo.InvariantCulture, "The policy has {0:N0} characters; {1} may have {2:N0}.", size, limit.Kind, limit.Limit))),
            ],
        };
    }
}
