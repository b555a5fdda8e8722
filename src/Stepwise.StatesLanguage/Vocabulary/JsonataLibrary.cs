using System.Diagnostics.CodeAnalysis;

namespace Stepwise.StatesLanguage.Vocabulary;

/// <summary>The functions of JSONata in Step Functions, with their numbers of arguments: those of JSONata 2.0.6 except <c>$eval</c>, and the six that Step Functions adds.</summary>
internal static class JsonataLibrary
{
    private const int Any = int.MaxValue;

    private static readonly Dictionary<string, (int Least, int Most)> _functions = new(StringComparer.Ordinal);

    static JsonataLibrary()
    {
        // An argument that the context item can replace is not required.
        Add(0, 0, "millis", "uuid");
        Add(0, 1, "lowercase", "uppercase", "length", "trim", "number", "floor", "ceil", "abs", "sqrt", "boolean", "not", "keys", "spread", "base64encode", "base64decode", "encodeUrlComponent", "encodeUrl", "decodeUrlComponent",
            "decodeUrl", "clone", "random", "error");
        Add(0, 2, "string", "round", "formatBase", "sift", "now", "toMillis");
        Add(0, 3, "fromMillis");
        Add(1, 1, "sum", "count", "max", "min", "average", "exists", "merge", "reverse", "type", "shuffle", "distinct", "parse");
        Add(1, 2, "substringBefore", "substringAfter", "contains", "join", "formatInteger", "parseInteger", "power", "lookup", "single", "each", "assert", "sort");
        Add(1, 3, "substring", "pad", "match", "split", "formatNumber");
        Add(1, Any, "zip");
        Add(2, 2, "map", "filter", "append", "partition", "hash");
        Add(2, 3, "reduce");
        Add(2, 4, "replace");
        Add(3, 3, "range");
    }

    /// <summary>Finds a function.</summary>
    /// <param name="name">The name without <c>$</c>.</param>
    /// <param name="least">The smallest number of arguments with which a call can succeed.</param>
    /// <param name="most">The greatest number of arguments.</param>
    public static bool TryFind(string name, out int least, out int most)
    {
        var found = _functions.TryGetValue(name, out var arguments);
        (least, most) = arguments;
        return found;
    }

    /// <summary>The functions' names, without <c>$</c>.</summary>
    public static IReadOnlyCollection<string> Names => _functions.Keys;

    public static bool Has(string name) => _functions.ContainsKey(name);

    /// <summary>Whether a variable of this name would hide a function, <c>$eval</c> (which Step Functions refuses by its name), or <c>$states</c>.</summary>
    public static bool IsTaken(string name) => name is "eval" or "states" || Has(name);

    /// <summary>Returns what is wrong with a number of arguments; null if a call with that number can succeed.</summary>
    public static bool Refuses(string name, int count, [NotNullWhen(true)] out string? expected)
    {
        expected = !TryFind(name, out var least, out var most) || (count >= least && count <= most) ? null
            : least == most ? Plural(least)
            : most == Any ? "at least " + Plural(least)
            : $"{(least == 0 ? "at most" : $"{least} to")} {Plural(most)}";
        return expected is not null;
    }

    private static string Plural(int count) => count switch
    {
        0 => "no arguments",
        1 => "1 argument",
        _ => $"{count} arguments",
    };

    private static void Add(int least, int most, params string[] names)
    {
        foreach (var name in names)
        {
            _functions.Add(name, (least, most));
        }
    }
}
