using System.Globalization;
using Stepwise.Differential.Places;
using Stepwise.Differential.Running;

namespace Stepwise.Differential;

/// <summary>What a run has seen.</summary>
internal sealed class DifferentialReport
{
    private readonly SortedDictionary<string, int> _nodes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Accepted, int All)> _places = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _throws = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Count, string Example)> _refusals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Count, string Example)> _errors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Disagreement> _disagreements = new(StringComparer.Ordinal);

    /// <summary>How many expressions were accepted.</summary>
    public int Accepted { get; private set; }

    /// <summary>How many expressions were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>How many expressions were not C#.</summary>
    public int Invalid { get; private set; }

    /// <summary>How many values were compared.</summary>
    public int Values { get; private set; }

    /// <summary>How many values the C# method threw on.</summary>
    public int Thrown { get; private set; }

    /// <summary>How many values C# threw on and the definition did not, which is documented.</summary>
    public int Unchecked { get; private set; }

    /// <summary>How many values both sides give a result for that differs, or only C# gives a result for, which is documented.</summary>
    public int Lenient { get; private set; }

    /// <summary>How many values jsonata-js evaluated too. It does not evaluate JSONPath and arguments of tasks.</summary>
    public int Scripted { get; private set; }

    /// <summary>How many expressions disagreed, before those of one cause are put together.</summary>
    public int Disagreeing { get; set; }

    /// <summary>How much processor time the parts of the work took.</summary>
    public SortedDictionary<string, TimeSpan> Times { get; } = new(StringComparer.Ordinal);

    /// <summary>How often each kind of node is in an expression that was accepted.</summary>
    public IReadOnlyDictionary<string, int> Nodes => _nodes;

    /// <summary>How many expressions were accepted, and how many there were, for each place and language.</summary>
    public IReadOnlyDictionary<string, (int Accepted, int All)> Places => _places;

    /// <summary>The disagreements, one for each shape.</summary>
    public IReadOnlyCollection<Disagreement> Disagreements => _disagreements.Values;

    /// <summary>The share of C# that was accepted.</summary>
    public double AcceptedShare => (double)Accepted / Math.Max(1, Accepted + Refused);

    public void Add(CompiledBatch batch)
    {
        Accepted += batch.Accepted.Count;
        Refused += batch.Refused.Count;
        Invalid += batch.Invalid.Count;
        foreach (var accepted in batch.Accepted)
        {
            Count(accepted.State, isAccepted: true);
            foreach (var node in accepted.State.Body.All())
            {
                _nodes[node.Kind] = _nodes.GetValueOrDefault(node.Kind) + 1;
            }
        }

        foreach (var (state, reason) in batch.Refused)
        {
            Count(state, isAccepted: false);
            var key = reason.Split('\'')[0] + (reason.Contains("': ", StringComparison.Ordinal) ? reason[(reason.LastIndexOf("': ", StringComparison.Ordinal) + 1)..] : "");
            _refusals[key] = (_refusals.GetValueOrDefault(key).Count + 1, _refusals.GetValueOrDefault(key).Example ?? reason + "  <-  " + WorkflowSource.Signature(state));
        }

        foreach (var (state, error) in batch.Invalid)
        {
            var key = error.Split(':')[0];
            _errors[key] = (_errors.GetValueOrDefault(key).Count + 1, _errors.GetValueOrDefault(key).Example ?? error + "  <-  " + WorkflowSource.Signature(state));
        }
    }

    public void Add(IEnumerable<Comparison> comparisons)
    {
        foreach (var comparison in comparisons)
        {
            Values++;
            Scripted += comparison.Script is null ? 0 : 1;
            Lenient += comparison.NeedsLeniency ? 1 : 0;
            if (comparison.Expected.Failure is { } failure)
            {
                Thrown++;
                Unchecked += comparison.Expected.IsUnchecked && !comparison.Actual.Failed ? 1 : 0;
                var key = failure + (comparison.Actual.Failed ? ", the definition fails" : ", the definition does not fail");
                _throws[key] = _throws.GetValueOrDefault(key) + 1;
            }
        }
    }

    public void Add(Disagreement disagreement)
    {
        if (!_disagreements.TryGetValue(disagreement.Shape, out var known) || known.State.Size > disagreement.State.Size)
        {
            _disagreements[disagreement.Shape] = disagreement;
        }
    }

    /// <summary>Prints everything.</summary>
    /// <param name="output">Where to.</param>
    public void Print(TextWriter output)
    {
        foreach (var disagreement in _disagreements.Values.OrderBy(static item => item.State.Size))
        {
            output.WriteLine(disagreement);
            output.WriteLine();
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Accepted + Refused + Invalid} expressions: {Accepted} accepted ({AcceptedShare:P1}), {Refused} refused, {Invalid} not C#"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Values} values: C# threw on {Thrown}, and the definition need not fail and does not for {Unchecked} of them; another result is documented for {Lenient}"));
        output.WriteLine("jsonata-js: " + (ScriptSide.Absence ?? string.Create(CultureInfo.InvariantCulture, $"{Scripted} of the values")));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor time {Environment.CpuUsage.TotalTime.TotalSeconds:F0} s, {(Accepted + Refused + Invalid) / Environment.CpuUsage.TotalTime.TotalSeconds:F0} expressions for each second of it"));
        Print(output, "C# threw", _throws.Select(static item => $"{item.Key} {item.Value}"));
        Print(output, "accepted of all", _places.Select(static item => $"{item.Key} {item.Value.Accepted}/{item.Value.All}"));
        Print(output, "nodes", _nodes.Select(static item => $"{item.Key} {item.Value}"));
        Print(output, "seconds of processor time", Times.Select(static item => string.Create(CultureInfo.InvariantCulture, $"{item.Key} {item.Value.TotalSeconds:F1}")));
        output.WriteLine("refusals");
        foreach (var (key, (count, example)) in _refusals.OrderByDescending(static item => item.Value.Count).Take(25))
        {
            output.WriteLine($"  {count,5}  {example}");
        }

        output.WriteLine("not C#");
        foreach (var (key, (count, example)) in _errors.OrderByDescending(static item => item.Value.Count).Take(12))
        {
            output.WriteLine($"  {count,5}  {example}");
        }

        output.WriteLine($"{Disagreeing} expressions disagree, in {_disagreements.Count} shapes");
    }

    private static void Print(TextWriter output, string title, IEnumerable<string> items) => output.WriteLine(title + ": " + string.Join(", ", items));

    private void Count(RandomState state, bool isAccepted)
    {
        var key = state.Place + " " + state.Language;
        var (accepted, all) = _places.GetValueOrDefault(key);
        _places[key] = (accepted + (isAccepted ? 1 : 0), all + 1);
    }
}
