using System.Globalization;
using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>What Step Functions evaluates differently from JSONata 2.0.6. An evaluation asks here only after it has tested <see cref="Evaluation.IsStepFunctions"/>.</summary>
internal static class StepFunctionsDialect
{
    /// <summary>The number of evaluations that may nest.</summary>
    public const int MaxNesting = 100;

    /// <summary>The code of a failure for which AWS reports no code and no reason.</summary>
    public const string InternalError = "U1003";

    private const double WholeNumbersEnd = 1e21;

    /// <summary>Returns the value that stands for an infinity or NaN in a result, an array or an object: its name.</summary>
    public static JsonString TextOf(double value) => new(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");

    /// <summary>Writes a number as <c>$string</c> does. A whole number below 1e21 is not rounded to 15 digits.</summary>
    public static string TextOf(JsonNumber number)
    {
        if (number.TryGetInt64(out var integer))
        {
            return integer.ToString(CultureInfo.InvariantCulture);
        }

        var value = number.ToDouble();
        return Math.Abs(value) < WholeNumbersEnd && Math.Floor(value).Equals(value) ? number.ToText() : Conversion.NumberText(number);
    }

    /// <summary>Whether Java decodes the text as Base64. Padding may be missing.</summary>
    public static bool IsBase64(string text)
    {
        var length = text.AsSpan().TrimEnd('=').Length;
        if (length % 4 == 1 || (length < text.Length && text.Length % 4 != 0) || text.Length - length > 2)
        {
            return false;
        }

        foreach (var c in text.AsSpan(0, length))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '/'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The error for an expression that nests too many evaluations.</summary>
    public static JsonataException TooNested(int depth) => new("U1001")
    {
        UserMessage = string.Create(
            CultureInfo.InvariantCulture,
            $"Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive. Depth={depth} max={MaxNesting}"),
    };
}
