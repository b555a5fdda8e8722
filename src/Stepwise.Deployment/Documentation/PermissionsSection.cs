using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.Deployment.Documentation;

/// <summary>Writes the section on the permissions of the role and their reasons.</summary>
internal static class PermissionsSection
{
    public static void Write(Markdown text, DocumentSource source)
    {
        text.Heading(2, "Permissions");
        if (source.Permissions.Count == 0)
        {
            text.Paragraph("The role of the state machine may do nothing: no state calls a service. It has no policy, because IAM refuses a policy without statements.");
            return;
        }

        text.Paragraph("The role of the state machine may do this and no more. Only Step Functions may assume it, for this machine of this account.");
        var granted = source.Permissions.Where(note => note.Kind is PermissionNoteKind.Granted or PermissionNoteKind.Narrowest or PermissionNoteKind.Wildcard).ToList();
        text.Table(["Needed by", "May", "On", "Because"], Rows(granted));
        if (granted.Exists(note => note.Kind == PermissionNoteKind.Narrowest))
        {
            text.Paragraph("Where a `*` stands, the reason says why nothing narrower can be written" + (granted.Exists(note => note.Kind == PermissionNoteKind.Wildcard) ? ", or it is listed below." : "."));
        }

        // The policy is deployed inline, so the smaller limit of managed policies does not apply.
        var doubts = source.Permissions.Where(note => note.Kind is not (PermissionNoteKind.Granted or PermissionNoteKind.Narrowest)).Select(Doubt)
            .Concat(PolicyLimit.ExceededBy(source.PolicySize).Where(limit => limit.Length >= PolicyDocument.InlineLimit).Select(limit => Markdown.Code(limit.Action) + ". " + Markdown.Text(limit.Describe(source.PolicySize))))
            .ToList();
        if (doubts.Count > 0)
        {
            text.Paragraph("To look at:");
            text.Items(doubts.Distinct());
        }
    }

    /// <summary>Returns the rows of the table. Actions on the same resources share a row, and states that need the same permissions share a row. No row allows more than the notes.</summary>
    private static IEnumerable<IReadOnlyList<string>> Rows(List<PermissionNote> granted)
        => from action in granted.GroupBy(note => (note.State, Reason: FullReason(note, granted), note.Action))
           select (action.Key.State, action.Key.Reason, Action: Markdown.Code(action.Key.Action), Resources: Lines(action.Select(note => note.Resource))) into grant
           group grant by (grant.State, grant.Reason, grant.Resources) into statement
           select (statement.Key.State, statement.Key.Reason, statement.Key.Resources, Actions: string.Join("<br>", statement.Select(grant => grant.Action))) into statement
           group statement by (statement.Actions, statement.Resources, statement.Reason) into row
           select (IReadOnlyList<string>)
           [
               string.Join(", ", row.Select(statement => statement.State is null ? "the machine" : Markdown.Text(statement.State))),
               row.Key.Actions,
               row.Key.Resources,
               Markdown.Text(row.Key.Reason),
           ];

    /// <summary>Returns the reason for a permission. If a longer reason for the same action of the same state begins with this reason, returns the longer one.</summary>
    private static string FullReason(PermissionNote note, List<PermissionNote> granted)
        => granted.Where(other => other.State == note.State && other.Action == note.Action && other.Reason.StartsWith(note.Reason, StringComparison.Ordinal))
            .Select(other => other.Reason).OrderByDescending(reason => reason.Length).First();

    private static string Lines(IEnumerable<string> texts) => string.Join("<br>", texts.Distinct().Select(Markdown.Code));

    private static string Doubt(PermissionNote note)
        => (note.State is null ? "" : Markdown.Text(note.State) + ": ")
            + (note.Kind == PermissionNoteKind.NotUsed
                ? Markdown.Code(note.Resource) + " is declared and not used: " + Markdown.Text(note.Reason) + "."
                : Markdown.Code(note.Action) + (note.Resource.Length == 0 ? "" : " on " + Markdown.Code(note.Resource)) + ". " + Markdown.Text(note.Reason))
            + (note.Narrower is null ? "" : " It is narrower with a constant, or with " + Markdown.Code("[Resource(\"" + note.Narrower + "\")]") + " on the state.");
}
