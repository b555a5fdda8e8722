using System.CommandLine;
using System.Globalization;

namespace Stepwise.Conformance.Measured;

/// <summary><c>measured DIR</c>: behaviour that was measured on AWS, case by case: expressions, executions, definitions and calls of TestState.</summary>
internal static class MeasuredCommand
{
    public static Command Make()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "A folder with a JSON file for each case." }.AcceptExistingOnly();
        var filter = new Option<string?>("--filter") { Description = "Only the cases whose kind and name contain this text." };
        var show = new Option<bool>("--show") { Description = "Prints all differences of a case." };
        var command = new Command("measured", "Runs what was measured on AWS and compares the results.") { folder, filter, show };
        command.SetAction((result, _) => RunAsync(result.GetRequiredValue(folder).FullName, result.GetValue(filter), result.GetValue(show), result.InvocationConfiguration.Output));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string? filter, bool show, TextWriter output)
    {
        var tally = new Tally(output);
        foreach (var @case in MeasuredCase.Read(folder).Where(@case => filter is null || $"{@case.Kind}/{@case.Name}".Contains(filter, StringComparison.OrdinalIgnoreCase)))
        {
            var group = $"{@case.Kind} {@case.Evidence}";
            var differences = await MeasuredCaseRunner.RunAsync(@case);
            if (differences.Count == 0)
            {
                tally.Pass(group);
                continue;
            }

            var text = show ? string.Join("\n  ", differences) : differences[0] + (differences.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (and {differences.Count - 1} more)"));
            if (@case.IsInferred)
            {
                output.WriteLine($"differs {@case.Name}: {text}");
                tally.SetApart(group);
            }
            else
            {
                tally.Fail(group, @case.Name, text);
            }
        }

        return tally.Print("what they expect was inferred, and comes out differently.");
    }
}
