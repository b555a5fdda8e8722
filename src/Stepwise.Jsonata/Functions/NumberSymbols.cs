using Stepwise.Json;

namespace Stepwise.Jsonata.Functions;

/// <summary>The signs that pictures of numbers are made of, and in which they show numbers.</summary>
internal sealed class NumberSymbols
{
    public static NumberSymbols Default { get; } = new();

    public string DecimalSeparator { get; private init; } = ".";

    public string GroupingSeparator { get; private init; } = ",";

    public string ExponentSeparator { get; private init; } = "e";

    public string MinusSign { get; private init; } = "-";

    public string Percent { get; private init; } = "%";

    public string PerMille { get; private init; } = "\u2030";

    public string ZeroDigit { get; private init; } = "0";

    public string Digit { get; private init; } = "#";

    public string PatternSeparator { get; private init; } = ";";

    /// <summary>The zero; the nine digits after it are the others.</summary>
    public char FirstDigit => ZeroDigit.Length == 0 ? '\0' : ZeroDigit[0];

    /// <summary>The signs that the options of <c>$formatNumber</c> name, and the usual ones for the others.</summary>
    /// <exception cref="JsonataException">T0410: one of them is no text.</exception>
    public static NumberSymbols Of(JsonObject options)
    {
        string Text(string name, string usual) => options[name] switch
        {
            null => usual,
            JsonString text => text.Value,
            _ => throw new JsonataException("T0410") { Value = options, Index = 3 },
        };

        return new()
        {
            DecimalSeparator = Text("decimal-separator", Default.DecimalSeparator),
            GroupingSeparator = Text("grouping-separator", Default.GroupingSeparator),
            ExponentSeparator = Text("exponent-separator", Default.ExponentSeparator),
            MinusSign = Text("minus-sign", Default.MinusSign),
            Percent = Text("percent", Default.Percent),
            PerMille = Text("per-mille", Default.PerMille),
            ZeroDigit = Text("zero-digit", Default.ZeroDigit),
            Digit = Text("digit", Default.Digit),
            PatternSeparator = Text("pattern-separator", Default.PatternSeparator),
        };
    }

    public bool IsDigit(char c) => c >= FirstDigit && c < FirstDigit + 10;

    /// <summary>Whether a sign means something in a picture, and does not stand for itself.</summary>
    public bool IsActive(char c)
        => IsDigit(c) || Is(c, DecimalSeparator) || Is(c, ExponentSeparator) || Is(c, GroupingSeparator) || Is(c, Digit) || Is(c, PatternSeparator);

    private static bool Is(char c, string symbol) => symbol.Length == 1 && symbol[0] == c;
}
