using Stepwise.Generator.Model;

namespace Stepwise.Generator.Translation;

/// <summary>What the functions of values are in JSONata. Each argument stands once in the text.</summary>
internal static class JsonataFunctions
{
    /// <summary>A call of a function.</summary>
    public static JsonataFragment Call(ValueFunction function, IReadOnlyList<JsonataFragment> arguments) => function switch
    {
        ValueFunction.Absolute => Named("$abs", arguments),
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

    private static JsonataFragment Primary(string text) => new(text, JsonataFragment.Primary);

    private static JsonataFragment Named(string name, IReadOnlyList<JsonataFragment> arguments) =>
        new(name + "(" + string.Join(", ", arguments.Select(static argument => argument.Text)) + ")", JsonataFragment.Primary);
}
