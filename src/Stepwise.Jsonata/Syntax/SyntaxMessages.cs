using System.Globalization;
using System.Text;
using Stepwise.Json;

namespace Stepwise.Jsonata.Syntax;

/// <summary>The messages of the errors in an expression's text.</summary>
internal static class SyntaxMessages
{
    /// <summary>The code for an expression that is nested too deeply. JSONata itself has no code for it.</summary>
    public const string TooDeep = "U1001";

    public static string For(string code, JsonValue? token, JsonValue? value)
        => code switch
        {
            "S0101" => "String literal must be terminated by a matching quote",
            "S0102" => $"Number out of range: {Quote(token)}",
            "S0103" => $"Unsupported escape sequence: \\{Quote(token)}",
            "S0104" => "The escape sequence \\u must be followed by 4 hex digits",
            "S0105" => "Quoted property name must be terminated with a backquote (`)",
            "S0106" => "Comment has no closing tag",
            "S0201" => $"Syntax error: {Quote(token)}",
            "S0202" => $"Expected {Quote(value)}, got {Quote(token)}",
            "S0203" => $"Expected {Quote(value)} before end of expression",
            "S0204" => $"Unknown operator: {Quote(token)}",
            "S0207" => "Unexpected end of expression",
            "S0208" => $"Parameter {Quote(value)} of function definition must be a variable name (start with $)",
            "S0209" => "A predicate cannot follow a grouping expression in a step",
            "S0210" => "Each step can only have one grouping expression",
            "S0211" => $"The symbol {Quote(token)} cannot be used as a unary operator",
            "S0212" => "The left side of := must be a variable name (start with $)",
            "S0213" => $"The literal value {Quote(value)} cannot be used as a step within a path expression",
            "S0214" => $"The right side of {Quote(token)} must be a variable name (start with $)",
            "S0215" => "A context variable binding must precede any predicates on a step",
            "S0216" => "A context variable binding must precede the 'order-by' clause on a step",
            "S0217" => "The object representing the 'parent' cannot be derived from this expression",
            "S0301" => "Empty regular expressions are not allowed",
            "S0302" => "No terminating / in regular expression",
            "S0401" => "Type parameters can only be applied to functions and arrays",
            "S0402" => "Choice groups containing parameterized types are not supported",
            TooDeep => "The expression is nested too deeply",
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "There is no such error."),
        };

    /// <summary>Formats a value for a message, without quotes.</summary>
    public static string Plain(JsonValue value) => value is JsonString text ? text.Value : Quote(value);

    private static string Quote(JsonValue? value)
        => value switch
        {
            JsonString text => Quote(text.Value),
            JsonBoolean boolean => boolean.Value ? "true" : "false",
            JsonNumber number => NumberText.Of(number.ToDouble()),
            JsonNull => "null",
            _ => "undefined",
        };

    /// <summary>Writes a string as JSON.stringify does.</summary>
    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' => quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
