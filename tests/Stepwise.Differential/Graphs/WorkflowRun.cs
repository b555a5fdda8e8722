using Stepwise.Differential.Types;

namespace Stepwise.Differential.Graphs;

/// <summary>Compares random workflows, one assembly after the other, and shrinks what disagrees.</summary>
/// <param name="seed">The seed of the run.</param>
/// <param name="workflows">How many workflows an assembly has.</param>
/// <param name="output">Where progress is printed.</param>
internal sealed class WorkflowRun(int seed, int workflows, TextWriter output)
{
    private const int ExecutionsOfAWorkflow = 8;
    private const int ExecutionsWhileShrinking = 60;
    private const int MostShrunk = 20;
    private const int CandidatesAtOnce = 25;

    /// <summary>How deep the bodies may be that are tried for a state. -1 stands for the least body.</summary>
    private static readonly int[] _depths = [3, 2, -1];

    private int _assemblies;

    public WorkflowReport Report { get; } = new();

    /// <summary>Compiles one assembly and compares all that is accepted.</summary>
    public void NextAssembly()
    {
        var assemblySeed = unchecked(seed * 1_000_003 + _assemblies++);
        var random = new Random(assemblySeed);
        var types = new Catalogue(random);
        var compiler = new WorkflowCompiler(types);
        var made = Time("make", () => Make(random, types, compiler));
        var found = Compare(compiler, made, assemblySeed, ExecutionsOfAWorkflow, isCounted: true);
        var disagreeing = found.Count(static item => item is not null);
        Report.Disagreeing += disagreeing;
        output.WriteLine($"seed {assemblySeed}: {made.Count} workflows, {disagreeing} disagree");
        foreach (var shrunk in Time("shrink", () => Shrink(compiler, found.OfType<WorkflowDisagreement>(), assemblySeed)))
        {
            Report.Add(shrunk);
        }
    }

    /// <summary>Makes workflows whose bodies Stepwise accepts one by one. Most workflows of random bodies would be refused, and say nothing.</summary>
    public IReadOnlyList<RandomWorkflow> Make(Random random, Catalogue types, WorkflowCompiler compiler)
    {
        var graphs = new RandomWorkflows(random, types);
        var drafts = new List<Draft>();
        var result = new List<GraphState[]>();
        var made = new List<RandomWorkflow>();
        for (var i = 0; i < workflows; i++)
        {
            var workflow = graphs.Next();
            var bodies = new RandomBodies(random, types, workflow);
            made.Add(workflow);
            result.Add([.. workflow.States]);
            for (var j = 0; j < workflow.States.Count; j++)
            {
                drafts.Add(new(workflow, result[i], j, [.. _depths.Select(depth => bodies.Complete(workflow.States[j], depth < 0 ? 0 : random.Next(1, depth + 1), graphs.OutputProperties()))]));
            }
        }

        for (var attempt = 0; attempt < _depths.Length; attempt++)
        {
            var areAccepted = compiler.AreAccepted([.. drafts.Select(draft => SingleState.Of(draft.Workflow, draft.Attempts[attempt]))]);
            if (attempt == 0)
            {
                Report.Bodies = (Report.Bodies.Accepted + areAccepted.Count(static isAccepted => isAccepted), Report.Bodies.All + drafts.Count);
            }

            foreach (var (draft, isAccepted) in drafts.Zip(areAccepted))
            {
                draft.States[draft.Index] = isAccepted ? draft.Attempts[attempt] : RandomBodies.Replaced(draft.Attempts[attempt]);
            }

            drafts = [.. drafts.Where((_, index) => !areAccepted[index])];
        }

        return [.. made.Zip(result, static (workflow, states) => (workflow with { States = states }).WithoutUnreachable())];
    }

    /// <summary>Compares workflows. The result has, for each workflow in turn, its smallest disagreement, or null.</summary>
    private WorkflowDisagreement?[] Compare(WorkflowCompiler compiler, IReadOnlyList<RandomWorkflow> compared, int assemblySeed, int executions, bool isCounted)
    {
        using var batch = Time("compile", () => compiler.Compile(compared));
        var runner = new WorkflowRunner(assemblySeed, compiler.Naming);
        var found = new WorkflowDisagreement?[compared.Count];
        var results = new List<WorkflowComparison>[compared.Count];
        Time("execute", () =>
        {
            Parallel.ForEachAsync(
                batch.Accepted,
                new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
                async (item, _) => results[item.Key] = await runner.RunAsync(item.Value, new Random(unchecked(assemblySeed + item.Key)), executions)).GetAwaiter().GetResult();
            return results.Length;
        });
        foreach (var (index, compiled) in batch.Accepted)
        {
            var wrong = results[index].Where(static comparison => !comparison.Agrees).MinBy(static comparison => comparison.Expected.Path.Count * 1000 + comparison.Input.ToJsonString().Length);
            found[index] = wrong is null ? null : new(compiled.Workflow, compiled.Definition, wrong, assemblySeed);
            if (isCounted)
            {
                Report.Add(compiled.Workflow, results[index]);
            }
        }

        if (isCounted)
        {
            Report.Add(batch, compared);
        }

        return found;
    }

    /// <summary>Makes disagreements smaller until nothing smaller disagrees. The next candidates of all of them are one assembly.</summary>
    private List<WorkflowDisagreement> Shrink(WorkflowCompiler compiler, IEnumerable<WorkflowDisagreement> found, int assemblySeed)
    {
        var current = found.OrderBy(static item => item.Workflow.Size).DistinctBy(static item => item.Shape).Take(MostShrunk)
            .Select(static item => new Shrinkable(item, WorkflowShrinking.Smaller(item.Workflow))).ToList();
        var done = new List<WorkflowDisagreement>();
        while (current.Count > 0)
        {
            var candidates = current.SelectMany(static (item, index) => item.Candidates.Take(CandidatesAtOnce).Select(workflow => (Index: index, Workflow: workflow))).ToList();
            var results = candidates.Count == 0 ? [] : Compare(compiler, [.. candidates.Select(static item => item.Workflow)], assemblySeed, ExecutionsWhileShrinking, isCounted: false);
            var next = new List<Shrinkable>();
            for (var i = 0; i < current.Count; i++)
            {
                var smallest = results.Where((result, index) => result is not null && candidates[index].Index == i).MinBy(static result => result!.Workflow.Size);
                List<RandomWorkflow> rest = [.. current[i].Candidates.Skip(CandidatesAtOnce)];
                if (smallest is null && rest.Count == 0)
                {
                    done.Add(current[i].Disagreement);
                }
                else
                {
                    next.Add(smallest is null ? new(current[i].Disagreement, rest) : new(smallest, WorkflowShrinking.Smaller(smallest.Workflow)));
                }
            }

            current = [.. next.DistinctBy(static item => item.Disagreement.Shape)];
        }

        return done;
    }

    private T Time<T>(string name, Func<T> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        var result = work();
        Report.Times[name] = Report.Times.GetValueOrDefault(name) + (Environment.CpuUsage.TotalTime - before);
        return result;
    }

    /// <summary>A state for which a body is looked for.</summary>
    /// <param name="Workflow">The workflow that it is in.</param>
    /// <param name="States">The states of the workflow, with the bodies that have been found.</param>
    /// <param name="Index">Which of them it is.</param>
    /// <param name="Attempts">The state with one body after the other, the last of which is the least.</param>
    private sealed record Draft(RandomWorkflow Workflow, GraphState[] States, int Index, IReadOnlyList<GraphState> Attempts);

    /// <summary>A disagreement and the smaller workflows that have not been tried yet.</summary>
    private sealed record Shrinkable(WorkflowDisagreement Disagreement, IReadOnlyList<RandomWorkflow> Candidates);
}
