using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Deployment.Plan;

/// <summary>How long names may be.</summary>
internal static class NameLimits
{
    private const int Event = 64;

    /// <summary>The longest text that still fits before every name that the workflow's deployment makes.</summary>
    public static int LongestPrefix(WorkflowSource source)
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
            limit = Math.Min(limit, Event - name.Length);
        }

        return Math.Max(limit, 0);
    }
}
