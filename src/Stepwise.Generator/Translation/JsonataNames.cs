namespace Stepwise.Generator.Translation;

/// <summary>Names that a variable of a JSONata machine must not have.</summary>
internal static class JsonataNames
{
    /// <summary>The functions of JSONata 2.0.6 and those that Step Functions adds; and <c>states</c>, which is reserved.</summary>
    private static readonly HashSet<string> Functions = new(StringComparer.Ordinal)
    {
        "states", "abs", "append", "assert", "average", "base64decode", "base64encode", "boolean", "ceil", "clone", "contains", "count", "decodeUrl", "decodeUrlComponent", "distinct", "each",
        "encodeUrl", "encodeUrlComponent", "error", "eval", "exists", "filter", "floor", "formatBase", "formatInteger", "formatNumber", "fromMillis", "hash", "join", "keys", "length",
        "lookup", "lowercase", "map", "match", "max", "merge", "millis", "min", "not", "now", "number", "pad", "parse", "parseInteger", "partition", "power", "random", "range", "reduce",
        "replace", "reverse", "round", "shuffle", "sift", "single", "sort", "split", "spread", "sqrt", "string", "substring", "substringAfter", "substringBefore", "sum", "toMillis", "trim",
        "type", "uppercase", "uuid", "zip",
    };

    public static bool IsFunction(string name) => Functions.Contains(name);
}
