using Stepwise.Json;

namespace Stepwise.Jsonata.Syntax;

/// <summary>
/// Collects what is wrong. The first error is the one with which JSONata itself would stop. It looks at the order of tokens first and at what they mean only when that is right, so that
/// errors of meaning count only where there are no others.
/// </summary>
internal sealed class SyntaxErrors
{
    /// <summary>An editor shows no more, and it keeps the collecting linear.</summary>
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

            // The first stays the first; the rest in the order of the text.
            return errors.Count < 3 ? errors : [errors[0], .. errors.Skip(1).OrderBy(static error => error.Start)];
        }
    }

    /// <summary>Reports an error in the order of the tokens. A second one at the same place is a consequence of the first and is dropped.</summary>
    public JsonataError Form(string code, int position, int start, int end, JsonValue? token = null, JsonValue? value = null)
        => Add(_ofForm ??= [], code, SyntaxMessages.For(code, token, value), position, start, end, token, value);

    /// <summary>Reports a regular expression that cannot be read. JSONata passes on what JavaScript says of it, without a code of its own.</summary>
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
