using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Kinds;

/// <summary>Reads <c>[Retry]</c> and <c>[Catch]</c>.</summary>
internal static class ResilienceReader
{
    public static RetryModel ReadRetry(ReadingContext context, AttributeUse use)
    {
        var anchor = context.Anchor(use.Syntax.Name);
        var interval = AttributeValues.Seconds(context, use, "IntervalSeconds", minimum: 0);
        var maximumDelay = AttributeValues.Seconds(context, use, use.Named("MaxDelaySeconds"), "MaxDelaySeconds", 1, Limits.MaxDelaySeconds);
        if (interval is { } from && maximumDelay is { } to && to <= from)
        {
            context.Report(DiagnosticIds.InvalidAttributeValue, context.Anchor(use.Named("MaxDelaySeconds")!), "MaxDelaySeconds",
                to.ToString(CultureInfo.InvariantCulture), "it must be greater than IntervalSeconds");
        }

        double? backoff = null;
        if (use.Named("BackoffRate") is { } rate)
        {
            backoff = use.Double(rate);
            if (backoff is not >= 1.0 || double.IsInfinity(backoff.Value))
            {
                context.Report(DiagnosticIds.InvalidAttributeValue, context.Anchor(rate), "BackoffRate", rate.ToString(), "it must be at least 1.0");
                backoff = null;
            }
        }

        return new RetryModel(
            ReadErrors(context, use, anchor),
            interval,
            AttributeValues.Seconds(context, use, "MaxAttempts", minimum: 0),
            backoff,
            maximumDelay,
            use.EnumMember(use.Named("Jitter"), "JitterStrategy") switch { "Full" => true, "None" => false, _ => null },
            anchor);
    }

    public static CatchModel ReadCatch(ReadingContext context, AttributeUse use)
    {
        var anchor = context.Anchor(use.Syntax.Name);
        EquatableArray<ErrorName> errors;
        if (use.TypeArgument is { } exception)
        {
            var place = context.Anchor(exception);
            var symbol = use.TypeArgumentSymbol();
            if (symbol is INamedTypeSymbol { IsSealed: false, TypeKind: TypeKind.Class })
            {
                context.Report(DiagnosticIds.ExceptionNotSealed, place, symbol.Name);
            }

            errors = new EquatableArray<ErrorName>(new ErrorName(symbol?.Name ?? exception.ToString(), place));
        }
        else
        {
            errors = ReadErrors(context, use, anchor);
        }

        var next = ReadReference(context, use, use.Named("Next"));
        if (next is null)
        {
            context.Report(DiagnosticIds.NeitherNextNorEnd, anchor, "[Catch]", "Next = nameof(...) with the state that handles the failure");
        }

        var resultName = use.Named("ResultName");
        var name = use.String(resultName) ?? "error";
        if (resultName is not null && !ValueNames.IsValid(name))
        {
            context.Report(DiagnosticIds.InvalidAttributeValue, context.Anchor(resultName), "ResultName", name, ValueNames.Rule);
            name = "error";
        }

        return new CatchModel(errors, next, name, anchor);
    }

    /// <summary>Returns the name of a state from an argument of an attribute, or null if the argument is not written.</summary>
    public static StateReference? ReadReference(ReadingContext context, AttributeUse use, ExpressionSyntax? expression) =>
        expression is null ? null : new StateReference(use.String(expression) ?? expression.ToString(), context.Anchor(AttributeUse.NameIn(expression)));

    private static EquatableArray<ErrorName> ReadErrors(ReadingContext context, AttributeUse use, int anchor)
    {
        var errors = new List<ErrorName>();
        foreach (var expression in use.AllPositional())
        {
            if (use.String(expression) is not { } text)
            {
                continue;
            }

            var place = context.Anchor(expression);
            foreach (var name in text.Split(','))
            {
                errors.Add(new ErrorName(name, place));
            }
        }

        if (errors.Count == 0)
        {
            errors.Add(new ErrorName(ErrorNames.All, anchor));
        }

        return new EquatableArray<ErrorName>(errors);
    }
}
