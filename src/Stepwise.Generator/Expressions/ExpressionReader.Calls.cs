using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Expressions;

/// <content>The few methods that have a counterpart, and what to write in place of the others.</content>
internal sealed partial class ExpressionReader
{

    /// <summary>The value that a parameter gets; null if it gets none. <c>Arguments</c> stands in the order of evaluation, which named arguments change.
    /// The order itself matters only if an argument fails.</summary>
    private static IOperation? ArgumentOf(IEnumerable<IArgumentOperation> arguments, int ordinal)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal)
            {
                return argument.Value;
            }
        }

        return null;
    }

    private Expression ReadInvocation(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ContainingType is { } type && StepwiseSymbols.Contains(type))
        {
            switch (type.Name)
            {
                case "Deployed" or "Asl" when ReadTextOfDeployment(call) is { } text: return text;
                case "Asl" when method.Name == "Jsonata": return ReadJsonata(call);
                case "TaskToken" when method.Name == "ToString" && call.Instance is { } token: return Read(token);
            }
        }

        if (method.ContainingType?.SpecialType is SpecialType.System_String)
        {
            return ReadStringMethod(call);
        }

        if (IsOfNumbers(method))
        {
            return ReadMath(call);
        }

        if ((ReadEquals(call) ?? ReadTimeMethod(call)) is { } result)
        {
            return result;
        }

        if (ReadCollectionCall(call) is { } query)
        {
            return query;
        }

        switch (method.ContainingType?.ToDisplayString(), method.Name)
        {
            case ("System.Array", "Empty"):
                return new ArrayExpression(default, context.Types.Read(call.Type!).AsNotNullable(), Anchor(call));
            case ("System.Guid", "Parse") when call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: string text } }]:
                return GuidConstant(call, text);
            case ("System.FormattableString", "Invariant"):
                return ReadInvariantText(call);
            case ("char", "IsWhiteSpace" or "IsAsciiDigit" or "IsAsciiLetter" or "IsAsciiLetterLower" or "IsAsciiLetterUpper" or "IsAsciiLetterOrDigit" or "IsAsciiHexDigit"):
                return ReadCharacterTest(call);
            case (_, "ToString") when ReadToString(call) is { } text:
                return text;
            case ("System.DateTimeOffset", "Parse") when ArgumentOf(call.Arguments, 0) is { ConstantValue: { HasValue: true, Value: string text } }:
                return InstantOf(call, text);
            case ("System.Guid", "Equals") or ("System.DateTimeOffset", "Equals") when call is { Instance: { } left, Arguments: [{ Value: var right }] }:
                return CompareEqual(call, Read(left), right);
            case ("System.Enum", "HasFlag") when call.Instance is { } flags:
                return ReadHasFlag(call, flags);
        }

        if (method is { Name: "GetValueOrDefault", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } && call.Instance is { } nullable)
        {
            return ReadValueOrDefault(call, nullable);
        }

        if (method is { Name: "Equals", Parameters.Length: 1 } && IsOfCompiler(method) && call is { Instance: { Type: INamedTypeSymbol { IsRecord: true } record } first, Arguments: [{ Value: var second }] })
        {
            return ReadRecordEquals(call, record, first, Unwrap(second));
        }

        return ReadOwnMethod(call, Reading) ?? (IsElsewhere(method)
            ? Refuse(NameOf(call), "the method call '" + Shorten(call.Syntax) + "', whose body is in another assembly,", "write the method in this project, or call it in a Lambda function")
            : Refuse(NameOf(call), "the method call '" + Shorten(call.Syntax) + "'", InsteadOf(method, call.Instance)));
    }

    private static bool IsInvariant(IArgumentOperation argument) => Unwrap(argument.Value) is IPropertyReferenceOperation { Property.Name: "InvariantCulture" };

    private static string InsteadOf(IMethodSymbol method, IOperation? instance) => (method.ContainingType?.Name, method.Name) switch
    {
        ("Guid", "NewGuid") => "write Asl.Jsonata<Guid>(\"$uuid()\") in a JSONata state",
        ("Enumerable", _) => InsteadOfQuery(method.Name),
        (_, "CompareTo" or "Compare") when IsTime(method.ContainingType) || IsNumber(method.ContainingType!) => "compare it with 0, as in 'x.CompareTo(y) < 0'",
        ("DateTimeOffset" or "DateOnly", "AddMonths" or "AddYears") => "add days, or let a function compute the date",
        ("DateTimeOffset" or "DateTime" or "DateOnly" or "TimeOnly" or "TimeSpan", "ToString") => "let a function format the time",
        ("Double" or "Single" or "Decimal", "ToString") => "C# and the definition write numbers with fractions differently: let a function format it",
        ("DateTimeOffset" or "TimeSpan" or "DateOnly" or "TimeOnly", _) => UseOtherTime,
        ("Char", "IsDigit" or "IsLetter" or "IsLower" or "IsUpper" or "IsLetterOrDigit") => "write " + AsciiTest(method.Name) + ", or let a function decide",
        (_, "Parse" or "TryParse") => "let a function read the text, or write it with Asl.Jsonata in a JSONata state",
        (_, "ToString") => "read a property that is a text",
        _ => "call it in a Lambda function, or write it with Asl.Jsonata in a JSONata state",
    };

    private Expression ReadJsonata(IInvocationOperation call)
    {
        Expression? invalid = null;
        string? text = null;
        var arguments = new List<Expression>();
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == 0)
            {
                text = argument.Value.ConstantValue is { HasValue: true, Value: string constant } ? constant : null;
                if (text is null)
                {
                    invalid = argument.Value is IInvalidOperation
                        ? Invalid(argument.Value)
                        : Refuse(argument.Value, "a JSONata expression that is computed", "write a constant, and pass values as arguments");
                }
                else if (text.Contains("${") || text.Contains("%{"))
                {
                    invalid = Refuse(argument.Value, "'${' or '%{' in a JSONata expression", "deployment tools would replace it: write '$ {' or '% {'");
                }
                else
                {
                    JsonataRules.CheckExpression(context, text, context.Anchor(argument.Value.Syntax));
                }

                continue;
            }

            var elements = argument.ArgumentKind is ArgumentKind.ParamArray && argument.Value is IArrayCreationOperation { Initializer.ElementValues: var values }
                ? values
                : argument.Value is ICollectionExpressionOperation collection ? collection.Elements : [argument.Value];
            foreach (var element in elements)
            {
                var value = Read(element);
                invalid = value as InvalidExpression ?? invalid;
                arguments.Add(value);
            }
        }

        if (invalid is not null || text is null)
        {
            return invalid ?? Invalid(call);
        }

        context.Report(DiagnosticIds.NotAnalysed, context.Anchor(NameOf(call)), "Asl.Jsonata");
        return new RawJsonataExpression(text, new EquatableArray<Expression>(arguments), context.Types.Read(call.Type!), Anchor(call));
    }

    private Expression GuidConstant(IOperation operation, string text) => Guid.TryParse(text, out var guid)
        ? new ConstantExpression(new JsonString(guid.ToString("D")), new WireType(WireKind.Guid, "global::System.Guid"), Anchor(operation))
        : Refuse(operation, "'" + text + "' as a Guid", "write it as 00000000-0000-0000-0000-000000000000");

    private Expression InstantOf(IOperation operation, string text)
    {
        // Only what means the same everywhere: a date and time with an offset.
        string[] formats = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];
        return DateTimeOffset.TryParseExact(
            text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? Instant(operation, instant)
            : Refuse(operation, "'" + text + "' as a time", "write date, time and offset, as in 2026-01-31T12:00:00Z");
    }

    /// <summary>A call of Equals. C# finds a value unequal to one of another type, even where both are the same text in JSON.</summary>
    private Expression CompareEqual(IInvocationOperation call, Expression left, IOperation operation)
    {
        operation = Unwrap(operation);
        var right = Read(operation);
        return right is not InvalidExpression && Underlying(operation.Type) is { SpecialType: not SpecialType.System_Object } type
            && !SymbolEqualityComparer.Default.Equals(type, call.TargetMethod.ContainingType)
            ? Refuse(NameOf(call), "'" + Shorten(call.Syntax) + "', which compares values of two types and is always false,", "compare values of one type")
            : Compare(call, ComparisonOperator.Equal, left, right);
    }
}
