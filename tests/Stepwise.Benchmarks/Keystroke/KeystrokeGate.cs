extern alias generator;

using System.Diagnostics;
using System.Globalization;
using generator::Stepwise.Generator;
using Stepwise.Benchmarks.Projects;

namespace Stepwise.Benchmarks.Keystroke;

/// <summary>
/// Checks the keystroke budget in a build: Stepwise and the floor are measured in turns, and only a cost of more than twice the budget fails.
/// The least of many runs is compared, in processor time of the thread, and a figure that is too high is measured again, so that a busy machine does not fail the build.
/// </summary>
internal static class KeystrokeGate
{
    /// <summary>What a budget is multiplied by before it fails.</summary>
    private const double Margin = 2;

    /// <summary>Edits before anything is kept: the runtime compiles hot methods again after some thirty calls.</summary>
    private const int WarmUps = 40;

    private const int Repetitions = 40;
    private const int Attempts = 5;

    /// <summary>No further attempt starts after this time, per edit.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private static readonly GatedEdit[] _edits =
    [
        new(Edit.Unrelated, RunsImplementationOutputs: false, Budget: 1.5),
        new(Edit.Unrelated, RunsImplementationOutputs: true, Budget: 2.0),
    ];

    /// <summary>Measures, prints the figures, and returns whether all budgets are kept.</summary>
    public static bool Run(TextWriter output)
    {
        var workflows = EditedProject.OfWorkflows();
        var results = Array.ConvertAll(_edits, edit => Check(edit, workflows, output));
        return Array.TrueForAll(results, static isKept => isKept);
    }

    private static bool Check(GatedEdit edit, EditedProject workflows, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var floor = new TypingSession(KeystrokeComparison.Floor, workflows, [new FloorGenerator()], edit.Edit, edit.RunsImplementationOutputs);
        var own = new TypingSession(KeystrokeComparison.Stepwise, workflows, [new StepwiseGenerator()], edit.Edit, edit.RunsImplementationOutputs);
        var (leastFloor, leastOwn) = (double.MaxValue, double.MaxValue);
        InTurns(WarmUps, static (_, _) => { });
        var attempt = 0;
        do
        {
            attempt++;
            InTurns(Repetitions, (ofFloor, ofOwn) =>
            {
                leastFloor = Math.Min(leastFloor, ofFloor.Cpu.TotalMilliseconds);
                leastOwn = Math.Min(leastOwn, ofOwn.Cpu.TotalMilliseconds);
            });
        }
        while (leastOwn / leastFloor > edit.Budget * Margin && attempt < Attempts && watch.Elapsed < _patience);

        var ratio = leastOwn / leastFloor;
        var isKept = ratio <= edit.Budget * Margin;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Edit in an unrelated file, implementation outputs {(edit.RunsImplementationOutputs ? "on" : "off")}: floor {leastFloor:F2} ms, Stepwise {leastOwn:F2} ms, {ratio:F2} times the floor (budget {edit.Budget:F1}, fails above {edit.Budget * Margin:F1}), attempts: {attempt}: {(isKept ? "kept" : "EXCEEDED")}"));
        return isKept;

        void InTurns(int repetitions, Action<Measurement, Measurement> keep)
        {
            for (var i = 0; i < repetitions; i++)
            {
                keep(floor.Type(), own.Type());
            }
        }
    }

    /// <summary>An edit with a budget.</summary>
    /// <param name="Edit">What is typed.</param>
    /// <param name="RunsImplementationOutputs">Whether the driver runs implementation outputs.</param>
    /// <param name="Budget">The most that it may cost, as a multiple of the floor.</param>
    private sealed record GatedEdit(Edit Edit, bool RunsImplementationOutputs, double Budget);
}
