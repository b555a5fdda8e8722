using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Symbols;

/// <summary>Reads arguments of attributes that are a member of an enum, or a number within a limit of AWS.</summary>
internal static class AttributeValues
{
    /// <summary>The query language that a class's or a state's attribute sets; null where it sets none.</summary>
    public static Language? Language(AttributeUse use) => use.EnumMember(use.Named("QueryLanguage"), "QueryLanguage") switch
    {
        "Jsonata" => Model.Language.Jsonata,
        "JsonPath" => Model.Language.JsonPath,
        _ => null,
    };

    /// <summary>The naming that the class's attribute sets: how names in C# become names in JSON.</summary>
    public static Naming Naming(AttributeUse use) => use.EnumMember(use.Named("JsonNaming"), "JsonNaming") switch
    {
        "AsWritten" => Model.Naming.AsWritten,
        "SnakeCase" => Model.Naming.SnakeCase,
        _ => Model.Naming.CamelCase,
    };

    /// <summary>Returns a number of seconds, or null if it is not written or not valid. A number that is not valid is reported.</summary>
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
