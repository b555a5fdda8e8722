namespace Stepwise.Generator.Translation;

/// <summary>Names in JSONata.</summary>
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

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal) { "and", "or", "in", "true", "false", "null", "function" };

    public static bool IsFunction(string name) => Functions.Contains(name);

    /// <summary>A field name as a step of a path, in backquotes where it is no name.</summary>
    public static string Field(string name)
    {
        var isName = name.Length > 0 && name[0] is not (>= '0' and <= '9') && !Keywords.Contains(name);
        foreach (var character in name)
        {
            isName &= character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
        }

        return isName ? name : "`" + name + "`";
    }
}
