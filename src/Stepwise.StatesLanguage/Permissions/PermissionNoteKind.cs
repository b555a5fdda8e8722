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
}
