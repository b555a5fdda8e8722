using Spectre.Console;

namespace Stepwise.Cli.Shell;

/// <summary>Where a command writes.</summary>
internal sealed class Terminal
{
    public Terminal(TextWriter output, TextWriter error, bool useColours, bool isInteractive)
    {
        IsInteractive = isInteractive;
        Output = output;
        Error = error;
        var settings = new AnsiConsoleSettings
        {
            Ansi = useColours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = useColours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = isInteractive ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        };
        Console = AnsiConsole.Create(settings);
        if (!useColours)
        {
            // A file or pipe has no width, so lines must not be broken.
            Console.Profile.Width = 10_000;
        }
    }

    public TextWriter Output { get; }

    public TextWriter Error { get; }

    /// <summary>Whether the output is a terminal on which lines can be overwritten.</summary>
    public bool IsInteractive { get; }

    /// <summary>The output, for tables and colours.</summary>
    public IAnsiConsole Console { get; }

    public int Fail(string message)
    {
        Error.WriteLine("stepwise: " + message);
        return ExitCodes.Failure;
    }
}
