using System.Globalization;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.Generator.Compiler;

/// <summary>Reports a policy that is wider than the workflow needs, lacks a permission, or is too large. Each diagnostic is on its state, or on the class if it does not concern a single state.</summary>
internal static class PermissionRules
{
    private const string OnClass = "the state machine itself";

    public static void Check(WorkflowModel workflow, PolicyDocument policy, Action<DiagnosticInfo> report)
    {
        foreach (var notes in policy.Notes.Where(static note => note.Kind is PermissionNoteKind.Wildcard).GroupBy(static note => (note.State, note.Resource, note.Reason, note.Narrower)))
        {
            var (state, resource, reason, narrower) = notes.Key;
            report(new DiagnosticInfo(
                DiagnosticIds.WildcardPermission,
                AnchorOf(workflow, state),
                state is null ? OnClass : "'" + state + "'",
                string.Join(", ", notes.Select(static note => note.Action).Distinct()),
                resource,
                reason.TrimEnd('.'),
                narrower is null ? "Make it a constant" : "Make it a constant, or say what the state may reach: [Resource(\"" + narrower + "\")]"));
        }

        foreach (var note in policy.Notes)
        {
            switch (note.Kind)
            {
                case PermissionNoteKind.NotKnown:
                    report(new DiagnosticInfo(DiagnosticIds.UnknownPermission, AnchorOf(workflow, note.State), note.State ?? workflow.Name, note.Action));
                    break;
                case PermissionNoteKind.NotUsed:
                    report(new DiagnosticInfo(DiagnosticIds.UnusedResource, AnchorOf(workflow, note), note.State ?? workflow.Name, note.Resource, note.Reason));
                    break;
            }
        }

        // The module and the templates write an inline policy of the role, so the lower limit of managed policies does not apply.
        if (policy.Size > PolicyDocument.InlineLimit)
        {
            report(new DiagnosticInfo(DiagnosticIds.PolicyTooLarge, workflow.Machine.Anchor, workflow.Name, Number(policy.Size), Number(PolicyDocument.InlineLimit)));
        }
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static int AnchorOf(WorkflowModel workflow, string? state) => Find(workflow, state)?.AttributeAnchor ?? workflow.Machine.Anchor;

    private static int AnchorOf(WorkflowModel workflow, PermissionNote note)
        => Find(workflow, note.State)?.Resources.FirstOrDefault(resource => resource.Arn == note.Resource)?.Anchor ?? AnchorOf(workflow, note.State);

    private static StateModel? Find(WorkflowModel workflow, string? state) => workflow.Machine.AllStates().FirstOrDefault(candidate => candidate.Name == state);
}
