namespace Stepwise.StatesLanguage.Permissions;

/// <summary>The kind of a <see cref="PermissionNote"/>.</summary>
public enum PermissionNoteKind
{
    /// <summary>The note explains why a permission is in the policy.</summary>
    Granted,

    /// <summary>A permission has a wildcard, and nothing narrower is possible: IAM has no resources for the action, or the resource has no name before the state runs. Nothing needs to be done.</summary>
    Narrowest,

    /// <summary>A permission has a wildcard, because the definition does not say which resource the state reaches. To narrow it, declare the resource in <see cref="PermissionOptions.Resources"/>.</summary>
    Wildcard,

    /// <summary>A permission may be missing in the policy, because it is not known what a state needs.</summary>
    NotKnown,

    /// <summary>A declared resource is not used: the state reaches no resource of its kind, or the definition already says which resources the state reaches.</summary>
    NotUsed,
}
