using System.Globalization;

namespace Stepwise.Local;

/// <summary>Folds what is repeated in a row of visits: an hour of polling is one step with a number.</summary>
internal static class TimelineFolding
{
    private const int LongestLoop = 40;

    /// <summary>Folds until nothing is repeated, the shortest loops first, so that a loop in a loop is one, too.</summary>
    public static IReadOnlyList<TimelineStep> Fold(IReadOnlyList<VisitedState> visits)
    {
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var row = new List<(TimelineStep Step, int Kind)>(visits.Count);
        foreach (var visit in visits)
        {
            // A visit that failed on the way is not the same as one that did not.
            row.Add((new(visit), KindOf(string.Create(CultureInfo.InvariantCulture, $"{visit.Name}\n{visit.Attempts}\n{visit.Failures.Count}"))));
        }

        for (var length = 1; length <= Math.Min(LongestLoop, row.Count / 2); length++)
        {
            if (FoldLoops(length))
            {
                length = 0;
            }
        }

        return [.. row.Select(item => item.Step)];

        bool FoldLoops(int length)
        {
            List<(TimelineStep, int)>? folded = null;
            var i = 0;
            while (i < row.Count)
            {
                var times = 1;
                while (IsRepeated(i, length, times))
                {
                    times++;
                }

                if (times > 1)
                {
                    folded ??= row[..i];
                    folded.Add(Loop(i, length, times));
                    i += length * times;
                }
                else
                {
                    folded?.Add(row[i]);
                    i++;
                }
            }

            row = folded ?? row;
            return folded is not null;
        }

        bool IsRepeated(int start, int length, int times)
        {
            var next = start + (length * times);
            if (next + length > row.Count)
            {
                return false;
            }

            for (var i = 0; i < length; i++)
            {
                if (row[start + i].Kind != row[next + i].Kind)
                {
                    return false;
                }
            }

            return true;
        }

        (TimelineStep, int) Loop(int start, int length, int times)
        {
            var steps = row.GetRange(start, length);
            var kind = string.Create(CultureInfo.InvariantCulture, $"[{string.Join(',', steps.Select(item => item.Kind))}]{times}");
            return (new([.. steps.Select(item => item.Step)], times, row[start + (length * times) - 1].Step.Last), KindOf(kind));
        }

        int KindOf(string text)
        {
            if (!kinds.TryGetValue(text, out var kind))
            {
                kinds.Add(text, kind = kinds.Count);
            }

            return kind;
        }
    }
}
