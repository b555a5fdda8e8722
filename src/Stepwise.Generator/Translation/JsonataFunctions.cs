using Stepwise.Generator.Model;

namespace Stepwise.Generator.Translation;

/// <summary>What the functions of values are in JSONata. Each argument stands once in the text.</summary>
internal static class JsonataFunctions
{
    /// <summary>A call of a function.</summary>
    public static JsonataFragment Call(ValueFunction function, IReadOnlyList<JsonataFragment> arguments) => function switch
    {
        ValueFunction.Absolute => Named("$abs", arguments),
        ValueFunction.Floor => Named("$floor", arguments),
        ValueFunction.Ceiling => Named("$ceil", arguments),
        ValueFunction.Round => Named("$round", arguments),
        ValueFunction.Maximum => OfList("$max", arguments),
        ValueFunction.Minimum => OfList("$min", arguments),
        ValueFunction.SquareRoot => Named("$sqrt", arguments),
        ValueFunction.InstantToMilliseconds => Named("$toMillis", arguments),
        ValueFunction.MillisecondsToInstant => Named("$fromMillis", arguments),
        ValueFunction.DurationToMilliseconds => Primary(DurationToMilliseconds(arguments[0].Text)),
        ValueFunction.MillisecondsToDuration => Primary(MillisecondsToDuration(arguments[0].Text)),
        ValueFunction.DateToMilliseconds => Primary("$toMillis(" + arguments[0].In(JsonataFragment.Sum) + " & 'T00:00:00Z')"),
        ValueFunction.MillisecondsToDate => Primary("$substring($fromMillis(" + arguments[0].Text + "), 0, 10)"),
        ValueFunction.NumberAt => Primary("$number($substring(" + Joined(arguments) + "))"),
        ValueFunction.Sum => Named("$sum", arguments),
        ValueFunction.Greatest => Named("$max", arguments),
        ValueFunction.Least => Named("$min", arguments),
        ValueFunction.Average => Named("$average", arguments),
        ValueFunction.Append => Named("$append", arguments),
        ValueFunction.Reverse => Named("$reverse", arguments),
        ValueFunction.Distinct => Named("$distinct", arguments),
        ValueFunction.Range => new JsonataFragment("[" + arguments[0].In(JsonataFragment.Sum) + ".." + arguments[1].In(JsonataFragment.Sum) + "]", JsonataFragment.Primary),
        ValueFunction.Merge => Named("$merge", arguments),
        ValueFunction.Member => Named("$lookup", arguments),
        ValueFunction.Names => Named("$keys", arguments),
        ValueFunction.Contains => Named("$contains", arguments),
        ValueFunction.Replace => Named("$replace", arguments),
        ValueFunction.Split => Named("$split", arguments),
        ValueFunction.NotEmptyParts => Primary("[$filter(" + arguments[0].Text + ", function($part){ $part != '' })]"),
        ValueFunction.TrimmedParts => Primary("[$map(" + arguments[0].Text + ", function($part){ $replace($part, " + arguments[1].Text + ", '') })]"),
        ValueFunction.NullsAsEmpty => Primary("[$map(" + arguments[0].Text + ", function($part){ $part = null ? '' : $part })]"),
        ValueFunction.Texts => Primary("[$map(" + arguments[0].Text + ", function($part){ $part = null ? '' : $string($part) })]"),
        ValueFunction.Join => Named("$join", arguments),
        ValueFunction.Substring => Named("$substring", arguments),
        ValueFunction.SubstringBefore => Named("$substringBefore", arguments),
        ValueFunction.CodePoints => Named("$length", arguments),
        ValueFunction.SurrogatePairs => SurrogatePairs(arguments[0].Text),
        ValueFunction.Pad => Named("$pad", arguments),
        ValueFunction.UpperCase => Named("$uppercase", arguments),
        ValueFunction.LowerCase => Named("$lowercase", arguments),
        ValueFunction.Digits => Named("$formatInteger", arguments),
        ValueFunction.Grouped => Primary("$formatNumber(" + arguments[0].Text + ", '#,##0')"),
        _ => throw new ArgumentOutOfRangeException(nameof(function)),
    };

    /// <summary>The number of characters of a text that are beyond U+FFFF. Their first byte in UTF-8 is F0 to F4.</summary>
    public static JsonataFragment SurrogatePairs(string text) => Primary("$count($match($encodeUrlComponent(" + text + "), /%F[0-4]/))");

    /// <summary>Reads <c>[-][d.]hh:mm:ss[.fffffff]</c>, as System.Text.Json writes a TimeSpan.</summary>
    private static string DurationToMilliseconds(string text) =>
        "($text := " + text + "; $parts := $split($replace($text, '-', ''), ':'); $hours := $split($parts[0], '.'); "
        + "(($count($hours) = 2 ? $number($hours[0]) * 86400000 : 0) + $number($hours[-1]) * 3600000 + $number($parts[1]) * 60000 + $round($number($parts[2]) * 10000000) / 10000)"
        + " * ($substring($text, 0, 1) = '-' ? -1 : 1))";

    /// <summary>Writes <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
    private static string MillisecondsToDuration(string milliseconds) =>
        "($span := " + milliseconds + "; $size := $abs($span); $ticks := $round($size % 1000 * 10000); "
        + "($span < 0 ? '-' : '') & ($size >= 86400000 ? $floor($size / 86400000) & '.' : '') & $fromMillis($floor($size % 86400000), '[H01]:[m01]:[s01]')"
        + " & ($ticks > 0 ? '.' & $substring($string(10000000 + $ticks), 1) : ''))";

    private static JsonataFragment Named(string name, IReadOnlyList<JsonataFragment> arguments) => Primary(name + "(" + Joined(arguments) + ")");

    private static JsonataFragment OfList(string name, IReadOnlyList<JsonataFragment> arguments) => Primary(name + "([" + Joined(arguments) + "])");

    private static string Joined(IReadOnlyList<JsonataFragment> arguments) => string.Join(", ", arguments.Select(static argument => argument.Text));

    private static JsonataFragment Primary(string text) => new(text, JsonataFragment.Primary);
}
