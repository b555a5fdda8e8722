using Spectre.Console;
using Stepwise.Cli;

return CommandLine.Run(args, Console.Out, Console.Error, AnsiConsole.Console.Profile.Capabilities.Ansi);
