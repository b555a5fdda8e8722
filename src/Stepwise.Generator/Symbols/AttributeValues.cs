using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Symbols;

/// <summary>Values of attributes: those of an enum, and numbers within the limits that AWS sets.</summary>
internal static class AttributeValues
{
    /// <summary>The query language that a class's or a state's attribute sets; null where it sets none.</summary>
    public static Language? Language(AttributeUse use) => use.EnumMember(use.Named("QueryLanguage"), "QueryLanguage") switch
    {
        "Jsonata" => Model.Language.Jsonata,
        "JsonPath" => Model.Language.JsonPath,
        _ => null,
    };

    /// <summary>How names in C# become names on the wire, by the class's attribute.</summary>
    public static Naming Naming(AttributeUse use) => use.EnumMember(use.Named("JsonNaming"), "JsonNaming") switch
    {
        "AsWritten" => Model.Naming.AsWritten,
        "SnakeCase" => Model.Naming.SnakeCase,
        _ => Model.Naming.CamelCase,
    };

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
                string.Format(CultureInfo.InvariantCulture, "it must be {0} to {1:N0}", minimum, maximum));
            return null;
        }

        return value;
    }
}
