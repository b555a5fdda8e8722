using Stepwise.Json;

namespace Stepwise.Jsonata.Syntax;

/// <summary>
/// Collects the errors of an expression. The first one is the error with which JSONata itself would stop. JSONata checks the order of tokens first and their meaning only if the order is right,
/// so errors of meaning are reported only if there are no others.
/// </summary>
internal sealed class SyntaxErrors
{
    /// <summary>The greatest number of errors. Editors do not show more, and the limit keeps the time linear.</summary>
    private const int Most = 50;

    private List<JsonataError>? _ofForm;
    private List<JsonataError>? _ofMeaning;

    public IReadOnlyList<JsonataError> All
    {
        get
        {
            var errors = _ofForm ?? _ofMeaning;
            if (errors is null)
            {
                return [];
            }

            // The first error stays the first. The others are in the order of the text.
            return errors.Count < 3 ? errors : [errors[0], .. errors.Skip(1).OrderBy(static error => error.Start)];
        }
    }

    /// <summary>Reports an error in the order of the tokens. A second error at the same position is a consequence of the first and is dropped.</summary>
    public JsonataError Form(string code, int position, int start, int end, JsonValue? token = null, JsonValue? value = null)
        => Add(_ofForm ??= [], code, SyntaxMessages.For(code, token, value), position, start, end, token, value);

    /// <summary>Reports a regular expression that is not valid. JSONata passes on JavaScript's message, without a code of its own.</summary>
    public JsonataError Pattern(string pattern, string problem, int start, int end)
        => Add(_ofForm ??= [], "S0302", $"Invalid regular expression /{pattern}/: {problem}", end, start, end, null, new JsonString(pattern));

    /// <summary>Reports an error in what the tokens mean.</summary>
    public JsonataError Meaning(string code, int position, int start, int end, JsonValue? token = null, JsonValue? value = null)
        => Add(_ofMeaning ??= [], code, SyntaxMessages.For(code, token, value), position, start, end, token, value);

    private static JsonataError Add(List<JsonataError> errors, string code, string message, int position, int start, int end, JsonValue? token, JsonValue? value)
    {
        foreach (var known in errors)
        {
            if (known.Start == start)
            {
                return known;
            }
        }

        var error = new JsonataError(code, message, position, start, end, token is null ? null : SyntaxMessages.Plain(token), value);
        if (errors.Count < Most)
        {
            errors.Add(error);
        }

        return error;
    }
}
