using System.Globalization;

namespace Stepwise.Differential.Graphs;

/// <summary>What a run over workflows has seen.</summary>
internal sealed class WorkflowReport
{
    private readonly SortedDictionary<string, int> _entered = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _ends = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Count, string Example)> _refusals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WorkflowDisagreement> _disagreements = new(StringComparer.Ordinal);

    /// <summary>How many workflows were accepted.</summary>
    public int Accepted { get; private set; }

    /// <summary>How many workflows were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>How many workflows were not C#.</summary>
    public int Invalid { get; private set; }

    /// <summary>How many executions were compared.</summary>
    public int Executions { get; private set; }

    /// <summary>How many bodies were made, and how many of them were accepted.</summary>
    public (int Accepted, int All) Bodies { get; set; }

    /// <summary>How many workflows disagreed, before those of one cause are put together.</summary>
    public int Disagreeing { get; set; }

    /// <summary>How often executions entered each kind of state in each language, were caught, and went back in a loop.</summary>
    public IReadOnlyDictionary<string, int> Entered => _entered;

    /// <summary>How often executions ended in each way.</summary>
    public IReadOnlyDictionary<string, int> Ends => _ends;

    /// <summary>How much processor time the parts of the work took.</summary>
    public SortedDictionary<string, TimeSpan> Times { get; } = new(StringComparer.Ordinal);

    /// <summary>The disagreements, one for each shape.</summary>
    public IReadOnlyCollection<WorkflowDisagreement> Disagreements => _disagreements.Values;

    /// <summary>The share of C# that was accepted.</summary>
    public double AcceptedShare => (double)Accepted / Math.Max(1, Accepted + Refused);

    public void Add(CompiledWorkflows batch, IReadOnlyList<RandomWorkflow> workflows)
    {
        Accepted += batch.Accepted.Count;
        Refused += batch.Refused.Count;
        Invalid += batch.Invalid.Count;
        foreach (var (index, reason) in batch.Refused.Concat(batch.Invalid))
        {
            var key = reason.Split(':')[0];
            _refusals[key] = (_refusals.GetValueOrDefault(key).Count + 1, _refusals.GetValueOrDefault(key).Example ?? reason + "\n" + GraphSource.Write("W", workflows[index]));
        }
    }

    public void Add(RandomWorkflow workflow, IReadOnlyList<WorkflowComparison> comparisons)
    {
        foreach (var trace in comparisons.Select(static comparison => comparison.Expected))
        {
            Executions++;
            Count(_ends, trace.End.ToString());
            for (var i = 0; i < trace.Path.Count; i++)
            {
                var state = workflow[trace.Path[i]];
                Count(_entered, state.Kind.ToString());
                Count(_entered, state.Language.ToString());
                if (i + 1 < trace.Path.Count)
                {
                    var next = trace.Path[i + 1];
                    if (state.IsTask && state.Next != next)
                    {
                        Count(_entered, "caught");
                    }
                    else if (state.Loop?.Back == next)
                    {
                        Count(_entered, "loop");
                    }
                }
                else if (state.CanContinue && trace.End is TraceEnd.Succeeded)
                {
                    Count(_entered, "end " + state.Kind);
                }
            }
        }
    }

    public void Add(WorkflowDisagreement disagreement)
    {
        if (!_disagreements.TryGetValue(disagreement.Shape, out var known) || known.Workflow.Size > disagreement.Workflow.Size)
        {
            _disagreements[disagreement.Shape] = disagreement;
        }
    }

    /// <summary>Prints everything.</summary>
    /// <param name="output">Where to.</param>
    public void Print(TextWriter output)
    {
        foreach (var disagreement in _disagreements.Values.OrderBy(static item => item.Workflow.Size))
        {
            output.WriteLine(disagreement);
            output.WriteLine();
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Accepted + Refused + Invalid} workflows: {Accepted} accepted ({AcceptedShare:P1}), {Refused} refused, {Invalid} not C#; {Bodies.Accepted} of {Bodies.All} bodies were accepted before"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Executions} executions; processor time {Environment.CpuUsage.TotalTime.TotalSeconds:F0} s"));
        output.WriteLine("ends: " + string.Join(", ", _ends.Select(static item => $"{item.Key} {item.Value}")));
        output.WriteLine("entered: " + string.Join(", ", _entered.Select(static item => $"{item.Key} {item.Value}")));
        output.WriteLine("seconds of processor time: " + string.Join(", ", Times.Select(static item => string.Create(CultureInfo.InvariantCulture, $"{item.Key} {item.Value.TotalSeconds:F1}"))));
        output.WriteLine("refused, or not C#");
        foreach (var (_, (count, example)) in _refusals.OrderByDescending(static item => item.Value.Count).Take(12))
        {
            output.WriteLine($"  {count,5}  {example}");
        }

        output.WriteLine($"{Disagreeing} workflows disagree, in {_disagreements.Count} shapes");
    }

    private static void Count(SortedDictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
