using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Stepwise.Cli.Shell;
using Stepwise.Json;
using Stepwise.StatesLanguage.Cost;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Cli.Commands;

/// <summary><c>stepwise cost</c>: what executions cost, and which loops can fill their history.</summary>
internal static class CostCommand
{
    public static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The definition (.asl.json)." };
        var json = new Option<bool>("--json") { Description = "Write the estimate as JSON, for other tools." };
        var command = new Command("cost", "Estimates what executions of a Standard state machine cost on each path, and when a loop fills their history. An Express machine is paid by requests and time instead.") { file, json };
        command.SetAction(result =>
        {
            if (DefinitionFile.Load(result.GetRequiredValue(file), terminal) is not { } machine)
            {
                return ExitCodes.Failure;
            }

            var estimate = CostEstimate.Create(machine);
            if (result.GetValue(json))
            {
                terminal.Output.WriteLine(ToJson(estimate).ToJson(indented: true));
            }
            else
            {
                Write(estimate, terminal.Console);
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static void Write(CostEstimate estimate, IAnsiConsole console)
    {
        var hasItems = estimate.Paths.Any(path => path.TransitionsPerItem > 0);
        var paths = new Table().Border(TableBorder.Simple).AddColumns("Path", "Ends in", "Transitions", "with every retry");
        if (hasItems)
        {
            paths.AddColumn("more per item of a Map");
        }

        paths.AddColumn("US$ for 1,000 executions");
        foreach (var path in estimate.Paths)
        {
            List<string> cells = [NameOf(path.Kind), Markup.Escape(path.States[^1]), Text(path.Transitions), Text(path.TransitionsWithRetries)];
            if (hasItems)
            {
                cells.Add(path.TransitionsPerItem == 0 ? "" : Text(path.TransitionsPerItem));
            }

            cells.Add(Price(path.PricePerThousand));
            paths.AddRow([.. cells]);
        }

        console.Write(paths);
        if (estimate.Loops.Count > 0)
        {
            var loops = new Table().Border(TableBorder.Simple).AddColumns("Loop", "Transitions", "Events", "Turns until the history is full", "which is");
            foreach (var loop in estimate.Loops)
            {
                loops.AddRow(
                    Markup.Escape(string.Join(" → ", loop.States) + (loop.IsByError ? " (while something fails)" : "")),
                    Text(loop.Transitions),
                    Text(loop.Events) + (loop.EventsPerItem == 0 ? "" : " and " + Text(loop.EventsPerItem) + " per item"),
                    Text(loop.TurnsToHistoryLimit),
                    loop.SecondsToHistoryLimit is { } seconds ? Duration(seconds) : "");
            }

            console.Write(loops);
        }

        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"US$ {CostEstimate.PricePerThousandTransitions} for 1,000 state transitions (Standard, most regions). A history has at most {Limits.HistoryEvents:N0} events."));
    }

    private static JsonObject ToJson(CostEstimate estimate) => JsonObject.Create(
        ("pricePerThousandTransitions", Number(CostEstimate.PricePerThousandTransitions)),
        ("paths", new JsonArray(estimate.Paths.Select(path => (JsonValue)JsonObject.Create(
            ("kind", path.Kind switch { ExecutionPathKind.Main => "main", ExecutionPathKind.EarlyEnd => "earlyEnd", _ => "failure" }),
            ("states", Names(path.States)),
            ("transitions", path.Transitions),
            ("transitionsWithRetries", path.TransitionsWithRetries),
            ("transitionsPerItem", path.TransitionsPerItem),
            ("transitionsPerItemWithRetries", path.TransitionsPerItemWithRetries),
            ("pricePerThousand", Number(path.PricePerThousand)))))),
        ("loops", new JsonArray(estimate.Loops.Select(loop => (JsonValue)JsonObject.Create(
            ("states", Names(loop.States)),
            ("byError", loop.IsByError),
            ("transitions", loop.Transitions),
            ("events", loop.Events),
            ("eventsPerItem", loop.EventsPerItem),
            ("turnsToHistoryLimit", loop.TurnsToHistoryLimit),
            ("secondsToHistoryLimit", loop.SecondsToHistoryLimit is { } seconds ? new JsonNumber(seconds) : JsonNull.Instance))))));

    private static JsonArray Names(IReadOnlyList<string> names) => new(names.Select(name => (JsonValue)name));

    private static JsonNumber Number(decimal number) => new((double)number);

    private static string NameOf(ExecutionPathKind kind) => kind switch { ExecutionPathKind.Main => "main", ExecutionPathKind.EarlyEnd => "early end", _ => "failure" };

    private static string Price(decimal price) => price.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Duration(long seconds) => seconds < 7200
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} minutes")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600.0:0} hours");
}
