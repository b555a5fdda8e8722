using System.CommandLine;
using System.CommandLine.Help;
using Stepwise.Cli.Commands;
using Stepwise.Cli.Shell;

namespace Stepwise.Cli;

/// <summary>The tool's commands.</summary>
public static class CommandLine
{
    /// <summary>Runs the tool.</summary>
    /// <param name="arguments">The arguments, without the tool's name.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where errors in the arguments and files go.</param>
    /// <param name="useColours">Whether the output understands ANSI escapes.</param>
    /// <param name="isInteractive">Whether the output is a terminal on which progress can be shown.</param>
    /// <param name="realTime">The clock of <c>run --real-time</c> and <c>--limit</c>, and of progress that is shown. The default is the system's.</param>
    /// <returns>The exit code: 0; 1 if an argument, a definition or a file is wrong; 2 if an execution did not succeed.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, bool useColours = false, bool isInteractive = false, TimeProvider? realTime = null)
    {
        var terminal = new Terminal(output, error, useColours, isInteractive);

        // A command and not a RootCommand, which takes its name from the assembly's file.
        var root = new Command("stepwise", "Checks definitions of AWS Step Functions, executes and draws them, and computes their cost and permissions.")
        {
            new HelpOption(),
            new VersionOption(),
            ValidateCommand.Make(terminal),
            RunCommand.Make(terminal, realTime ?? TimeProvider.System),
            GraphCommand.Make(terminal),
            CostCommand.Make(terminal),
            PolicyCommand.Make(terminal),
        };

        // A text that begins with @ is an argument of a command, and not a file with more arguments.
        return root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null }).Invoke(new InvocationConfiguration { Output = output, Error = error });
    }
}
