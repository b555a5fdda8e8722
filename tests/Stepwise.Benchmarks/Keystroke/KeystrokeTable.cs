using System.Globalization;
using Stepwise.Benchmarks.Projects;

namespace Stepwise.Benchmarks.Keystroke;

/// <summary>Prints the comparison.</summary>
internal static class KeystrokeTable
{
    /// <summary>The most that an edit may cost, as a multiple of the floor.</summary>
    private static readonly (Edit Edit, bool RunsImplementationOutputs, double Most)[] _goals =
    [
        (Edit.Unrelated, false, 1.5),
        (Edit.Unrelated, true, 2.0),
        (Edit.Comment, true, 3.5),
        (Edit.Body, true, 3.5),
        (Edit.Declaration, false, 3.5),
    ];

    public static void Write(IReadOnlyList<KeystrokeRow> rows, TextWriter output)
    {
        Line(output, $"{EditedProject.Targets} classes that are read, {EditedProject.Files} files, {Environment.ProcessorCount} processors, {ThreadCpuClock.Description}");
        foreach (var group in rows.GroupBy(static row => (row.Edit, row.RunsImplementationOutputs)))
        {
            var floor = FloorOf(group);
            output.WriteLine();
            Line(output, $"{Title(group.Key.Edit)}, implementation outputs {(group.Key.RunsImplementationOutputs ? "on" : "off")}, {floor.Measurements.Count} edits");
            output.WriteLine("  generator              files   CPU ms min  median    x floor   KB min    median   x floor");
            foreach (var row in group)
            {
                Line(output, $"  {row.Generator,-22}{row.GeneratedFiles,6}{row.MinimumMilliseconds,13:F2}{row.MedianMilliseconds,8:F2}{row.MinimumMilliseconds / floor.MinimumMilliseconds,11:F2}{row.MinimumKilobytes,9:F0}{row.MedianKilobytes,10:F0}{row.MinimumKilobytes / floor.MinimumKilobytes,10:F2}");
            }
        }
    }

    /// <summary>Says of each goal whether it is met.</summary>
    public static bool WriteVerdict(IReadOnlyList<KeystrokeRow> rows, TextWriter output)
    {
        var areMet = true;
        output.WriteLine();
        foreach (var (edit, runsImplementationOutputs, most) in _goals)
        {
            var group = rows.Where(row => row.Edit == edit && row.RunsImplementationOutputs == runsImplementationOutputs).ToArray();
            var ratio = group.Single(static row => row.Generator == KeystrokeComparison.Stepwise).MinimumMilliseconds / FloorOf(group).MinimumMilliseconds;
            areMet &= ratio <= most;
            Line(output, $"{(ratio <= most ? "met" : "MISSED"),-7}{Title(edit)}, implementation outputs {(runsImplementationOutputs ? "on" : "off")}: {ratio:F2} times the floor, at most {most:F1}");
        }

        return areMet;
    }

    private static KeystrokeRow FloorOf(IEnumerable<KeystrokeRow> rows) => rows.Single(static row => row.Generator == KeystrokeComparison.Floor);

    private static string Title(Edit edit) => edit switch
    {
        Edit.Unrelated => "Edit in an unrelated file",
        Edit.Comment => "Comment in a class that is read",
        Edit.Body => "Edit in one workflow's body",
        Edit.Declaration => "Declaration in an unrelated file",
        _ => "Change of one workflow's signature",
    };

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
