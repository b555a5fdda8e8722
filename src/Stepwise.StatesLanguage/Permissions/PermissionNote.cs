namespace Stepwise.StatesLanguage.Permissions;

/// <summary>Explains a part of a policy.</summary>
/// <param name="Kind">What the note says.</param>
/// <param name="State">The name of the state that needs the permission; null when the machine itself does, or the whole policy is meant.</param>
/// <param name="Action">The IAM action, such as <c>sns:Publish</c>; for <see cref="PermissionNoteKind.NotKnown"/> the integration; empty for <see cref="PermissionNoteKind.NotUsed"/>; never null.</param>
/// <param name="Resource">The resource, as in the policy; for <see cref="PermissionNoteKind.NotUsed"/> as declared; empty for <see cref="PermissionNoteKind.NotKnown"/>.</param>
/// <param name="Reason">Why, in one or two sentences.</param>
public sealed record PermissionNote(PermissionNoteKind Kind, string? State, string Action, string Resource, string Reason)
{
    /// <summary>The form of the ARNs that may be declared instead of the wildcard, such as <c>arn:aws:sns:REGION:ACCOUNT:NAME</c>; null where none can narrow it.</summary>
    public string? Narrower { get; init; }

    /// <summary>Whether <see cref="PermissionOptions.StateMachineName"/> would narrow the permission: it is wide only because that name is not given. Default: false.</summary>
    public bool NeedsStateMachineName { get; init; }
}
