using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Deployment.Plan;

/// <summary>AWS's limits for the names of deployed resources.</summary>
internal static class NameLimits
{
    /// <summary>Returns the length of the longest project name with which every name of the deployment still fits.</summary>
    public static int LongestProjectName(WorkflowSource source)
    {
        var manifest = source.Manifest;
        var limit = Limits.NameLength - source.Name.Length - "-dlq".Length;
        var names = manifest.EventRules.Select(rule => rule.Name).Concat(manifest.Schedules.Select(schedule => schedule.Name));
        if (manifest.Schedules.Count > 0 || manifest.DynamicSchedules is not null)
        {
            names = names.Append(manifest.DynamicSchedules?.Group ?? source.Name);
        }

        foreach (var name in names)
        {
            limit = Math.Min(limit, Limits.TriggerNameLength - name.Length);
        }

        // A hyphen follows the project's name.
        return Math.Max(limit - 1, 0);
    }
}
