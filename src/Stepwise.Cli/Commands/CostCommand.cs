using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Stepwise.StatesLanguage.Cost;

namespace Stepwise.Cli.Commands;

/// <summary><c>stepwise cost</c>: what executions cost, and which loops can fill their history.</summary>
internal static class CostCommand
{
    public static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The definition (.asl.json)." };
        var command = new Command("cost", "Estimates what executions of a Standard state machine cost, and when a loop fills their history.") { file };
        command.SetAction(result =>
        {
            if (DefinitionFile.Load(result.GetRequiredValue(file), terminal) is not { } machine)
            {
                return CommandLine.Failure;
            }

            Write(CostEstimate.Of(machine), terminal.Console);
            return CommandLine.Success;
        });
        return command;
    }

    private static void Write(CostEstimate estimate, IAnsiConsole console)
    {
        var paths = new Table().Border(TableBorder.Simple).AddColumns("Path", "Ends in", "Transitions", "per item of a Map", "US$ for 1,000 executions");
        foreach (var path in estimate.Paths)
        {
            var kind = path.Kind switch { ExecutionPathKind.Main => "main", ExecutionPathKind.EarlyEnd => "early end", _ => "failure" };
            paths.AddRow(kind, Markup.Escape(path.States[^1]), Text(path.Transitions), path.TransitionsPerItem == 0 ? "" : Text(path.TransitionsPerItem), path.PricePerThousand.ToString("0.000", CultureInfo.InvariantCulture));
        }

        console.Write(paths);
        if (estimate.Loops.Count > 0)
        {
            var loops = new Table().Border(TableBorder.Simple).AddColumns("Loop", "Transitions", "Events", "Turns until the history is full", "which is");
            foreach (var loop in estimate.Loops)
            {
                loops.AddRow(Markup.Escape(string.Join(" → ", loop.States)), Text(loop.Transitions), Text(loop.Events), Text(loop.TurnsToHistoryLimit), loop.SecondsToHistoryLimit is { } seconds ? Duration(seconds) : "");
            }

            console.Write(loops);
        }

        console.WriteLine("US$ 0.025 for 1,000 state transitions (Standard); each retry is one more. A history has at most 25,000 events.");
    }

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Duration(long seconds) => seconds < 7200
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} minutes")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600.0:0} hours");
}
