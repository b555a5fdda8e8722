using Stepwise.Json;

namespace Stepwise.Jsonata.Functions;

/// <summary>The characters of picture strings and of formatted numbers.</summary>
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

    /// <summary>The digit zero. The next nine characters are the other digits.</summary>
    public char FirstDigit => ZeroDigit.Length == 0 ? '\0' : ZeroDigit[0];

    /// <summary>Creates the characters from the options of <c>$formatNumber</c>. Those that are not given have their default.</summary>
    /// <exception cref="JsonataException">T0410: an option is not a text.</exception>
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

    /// <summary>Whether a character has a meaning in a picture string and is not literal.</summary>
    public bool IsActive(char c)
        => IsDigit(c) || Is(c, DecimalSeparator) || Is(c, ExponentSeparator) || Is(c, GroupingSeparator) || Is(c, Digit) || Is(c, PatternSeparator);

    private static bool Is(char c, string symbol) => symbol.Length == 1 && symbol[0] == c;
}
