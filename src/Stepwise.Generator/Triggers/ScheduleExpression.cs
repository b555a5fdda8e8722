using System.Globalization;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Triggers;

/// <summary>Checks the expression of a schedule: <c>rate(...)</c>, <c>cron(...)</c> or <c>at(...)</c>.</summary>
internal static class ScheduleExpression
{
    private const int LongestExpression = 256;

    private const string RuleForms = "write rate(5 minutes) or cron(0 9 ? * MON-FRI *)";

    private const string ScheduleForms = "write rate(5 minutes), cron(0 9 ? * MON-FRI *) or at(2026-01-15T10:00:00)";

    /// <summary>Whether the expression is a single time.</summary>
    public static bool IsAt(string expression) => expression.StartsWith("at(", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns what is wrong with the expression, and what to write, or null if it is valid.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="allowsAt">Whether the trigger can run at a single time: a schedule can, a rule cannot.</param>
    public static ScheduleProblem? Problem(string expression, bool allowsAt)
    {
        var forms = allowsAt ? ScheduleForms : RuleForms;
        if (expression.Length > LongestExpression)
        {
            return Whole(string.Format(CultureInfo.InvariantCulture, "it has {0} characters, and at most {1} are allowed", expression.Length, LongestExpression));
        }

        var open = expression.IndexOf('(');
        if (open <= 0 || !expression.EndsWith(")", StringComparison.Ordinal))
        {
            return Whole(forms);
        }

        var kind = expression.Substring(0, open);
        var inner = expression.Substring(open + 1, expression.Length - open - 2);
        if (kind is not ("rate" or "cron" or "at"))
        {
            var lower = kind.ToLowerInvariant();
            return Whole(lower is "rate" or "cron" or "at" ? "it must be in lower case: write " + lower + "(" + inner + ")" : forms);
        }

        return kind switch
        {
            "rate" => Whole(RateProblem(inner)),
            "cron" => CronProblem(inner, open + 1),
            _ => Whole(DateTime.TryParseExact(inner, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? null
                : "at() takes a date and a time without a time zone, such as at(2026-01-15T10:00:00)"),
        };
    }

    private static string? RateProblem(string inner)
    {
        var parts = inner.Split(' ');
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < 1)
        {
            return "rate() takes a whole number from 1 and a unit, such as rate(5 minutes)";
        }

        var unit = parts[1].EndsWith("s", StringComparison.Ordinal) ? parts[1].Substring(0, parts[1].Length - 1) : parts[1];
        if (unit is not ("minute" or "hour" or "day"))
        {
            return "the unit of rate() must be minutes, hours or days";
        }

        var expected = value == 1 ? unit : unit + "s";
        return parts[1] == expected ? null : "the unit must agree with the number: write rate(" + parts[0] + " " + expected + ")";
    }

    private static ScheduleProblem? CronProblem(string inner, int start)
    {
        var fields = new List<TextPart>();
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == ' ')
            {
                continue;
            }

            var end = inner.IndexOf(' ', i);
            end = end < 0 ? inner.Length : end;
            fields.Add(new TextPart(i, end - i));
            i = end;
        }

        if (fields.Count != CronField.All.Count)
        {
            return Whole(string.Format(CultureInfo.InvariantCulture,
                "cron() takes six fields (minutes, hours, day of month, month, day of week, year), but here {0} {1}", fields.Count == 1 ? "is" : "are", fields.Count));
        }

        for (var i = 0; i < fields.Count; i++)
        {
            if (CronField.All[i].Problem(TextOf(fields[i])) is { } problem)
            {
                return new ScheduleProblem(problem, new TextPart(start + fields[i].Start, fields[i].Length));
            }
        }

        return Whole(TextOf(fields[2]) == "?" != (TextOf(fields[4]) == "?")
            ? null
            : "exactly one of day of month and day of week must be ?, such as in cron(0 9 ? * MON-FRI *)");

        string TextOf(TextPart field) => inner.Substring(field.Start, field.Length);
    }

    private static ScheduleProblem? Whole(string? message) => message is null ? null : new ScheduleProblem(message);
}

/// <summary>What is wrong with an expression, and what to write.</summary>
/// <param name="Message">The end of a sentence.</param>
/// <param name="Part">The part that is wrong, or null if it is the whole expression.</param>
internal readonly record struct ScheduleProblem(string Message, TextPart? Part = null);
