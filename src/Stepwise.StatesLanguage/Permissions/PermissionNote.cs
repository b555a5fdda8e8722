namespace Stepwise.StatesLanguage.Permissions;

/// <summary>Explains a part of a policy.</summary>
/// <param name="Kind">What the note says.</param>
/// <param name="State">The name of the state that needs the permission; null when the machine itself does, or the whole policy is meant.</param>
/// <param name="Action">The IAM action, such as <c>sns:Publish</c>; for <see cref="PermissionNoteKind.NotKnown"/> the integration; never null.</param>
/// <param name="Resource">The resource, as in the policy; empty for <see cref="PermissionNoteKind.NotKnown"/> and <see cref="PermissionNoteKind.TooLarge"/>.</param>
/// <param name="Reason">Why, as one sentence.</param>
public sealed record PermissionNote(PermissionNoteKind Kind, string? State, string Action, string Resource, string Reason);
