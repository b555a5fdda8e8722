using System.CommandLine;
using Stepwise.Cli.Shell;
using Stepwise.Deployment.Diagram;

namespace Stepwise.Cli.Commands;

/// <summary><c>stepwise graph</c>: a picture of a definition.</summary>
internal static class GraphCommand
{
    public static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The definition (.asl.json)." };
        var format = new Option<string>("--format") { Description = "svg or mermaid.", DefaultValueFactory = _ => "svg" };
        format.AcceptOnlyFromAmong("svg", "mermaid");
        var title = new Option<string?>("--title") { Description = "What an SVG picture is called; without it the definition's comment." };
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; without it the picture goes to the standard output." };
        var command = new Command("graph", "Draws a definition as SVG, which stands alone, or as Mermaid, which Markdown shows.") { file, format, title, output };
        command.SetAction(result =>
        {
            if (DefinitionFile.Load(result.GetRequiredValue(file), terminal) is not { } machine)
            {
                return ExitCodes.Failure;
            }

            var text = result.GetValue(format) == "mermaid" ? MermaidDiagram.Write(machine) : SvgDiagram.Write(machine, result.GetValue(title));
            return DefinitionFile.Write(result.GetValue(output), text, terminal);
        });
        return command;
    }
}
