using System.Globalization;

namespace Stepwise.Benchmarks.Artifacts;

/// <summary>Prints the comparison.</summary>
internal static class ArtifactTable
{
    /// <summary>The most that all files together may cost, in milliseconds.</summary>
    private const double Budget = 100;

    public static void Write(IReadOnlyList<ArtifactRow> rows, TextWriter output)
    {
        Line(output, $"{rows[0].Workflows} workflows, {rows[0].Milliseconds.Count} rounds, {Environment.ProcessorCount} processors, elapsed time");
        output.WriteLine("  kind                          ms first     min  median");
        foreach (var row in rows.Append(new("all", rows[0].Workflows, [.. Enumerable.Range(0, rows[0].Milliseconds.Count).Select(round => rows.Sum(row => row.Milliseconds[round]))])))
        {
            Line(output, $"  {row.Name,-28}{row.First,10:F1}{row.Minimum,8:F1}{row.Median,8:F1}");
        }
    }

    /// <summary>Says in one line whether the budget is met: by the fastest round, because this machine may be at work elsewhere.</summary>
    public static bool WriteVerdict(IReadOnlyList<ArtifactRow> rows, TextWriter output)
    {
        var total = Enumerable.Range(0, rows[0].Milliseconds.Count).Min(round => rows.Sum(row => row.Milliseconds[round]));
        var isMet = total <= Budget;
        Line(output, $"Budget {(isMet ? "met" : "MISSED")}: all files beyond the definition cost {total:F1} ms for {rows[0].Workflows} workflows; at most {Budget:F0} are allowed.");
        return isMet;
    }

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
