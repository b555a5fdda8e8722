using System.Globalization;
using Stepwise.StatesLanguage.Cost;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Deployment.Documentation;

/// <summary>Writes the section on the cost of executions and the limit of the history.</summary>
internal static class CostSection
{
    public static void Write(Markdown text, DocumentSource source)
    {
        text.Heading(2, "Cost and limits");
        if (source.IsExpress)
        {
            text.Paragraph("An Express machine is paid by requests, time and memory, not by state transitions. An execution may take five minutes at most.");
            return;
        }

        var estimate = CostEstimate.Create(source.Machine);
        text.Paragraph(string.Format(CultureInfo.InvariantCulture, "A Standard machine is paid by state transitions: US$ {0} for 1,000 in most regions, after 4,000 free ones a month. Waiting costs nothing. Each retry is one more transition.", CostEstimate.PricePerThousandTransitions));
        text.Table(
            ["Path", "Ends in", "Transitions", "With every retry used", "1,000 executions"],
            estimate.Paths.Select(path => (IReadOnlyList<string>)
            [
                path.Kind switch { ExecutionPathKind.Main => "main path", ExecutionPathKind.EarlyEnd => "early end", _ => "failure" },
                Markdown.Text(path.States[path.States.Count - 1]),
                Transitions(path.Transitions, path.TransitionsPerItem),
                Transitions(path.TransitionsWithRetries, path.TransitionsPerItemWithRetries),
                "US$ " + path.PricePerThousand.ToString("0.000", CultureInfo.InvariantCulture),
            ]));
        if (estimate.Loops.Count > 0)
        {
            Loops(text, estimate);
        }

        text.Notes(source.Notes.Cost);
    }

    private static void Loops(Markdown text, CostEstimate estimate)
    {
        text.Paragraph(string.Format(CultureInfo.InvariantCulture, "Loops add their transitions with each further turn. A history holds {0:N0} events, and an execution fails with the next one; a long loop must go on in a new execution before that.", Limits.HistoryEvents));
        text.Table(
            ["Loop", "Transitions a turn", "1,000 turns", "Events a turn", "History full after"],
            estimate.Loops.Select(loop => (IReadOnlyList<string>)
            [
                string.Join(" → ", loop.States.Select(Markdown.Text)) + (loop.IsByError ? ", while something fails" : ""),
                Number(loop.Transitions),
                "US$ " + (loop.Transitions * CostEstimate.PricePerThousandTransitions).ToString("0.000", CultureInfo.InvariantCulture),
                Number(loop.Events) + (loop.EventsPerItem == 0 ? "" : ", and " + Number(loop.EventsPerItem) + " for each item of a Map"),
                "about " + Number(loop.TurnsToHistoryLimit) + " turns" + (loop.SecondsToHistoryLimit is { } seconds ? ", " + About(seconds) + " of waiting" : loop.Seconds is 0 ? ", which do not wait" : ""),
            ]));
    }

    private static string Transitions(int number, int perItem) => Number(number) + (perItem == 0 ? "" : ", and " + Number(perItem) + " for each item of a Map");

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string About(long seconds) => seconds < 7200
        ? string.Format(CultureInfo.InvariantCulture, "about {0} minutes", seconds / 60)
        : string.Format(CultureInfo.InvariantCulture, "about {0:0} hours", seconds / 3600.0);
}
