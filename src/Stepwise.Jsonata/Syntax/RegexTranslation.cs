using System.Globalization;
using System.Text;

namespace Stepwise.Jsonata.Syntax;

/// <summary>
/// Translates JavaScript's regular expressions (without the flag <c>u</c>) to .NET's. In the translation, classes and <c>\b</c> are ASCII, <c>.</c> and <c>$</c> use JavaScript's line terminators,
/// a reference to a group that has not matched matches the empty text, and all groups are numbered from left to right.
/// Three differences remain. With the flag <c>i</c>, a reference compares letters such as the Greek sigmas by their lower case. A group in a loop keeps its last match.
/// An optional part may match the empty text where JavaScript would try the next alternative.
/// (Balancing groups could reset a group, but .NET fails on some of them or uses all memory.)
/// </summary>
internal sealed class RegexTranslation
{
    private const int MaxDepth = 250;
    private const int NoLimit = int.MaxValue;

    private readonly string _pattern;
    private readonly bool _ignoresCase;
    private readonly bool _isMultiline;
    private readonly int _groupCount;
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly StringBuilder _output = new();
    private int _at;
    private int _depth;

    private RegexTranslation(string pattern, string flags)
    {
        _pattern = pattern;
        _ignoresCase = flags.IndexOf('i') >= 0;
        _isMultiline = flags.IndexOf('m') >= 0;
        _groupCount = CountGroups();
    }

    /// <summary>Translates a pattern.</summary>
    /// <param name="pattern">The pattern between the slashes.</param>
    /// <param name="flags">The flags after it. Only <c>i</c> and <c>m</c> count.</param>
    /// <param name="groupCount">The number of capturing groups.</param>
    /// <param name="error">The error; null if the pattern is valid.</param>
    /// <returns>The pattern for .NET, to use with no option except the invariant culture; null if the pattern is not valid.</returns>
    public static string? Translate(string pattern, string flags, out int groupCount, out string? error)
    {
        groupCount = 0;
        error = null;
        try
        {
            var translation = new RegexTranslation(pattern, flags);
            groupCount = translation._groupCount;
            translation.Alternatives();
            if (translation._at < pattern.Length)
            {
                throw new FormatException("Unmatched ')'");
            }

            return translation._output.ToString();
        }
        catch (FormatException exception)
        {
            error = exception.Message;
            return null;
        }
    }

    private bool IsAtEnd => _at >= _pattern.Length;

    private void Alternatives()
    {
        if (++_depth > MaxDepth)
        {
            throw new FormatException("Groups are nested too deeply");
        }

        while (!IsAtEnd && _pattern[_at] != ')')
        {
            if (_pattern[_at] == '|')
            {
                _output.Append('|');
                _at++;
            }
            else
            {
                Term();
            }
        }

        _depth--;
    }

    private void Term()
    {
        var canRepeat = true;
        var c = _pattern[_at++];
        switch (c)
        {
            case '^':
                _output.Append(_isMultiline ? "(?<![^\\n\\r\\u2028\\u2029])" : "\\A");
                canRepeat = false;
                break;
            case '$':
                _output.Append(_isMultiline ? "(?![^\\n\\r\\u2028\\u2029])" : "\\z");
                canRepeat = false;
                break;
            case '(':
                canRepeat = Group();
                break;
            case '.':
                _output.Append("[^\\n\\r\\u2028\\u2029]");
                break;
            case '[':
                Class();
                break;
            case '\\':
                canRepeat = Escape();
                break;
            case '*' or '+' or '?':
                throw new FormatException("Nothing to repeat");
            case '{' when Quantifier(_at - 1) is not null:
                throw new FormatException("Nothing to repeat");
            default:
                Literal(c);
                break;
        }

        Repetition(canRepeat);
    }

    /// <summary>Translates the quantifier after a term.</summary>
    private void Repetition(bool canRepeat)
    {
        if (Quantifier(_at) is not { } quantifier)
        {
            return;
        }

        if (!canRepeat)
        {
            throw new FormatException("Nothing to repeat");
        }

        if (quantifier.Most < quantifier.Fewest)
        {
            throw new FormatException("The numbers of a quantifier are out of order");
        }

        _at = quantifier.End;
        _output.Append(quantifier.Fewest switch
        {
            0 when quantifier.Most == NoLimit => "*",
            1 when quantifier.Most == NoLimit => "+",
            0 when quantifier.Most == 1 => "?",
            _ => "{" + Number(quantifier.Fewest) + (quantifier.Most == NoLimit ? "," : quantifier.Most == quantifier.Fewest ? "" : "," + Number(quantifier.Most)) + "}",
        });
        if (!IsAtEnd && _pattern[_at] == '?')
        {
            _output.Append('?');
            _at++;
        }
    }

    private (int Fewest, int Most, int End)? Quantifier(int at)
    {
        if (at >= _pattern.Length)
        {
            return null;
        }

        switch (_pattern[at])
        {
            case '*':
                return (0, NoLimit, at + 1);
            case '+':
                return (1, NoLimit, at + 1);
            case '?':
                return (0, 1, at + 1);
            case '{':
                at++;
                if (!TryNumber(ref at, out var fewest))
                {
                    return null;
                }

                var most = fewest;
                if (at < _pattern.Length && _pattern[at] == ',')
                {
                    at++;
                    if (!TryNumber(ref at, out most))
                    {
                        most = NoLimit;
                    }
                }

                return at < _pattern.Length && _pattern[at] == '}' ? (fewest, most, at + 1) : null;
            default:
                return null;
        }
    }

    private bool TryNumber(ref int at, out int number)
    {
        var start = at;
        long value = 0;
        for (; at < _pattern.Length && _pattern[at] is >= '0' and <= '9'; at++)
        {
            value = Math.Min(NoLimit, (value * 10) + (_pattern[at] - '0'));
        }

        number = (int)value;
        return at > start;
    }

    /// <summary>Translates a group after its opening bracket. Returns whether a quantifier may follow.</summary>
    private bool Group()
    {
        var canRepeat = true;
        if (IsAtEnd || _pattern[_at] != '?')
        {
            _output.Append('(');
        }
        else if (StartsWith("?:") || StartsWith("?=") || StartsWith("?!"))
        {
            _output.Append('(').Append(_pattern, _at, 2);
            _at += 2;
        }
        else if (StartsWith("?<=") || StartsWith("?<!"))
        {
            canRepeat = false;
            _output.Append('(').Append(_pattern, _at, 3);
            _at += 3;
        }
        else if (StartsWith("?<"))
        {
            // .NET numbers named groups after the others.
            _output.Append('(');
            _at = _pattern.IndexOf('>', _at) + 1;
        }
        else
        {
            throw new FormatException("Invalid group");
        }

        Alternatives();
        if (IsAtEnd)
        {
            throw new FormatException("Unterminated group");
        }

        _at++;
        _output.Append(')');
        return canRepeat;
    }

    /// <summary>Translates an escape outside a class, after its backslash. Returns whether a quantifier may follow.</summary>
    private bool Escape()
    {
        if (IsAtEnd)
        {
            throw new FormatException("\\ at end of pattern");
        }

        var c = _pattern[_at];
        switch (c)
        {
            case 'b' or 'B':
                _at++;
                const string Word = "[0-9A-Z_a-z]";
                _output.Append(c == 'b' ? $"(?:(?<={Word})(?!{Word})|(?<!{Word})(?={Word}))" : $"(?:(?<={Word})(?={Word})|(?<!{Word})(?!{Word}))");
                return false;
            case 'k' when _names.Count > 0:
                var end = StartsWith("k<") ? _pattern.IndexOf('>', _at) : -1;
                if (end < 0)
                {
                    throw new FormatException("Invalid named reference");
                }

                if (!_names.TryGetValue(_pattern.Substring(_at + 2, end - _at - 2), out var named))
                {
                    throw new FormatException("Invalid named capture referenced");
                }

                _at = end + 1;
                Reference(named);
                return true;
            case >= '1' and <= '9':
                var at = _at;
                if (TryNumber(ref at, out var group) && group <= _groupCount)
                {
                    _at = at;
                    Reference(group);
                    return true;
                }

                break;
        }

        if (ClassEscape() is { } set)
        {
            // \w ignores the flag i: without the flag u, only ASCII letters differ from ASCII letters by case.
            _output.Append(set.Set.ToPattern(set.IsNegated));
        }
        else
        {
            Literal(CharacterEscape(isInClass: false));
        }

        return true;
    }

    private void Reference(int group)
    {
        var number = Number(group);
        _output.Append("(?(").Append(number).Append(')').Append(_ignoresCase ? "(?i:\\" : "(?:\\").Append(number).Append("))");
    }

    private (CharacterSet Set, bool IsNegated)? ClassEscape()
    {
        (CharacterSet, bool)? set = _pattern[_at] switch
        {
            'd' => (CharacterSet.Digits, false),
            'D' => (CharacterSet.Digits, true),
            'w' => (CharacterSet.Words, false),
            'W' => (CharacterSet.Words, true),
            's' => (CharacterSet.Spaces, false),
            'S' => (CharacterSet.Spaces, true),
            _ => null,
        };
        if (set is not null)
        {
            _at++;
        }

        return set;
    }

    /// <summary>Reads an escape for one unit, after its backslash.</summary>
    private char CharacterEscape(bool isInClass)
    {
        var c = _pattern[_at++];
        switch (c)
        {
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'v':
                return '\v';
            case 'f':
                return '\f';
            case 'r':
                return '\r';
            case 'b' when isInClass:
                return '\b';
            case 'c':
                if (!IsAtEnd && (IsLetter(_pattern[_at]) || (isInClass && _pattern[_at] is (>= '0' and <= '9') or '_')))
                {
                    return (char)(_pattern[_at++] % 32);
                }

                // The backslash is literal, and c follows.
                _at--;
                return '\\';
            case 'x' when TryHex(2, out var unit):
                return unit;
            case 'u' when TryHex(4, out var unit):
                return unit;
            case >= '0' and <= '7':
                var value = c - '0';
                var most = c <= '3' ? 2 : 1;
                for (; most > 0 && !IsAtEnd && _pattern[_at] is >= '0' and <= '7'; most--)
                {
                    value = (value * 8) + (_pattern[_at++] - '0');
                }

                return (char)value;
            default:
                return c;
        }
    }

    private bool TryHex(int count, out char unit)
    {
        unit = '\0';
        if (_pattern.Length - _at < count
            || !int.TryParse(_pattern.Substring(_at, count), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        unit = (char)value;
        _at += count;
        return true;
    }

    /// <summary>Translates a class after its opening bracket.</summary>
    private void Class()
    {
        var isNegated = !IsAtEnd && _pattern[_at] == '^';
        if (isNegated)
        {
            _at++;
        }

        var set = new CharacterSet();
        while (true)
        {
            if (IsAtEnd)
            {
                throw new FormatException("Unterminated character class");
            }

            if (_pattern[_at] == ']')
            {
                break;
            }

            var from = ClassAtom(set);
            if (_at + 1 < _pattern.Length && _pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                _at++;
                var to = ClassAtom(set);
                if (from is { } first && to is { } last)
                {
                    set.Add(first, first <= last ? last : throw new FormatException("Range out of order in character class"));
                    continue;
                }

                // If one of its ends is a class, it is not a range.
                set.Add('-', '-');
                AddUnit(set, to);
            }

            AddUnit(set, from);
        }

        _at++;
        if (_ignoresCase)
        {
            set.AddCases();
        }

        _output.Append(set.ToPattern(isNegated));
    }

    private static void AddUnit(CharacterSet set, char? unit)
    {
        if (unit is { } c)
        {
            set.Add(c, c);
        }
    }

    /// <summary>Reads a unit of a class and returns it. If there is a class escape, adds it to the set and returns null.</summary>
    private char? ClassAtom(CharacterSet set)
    {
        var c = _pattern[_at++];
        if (c != '\\')
        {
            return c;
        }

        if (IsAtEnd)
        {
            throw new FormatException("\\ at end of pattern");
        }

        if (ClassEscape() is { } inner)
        {
            set.Add(inner.Set, inner.IsNegated);
            return null;
        }

        return CharacterEscape(isInClass: true);
    }

    private void Literal(char c)
    {
        if (!_ignoresCase || (c < '\u0080' && !IsLetter(c)))
        {
            _output.Append(CharacterSet.Escape(c));
            return;
        }

        if (IsLetter(c))
        {
            // No letter outside ASCII differs from an ASCII letter only by case.
            _output.Append('[').Append((char)(c & ~0x20)).Append((char)(c | 0x20)).Append(']');
            return;
        }

        var set = new CharacterSet();
        set.Add(c, c);
        set.AddCases();
        _output.Append(set.ToPattern());
    }

    private bool StartsWith(string text) => string.CompareOrdinal(_pattern, _at, text, 0, text.Length) == 0;

    /// <summary>Counts the capturing groups and collects their names, because a reference may precede its group.</summary>
    private int CountGroups()
    {
        var count = 0;
        var isInClass = false;
        for (var at = 0; at < _pattern.Length; at++)
        {
            switch (_pattern[at])
            {
                case '\\':
                    at++;
                    break;
                case '[':
                    isInClass = true;
                    break;
                case ']':
                    isInClass = false;
                    break;
                case '(' when !isInClass:
                    if (at + 1 >= _pattern.Length || _pattern[at + 1] != '?')
                    {
                        count++;
                    }
                    else if (at + 3 < _pattern.Length && _pattern[at + 2] == '<' && _pattern[at + 3] is not ('=' or '!'))
                    {
                        count++;
                        AddName(at + 3, count);
                    }

                    break;
            }
        }

        return count;
    }

    private void AddName(int start, int group)
    {
        var end = _pattern.IndexOf('>', start);
        var name = end < 0 ? "" : _pattern.Substring(start, end - start);
        for (var i = 0; i < name.Length; i++)
        {
            if (!(name[i] is '$' or '_' || char.IsLetter(name[i]) || char.IsSurrogate(name[i]) || (i > 0 && char.IsLetterOrDigit(name[i]))))
            {
                name = "";
            }
        }

        if (name.Length == 0)
        {
            throw new FormatException("Invalid capture group name");
        }

        if (_names.ContainsKey(name))
        {
            throw new FormatException("Duplicate capture group name");
        }

        _names.Add(name, group);
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
