using System.Globalization;
using Stepwise.Benchmarks.Keystroke;

namespace Stepwise.Benchmarks.Artifacts;

/// <summary>Prints the comparison.</summary>
internal static class ArtifactTable
{
    /// <summary>The most that all files together may cost, in milliseconds.</summary>
    private const double Budget = 100;

    public static void Write(IReadOnlyList<ArtifactRow> rows, TextWriter output)
    {
        Line(output, $"{rows[0].Workflows} workflows, {rows[0].Milliseconds.Count} rounds, {Environment.ProcessorCount} processors; {ThreadCpuClock.Description}; warm is the median of the second half");
        output.WriteLine("  kind                          CPU ms first     min    warm   elapsed ms first     min    warm");
        foreach (var row in rows.Append(Sum(rows)))
        {
            var (processor, elapsed) = (row.ProcessorMilliseconds, row.Milliseconds);
            Line(output, $"  {row.Name,-28}{processor[0],14:F1}{processor.Min(),8:F1}{ArtifactRow.WarmMedian(processor),8:F1}{elapsed[0],19:F1}{elapsed.Min(),8:F1}{ArtifactRow.WarmMedian(elapsed),8:F1}");
        }
    }

    /// <summary>Says in one line whether the budget is met: by processor time after warm-up, because this machine may be at work elsewhere.</summary>
    public static bool WriteVerdict(IReadOnlyList<ArtifactRow> rows, TextWriter output)
    {
        var sum = Sum(rows);
        var total = ArtifactRow.WarmMedian(sum.ProcessorMilliseconds);
        var isMet = total <= Budget;
        Line(output, $"Budget {(isMet ? "met" : "MISSED")}: all files beyond the definition cost {total:F1} ms of processor time for {rows[0].Workflows} workflows, the median after warm-up; at most {Budget:F0} are allowed. The first round, in a process in which nothing is compiled yet, cost {sum.ProcessorMilliseconds[0]:F1} ms.");
        return isMet;
    }

    private static ArtifactRow Sum(IReadOnlyList<ArtifactRow> rows) => new("all", rows[0].Workflows, Sum(rows, static row => row.Milliseconds), Sum(rows, static row => row.ProcessorMilliseconds));

    private static List<double> Sum(IReadOnlyList<ArtifactRow> rows, Func<ArtifactRow, IReadOnlyList<double>> times) =>
        [.. Enumerable.Range(0, rows[0].Milliseconds.Count).Select(round => rows.Sum(row => times(row)[round]))];

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
