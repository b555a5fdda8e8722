namespace Stepwise.StatesLanguage.Permissions;

/// <summary>Explains a part of a policy.</summary>
/// <param name="Kind">The kind of the note.</param>
/// <param name="State">The name of the state that needs the permission; null if the machine itself needs it.</param>
/// <param name="Action">The IAM action, such as <c>sns:Publish</c>. For <see cref="PermissionNoteKind.NotKnown"/> it is the integration, and for <see cref="PermissionNoteKind.NotUsed"/> it is empty. It is never null.</param>
/// <param name="Resource">The resource, as in the policy. For <see cref="PermissionNoteKind.NotUsed"/> it is the declared resource, and for <see cref="PermissionNoteKind.NotKnown"/> it is empty.</param>
/// <param name="Reason">The reason, in one or two sentences.</param>
public sealed record PermissionNote(PermissionNoteKind Kind, string? State, string Action, string Resource, string Reason)
{
    /// <summary>The form of the ARNs that can be declared instead of the wildcard, such as <c>arn:aws:sns:REGION:ACCOUNT:NAME</c>; null if nothing can be declared.</summary>
    public string? Narrower { get; init; }

    /// <summary>Whether <see cref="PermissionOptions.StateMachineName"/> would narrow the permission: it is wide only because that name is not given. Default: false.</summary>
    public bool NeedsStateMachineName { get; init; }
}
