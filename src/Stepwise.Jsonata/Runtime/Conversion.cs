using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>Converts values to other types as JSONata does.</summary>
internal static class Conversion
{
    /// <summary>Whether a value counts as true. No value counts as false.</summary>
    public static bool ToBoolean(JsonValue? value, Evaluation evaluation) => value switch
    {
        JsonBoolean boolean => boolean.Value,
        null => false,
        JsonString text => text.Value.Length > 0,
        JsonNumber number => number.ToDouble() != 0,
        JsonArray array => AnyIsTrue(array, evaluation),
        JsonObject @object => @object.Count > 0,
        NonFinite { Value: double.NaN } => false,
        NonFinite => evaluation.IsStepFunctions ? true : throw new JsonataException("D1001") { Value = JsonNull.Instance },
        _ => false,
    };

    /// <summary>Returns the letter of a value's type in signatures; <c>m</c> for no value.</summary>
    public static char Symbol(JsonValue? value) => value switch
    {
        null => 'm',
        JsonString => 's',
        JsonNumber or NonFinite => 'n',
        JsonBoolean => 'b',
        JsonNull => 'l',
        JsonArray => 'a',
        JsonataFunction => 'f',
        _ => 'o',
    };

    /// <summary>Converts a value to text as <c>$string</c> does. A string does not change, a function becomes an empty text, and any other value becomes JSON with numbers of 15 digits.</summary>
    public static string ToText(JsonValue value, Evaluation evaluation, bool isIndented = false)
    {
        switch (value)
        {
            case JsonString text:
                return text.Value;
            case JsonNumber number:
                return NumberText(number, evaluation);
            case JsonBoolean boolean:
                return boolean.Value ? "true" : "false";
            case JsonNull:
                return "null";
            case JsonataFunction:
                return "";
            case NonFinite number when evaluation.IsStepFunctions:
                return StepFunctionsDialect.TextOf(number.Value).Value;
            case NonFinite:
                throw new JsonataException("D3001") { Value = JsonNull.Instance };
            default:
                var writer = new TextWriter(evaluation.Options.MaxStringLength, evaluation, hasFifteenDigits: true, isIndented);
                writer.Write(value is JsonArray { Count: > 0 } array && (array.Traits & JsonArrayTraits.Outer) != 0 ? array[0] : value, 0);
                return writer.ToString();
        }
    }

    /// <summary>Writes a value as JSON and stops when the text is longer than <paramref name="longest"/>.</summary>
    public static string ToJson(JsonValue value, int longest)
    {
        var writer = new TextWriter(longest, evaluation: null, hasFifteenDigits: false, isIndented: false);
        writer.Write(value, 0);
        return writer.ToString();
    }

    /// <summary>Writes a number as <c>$string</c> does in the dialect of the evaluation. Without an evaluation it is that of JSONata.</summary>
    private static string NumberText(JsonNumber number, Evaluation? evaluation) => evaluation is { IsStepFunctions: true } ? StepFunctionsDialect.TextOf(number) : NumberText(number);

    /// <summary>Writes a number as <c>$string</c> does: rounded to 15 digits, in JavaScript's form.</summary>
    public static string NumberText(JsonNumber number)
    {
        const long Exact = 1_000_000_000_000_000;
        return number.TryGetInt64(out var integer) && integer is > -Exact and < Exact
            ? integer.ToString(CultureInfo.InvariantCulture)
            : new JsonNumber(double.Parse(number.ToDouble().ToString("E14", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).ToText();
    }

    private static bool AnyIsTrue(JsonArray array, Evaluation evaluation)
    {
        evaluation.Enter();
        var isTrue = false;
        foreach (var item in array.Items)
        {
            evaluation.Step();
            if (ToBoolean(item, evaluation))
            {
                isTrue = true;
                break;
            }
        }

        evaluation.Leave();
        return isTrue;
    }

    private sealed class TextWriter(int longest, Evaluation? evaluation, bool hasFifteenDigits, bool isIndented)
    {
        private readonly StringBuilder _output = new();

        public void Write(JsonValue value, int depth)
        {
            if (_output.Length > longest)
            {
                if (evaluation is null)
                {
                    return;
                }

                throw Evaluation.TooLarge("a string");
            }

            evaluation?.Step();
            switch (value)
            {
                case JsonNumber number:
                    _output.Append(hasFifteenDigits ? NumberText(number, evaluation) : number.ToText());
                    break;
                case JsonString text:
                    WriteString(text.Value);
                    break;
                case JsonBoolean boolean:
                    _output.Append(boolean.Value ? "true" : "false");
                    break;
                case JsonArray array:
                    WriteArray(array, depth);
                    break;
                case JsonObject @object:
                    WriteObject(@object, depth);
                    break;
                case JsonataFunction:
                    _output.Append("\"\"");
                    break;
                default:
                    _output.Append("null");
                    break;
            }
        }

        public override string ToString() => _output.ToString();

        private void WriteArray(JsonArray array, int depth)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            _output.Append('[');
            for (var i = 0; i < array.Count; i++)
            {
                if (i > 0)
                {
                    _output.Append(',');
                }

                BreakLine(depth + 1);
                Write(array[i], depth + 1);
            }

            if (array.Count > 0)
            {
                BreakLine(depth);
            }

            _output.Append(']');
        }

        private void WriteObject(JsonObject @object, int depth)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            _output.Append('{');
            var isFirst = true;
            foreach (var member in @object.MemberArray)
            {
                if (!isFirst)
                {
                    _output.Append(',');
                }

                isFirst = false;
                BreakLine(depth + 1);
                WriteString(member.Name);
                _output.Append(isIndented ? ": " : ":");
                Write(member.Value, depth + 1);
            }

            if (@object.Count > 0)
            {
                BreakLine(depth);
            }

            _output.Append('}');
        }

        private void BreakLine(int depth)
        {
            if (isIndented)
            {
                _output.Append('\n').Append(' ', depth * 2);
            }
        }

        private void WriteString(string text) => _output.Append(new JsonString(text).ToJson());
    }
}
