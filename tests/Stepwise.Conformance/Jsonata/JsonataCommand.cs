using System.CommandLine;

namespace Stepwise.Conformance.Jsonata;

/// <summary><c>jsonata DIR</c>: the official JSONata suite, or a folder laid out like it.</summary>
internal static class JsonataCommand
{
    public static Command Make()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "A folder with groups/, datasets/ and perhaps differs-in-2.0.6.json." }.AcceptExistingOnly();
        var group = new Option<string?>("--group") { Description = "Only the cases of this group." };
        var command = new Command("jsonata", "Runs cases of the JSONata suite.") { folder, group };
        command.SetAction(result => Run(result.GetRequiredValue(folder).FullName, result.GetValue(group), result.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string folder, string? group, TextWriter output)
    {
        var suite = JsonataSuite.Read(folder);
        var tally = new Tally(output);
        foreach (var @case in suite.Cases.Where(@case => group is null || @case.Group == group))
        {
            var failure = JsonataCaseRunner.Run(@case);
            if (failure is null)
            {
                tally.Pass(@case.Group);
            }
            else if (suite.Differing.Contains(@case.Id))
            {
                tally.SetApart(@case.Group);
            }
            else
            {
                tally.Fail(@case.Group, @case.Id, failure);
            }
        }

        return tally.Print("listed in differs-in-2.0.6.json, and not passed by JSONata 2.0.6 either.");
    }
}
