using System.Globalization;
using System.Text.Json.Nodes;
using Stepwise.Differential.Graphs;
using Stepwise.Differential.Types;
using Xunit.Abstractions;

namespace Stepwise.Differential.Tests;

/// <summary>An accepted workflow does what its C# means: 450 random workflows, 8 executions each.</summary>
public class WorkflowTests(ITestOutputHelper output)
{
    private const int Assemblies = 3;
    private const int Workflows = 150;

    /// <summary>How often executions enter each kind of state, at least.</summary>
    private const int LeastOfAKind = 60;

    /// <summary>How often a state that could go on ends an execution, at least.</summary>
    private const int LeastEnds = 8;

    /// <summary>STEPWISE_SEED sets another seed.</summary>
    private static readonly int _seed =
        int.TryParse(Environment.GetEnvironmentVariable("STEPWISE_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    [Fact]
    public void Random_workflows_do_what_CSharp_does()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var run = new WorkflowRun(_seed, Workflows, text);
        for (var i = 0; i < Assemblies; i++)
        {
            run.NextAssembly();
        }

        var report = run.Report;
        report.Print(text);
        output.WriteLine(text.ToString());
        Assert.True(report.Disagreeing == 0, text.ToString());

        // A proof over nothing proves nothing.
        Assert.True(report.AcceptedShare > 0.75, $"Only {report.AcceptedShare:P0} of the workflows are accepted.");
        Assert.True(report.Invalid < 0.02 * Assemblies * Workflows, $"{report.Invalid} workflows are not C#.");
        Assert.True(report.Executions > 6 * report.Accepted, $"Only {report.Executions} executions were compared.");
        Assert.True(report.Ends[nameof(TraceEnd.Unchecked)] < report.Executions / 8, $"{report.Ends[nameof(TraceEnd.Unchecked)]} of {report.Executions} executions are not compared to their end.");
        Assert.True(report.Ends[nameof(TraceEnd.Succeeded)] > report.Executions / 3, $"Only {report.Ends[nameof(TraceEnd.Succeeded)]} executions succeed.");
        string[] entered = [.. Enum.GetNames<StateKind>(), .. Enum.GetNames<Places.Language>(), "caught", "loop", "end Pass", "end LambdaTask", "end PassMarker"];
        var rare = string.Join(", ", entered.Where(kind => report.Entered.GetValueOrDefault(kind) < (kind.StartsWith("end ", StringComparison.Ordinal) ? LeastEnds : LeastOfAKind)));
        Assert.True(rare.Length == 0, "Too rare: " + rare);
    }

    /// <summary>The comparison itself is tested: where a definition leads to another state, waits longer, or sends nothing to a task, each execution that gets there disagrees.</summary>
    [Fact]
    public async Task A_definition_that_does_something_else_is_found()
    {
        var random = new Random(_seed);
        var types = new Catalogue(random);
        var compiler = new WorkflowCompiler(types);
        var run = new WorkflowRun(_seed, 60, TextWriter.Null);
        using var batch = compiler.Compile(run.Make(random, types, compiler));
        var runner = new WorkflowRunner(_seed, types.Naming);
        var (swapped, delayed, silenced) = (0, 0, 0);
        foreach (var compiled in batch.Accepted.Values)
        {
            swapped += await CountFound(compiled, StateKind.Choice, SwapTargets);
            delayed += await CountFound(compiled, StateKind.Wait, static state => state["Seconds"] = state["Seconds"]!.GetValue<int>() + 1);
            silenced += await CountFound(compiled, StateKind.ServiceTask, static state => Send(state, "another message"));
        }

        output.WriteLine($"{swapped}, {delayed} and {silenced} executions of wrong definitions were found.");
        Assert.True(swapped > 50 && delayed > 10 && silenced > 10, $"Too few: {swapped}, {delayed}, {silenced}");

        async Task<int> CountFound(CompiledWorkflow compiled, StateKind kind, Action<JsonNode> change)
        {
            if (compiled.Workflow.States.FirstOrDefault(state => state.Kind == kind) is not { } changed)
            {
                return 0;
            }

            var definition = JsonNode.Parse(compiled.Definition)!;
            change(definition["States"]![changed.Name]!);
            var compared = await runner.RunAsync(compiled with { Definition = definition.ToJsonString() }, new Random(_seed), 8);

            // C# says nothing about what follows a state in which it throws.
            var reached = compared.Where(comparison => comparison.Expected.Path.IndexOf(changed.Name) is >= 0 and var index
                && (comparison.Expected.End is TraceEnd.Succeeded or TraceEnd.Failed || index < comparison.Expected.Path.Count - 1)).ToList();
            Assert.All(reached, comparison => Assert.False(comparison.Agrees, compiled.Name + ": " + comparison.Expected.Text));
            return reached.Count;
        }
    }

    private static void Send(JsonNode task, string message) => task[task["Arguments"] is null ? "Parameters" : "Arguments"] = new JsonObject { ["Message"] = message };

    /// <summary>The Choice leads to the state of the next rule, and the last to that of the first.</summary>
    private static void SwapTargets(JsonNode choice)
    {
        var rules = choice["Choices"]!.AsArray();
        List<string> targets = [.. rules.Select(static rule => rule!["Next"]!.GetValue<string>()), .. choice["Default"] is { } otherwise ? [otherwise.GetValue<string>()] : Array.Empty<string>()];
        var names = targets.Distinct(StringComparer.Ordinal).ToList();
        foreach (var rule in rules)
        {
            rule!["Next"] = Other(rule["Next"]!);
        }

        if (choice["Default"] is { } last)
        {
            choice["Default"] = Other(last);
        }

        string Other(JsonNode target) => names[(names.IndexOf(target.GetValue<string>()) + 1) % names.Count];
    }
}
