using System.CommandLine;
using System.Globalization;

namespace Stepwise.Conformance.TestState;

/// <summary><c>teststate DIR</c>: calls of TestState recorded on AWS, made locally.</summary>
internal static class TestStateCommand
{
    public static Command Make()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "A folder with a JSON file for each case." }.AcceptExistingOnly();
        var filter = new Option<string?>("--filter") { Description = "Only the cases whose name holds this text." };
        var show = new Option<bool>("--show") { Description = "Prints all differences of a case." };
        var command = new Command("teststate", "Makes calls of TestState recorded on AWS and compares the responses.") { folder, filter, show };
        command.SetAction((result, _) => RunAsync(result.GetRequiredValue(folder).FullName, result.GetValue(filter), result.GetValue(show), result.InvocationConfiguration.Output));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string? filter, bool show, TextWriter output)
    {
        var tally = new Tally(output);
        foreach (var @case in TestStateCase.Read(folder).Where(@case => filter is null || @case.Name.Contains(filter, StringComparison.OrdinalIgnoreCase)))
        {
            if (@case.NeedsApiModels)
            {
                tally.SetApart(@case.Group);
                continue;
            }

            var differences = await TestStateCaseRunner.RunAsync(@case);
            if (differences.Count == 0)
            {
                tally.Pass(@case.Group);
            }
            else
            {
                tally.Fail(@case.Group, @case.Name, show ? string.Join("\n  ", differences) : differences[0] + (differences.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (and {differences.Count - 1} more)")));
            }
        }

        return tally.Print("AWS checks the mocked result against the model of the API, which is not here.");
    }
}
