using Spectre.Console;
using Stepwise.Cli;

var capabilities = AnsiConsole.Console.Profile.Capabilities;
return CommandLine.Run(args, Console.Out, Console.Error, capabilities.Ansi, capabilities is { Ansi: true, Interactive: true } && !Console.IsOutputRedirected);
