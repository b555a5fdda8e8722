using System.Text.RegularExpressions;
using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>Enumerates the matches in a text: of a regular expression, or of a function that returns an object with <c>match</c>, <c>start</c>, <c>end</c>, <c>groups</c> and <c>next</c>.</summary>
internal sealed class MatchStream(string text, JsonValue matcher, Evaluation evaluation)
{
    private readonly RegexFunction? _regex = matcher as RegexFunction;
    private Match? _match;
    private JsonObject? _object;

    /// <summary>The index at which the current match begins.</summary>
    public int Start => _match?.Index ?? Place("start");

    /// <summary>The index after the current match.</summary>
    public int End => _match is { } match ? match.Index + match.Length : Place("end");

    /// <summary>The text of the current match.</summary>
    public string Text => _match?.Value ?? (_object!["match"] as JsonString)?.Value ?? throw new JsonataException("T1010");

    public int GroupCount => _regex?.Pattern.GroupCount ?? (_object!["groups"] as JsonArray)?.Count ?? 0;

    /// <summary>Returns the text of a group, from 1; null if the group did not match.</summary>
    public string? Group(int index)
    {
        if (index < 1 || index > GroupCount)
        {
            return null;
        }

        return _match is { } match ? match.Groups[index] is { Success: true } group ? group.Value : null : (((JsonArray)_object!["groups"]!)[index - 1] as JsonString)?.Value;
    }

    /// <summary>The current match as the argument of a function.</summary>
    public JsonObject ToValue() => _match is { } match ? _regex!.ToValue(text, match) : _object!;

    /// <summary>Returns the member <c>groups</c> of the current match.</summary>
    public JsonValue? Groups() => _match is { } match ? _regex!.Groups(match) : _object!["groups"];

    /// <summary>Moves to the first match, or from a match to the next. Returns false if there is none.</summary>
    public bool MoveNext()
    {
        if (_regex is not null)
        {
            _match = _match is null ? _regex.First(text, evaluation) : _regex.Next(text, _match, evaluation);
            return _match is not null;
        }

        var result = _object is null
            ? evaluation.Apply(matcher, new JsonString(text))
            : evaluation.Apply(_object["next"] as JsonataFunction ?? throw new JsonataException("T1010"), (JsonValue?)null);
        result = Sequences.Collapse(result);
        if (result is null)
        {
            return false;
        }

        if (result is not JsonObject found || !(found["start"] is JsonNumber || found["groups"] is JsonArray || found["next"] is JsonataFunction))
        {
            throw new JsonataException("T1010");
        }

        _object = found;
        return true;
    }

    private int Place(string member)
        => _object![member] is JsonNumber number ? (int)Math.Clamp(number.ToDouble(), 0, text.Length) : throw new JsonataException("T1010");
}
