using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Stepwise.Local;

namespace Stepwise.Conformance.Asl;

/// <summary><c>asl DIR</c>: executions recorded on AWS, run locally.</summary>
internal static class AslCommand
{
    private const string Apart = "they read objects from S3 that are not part of the cases.";

    public static Command Make()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "A folder with a JSON file for each case, in folders or not." }.AcceptExistingOnly();
        var filter = new Option<string?>("--filter") { Description = "Only the cases whose group and name hold this text." };
        var show = new Option<bool>("--show") { Description = "Prints both histories beside each other, the first difference marked." };
        var command = new Command("asl", "Runs executions recorded on AWS and compares outcomes and histories.") { folder, filter, show };
        command.SetAction((result, _) => RunAsync(result.GetRequiredValue(folder).FullName, result.GetValue(filter), result.GetValue(show), result.InvocationConfiguration.Output));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string? filter, bool show, TextWriter output)
    {
        var tally = new Tally(output);
        var counts = new Counts();
        foreach (var @case in AslCaseReader.Read(folder).Where(@case => filter is null || $"{@case.Group}/{@case.Name}".Contains(filter, StringComparison.OrdinalIgnoreCase)))
        {
            if (@case.Given.ReadsUnknownObjects)
            {
                tally.SetApart(@case.Group);
                continue;
            }

            if (@case.Given.Mocks is { } mocks && @case.Problem is null)
            {
                counts.Mocked++;
                var wrong = await CheckAsync(@case, @case.MockedRecord, () => AslCaseRunner.RunMockedAsync(@case.Given, mocks), new(), null);
                counts.SameMocked += wrong is null ? 1 : 0;
                if (wrong is not null)
                {
                    output.WriteLine($"failed {@case.Name}, with mocks: {wrong}");
                }
            }

            counts.Outcomes++;
            counts.Histories += @case.Record.Events is null ? 0 : 1;
            var why = @case.Problem ?? await CheckAsync(@case, @case.Record, () => AslCaseRunner.RunAsync(@case.Given), counts, show ? output : null);
            if (why is null)
            {
                tally.Pass(@case.Group);
            }
            else
            {
                tally.Fail(@case.Group, @case.Name, why);
            }
        }

        var exitCode = tally.Print(Apart);
        if (counts.Mocked > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"with mocks {counts.SameMocked} of {counts.Mocked}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"outcomes {counts.SameOutcomes} of {counts.Outcomes}, histories {counts.SameHistories} of {counts.Histories}"));
        return counts.SameMocked == counts.Mocked ? exitCode : 1;
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "An exception of any type fails the case, and the next ones are still run.")]
    private static async Task<string?> CheckAsync(AslCase @case, AslRecord record, Func<Task<LocalExecution>> run, Counts counts, TextWriter? show)
    {
        LocalExecution execution;
        try
        {
            execution = await run();
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }

        var outcome = AslComparison.Outcome(record, execution);
        var history = AslComparison.History(record, execution);
        counts.SameOutcomes += outcome.Count == 0 ? 1 : 0;
        counts.SameHistories += history is { Count: 0 } ? 1 : 0;
        if (show is not null)
        {
            SideBySide.Print(show, @case, execution, [.. outcome, .. history ?? []]);
        }

        return outcome.Count > 0 ? $"outcome: {outcome[0]}{More(outcome)}" : history is { Count: > 0 } ? $"history: {history[0]}{More(history)}" : null;
    }

    private static string More(IReadOnlyList<string> differences) => differences.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (and {differences.Count - 1} more)");

    private sealed class Counts
    {
        public int Mocked { get; set; }

        public int SameMocked { get; set; }

        public int Outcomes { get; set; }

        public int SameOutcomes { get; set; }

        public int Histories { get; set; }

        public int SameHistories { get; set; }
    }
}
