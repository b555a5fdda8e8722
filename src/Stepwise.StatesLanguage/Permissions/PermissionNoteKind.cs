namespace Stepwise.StatesLanguage.Permissions;

/// <summary>What a <see cref="PermissionNote"/> says.</summary>
public enum PermissionNoteKind
{
    /// <summary>Why a permission is in the policy.</summary>
    Granted,

    /// <summary>A permission is in the policy with a wildcard, and nothing narrower can be written: the action knows no resources, or the resource has no name before the state runs. Nothing is to be done.</summary>
    Narrowest,

    /// <summary>A permission had to be given on more than the state reaches, because the definition does not say what it reaches.</summary>
    Wildcard,

    /// <summary>Something may need a permission that is not in the policy, because what it needs is not known.</summary>
    NotKnown,

    /// <summary>A declared resource stands for nothing: the state reaches no such resource, or all that it reaches is known.</summary>
    NotUsed,
}
