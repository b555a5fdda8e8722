using Stepwise.Json;

namespace Stepwise.Jsonata.Syntax;

/// <summary>The signature of a function, such as <c>&lt;s-n?:s&gt;</c>. The part after the colon is the type of the result. JSONata does not check it, so it is not parsed.</summary>
public sealed class JsonataSignature
{
    private JsonataSignature(string text, IReadOnlyList<JsonataParameter> parameters)
    {
        Text = text;
        Parameters = parameters;
    }

    /// <summary>The signature as written, with its angle brackets.</summary>
    public string Text { get; }

    /// <summary>The parameters, in order.</summary>
    public IReadOnlyList<JsonataParameter> Parameters { get; }

    /// <summary>Parses a signature.</summary>
    /// <param name="text">The text, from <c>&lt;</c> to <c>&gt;</c>.</param>
    /// <param name="position">The offset after the <c>&lt;</c> in the expression, to which positions of errors are relative.</param>
    /// <param name="error">The error; null if the signature is valid.</param>
    /// <returns>The signature; null if it is not valid.</returns>
    internal static JsonataSignature? Parse(string text, int position, out JsonataError? error)
    {
        var parameters = new List<JsonataParameter>();
        error = null;
        var at = 1;
        while (at < text.Length && text[at] != ':')
        {
            var symbol = text[at];
            var last = parameters.Count == 0 ? null : parameters[parameters.Count - 1];
            switch (symbol)
            {
                case 's' or 'n' or 'b' or 'l' or 'o':
                    parameters.Add(new(symbol.ToString(), JsonataTypes.Of(symbol) | JsonataTypes.Missing));
                    break;
                case 'a' or 'x':
                    parameters.Add(new(symbol.ToString(), JsonataTypes.Any));
                    break;
                case 'f':
                    parameters.Add(new("f", JsonataTypes.Function));
                    break;
                case 'j':
                    parameters.Add(new("j", JsonataTypes.Any & ~JsonataTypes.Function));
                    break;
                case '-':
                    last?.TakeFromContext();
                    break;
                case '?':
                    last?.MakeOptional();
                    break;
                case '+':
                    last?.Repeat();
                    break;
                case '(':
                    var choiceEnd = Closing(text, at, '(', ')');
                    var choice = text.Substring(at + 1, choiceEnd - at - 1);
                    if (choice.IndexOf('<') >= 0)
                    {
                        error = new("S0402", "Choice groups containing parameterized types are not supported", position + at, position - 1 + at, position + choiceEnd, Value: new JsonString(choice));
                        return null;
                    }

                    parameters.Add(new("(" + choice + ")", JsonataTypes.OfChoice(choice) | JsonataTypes.Missing));
                    at = choiceEnd;
                    break;
                case '<':
                    if (last is not { Type: "a" or "f" })
                    {
                        error = new(
                            "S0401",
                            "Type parameters can only be applied to functions and arrays",
                            position + at,
                            position - 1 + at,
                            position + at,
                            Value: last is null ? null : new JsonString(last.Type));
                        return null;
                    }

                    var end = Closing(text, at, '<', '>');
                    last.Subtype = text.Substring(at + 1, end - at - 1);
                    at = end;
                    break;
            }

            at++;
        }

        return new(text, parameters.ToArray());
    }

    /// <summary>Parses a signature that is not part of an expression.</summary>
    /// <exception cref="ArgumentException">The signature is not valid.</exception>
    internal static JsonataSignature Parse(string text)
        => Parse(text, 1, out var error) ?? throw new ArgumentException($"The signature '{text}' cannot be read: {error!.Message}.", nameof(text));

    /// <summary>Returns the index at which the bracket closes that opens at <paramref name="start"/>; the length of the text if it does not close.</summary>
    private static int Closing(string text, int start, char open, char close)
    {
        var depth = 1;
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] == close)
            {
                depth--;
                if (depth == 0)
                {
                    return at;
                }
            }
            else if (text[at] == open)
            {
                depth++;
            }
        }

        return text.Length;
    }
}
