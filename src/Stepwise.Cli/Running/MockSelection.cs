using System.Globalization;
using Stepwise.Cli.Shell;
using Stepwise.Local;

namespace Stepwise.Cli.Running;

/// <summary>The mocks of one test case in a file, which may have several state machines and test cases.</summary>
/// <param name="StateMachine">The state machine whose mocks they are.</param>
/// <param name="TestCase">The test case.</param>
/// <param name="Mocks">The mocks; null where there is no file.</param>
internal sealed record MockSelection(string StateMachine, string TestCase, TaskMocks? Mocks)
{
    /// <summary>Reads the file and chooses the state machine and the test case.</summary>
    /// <param name="file">The file; null for none.</param>
    /// <param name="stateMachine">The state machine that is asked for; null for the only one.</param>
    /// <param name="testCase">The test case that is asked for; null for the only one.</param>
    /// <param name="fallback">The name of the state machine where none is given.</param>
    /// <param name="terminal">Where errors are written.</param>
    /// <returns>The selection. If an argument is wrong or the file cannot be read, writes an error and returns null.</returns>
    public static MockSelection? Read(string? file, string? stateMachine, string? testCase, string fallback, Terminal terminal)
    {
        if (file is null)
        {
            if (testCase is not null)
            {
                terminal.Fail("--test-case chooses a test case of a file of mocks: give the file with --mocks.");
                return null;
            }

            return new(stateMachine ?? fallback, "default", null);
        }

        if (!DefinitionFile.TryRead(file, terminal, out var text, "a file in the format of MockConfigFile.json"))
        {
            return null;
        }

        MockConfigurationFile mocks;
        try
        {
            mocks = MockConfigurationFile.Parse(text);
        }
        catch (MockConfigurationException exception)
        {
            foreach (var problem in exception.Problems)
            {
                terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}({problem.Position.Line},{problem.Position.Column}): error: {problem.Message}"));
            }

            return null;
        }

        // The default is the machine that has the name of the definition's file.
        var chosenMachine = stateMachine ?? (mocks.StateMachines.Contains(fallback, StringComparer.Ordinal) ? fallback : null);
        if (Choose("state machine", "--state-machine", file, chosenMachine, mocks.StateMachines, terminal) is not { } machine
            || Choose("test case", "--test-case", file, testCase, mocks.GetTestCases(machine), terminal) is not { } chosen)
        {
            return null;
        }

        return new(machine, chosen, mocks.GetMocks(machine, chosen));
    }

    private static string? Choose(string what, string option, string file, string? asked, IReadOnlyCollection<string> names, Terminal terminal)
    {
        if (asked is null && names.Count == 1)
        {
            return names.First();
        }

        if (asked is not null && names.Contains(asked, StringComparer.Ordinal))
        {
            return asked;
        }

        var list = names.Count == 0 ? $"It has no {what}." : $"It has {string.Join(", ", names)}.";
        terminal.Fail(asked is null ? $"{file} does not have one {what}. {list}{(names.Count == 0 ? "" : $" Choose one with {option}.")}" : $"{file} has no {what} {asked}. {list}");
        return null;
    }
}
