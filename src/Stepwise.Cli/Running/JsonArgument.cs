using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Stepwise.Cli.Shell;
using Stepwise.Json;

namespace Stepwise.Cli.Running;

/// <summary>JSON that is given as an argument: the text itself, or <c>@FILE</c>.</summary>
internal static class JsonArgument
{
    public static bool TryRead(string option, string argument, Terminal terminal, [NotNullWhen(true)] out JsonValue? value)
    {
        value = null;
        var text = argument;
        var place = option;
        if (argument.StartsWith('@'))
        {
            place = argument[1..];
            if (!DefinitionFile.TryRead(place, terminal, out text, "a file with JSON, such as " + option + " @input.json"))
            {
                return false;
            }
        }

        if (JsonValue.TryParse(text, out value, out var error))
        {
            return true;
        }

        terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{place}({error.Position.Line},{error.Position.Column}): error: {error.Message}"));
        return false;
    }
}
