using System.Globalization;
using System.Text;
using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>A picture string for decimal numbers, such as <c>#,##0.00</c>: that of XPath's fn:format-number.</summary>
internal sealed class NumberPicture
{
    private const int MostFractionDigits = 100;
    private static readonly PictureCache<NumberPicture> _cache = new(picture => new(picture, NumberSymbols.Default));

    private readonly NumberSymbols _symbols;
    private readonly Part _positive;
    private readonly Part _negative;

    private NumberPicture(string picture, NumberSymbols symbols)
    {
        _symbols = symbols;
        var parts = symbols.PatternSeparator.Length == 0 ? [.. picture.Select(c => c.ToString())] : picture.Split(symbols.PatternSeparator);
        if (parts.Length > 2)
        {
            throw new JsonataException("D3080");
        }

        var analysed = parts.Select(part => new Sections(part, symbols)).ToList();
        analysed.ForEach(part => part.Validate(symbols));
        _positive = new(analysed[0], symbols, analysed[0].Prefix);
        _negative = analysed.Count > 1 ? new(analysed[1], symbols, analysed[1].Prefix) : new(analysed[0], symbols, symbols.MinusSign + analysed[0].Prefix);
    }

    /// <summary>Parses a picture string with the options of <c>$formatNumber</c>.</summary>
    public static NumberPicture Of(string picture, JsonObject? options) => options is null ? _cache.Get(picture) : new(picture, NumberSymbols.Of(options));

    /// <summary>Formats a number.</summary>
    public string Format(double value)
    {
        var part = value >= 0 ? _positive : _negative;
        var adjusted = part.Scale == 1 ? value : value * part.Scale;
        if (!double.IsFinite(adjusted) || part.MostFraction > MostFractionDigits)
        {
            throw new JsonataException("D1001") { Value = Numbers.Of(value) };
        }

        int? exponent = null;
        if (part.FewestExponent > 0)
        {
            adjusted = Math.Abs(adjusted);
            exponent = Normalize(ref adjusted, part.ScalingFactor);
        }

        var text = new StringBuilder(Digits(Rounding.Round(adjusted, part.MostFraction), part.MostFraction));
        var zero = _symbols.ZeroDigit;
        var digitsStart = 0;
        while (digitsStart < text.Length && Is(text[digitsStart], zero))
        {
            digitsStart++;
        }

        text.Remove(0, digitsStart);
        while (text.Length > 0 && Is(text[^1], zero))
        {
            text.Length--;
        }

        var number = text.ToString();
        var point = number.IndexOf(_symbols.DecimalSeparator, StringComparison.Ordinal);
        number = Zeros(part.FewestInteger - point) + number + Zeros(part.FewestFraction - (number.Length - point - 1));
        number = Group(number, part);
        point = number.IndexOf(_symbols.DecimalSeparator, StringComparison.Ordinal);
        if (!part.HasDecimalSeparator || point == number.Length - 1)
        {
            number = number[..^1];
        }

        if (exponent is { } power)
        {
            var shown = Digits(power, 0);
            shown = shown[..^_symbols.DecimalSeparator.Length];
            number += _symbols.ExponentSeparator + (power < 0 ? _symbols.MinusSign : "") + Zeros(part.FewestExponent - shown.Length) + shown;
        }

        return part.Prefix + number + part.Suffix;
    }

    /// <summary>Scales a number so that it has as many integer digits as the picture, and returns the power of ten.</summary>
    private static int Normalize(ref double number, int digits)
    {
        var largest = Math.Pow(10, digits);
        var smallest = Math.Pow(10, digits - 1);
        var exponent = 0;

        // Zero cannot be scaled.
        while (number < smallest && number != 0)
        {
            number *= 10;
            exponent--;
        }

        while (number > largest)
        {
            number /= 10;
            exponent++;
        }

        return exponent;
    }

    private string Group(string number, Part part)
    {
        var point = number.IndexOf(_symbols.DecimalSeparator, StringComparison.Ordinal);
        var separator = _symbols.GroupingSeparator;
        if (part.GroupSize > 0)
        {
            for (var group = (point - 1) / part.GroupSize; group > 0; group--)
            {
                number = number.Insert(point - (group * part.GroupSize), separator);
                point += separator.Length;
            }
        }
        else
        {
            foreach (var position in part.IntegerGroups)
            {
                number = Insert(number, point - position, separator);
                point++;
            }
        }

        point = number.IndexOf(_symbols.DecimalSeparator, StringComparison.Ordinal);
        foreach (var position in part.FractionGroups)
        {
            number = Insert(number, position + point + 1, separator);
        }

        return number;
    }

    /// <summary>Inserts a text at an index. A negative index counts from the end.</summary>
    private static string Insert(string text, int place, string inserted)
    {
        place = place < 0 ? Math.Max(0, text.Length + place) : Math.Min(place, text.Length);
        return text.Insert(place, inserted);
    }

    /// <summary>Returns the digits of a number without its sign. The decimal separator is always there.</summary>
    private string Digits(double value, int fraction)
    {
        const double LargestInFull = 1e21;
        value = Math.Abs(value);
        var text = value >= LargestInFull ? JavaScriptText.Of(value) : value.ToString("F" + fraction.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (_symbols.ZeroDigit != "0")
        {
            text = string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(_symbols.FirstDigit + c - '0') : c));
        }

        var point = text.IndexOf('.');
        return point < 0 ? text + _symbols.DecimalSeparator : text[..point] + _symbols.DecimalSeparator + text[(point + 1)..];
    }

    private string Zeros(int count) => count <= 0 ? "" : count == 1 ? _symbols.ZeroDigit : string.Concat(Enumerable.Repeat(_symbols.ZeroDigit, count));

    private static bool Is(char c, string symbol) => symbol.Length == 1 && symbol[0] == c;

    /// <summary>A subpicture (for positive or for negative numbers), split into its sections.</summary>
    private sealed class Sections
    {
        public Sections(string picture, NumberSymbols symbols)
        {
            Picture = picture;
            var first = 0;
            while (first < picture.Length && !IsInner(picture[first], symbols))
            {
                first++;
            }

            var last = picture.Length - 1;
            while (last >= first && !IsInner(picture[last], symbols))
            {
                last--;
            }

            if (first == picture.Length)
            {
                throw new JsonataException("D3085");
            }

            Prefix = picture[..first];
            Suffix = picture[(last + 1)..];
            Active = picture[first..(last + 1)];
            var exponent = IndexOf(picture, symbols.ExponentSeparator, Prefix.Length);

            // As in JSONata, the index counts from the beginning of the picture and includes the prefix.
            if (exponent < 0 || exponent > picture.Length - Suffix.Length)
            {
                Mantissa = Active;
            }
            else
            {
                Mantissa = JavaScriptText.First(Active, exponent);
                Exponent = JavaScriptText.From(Active, exponent + 1);
            }

            var point = IndexOf(Mantissa, symbols.DecimalSeparator, 0);
            Integer = point < 0 ? Mantissa : Mantissa[..point];
            Fraction = point < 0 ? Suffix : JavaScriptText.From(Mantissa, point + 1);
        }

        public string Picture { get; }

        public string Prefix { get; }

        public string Suffix { get; }

        public string Active { get; }

        public string Mantissa { get; }

        public string? Exponent { get; }

        public string Integer { get; }

        public string Fraction { get; }

        /// <summary>Checks the rules of the picture. If several are broken, the last one is reported.</summary>
        public void Validate(NumberSymbols symbols)
        {
            string? error = null;
            Check(ref error, "D3081", IsTwice(symbols.DecimalSeparator));
            Check(ref error, "D3082", IsTwice(symbols.Percent));
            Check(ref error, "D3083", IsTwice(symbols.PerMille));
            Check(ref error, "D3084", Has(symbols.Percent) && Has(symbols.PerMille));
            Check(ref error, "D3085", !Mantissa.Any(c => symbols.IsDigit(c) || Is(c, symbols.Digit)));
            Check(ref error, "D3086", !Active.All(symbols.IsActive));
            var point = IndexOf(Picture, symbols.DecimalSeparator, 0);
            if (point >= 0)
            {
                Check(ref error, "D3087", IsAt(point - 1, symbols.GroupingSeparator) || IsAt(point + 1, symbols.GroupingSeparator));
            }
            else
            {
                Check(ref error, "D3088", Integer.Length > 0 && Is(Integer[^1], symbols.GroupingSeparator));
            }

            Check(ref error, "D3089", Has(symbols.GroupingSeparator + symbols.GroupingSeparator));
            var optional = Integer.IndexOf(symbols.Digit, StringComparison.Ordinal);
            Check(ref error, "D3090", optional >= 0 && Integer[..optional].Any(symbols.IsDigit));
            optional = Fraction.LastIndexOf(symbols.Digit, StringComparison.Ordinal);
            Check(ref error, "D3091", optional >= 0 && Fraction[optional..].Any(symbols.IsDigit));
            Check(ref error, "D3092", Exponent is { Length: > 0 } && (Has(symbols.Percent) || Has(symbols.PerMille)));
            Check(ref error, "D3093", Exponent is not null && (Exponent.Length == 0 || !Exponent.All(symbols.IsDigit)));
            if (error is not null)
            {
                throw new JsonataException(error);
            }
        }

        private static void Check(ref string? error, string code, bool isBroken) => error = isBroken ? code : error;

        private static bool IsInner(char c, NumberSymbols symbols) => symbols.IsActive(c) && !Is(c, symbols.ExponentSeparator);

        private bool IsTwice(string symbol) => Picture.IndexOf(symbol, StringComparison.Ordinal) != Picture.LastIndexOf(symbol, StringComparison.Ordinal);

        private bool Has(string symbol) => Picture.Contains(symbol, StringComparison.Ordinal);

        private bool IsAt(int place, string symbol) => place >= 0 && place < Picture.Length ? Is(Picture[place], symbol) : symbol.Length == 0;
    }

    /// <summary>An analyzed subpicture, which can format numbers.</summary>
    private sealed class Part
    {
        public Part(Sections sections, NumberSymbols symbols, string prefix)
        {
            Prefix = prefix;
            Suffix = sections.Suffix;
            HasDecimalSeparator = sections.Picture.Contains(symbols.DecimalSeparator, StringComparison.Ordinal);
            Scale = sections.Picture.Contains(symbols.Percent, StringComparison.Ordinal) ? 100 : sections.Picture.Contains(symbols.PerMille, StringComparison.Ordinal) ? 1000 : 1;
            IntegerGroups = Groups(sections, sections.Integer, symbols, isToLeft: false);
            GroupSize = DigitGrouping.RegularSize(IntegerGroups);
            FractionGroups = Groups(sections, sections.Fraction, symbols, isToLeft: true);
            FewestInteger = sections.Integer.Count(symbols.IsDigit);
            ScalingFactor = FewestInteger;
            FewestFraction = sections.Fraction.Count(symbols.IsDigit);
            MostFraction = sections.Fraction.Count(c => symbols.IsDigit(c) || Is(c, symbols.Digit));
            var hasExponent = sections.Exponent is not null;
            if (FewestInteger == 0 && MostFraction == 0)
            {
                if (hasExponent)
                {
                    FewestFraction = 1;
                    MostFraction = 1;
                }
                else
                {
                    FewestInteger = 1;
                }
            }

            if (hasExponent && FewestInteger == 0 && sections.Integer.Contains(symbols.Digit, StringComparison.Ordinal))
            {
                FewestInteger = 1;
            }

            if (FewestInteger == 0 && FewestFraction == 0)
            {
                FewestFraction = 1;
            }

            FewestExponent = sections.Exponent?.Count(symbols.IsDigit) ?? 0;
        }

        public string Prefix { get; }

        public string Suffix { get; }

        public bool HasDecimalSeparator { get; }

        public int Scale { get; }

        /// <summary>For each separator in the integer part, the number of digits to its right.</summary>
        public IReadOnlyList<int> IntegerGroups { get; }

        /// <summary>The size of the groups if they are regular; otherwise 0.</summary>
        public int GroupSize { get; }

        /// <summary>For each separator in the fraction, the number of digits to its left.</summary>
        public IReadOnlyList<int> FractionGroups { get; }

        public int FewestInteger { get; }

        public int ScalingFactor { get; }

        public int FewestFraction { get; }

        public int MostFraction { get; }

        public int FewestExponent { get; }

        private static List<int> Groups(Sections sections, string part, NumberSymbols symbols, bool isToLeft)
        {
            var positions = new List<int>();
            var at = part.IndexOf(symbols.GroupingSeparator, StringComparison.Ordinal);
            while (at >= 0)
            {
                var side = isToLeft ? JavaScriptText.First(part, at) : JavaScriptText.From(part, at);
                positions.Add(side.Count(c => symbols.IsDigit(c) || Is(c, symbols.Digit)));

                // JSONata searches the integer part for all separators except the first.
                at = IndexOf(sections.Integer, symbols.GroupingSeparator, at + 1);
            }

            return positions;
        }
    }

    /// <summary>Like <see cref="string.IndexOf(string, int, StringComparison)"/>, but the start may be after the end of the text.</summary>
    private static int IndexOf(string text, string sought, int start) => start > text.Length ? -1 : text.IndexOf(sought, start, StringComparison.Ordinal);
}
