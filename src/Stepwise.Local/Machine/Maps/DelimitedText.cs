using System.Globalization;
using System.Text;

namespace Stepwise.Local.Machine.Maps;

/// <summary>Reads delimited text in the dialect of Step Functions. It is RFC 4180 with two differences. Two double quotes are one double quote also in a field without quotes. A backslash escapes a backslash, a double quote and the delimiter, and is dropped before any other character.</summary>
/// <remarks>No CSV library reads this dialect. A library that supports the backslash does not support doubled quotes as well.</remarks>
/// <param name="text">The text, without a byte order mark.</param>
/// <param name="delimiter">The delimiter between fields.</param>
internal sealed class DelimitedText(string text, char delimiter)
{
    private readonly StringBuilder _field = new();
    private int _at;
    private int _nextLine = 1;

    /// <summary>The line, from 1, on which the last record begins.</summary>
    public int Line { get; private set; }

    /// <summary>Reads a record. Empty lines are skipped.</summary>
    /// <returns>Its fields; null at the end.</returns>
    /// <exception cref="FormatException">A quoted field has no closing quote.</exception>
    public List<string>? Read()
    {
        while (SkipLineEnd())
        {
        }

        if (_at >= text.Length)
        {
            return null;
        }

        Line = _nextLine;
        var fields = new List<string>();
        do
        {
            fields.Add(ReadField());
        }
        while (Skip(delimiter));
        SkipLineEnd();
        return fields;
    }

    private string ReadField()
    {
        _field.Clear();
        if (Skip('"'))
        {
            ReadQuoted();
        }

        // The text between the closing quote and the delimiter belongs to the field.
        while (_at < text.Length && text[_at] != delimiter && !IsLineEnd())
        {
            _at += text[_at] == '"' && _at + 1 < text.Length && text[_at + 1] == '"' ? 1 : 0;
            Append();
        }

        return _field.ToString();
    }

    private void ReadQuoted()
    {
        while (true)
        {
            if (_at >= text.Length)
            {
                throw new FormatException($"The quoted field in the record that begins on line {Line.ToString(CultureInfo.InvariantCulture)} does not end.");
            }

            if (Skip('"'))
            {
                if (!Skip('"'))
                {
                    return;
                }

                _field.Append('"');
            }
            else
            {
                _nextLine += text[_at] == '\n' ? 1 : 0;
                Append();
            }
        }
    }

    private void Append()
    {
        if (text[_at] != '\\')
        {
            _field.Append(text[_at++]);
            return;
        }

        _at++;
        if (_at < text.Length && (text[_at] is '\\' or '"' || text[_at] == delimiter))
        {
            _field.Append(text[_at++]);
        }
    }

    private bool Skip(char expected)
    {
        if (_at >= text.Length || text[_at] != expected)
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool IsLineEnd() => text[_at] == '\n' || (text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n');

    private bool SkipLineEnd()
    {
        if (_at >= text.Length || !IsLineEnd())
        {
            return false;
        }

        _at += text[_at] == '\r' ? 2 : 1;
        _nextLine++;
        return true;
    }
}
