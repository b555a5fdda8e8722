using System.Globalization;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>Compares a policy with IAM's limits.</summary>
internal static class PolicySize
{
    private static readonly (int Limit, string Action, string Kind)[] Limits =
    [
        (PolicyDocument.ManagedLimit, "iam:CreatePolicy", "a managed policy"),
        (PolicyDocument.InlineLimit, "iam:PutRolePolicy", "all inline policies of a role together"),
    ];

    public static PolicyDocument Checked(PolicyDocument policy)
    {
        var size = policy.Size;
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
                        string.Format(CultureInfo.InvariantCulture, "The policy has {0:N0} characters without whitespace; {1} may have {2:N0}.", size, limit.Kind, limit.Limit))),
            ],
        };
    }
}
