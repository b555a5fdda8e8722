using System.CommandLine;
using Stepwise.Cli.Shell;

namespace Stepwise.Cli.Commands;

/// <summary><c>stepwise run</c>: executes a definition here, as AWS would, on a clock that skips waits.</summary>
internal static class RunCommand
{
    public static Command Make(Terminal terminal, TimeProvider realTime)
    {
        var command = new Command("run", "Executes a definition here as AWS does, with mocks instead of services. Waits, retries and timeouts take no real time.");
        var options = new RunOptions(command);
        command.SetAction(async (result, cancellation) => options.Read(result, realTime, terminal) is { } run
            ? await run.RunAsync(terminal, cancellation).ConfigureAwait(false)
            : ExitCodes.Failure);
        return command;
    }
}
