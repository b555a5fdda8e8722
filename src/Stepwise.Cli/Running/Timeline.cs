using Stepwise.Cli.Shell;
using Stepwise.Local;

namespace Stepwise.Cli.Running;

/// <summary>What an execution did, row by row. Turns of a loop and the items of a Map are one row for each state in them.</summary>
internal static class Timeline
{
    /// <summary>The longest loop, in states, that is looked for.</summary>
    private const int LongestLoop = 64;

    public static IReadOnlyList<TimelineRow> Of(LocalExecution execution)
    {
        var rows = new Rows(execution.StartedAt, execution.StartedAt + execution.Elapsed, execution.MapRuns);
        rows.AddChain(0, execution.GetTimeline().States);
        return rows.All;
    }

    /// <summary>The last error of a visit; null if there was none.</summary>
    public static string? ErrorOf(VisitedState visit) => visit.Failures.Count == 0 ? null : visit.Failures[^1].Error ?? "an error without a name";

    private sealed class Rows(DateTimeOffset start, DateTimeOffset end, IReadOnlyList<LocalMapRun> mapRuns)
    {
        public List<TimelineRow> All { get; } = [];

        /// <summary>States one after the other.</summary>
        public void AddChain(int depth, IReadOnlyList<VisitedState> chain)
        {
            for (var i = 0; i < chain.Count;)
            {
                var (length, turns) = Loop(chain, i);
                if (turns == 1)
                {
                    Add(depth, [chain[i]]);
                    i++;
                    continue;
                }

                var all = chain.Skip(i).Take(length * turns).ToList();
                All.Add(new(depth, null, CountText.Of(turns, "turn"), false, 1, Duration(all[0].EnteredAt, all[^1].EndedAt), 0, "", false));
                for (var j = 0; j < length; j++)
                {
                    Add(depth + 1, [.. Enumerable.Range(0, turns).Select(turn => all[(turn * length) + j])]);
                }

                i += length * turns;
            }
        }

        /// <summary>Visits of one state.</summary>
        private void Add(int depth, List<VisitedState> visits)
        {
            var first = visits[0];
            var durations = visits.ConvertAll(visit => visit.EndedAt - visit.EnteredAt);
            All.Add(new(depth, first.EnteredAt - start, first.Name, true, visits.Count, (durations.Min(), durations.Max()), visits.Sum(visit => visit.Attempts), Note(visits), visits.Exists(visit => visit.HasFailed)));
            var chains = visits.SelectMany(visit => visit.Branches).ToList();
            if (chains.Count == 0)
            {
                AddMapRuns(depth + 1, visits);
                return;
            }

            if (first.Type == "Parallel" && visits.Count == 1 && first.Attempts == 1)
            {
                for (var i = 0; i < chains.Count; i++)
                {
                    All.Add(new(depth + 1, null, "branch " + CountText.Of(i + 1), false, 1, Duration(chains[i][0].EnteredAt, chains[i][^1].EndedAt), 0, "", false));
                    AddChain(depth + 2, chains[i]);
                }

                return;
            }

            var what = first.Type == "Parallel" ? CountText.Of(chains.Count, "branch", "branches") : CountText.Of(chains.Count, "item");
            All.Add(new(depth + 1, null, what, false, 1, Duration(chains.Min(chain => chain[0].EnteredAt), chains.Max(chain => chain[^1].EndedAt)), 0, "", false));
            foreach (var group in chains.SelectMany(chain => chain).GroupBy(visit => visit.Name, StringComparer.Ordinal))
            {
                Add(depth + 2, [.. group]);
            }
        }

        /// <summary>The child executions of distributed Maps, which have histories of their own.</summary>
        private void AddMapRuns(int depth, List<VisitedState> visits)
        {
            var runs = visits[0].Type == "Map"
                ? mapRuns.Where(run => run.StateName == visits[0].Name && visits.Exists(visit => run.StartedAt >= visit.EnteredAt && run.StartedAt <= visit.EndedAt)).ToList()
                : [];
            var children = runs.SelectMany(run => run.GetExecutions()).ToList();
            if (children.Count == 0)
            {
                return;
            }

            var failed = children.Count(child => child.Status != WorkflowStatus.Succeeded);
            var took = Duration(children.Min(child => child.StartedAt), children.Max(child => child.StoppedAt ?? end));
            All.Add(new(depth, null, CountText.Of(children.Count, "child execution"), false, 1, took, 0, failed == 0 ? "" : CountText.Of(failed) + " did not succeed", false));
            foreach (var group in children.SelectMany(child => child.GetTimeline().States).GroupBy(visit => visit.Name, StringComparer.Ordinal))
            {
                Add(depth + 1, [.. group]);
            }
        }

        private static (TimeSpan Shortest, TimeSpan Longest) Duration(DateTimeOffset from, DateTimeOffset to) => (to - from, to - from);

        private static string Note(List<VisitedState> visits)
        {
            var notes = visits
                .Where(visit => visit.Failures.Count > 0 || visit.Fate is VisitFate.Aborted or VisitFate.Caught)
                .GroupBy(visit => visit.Fate switch
                {
                    VisitFate.Aborted => "aborted",
                    VisitFate.Caught => ErrorOf(visit) is { } error ? error + ", caught" : "failed inside, caught",
                    VisitFate.Left => ErrorOf(visit) + ", retried",
                    _ => ErrorOf(visit)!,
                }, StringComparer.Ordinal)
                .Select(group => visits.Count == 1 ? group.Key : CountText.Of(group.Count()) + " x " + group.Key);
            return string.Join("; ", notes);
        }

        /// <summary>The shortest sequence of names from a place on that repeats itself, and how often.</summary>
        private static (int Length, int Turns) Loop(IReadOnlyList<VisitedState> chain, int from)
        {
            for (var length = 1; length <= LongestLoop && from + (2 * length) <= chain.Count; length++)
            {
                var at = from + length;
                while (at < chain.Count && chain[at].Name == chain[at - length].Name)
                {
                    at++;
                }

                var turns = (at - from) / length;
                if (turns > 1)
                {
                    return (length, turns);
                }
            }

            return (1, 1);
        }
    }
}
