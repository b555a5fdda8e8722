using System.Text.RegularExpressions;
using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>A regular expression as a function: it takes a text and returns the first match, which has a function for the next one.</summary>
/// <param name="pattern">The pattern between the slashes.</param>
/// <param name="flags">The flags after it.</param>
/// <param name="position">The position of the literal in errors.</param>
internal sealed class RegexFunction(string pattern, string flags, int position) : JsonataFunction
{
    public JsonataPattern Pattern { get; } = JsonataPattern.Of(pattern, flags);

    public override int Arity => 2;

    public override JsonValue? Invoke(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments.Length == 0 || arguments[0] is not { } argument)
        {
            return null;
        }

        var text = Conversion.ToText(argument, evaluation);
        return First(text, evaluation) is { } match ? ToValue(text, match) : null;
    }

    /// <summary>Returns the first match in a text; null if there is none.</summary>
    public Match? First(string text, Evaluation evaluation) => Pattern.Match(text, 0, evaluation) is { Success: true } match ? match : null;

    /// <summary>Returns the match after another; null if there is none.</summary>
    /// <exception cref="JsonataException">D1004: the match is empty, so the matches would never end.</exception>
    public Match? Next(string text, Match match, Evaluation evaluation)
    {
        var end = match.Index + match.Length;
        if (end >= text.Length || Pattern.Match(text, end, evaluation) is not { Success: true } next)
        {
            return null;
        }

        return next.Length > 0 ? next : throw new JsonataException("D1004") { Position = position, Value = new JsonString(pattern) };
    }

    /// <summary>Returns the texts of the groups of a match. A group that did not match is a JSON null, because an array cannot contain undefined.</summary>
    public JsonArray Groups(Match match)
    {
        if (Pattern.GroupCount == 0)
        {
            return JsonArray.Empty;
        }

        var groups = new JsonValue[Pattern.GroupCount];
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = match.Groups[i + 1] is { Success: true } group ? new JsonString(group.Value) : JsonNull.Instance;
        }

        return new(groups, JsonArrayTraits.None);
    }

    /// <summary>Converts a match to the object that JSONata's functions get.</summary>
    public JsonObject ToValue(string text, Match match)
    {
        JsonMember[] members =
        [
            new("match", new JsonString(match.Value)),
            new("start", Numbers.Of(match.Index)),
            new("end", Numbers.Of(match.Index + match.Length)),
            new("groups", Groups(match)),
            new("next", new NativeFunction("next", (string?)null, (_, _, evaluation) => Next(text, match, evaluation) is { } next ? ToValue(text, next) : null, 0)),
        ];
        return new(members);
    }
}
