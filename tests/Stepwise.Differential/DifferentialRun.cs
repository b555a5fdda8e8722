using Stepwise.Differential.Places;
using Stepwise.Differential.Running;
using Stepwise.Differential.Trees;
using Stepwise.Differential.Types;

namespace Stepwise.Differential;

/// <summary>Compares random states, one assembly after the other, and shrinks what disagrees.</summary>
/// <param name="seed">The seed of the run.</param>
/// <param name="expressions">How many expressions an assembly has.</param>
/// <param name="first">The number of the first assembly, so that one of a longer run can be repeated.</param>
/// <param name="output">Where progress is printed.</param>
internal sealed class DifferentialRun(int seed, int expressions, int first, TextWriter output)
{
    private const int ValuesOfAnExpression = 20;
    private const int ValuesWhileShrinking = 40;
    private const int MostShrunk = 60;
    private const int CandidatesAtOnce = 40;

    private int _assemblies = first;

    public DifferentialReport Report { get; } = new();

    /// <summary>Compiles one assembly and compares all that is accepted.</summary>
    public void NextAssembly()
    {
        var assemblySeed = unchecked(seed * 1_000_003 + _assemblies++);
        var random = new Random(assemblySeed);
        var types = new Catalogue(random);
        var states = new RandomStates(random, types);
        var made = Time("generate", () => Enumerable.Range(0, expressions).Select(_ => states.Next()).ToList());
        var found = Compare(types, made, assemblySeed, ValuesOfAnExpression, isCounted: true);
        Report.Disagreeing += found.Count(static item => item is not null);
        output.WriteLine($"seed {assemblySeed}: {made.Count} expressions, {found.Count(static item => item is not null)} disagree");
        foreach (var shrunk in Time("shrink", () => Shrink(types, found.OfType<Disagreement>(), assemblySeed)))
        {
            Report.Add(shrunk);
        }
    }

    /// <summary>Compares states. The result has, for each state in turn, its smallest disagreement, or null.</summary>
    private Disagreement?[] Compare(Catalogue types, List<RandomState> states, int assemblySeed, int values, bool isCounted)
    {
        using var batch = Time("compile", () => BatchCompiler.Compile(types.LibrarySource, types.DataSource, states));
        var runner = new StateRunner(assemblySeed, types.Naming);
        var compared = new List<Comparison>[batch.Accepted.Count];
        Time("run", () =>
        {
            // Executions end on other threads: a thread that waits for them would keep one busy.
            Parallel.ForAsync(
                0,
                compared.Length,
                new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
                async (index, _) => compared[index] = await runner.RunAsync(batch.Accepted[index], new Random(unchecked(assemblySeed + index)), values)).GetAwaiter().GetResult();
            return compared.Length;
        });
        compared = Time("jsonata-js", () => ScriptSide.Add([.. batch.Accepted.Zip(compared)]));
        if (isCounted)
        {
            Report.Add(batch);
            foreach (var comparisons in compared)
            {
                Report.Add(comparisons);
            }
        }

        var found = new Dictionary<RandomState, Disagreement>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < compared.Length; i++)
        {
            if (compared[i].Where(static comparison => !comparison.Agrees).MinBy(static comparison => comparison.Input.ToJsonString().Length) is { } comparison)
            {
                found[batch.Accepted[i].State] = new(batch.Accepted[i].State, batch.Accepted[i].Definition, comparison, assemblySeed);
            }
        }

        return [.. states.Select(state => found.GetValueOrDefault(state))];
    }

    /// <summary>Makes disagreements smaller until nothing smaller disagrees. The next candidates of all of them are one assembly, those that are a lot smaller first.</summary>
    private List<Disagreement> Shrink(Catalogue types, IEnumerable<Disagreement> found, int assemblySeed)
    {
        var current = found.OrderBy(static item => item.State.Size).DistinctBy(static item => item.Shape).Take(MostShrunk).Select(static item => new Shrinkable(item, Candidates(item.State))).ToList();
        var done = new List<Disagreement>();
        while (current.Count > 0)
        {
            var candidates = current.SelectMany(static (item, index) => item.Candidates.Take(CandidatesAtOnce).Select(state => (Index: index, State: state))).ToList();
            var results = candidates.Count == 0 ? [] : Compare(types, [.. candidates.Select(static item => item.State)], assemblySeed, ValuesWhileShrinking, isCounted: false);
            var next = new List<Shrinkable>();
            for (var i = 0; i < current.Count; i++)
            {
                var smallest = results.Where((result, index) => result is not null && candidates[index].Index == i).MinBy(static result => result!.State.Size);
                var rest = current[i].Candidates.Skip(CandidatesAtOnce).ToList();
                if (smallest is null && rest.Count == 0)
                {
                    done.Add(current[i].Disagreement);
                }
                else
                {
                    next.Add(smallest is null ? new(current[i].Disagreement, rest) : new(smallest, Candidates(smallest.State)));
                }
            }

            current = [.. next.DistinctBy(static item => item.Disagreement.Shape)];
        }

        return done;
    }

    private static List<RandomState> Candidates(RandomState state)
    {
        var smaller = Shrinking.Smaller(state.Body).Where(body => body.Size < state.Body.Size || IsSimpler(body, state.Body))
            .DistinctBy(static body => body.Write(isExecuted: false))
            .OrderBy(static body => body.Size)
            .Select(body => state with { Body = body });
        return [.. state.Result is null ? smaller : smaller.Prepend(state with { Result = null })];
    }

    /// <summary>Whether a body of the same size has fewer paths and longer literals.</summary>
    private static bool IsSimpler(Node body, Node than) => body.Size == than.Size && body.Write(isExecuted: false).Length < than.Write(isExecuted: false).Length;

    private T Time<T>(string name, Func<T> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        var result = work();
        Report.Times[name] = Report.Times.GetValueOrDefault(name) + (Environment.CpuUsage.TotalTime - before);
        return result;
    }

    /// <summary>A disagreement and the smaller states that have not been tried yet.</summary>
    private sealed record Shrinkable(Disagreement Disagreement, List<RandomState> Candidates);
}
