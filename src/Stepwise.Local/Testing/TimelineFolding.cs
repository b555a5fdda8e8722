using System.Globalization;
using Stepwise.Local.Machine;

namespace Stepwise.Local.Testing;

/// <summary>Folds what is repeated in a row of visits: an hour of polling is one step with a number.</summary>
internal static class TimelineFolding
{
    private const int LongestLoop = 40;

    /// <summary>Folds until nothing is repeated, the shortest loops first, so that a loop in a loop is one, too.</summary>
    public static IReadOnlyList<TimelineStep> Fold(IReadOnlyList<VisitedState> visits)
    {
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var firstVisits = new Dictionary<string, int>(StringComparer.Ordinal);
        var row = new List<(TimelineStep Step, int Kind)>(visits.Count);
        foreach (var visit in visits)
        {
            firstVisits.TryAdd(visit.Name, firstVisits.Count);

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
                var end = i + length;
                while (end < row.Count && row[end].Kind == row[end - length].Kind)
                {
                    end++;
                }

                if (end - i >= 2 * length)
                {
                    folded ??= row[..i];
                    var start = HeadOf(i, end, length);
                    var times = (end - start) / length;
                    folded.AddRange(row[i..start]);
                    folded.Add(Loop(start, length, times));
                    i = start + (length * times);
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

        // Where the loop begins, of the places that give as many rounds: at the state that was visited before the others.
        int HeadOf(int start, int end, int length)
        {
            var head = start;
            for (var i = start + 1; i <= start + ((end - start) % length); i++)
            {
                if (firstVisits[row[i].Step.First.Name] < firstVisits[row[head].Step.First.Name])
                {
                    head = i;
                }
            }

            return head;
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
