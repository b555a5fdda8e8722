using System.Globalization;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Jsonata.Syntax;
using Stepwise.StatesLanguage.Validation;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Translation;

/// <content>What Step Functions would find nested too deeply.</content>
internal sealed partial class JsonataTranslator
{
    /// <summary>Returns the text, and reports an expression that nests too many evaluations.</summary>
    private string Checked(Expression expression, string text)
    {
        if (DepthOf(text) is var depth && depth > Limits.NestedEvaluations)
        {
            report(new DiagnosticInfo(
                DiagnosticIds.NestedTooDeeply, Deepest(expression).Anchor, depth.ToString(CultureInfo.InvariantCulture), Limits.NestedEvaluations.ToString(CultureInfo.InvariantCulture)));
        }

        return text;
    }

    /// <summary>The number of nested evaluations; 0 for a text that is too short to nest many, and for the author's JSONata that does not parse, which is reported elsewhere.</summary>
    private static int DepthOf(string text) =>
        text.Length > Limits.NestedEvaluations && JsonataSyntax.Parse(text) is { Errors.Count: 0 } tree ? JsonataDepth.Of(tree.Root) : 0;

    /// <summary>The innermost part that is nested too deeply by itself.</summary>
    private Expression Deepest(Expression expression)
    {
        while (expression.Parts().FirstOrDefault(part => DepthOf(Scoped(() => Value(part)).Text) > Limits.NestedEvaluations) is { } part)
        {
            expression = part;
        }

        return expression;
    }
}
