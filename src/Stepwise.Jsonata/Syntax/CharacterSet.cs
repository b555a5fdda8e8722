using System.Globalization;
using System.Text;

namespace Stepwise.Jsonata.Syntax;

/// <summary>A set of UTF-16 units: the class of a regular expression.</summary>
internal sealed class CharacterSet
{
    private const int Size = 0x10000;
    private static readonly Lazy<char[][]> _variants = new(MakeVariants);
    private readonly bool[] _units = new bool[Size];

    public static CharacterSet Digits { get; } = Of("09");

    public static CharacterSet Words { get; } = Of("09AZ__az");

    public static CharacterSet Spaces { get; } = Of("\t\r  \u00a0\u00a0\u1680\u1680\u2000\u200a\u2028\u2029\u202f\u202f\u205f\u205f\u3000\u3000\ufeff\ufeff");

    /// <summary>The line terminators.</summary>
    public static CharacterSet LineEnds { get; } = Of("\n\n\r\r\u2028\u2029");

    /// <summary>Adds a range.</summary>
    public void Add(char from, char to)
    {
        for (var c = (int)from; c <= to; c++)
        {
            _units[c] = true;
        }
    }

    /// <summary>Adds another set, or its complement.</summary>
    public void Add(CharacterSet other, bool isNegated = false)
    {
        for (var c = 0; c < Size; c++)
        {
            _units[c] |= other._units[c] != isNegated;
        }
    }

    /// <summary>Adds the units that differ only in case, as JavaScript compares them without the flag <c>u</c>.</summary>
    public void AddCases()
    {
        var variants = _variants.Value;
        for (var c = 0; c < Size; c++)
        {
            if (_units[c] && variants[c] is { } others)
            {
                foreach (var other in others)
                {
                    _units[other] = true;
                }
            }
        }
    }

    /// <summary>Returns the set as a class of a .NET regular expression.</summary>
    /// <param name="isNegated">Whether to return the complement.</param>
    public string ToPattern(bool isNegated = false)
    {
        var ranges = new StringBuilder();
        var only = -1;
        var count = 0;
        for (var c = 0; c < Size; c++)
        {
            if (_units[c] == isNegated)
            {
                continue;
            }

            var start = c;
            while (c + 1 < Size && _units[c + 1] != isNegated)
            {
                c++;
            }

            ranges.Append(Escape((char)start));
            if (c > start)
            {
                ranges.Append('-').Append(Escape((char)c));
            }

            count++;
            only = c == start && count == 1 ? start : -1;
        }

        return count == 0 ? "(?!)" : only >= 0 ? Escape((char)only) : "[" + ranges + "]";
    }

    /// <summary>Returns a unit as .NET writes it in a regular expression, inside or outside a class.</summary>
    public static string Escape(char c)
        => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' ? c.ToString() : "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    private static CharacterSet Of(string ranges)
    {
        var set = new CharacterSet();
        for (var i = 0; i < ranges.Length; i += 2)
        {
            set.Add(ranges[i], ranges[i + 1]);
        }

        return set;
    }

    /// <summary>For each unit, the units that have the same upper case, if there are others.</summary>
    private static char[][] MakeVariants()
    {
        var byCapital = new Dictionary<char, List<char>>();
        for (var c = 0; c < Size; c++)
        {
            var capital = CaseMapping.Canonical((char)c);
            if (capital != c)
            {
                if (!byCapital.TryGetValue(capital, out var same))
                {
                    byCapital[capital] = same = [capital];
                }

                same.Add((char)c);
            }
        }

        var variants = new char[Size][];
        foreach (var same in byCapital.Values)
        {
            char[] all = [.. same];
            foreach (var c in all)
            {
                variants[c] = all;
            }
        }

        return variants;
    }
}
