using System.Globalization;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>A limit of IAM on the size of a policy.</summary>
/// <param name="Action">The IAM action that refuses a larger policy, such as <c>iam:PutRolePolicy</c>.</param>
/// <param name="Length">The largest policy that the action accepts, in characters without white space.</param>
/// <param name="Subject">What the limit applies to, such as <c>a managed policy</c>.</param>
public sealed record PolicyLimit(string Action, int Length, string Subject)
{
    /// <summary>The limits, the smallest first.</summary>
    internal static IReadOnlyList<PolicyLimit> All { get; } =
    [
        new("iam:CreatePolicy", PolicyDocument.ManagedLimit, "a managed policy"),
        new("iam:PutRolePolicy", PolicyDocument.InlineLimit, "all inline policies of a role together"),
    ];

    /// <summary>Returns the limits that a policy exceeds, the smallest first.</summary>
    /// <param name="size">The size of the policy; see <see cref="PolicyDocument.Size"/>.</param>
    internal static IReadOnlyList<PolicyLimit> ExceededBy(int size) => [.. All.Where(limit => size > limit.Length)];

    /// <summary>Describes by how much a policy exceeds the limit.</summary>
    /// <param name="size">The size of the policy; see <see cref="PolicyDocument.Size"/>.</param>
    /// <returns>One sentence.</returns>
    public string Describe(int size)
        => string.Format(CultureInfo.InvariantCulture, "The policy has {0:N0} characters without whitespace; {1} may have {2:N0}.", size, Subject, Length);
}
