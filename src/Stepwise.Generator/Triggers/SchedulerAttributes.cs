namespace Stepwise.Generator.Triggers;

/// <summary>The context attributes that EventBridge Scheduler replaces in the texts of an input, such as <c>&lt;aws.scheduler.scheduled-time&gt;</c>.</summary>
internal static class SchedulerAttributes
{
    private const string Prefix = "<aws.scheduler.";

    /// <summary>Each attribute, with a value of the form that it has.</summary>
    private static readonly (string Name, string Example)[] _attributes =
    [
        (Prefix + "scheduled-time>", "2026-01-15T10:00:00Z"),
        (Prefix + "schedule-arn>", "arn:aws:scheduler:eu-west-1:123456789012:schedule/default/nightly"),
        (Prefix + "execution-id>", "d32c5kddcf5bb8c3"),
        (Prefix + "attempt-number>", "1"),
    ];

    /// <summary>The names, for messages.</summary>
    public static string All => string.Join(", ", _attributes.Select(static attribute => attribute.Name));

    /// <summary>Returns the first text of the form of an attribute that is not one, or null.</summary>
    public static string? Unknown(string text)
    {
        for (var start = text.IndexOf(Prefix, StringComparison.Ordinal); start >= 0; start = text.IndexOf(Prefix, start + 1, StringComparison.Ordinal))
        {
            var end = text.IndexOf('>', start);
            if (end >= 0 && text.Substring(start, end + 1 - start) is var found && !_attributes.Any(attribute => attribute.Name == found))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Returns a text that has the form of what the scheduler makes of it.</summary>
    public static string Replace(string text) => _attributes.Aggregate(text, static (replaced, attribute) => replaced.Replace(attribute.Name, attribute.Example));
}
