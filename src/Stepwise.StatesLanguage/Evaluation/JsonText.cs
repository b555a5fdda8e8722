using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Converts values to text as AWS's Java code does.</summary>
internal static class JsonText
{
    /// <summary>Returns JSON on one line. A value that is nested too deeply is an error of the state.</summary>
    public static string Of(JsonValue value)
    {
        try
        {
            return value.ToJson();
        }
        catch (InsufficientExecutionStackException exception)
        {
            throw TooDeep(exception);
        }
    }

    /// <summary>Returns the text of a string, and JSON on one line for any other value.</summary>
    public static string ToText(JsonValue value) => value is JsonString text ? text.Value : Of(value);

    public static EvaluationException TooDeep(Exception inner) => new(ErrorNames.Runtime, "The value is nested too deeply.", inner: inner);

    /// <summary>Returns the text of Java's <c>toString()</c>: <c>{a=1, b=[x, y]}</c>.</summary>
    public static string ToJavaText(JsonValue value)
    {
        if (value is JsonString text)
        {
            return text.Value;
        }

        var output = new StringBuilder();
        try
        {
            Write(output, value);
        }
        catch (InsufficientExecutionStackException exception)
        {
            throw TooDeep(exception);
        }

        return output.ToString();
    }

    /// <summary>Returns the name of the Java class into which AWS's path library reads a value.</summary>
    public static string JavaClass(JsonValue value) => value switch
    {
        JsonNull => "null",
        JsonBoolean => "java.lang.Boolean",
        JsonNumber number when number.TryGetInt64(out var integer) => integer is >= int.MinValue and <= int.MaxValue ? "java.lang.Integer" : "java.lang.Long",
        JsonNumber => "java.lang.Double",
        JsonString => "java.lang.String",
        JsonArray => "java.util.ArrayList",
        _ => "java.util.LinkedHashMap",
    };

    private static void Write(StringBuilder output, JsonValue value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case JsonString text:
                output.Append(text.Value);
                break;
            case JsonNumber number when !number.TryGetInt64(out _):
                output.Append(Of(number.ToDouble()));
                break;
            case JsonArray array:
                output.Append('[');
                for (var i = 0; i < array.Count; i++)
                {
                    output.Append(i > 0 ? ", " : "");
                    Write(output, array[i]);
                }

                output.Append(']');
                break;
            case JsonObject @object:
                output.Append('{');
                for (var i = 0; i < @object.Count; i++)
                {
                    output.Append(i > 0 ? ", " : "").Append(@object.Members[i].Name).Append('=');
                    Write(output, @object.Members[i].Value);
                }

                output.Append('}');
                break;
            default:
                output.Append(value.ToJson());
                break;
        }
    }

    /// <summary>Writes a number with a fraction, or a number that does not fit into 64 bits, as Java's <c>Double.toString</c> does.</summary>
    private static string Of(double value)
    {
        var magnitude = Math.Abs(value);
        if (magnitude is >= 1e-3 and < 1e7)
        {
            return value.ToString("0.0###################", CultureInfo.InvariantCulture) is var plain && double.Parse(plain, CultureInfo.InvariantCulture).Equals(value)
                ? plain
                : value.ToString("R", CultureInfo.InvariantCulture);
        }

        var text = value.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var exponent = int.Parse(text.AsSpan(text.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = shortest.Split('E')[0];
        var digits = mantissa.TrimStart('-').Replace(".", "", StringComparison.Ordinal).TrimStart('0').TrimEnd('0');
        var sign = value < 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}");
    }
}
