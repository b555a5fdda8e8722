using System.Globalization;
using System.Text;
using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>Functions that search a text for texts or patterns.</summary>
internal static class MatchFunctions
{
    public static NativeFunction[] All { get; } =
    [
        new("contains", "<s-(sf):b>", Contains, 2),
        new("match", "<s-f<s:o>n?:a<o>>", Match, 3),
        new("replace", "<s-(sf)(sf)n?:s>", Replace, 4),
        new("split", "<s-(sf)n?:a<s>>", Split, 3),
    ];

    private static JsonValue? Contains(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonString text)
        {
            return null;
        }

        return arguments[1] switch
        {
            JsonString token => text.Value.Contains(token.Value, StringComparison.Ordinal),
            RegexFunction regex => regex.First(text.Value, evaluation) is not null,
            { } matcher => new MatchStream(text.Value, matcher, evaluation).MoveNext(),
            null => throw new JsonataException("T1006"),
        };
    }

    private static JsonArray? Match(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonString text)
        {
            return null;
        }

        var limit = Limit(arguments, 2, "D3040");
        var found = new SequenceBuilder(evaluation);
        if (limit > 0)
        {
            var matches = new MatchStream(text.Value, arguments[1]!, evaluation);
            var isFound = matches.MoveNext();
            while (isFound && found.Count < limit)
            {
                var members = new List<JsonMember> { new("match", new JsonString(matches.Text)), new("index", Numbers.Of(matches.Start)) };
                if (matches.Groups() is { } groups)
                {
                    members.Add(new("groups", groups));
                }

                found.Add(new JsonObject([.. members]));

                // The matcher is called even after the last match, because the call may fail.
                isFound = matches.MoveNext();
            }
        }

        return found.ToSequence();
    }

    private static JsonString? Replace(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonString text)
        {
            return null;
        }

        if (arguments[1] is JsonString { Value.Length: 0 } empty)
        {
            throw new JsonataException("D3010") { Value = empty, Index = 2 };
        }

        var limit = Limit(arguments, 3, "D3011");
        if (limit == 0)
        {
            return text;
        }

        var output = new ReplacedText(text.Value, evaluation);
        if (arguments[1] is JsonString pattern)
        {
            if (limit == double.PositiveInfinity && arguments[2] is JsonString all && (long)text.Value.Length * Math.Max(1, all.Value.Length) <= evaluation.Options.MaxStringLength)
            {
                var replaced = text.Value.Replace(pattern.Value, all.Value, StringComparison.Ordinal);
                return ReferenceEquals(replaced, text.Value) ? text : new JsonString(replaced);
            }

            var at = text.Value.IndexOf(pattern.Value, StringComparison.Ordinal);
            for (var count = 0; at >= 0 && count < limit; count++)
            {
                output.Replace(at, at + pattern.Value.Length, arguments[2] as JsonString ?? throw new JsonataException("D3012") { Value = arguments[2] });
                at = text.Value.IndexOf(pattern.Value, at + pattern.Value.Length, StringComparison.Ordinal);
            }

            return output.ToValue(text);
        }

        var matches = new MatchStream(text.Value, arguments[1] ?? throw new JsonataException("T1006"), evaluation);
        var template = (arguments[2] as JsonString)?.Value;
        var isFound = matches.MoveNext();
        for (var count = 0; isFound && count < limit; count++)
        {
            if (template is not null)
            {
                output.Replace(matches.Start, matches.Start + matches.Text.Length, template.Contains('$', StringComparison.Ordinal) ? Fill(template, matches) : template);
            }
            else
            {
                var replacement = Sequences.Collapse(evaluation.Apply(arguments[2] ?? throw new JsonataException("T1006"), matches.ToValue()));
                output.Replace(matches.Start, matches.Start + matches.Text.Length, replacement as JsonString ?? throw new JsonataException("D3012") { Value = replacement });
            }

            isFound = matches.MoveNext();
        }

        return output.ToValue(text);
    }

    private static JsonArray? Split(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonString text)
        {
            return null;
        }

        var limit = Limit(arguments, 2, "D3020");
        if (limit == 0)
        {
            return JsonArray.Empty;
        }

        var parts = new SequenceBuilder(evaluation);
        var start = 0;
        if (arguments[1] is JsonString separator)
        {
            // JavaScript converts the limit to an unsigned 32-bit integer.
            var most = limit == double.PositiveInfinity ? uint.MaxValue : (uint)(ulong)Math.Min(limit, 1e19);
            if (separator.Value.Length == 0)
            {
                for (; start < text.Value.Length && parts.Count < most; start++)
                {
                    parts.Add(new JsonString(text.Value[start].ToString()));
                }

                return parts.ToArray();
            }

            while (parts.Count < most)
            {
                evaluation.Step();
                var at = text.Value.IndexOf(separator.Value, start, StringComparison.Ordinal);
                if (at < 0)
                {
                    parts.Add(start == 0 ? text : new JsonString(text.Value[start..]));
                    break;
                }

                parts.Add(new JsonString(text.Value[start..at]));
                start = at + separator.Value.Length;
            }

            return parts.ToArray();
        }

        var matches = new MatchStream(text.Value, arguments[1] ?? throw new JsonataException("T1006"), evaluation);
        var isFound = matches.MoveNext();
        while (isFound && parts.Count < limit)
        {
            parts.Add(new JsonString(JavaScriptText.Between(text.Value, start, matches.Start)));
            start = matches.End;
            isFound = matches.MoveNext();
        }

        if (parts.Count < limit)
        {
            parts.Add(new JsonString(text.Value[Math.Min(start, text.Value.Length)..]));
        }

        return parts.ToArray();
    }

    /// <summary>Returns the greatest number of results.</summary>
    private static double Limit(JsonValue?[] arguments, int index, string error)
    {
        if (arguments[index] is not JsonNumber number)
        {
            return double.PositiveInfinity;
        }

        var limit = number.ToDouble();
        return limit >= 0 ? limit : throw new JsonataException(error) { Value = number, Index = index + 1 };
    }

    /// <summary>Expands the match (<c>$0</c>), its groups (<c>$1</c>, ...) and dollars (<c>$$</c>) in a replacement.</summary>
    private static string Fill(string template, MatchStream match)
    {
        var groups = match.GroupCount;
        var output = new StringBuilder();
        var position = 0;
        var dollar = template.IndexOf('$', StringComparison.Ordinal);
        while (dollar >= 0 && position < template.Length)
        {
            output.Append(template, position, dollar - position);
            position = dollar + 1;
            var next = position < template.Length ? template[position] : '\0';
            if (next == '$')
            {
                output.Append('$');
                position++;
            }
            else if (next == '0')
            {
                output.Append(match.Text);
                position++;
            }
            else
            {
                // The index has as many digits as the number of groups, or one less if there is no group of that index.
                var digits = groups == 0 ? 1 : groups.ToString(CultureInfo.InvariantCulture).Length;
                var index = Number(template, position, digits);
                if (digits > 1 && index > groups)
                {
                    index = Number(template, position, digits - 1);
                }

                if (double.IsNaN(index))
                {
                    output.Append('$');
                }
                else
                {
                    output.Append(match.Group((int)index));
                    position += ((int)index).ToString(CultureInfo.InvariantCulture).Length;
                }
            }

            dollar = position <= template.Length ? template.IndexOf('$', position) : -1;
        }

        return output.Append(template, Math.Min(position, template.Length), template.Length - Math.Min(position, template.Length)).ToString();
    }

    private static double Number(string template, int position, int digits)
        => JavaScriptText.ParseInteger(template.AsSpan(position, Math.Min(digits, template.Length - position)), readsHex: false);

    /// <summary>Replaces parts of a text from left to right.</summary>
    private sealed class ReplacedText(string text, Evaluation evaluation)
    {
        private readonly StringBuilder _output = new();
        private int _position;

        public void Replace(int start, int end, JsonString replacement) => Replace(start, end, replacement.Value);

        public void Replace(int start, int end, string replacement)
        {
            _output.Append(JavaScriptText.Between(text, _position, start)).Append(replacement);
            _position = end;
            if (_output.Length > evaluation.Options.MaxStringLength)
            {
                throw Evaluation.TooLarge("a string");
            }
        }

        /// <summary>Returns the new text; the original if nothing was replaced.</summary>
        public JsonString ToValue(JsonString original)
            => _position == 0 && _output.Length == 0 ? original : new JsonString(_output.Append(text, Math.Min(_position, text.Length), text.Length - Math.Min(_position, text.Length)).ToString());
    }
}
