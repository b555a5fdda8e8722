namespace Stepwise.Jsonata.Syntax;

/// <summary>What a function takes and gives, such as <c>&lt;s-n?:s&gt;</c>.</summary>
public sealed class JsonataSignature
{
    private JsonataSignature(string text, IReadOnlyList<JsonataParameter> parameters)
    {
        Text = text;
        Parameters = parameters;
    }

    /// <summary>The signature as written, without spaces.</summary>
    public string Text { get; }

    /// <summary>What it takes, in order. What it gives is not checked.</summary>
    public IReadOnlyList<JsonataParameter> Parameters { get; }

    /// <summary>Reads a signature.</summary>
    /// <param name="text">The signature with its angle brackets.</param>
    /// <param name="error">What is wrong: its code, where in the text, and the part that the message names.</param>
    /// <returns>The signature; null where it is wrong. Letters that mean nothing are passed over, as JSONata does.</returns>
    internal static JsonataSignature? Read(string text, out (string Code, int Offset, string? Value) error)
    {
        error = default;
        var parameters = new List<JsonataParameter>();
        for (var at = 1; at < text.Length && text[at] != ':'; at++)
        {
            var last = parameters.Count - 1;
            switch (text[at])
            {
                case 's' or 'n' or 'b' or 'l' or 'o':
                    parameters.Add(new(text[at] + "m", text[at], false, false, false, null));
                    break;
                case 'a' or 'x':
                    parameters.Add(new("asnblfom", text[at], false, false, false, null));
                    break;
                case 'f':
                    parameters.Add(new("f", 'f', false, false, false, null));
                    break;
                case 'j':
                    parameters.Add(new("asnblom", 'j', false, false, false, null));
                    break;
                case '-' when last >= 0:
                    parameters[last] = parameters[last] with { UsesContext = true, IsOptional = true };
                    break;
                case '?' when last >= 0:
                    parameters[last] = parameters[last] with { IsOptional = true };
                    break;
                case '+' when last >= 0:
                    parameters[last] = parameters[last] with { IsRepeated = true };
                    break;
                case '(':
                    var choiceEnd = ClosingBracket(text, at, '(', ')');
                    var choice = text.Substring(at + 1, choiceEnd - at - 1);
                    if (choice.IndexOf('<') >= 0)
                    {
                        error = ("S0402", at, choice);
                        return null;
                    }

                    parameters.Add(new(choice + "m", '(', false, false, false, null));
                    at = choiceEnd;
                    break;
                case '<':
                    if (last < 0 || parameters[last].Type is not ('a' or 'f'))
                    {
                        error = ("S0401", at, last < 0 ? null : parameters[last].Type.ToString());
                        return null;
                    }

                    var end = ClosingBracket(text, at, '<', '>');
                    parameters[last] = parameters[last] with { Subtype = text.Substring(at + 1, end - at - 1) };
                    at = end;
                    break;
            }
        }

        return new(text, parameters);
    }

    /// <summary>The place of the bracket that closes the one at a place; the end of the text where none does.</summary>
    private static int ClosingBracket(string text, int at, char open, char close)
    {
        var depth = 1;
        while (++at < text.Length)
        {
            if (text[at] == close && --depth == 0)
            {
                break;
            }

            if (text[at] == open)
            {
                depth++;
            }
        }

        return at;
    }
}
