using Spectre.Console;
using Spectre.Console.Rendering;
using Stepwise.Cli.Shell;
using Stepwise.Json;
using Stepwise.Local;

namespace Stepwise.Cli.Running;

/// <summary>What an execution came to, for people: the timeline, the outcome, the output or what went wrong.</summary>
internal static class RunReport
{
    /// <summary>Rows of a timeline beyond which the middle is left out.</summary>
    private const int MostRows = 200;

    /// <summary>Characters of a failing state's input beyond which it is cut.</summary>
    private const int MostInput = 2_000;

    public static void Write(LocalExecution execution, bool isVirtual, Terminal terminal)
    {
        terminal.Console.Write(TableOf(Timeline.Of(execution)));
        terminal.Console.MarkupLineInterpolated($"[{ColourOf(execution.Status)}]{StatusOf(execution.Status)}[/] after {DurationText.Of(execution.Elapsed)}{(isVirtual ? " on the virtual clock" : "")}, with {CountText.Of(execution.Transitions, "state transition")} and {CountText.Of(execution.Events.Count, "event")}.");
        if (execution.Status == WorkflowStatus.Succeeded)
        {
            terminal.Output.WriteLine(execution.Output!.ToJson(indented: true));
            return;
        }

        if (execution.Error is { } error)
        {
            terminal.Console.MarkupLineInterpolated($"Error: [red]{error}[/]");
        }

        if (execution.Cause is { } cause)
        {
            terminal.Output.WriteLine("Cause: " + cause);
        }

        if (execution.GetTimeline().Visits is [.., var failing])
        {
            terminal.Output.WriteLine("In the state " + failing.Name + ", whose input was");
            var input = failing.Input.ToJson(indented: true);
            terminal.Output.WriteLine(input.Length <= MostInput ? input : input[..MostInput] + " ... (--history writes all of it)");
        }
    }

    private static Table TableOf(IReadOnlyList<TimelineRow> rows)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("At", "State", "Took", "Attempts", "");
        table.Columns[0].RightAligned();
        table.Columns[3].RightAligned();
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows.Count > MostRows && i == MostRows / 2)
            {
                var skipped = rows.Count - MostRows;
                table.AddRow(new Text(""), new Text(CountText.Of(skipped, "row") + " left out (--json has all of them)"), new Text(""), new Text(""), new Text(""));
                i += skipped;
            }

            table.AddRow(Cells(rows[i]));
        }

        return table;
    }

    private static IEnumerable<IRenderable> Cells(TimelineRow row)
    {
        var style = row.HasFailed ? new Style(Color.Red) : row.IsState ? Style.Plain : new Style(decoration: Decoration.Dim);
        var count = row.Count == 1 ? "" : " x " + CountText.Of(row.Count);
        yield return new Text(row.At is { } at ? DurationText.Clock(at) : "");
        yield return new Text(new string(' ', 2 * row.Depth) + row.Text + count, style);
        yield return new Text(DurationText.Of(row.Took.Shortest, row.Took.Longest));
        yield return new Text(row.Attempts == 0 ? "" : CountText.Of(row.Attempts));
        yield return new Text(row.Note, style);
    }

    private static string ColourOf(WorkflowStatus status) => status == WorkflowStatus.Succeeded ? "green" : "red";

    private static string StatusOf(WorkflowStatus status) => status switch
    {
        WorkflowStatus.Succeeded => "Succeeded",
        WorkflowStatus.TimedOut => "Timed out",
        WorkflowStatus.Aborted => "Stopped",
        _ => "Failed",
    };
}
