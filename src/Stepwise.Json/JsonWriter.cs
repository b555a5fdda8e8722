using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Stepwise.Json;

/// <summary>Writes JSON values as text.</summary>
internal static class JsonWriter
{
    public static string Write(JsonValue value, bool indented)
    {
        var output = new StringBuilder();
        Write(output, value, indented ? 0 : -1);
        return output.ToString();
    }

    /// <summary>Writes a value; <paramref name="depth"/> is negative where everything goes on one line.</summary>
    private static void Write(StringBuilder output, JsonValue value, int depth)
    {
        switch (value)
        {
            case JsonNull:
                output.Append("null");
                break;
            case JsonBoolean boolean:
                output.Append(boolean.Value ? "true" : "false");
                break;
            case JsonNumber number:
                output.Append(number.ToText());
                break;
            case JsonString text:
                WriteString(output, text.Value, text.IsLiteral);
                break;
            case JsonArray array:
                RuntimeHelpers.EnsureSufficientExecutionStack();
                WriteArray(output, array, depth);
                break;
            case JsonObject @object:
                RuntimeHelpers.EnsureSufficientExecutionStack();
                WriteObject(output, @object, depth);
                break;
        }
    }

    private static void WriteArray(StringBuilder output, JsonArray array, int depth)
    {
        if (array.Count == 0)
        {
            output.Append("[]");
            return;
        }

        var inner = depth < 0 ? depth : depth + 1;
        output.Append('[');
        for (var i = 0; i < array.Count; i++)
        {
            if (i > 0)
            {
                output.Append(',');
            }

            BreakLine(output, inner);
            Write(output, array[i], inner);
        }

        BreakLine(output, depth);
        output.Append(']');
    }

    private static void WriteObject(StringBuilder output, JsonObject @object, int depth)
    {
        if (@object.Count == 0)
        {
            output.Append("{}");
            return;
        }

        var inner = depth < 0 ? depth : depth + 1;
        output.Append('{');
        for (var i = 0; i < @object.Count; i++)
        {
            if (i > 0)
            {
                output.Append(',');
            }

            var member = @object.Members[i];
            BreakLine(output, inner);
            WriteString(output, member.Name, member.IsNameLiteral);
            output.Append(depth < 0 ? ":" : ": ");
            Write(output, member.Value, inner);
        }

        BreakLine(output, depth);
        output.Append('}');
    }

    private static void BreakLine(StringBuilder output, int depth)
    {
        if (depth >= 0)
        {
            output.Append('\n').Append(' ', depth * 2);
        }
    }

    private static void WriteString(StringBuilder output, string text, bool isLiteral)
    {
        output.Append('"');
        var plain = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c >= ' ' && c != '"' && c != '\\' && c != '{' && !char.IsSurrogate(c))
            {
                continue;
            }

            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            if (c == '{' && !(isLiteral && i > 0 && text[i - 1] is '$' or '%'))
            {
                continue;
            }

            output.Append(text, plain, i - plain);
            plain = i + 1;
            WriteEscape(output, c);
        }

        output.Append(text, plain, text.Length - plain).Append('"');
    }

    private static void WriteEscape(StringBuilder output, char c)
    {
        switch (c)
        {
            case '"':
                output.Append("\\\"");
                break;
            case '\\':
                output.Append("\\\\");
                break;
            case '\b':
                output.Append("\\b");
                break;
            case '\f':
                output.Append("\\f");
                break;
            case '\n':
                output.Append("\\n");
                break;
            case '\r':
                output.Append("\\r");
                break;
            case '\t':
                output.Append("\\t");
                break;
            default:
                output.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                break;
        }
    }
}
