namespace Stepwise.StatesLanguage.Permissions;

/// <summary>What a <see cref="PermissionNote"/> says.</summary>
public enum PermissionNoteKind
{
    /// <summary>Why a permission is in the policy.</summary>
    Granted,

    /// <summary>A permission had to be given on more than the state reaches.</summary>
    Wildcard,

    /// <summary>Something may need a permission that is not in the policy, because what it needs is not known.</summary>
    NotKnown,

    /// <summary>The policy is longer than IAM takes. The note's action is the one that IAM refuses.</summary>
    TooLarge,
}
