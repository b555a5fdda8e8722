using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Diagnostics;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Symbols;

/// <summary>Values of attributes within the limits that AWS sets.</summary>
internal static class AttributeValues
{
    /// <summary>A number of seconds that is written; null where it is not, or is not valid.</summary>
    public static int? Seconds(ReadingContext context, AttributeUse use, string property, int minimum) =>
        Seconds(context, use, use.Named(property), property, minimum, Limits.Seconds);

    public static int? Seconds(ReadingContext context, AttributeUse use, ExpressionSyntax? expression, string property, int minimum, int maximum)
    {
        if (expression is null)
        {
            return null;
        }

        if (use.Int(expression) is not { } value)
        {
            return null;
        }

        if (value < minimum || value > maximum)
        {
            context.Report(DiagnosticIds.InvalidAttributeValue, context.Anchor(expression), property, value.ToString(CultureInfo.InvariantCulture),
                string.Format(CultureInfo.InvariantCulture, "it is {0} to {1:N0}", minimum, maximum));
            return null;
        }

        return value;
    }
}
