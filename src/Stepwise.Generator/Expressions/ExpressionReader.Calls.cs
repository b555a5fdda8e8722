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
    private const string OrdinalComparison = "pass StringComparison.Ordinal; ASL has no cultures";

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
                case "Deployed": return ReadDeployed(call);
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
            case ("System.Guid" or "int" or "char", "ToString") when call.Instance is { } instance && call.Arguments.All(IsInvariant):
                return Hole(instance) is { } hole ? Format(call, [hole]) : Invalid(instance);
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
        (_, "ToString") when Underlying(instance?.Type)?.TypeKind is TypeKind.Enum => "use a switch expression, or let a function format it",
        ("DateTimeOffset" or "TimeSpan" or "DateOnly" or "TimeOnly", _) => UseOtherTime,
        (_, "ToString") => "use '$\"{x}\"' for a string, an integer or a Guid",
        _ => "call it in a Lambda function, or write it with Asl.Jsonata in a JSONata state",
    };

    private Expression ReadDeployed(IInvocationOperation call)
    {
        var (kindOfResource, suffix) = call.TargetMethod.Name switch
        {
            "Topic" => (DeployedResourceKind.Topic, "TopicArn"),
            "Queue" => (DeployedResourceKind.Queue, "QueueUrl"),
            "Function" => (DeployedResourceKind.Function, "FunctionArn"),
            _ => (default, ""),
        };
        if (suffix.Length == 0 || call.Arguments is not [{ Value: var argument }])
        {
            return Refuse(NameOf(call), "'" + Shorten(call.Syntax) + "'", "use Deployed.Topic, Deployed.Queue or Deployed.Function");
        }

        if (argument.ConstantValue is not { HasValue: true, Value: string name })
        {
            return argument is IInvalidOperation || argument.Type is IErrorTypeSymbol
                ? Invalid(argument)
                : Refuse(argument, "a resource whose name is computed", "write the name as a constant");
        }

        var key = WireNames.Pascal(name);
        return key.Length == 0
            ? Refuse(argument, "the resource name '" + name + "'", "use a name with letters or digits")
            : new SubstitutionExpression(key + suffix, kindOfResource, name, Anchor(call));
    }

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

    private Expression ReadStringMethod(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "IsNullOrEmpty" when call.Arguments is [{ Value: var tested }]:
                var operand = Read(tested);
                if (operand is InvalidExpression)
                {
                    return operand;
                }

                operand = Once(operand);
                var anchor = Anchor(call);
                var empty = new ConstantExpression(new JsonString(""), WireType.String, anchor);
                return ExpressionSimplifier.Or(
                    anchor,
                    operand.MayBeNull() ? ExpressionSimplifier.IsNull(operand, anchor) : ExpressionSimplifier.Constant(false, anchor),
                    ExpressionSimplifier.Compare(ComparisonOperator.Equal, operand, empty, anchor));
            case "Concat" when call.Arguments.All(static argument => argument.Parameter?.Type.SpecialType is SpecialType.System_String or SpecialType.System_Object):
                var parts = new List<Expression>();
                foreach (var argument in call.Arguments.OrderBy(static argument => argument.Parameter!.Ordinal))
                {
                    if (Hole(argument.Value) is not { } part)
                    {
                        return Invalid(argument);
                    }

                    parts.Add(part);
                }

                return Format(call, parts);
            case "StartsWith" or "EndsWith" or "Contains" when call.Instance is { } text:
                return ReadTextMatch(call, text);
            case "Equals":
                return ReadStringEquals(call);
            case "ToString" when call is { Instance: { } itself, Arguments: [] }:
                return Read(itself);
            case "CompareOrdinal":
                return Refuse(NameOf(call), "the method call '" + Shorten(call.Syntax) + "'", "compare it with 0, as in 'string.CompareOrdinal(a, b) < 0'");
        }

        return Refuse(
            NameOf(call),
            "the method call '" + Shorten(call.Syntax) + "'",
            method.Name switch
            {
                "IsNullOrWhiteSpace" => "let a function decide, or use string.IsNullOrEmpty if white space counts as text",
                "Format" => "use an interpolated string",
                "Compare" => "use string.CompareOrdinal, compared with 0",
                "Join" or "Split" or "Replace" or "Substring" or "Trim" or "ToUpperInvariant" or "ToLowerInvariant" or "PadLeft" or "PadRight" or "IndexOf" =>
                    "write it with Asl.Jsonata in a JSONata state",
                "ToUpper" or "ToLower" => "ASL has no cultures; write it with Asl.Jsonata in a JSONata state",
                _ => "call it in a Lambda function",
            });
    }

    private Expression ReadStringEquals(IInvocationOperation call)
    {
        var values = new List<IOperation>();
        if (call.Instance is { } instance)
        {
            values.Add(instance);
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Type.Name == "StringComparison")
            {
                if (argument.Value.ConstantValue is not { HasValue: true, Value: (int)StringComparison.Ordinal })
                {
                    return Refuse(argument, "'" + Shorten(argument.Syntax) + "'", "compare with StringComparison.Ordinal");
                }
            }
            else
            {
                values.Add(argument.Value);
            }
        }

        if (values.Count != 2)
        {
            return Invalid(call);
        }

        var left = Read(values[0]);
        if (call.Instance is not null && left is not InvalidExpression)
        {
            if (MayBeNullHere(left, call.Instance))
            {
                return RefuseNull(call, call.Instance);
            }

            left = left.AsNotNull();
        }

        return CompareEqual(call, left, values[1]);
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

    private Expression ReadTextMatch(IInvocationOperation call, IOperation instance)
    {
        var isOrdinal = call.TargetMethod.Name == "Contains";
        IOperation? pattern = null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == 0)
            {
                pattern = argument.Value;
                isOrdinal |= argument.Parameter.Type.SpecialType is SpecialType.System_Char;
            }
            else if (argument.Parameter?.Type.Name == "StringComparison")
            {
                if (argument.Value.ConstantValue is not { HasValue: true, Value: (int)StringComparison.Ordinal })
                {
                    return Refuse(argument, "'" + Shorten(argument.Syntax) + "'", OrdinalComparison);
                }

                isOrdinal = true;
            }
            else
            {
                return Refuse(argument, "a culture", OrdinalComparison);
            }
        }

        var operand = Read(instance);
        if (operand is InvalidExpression)
        {
            return operand;
        }

        if (MayBeNullHere(operand, instance))
        {
            return RefuseNull(call, instance);
        }

        if (!isOrdinal)
        {
            return Refuse(NameOf(call), "the culture-sensitive comparison of '" + Shorten(call.Syntax) + "'", OrdinalComparison);
        }

        if (pattern is null || pattern is IInvalidOperation)
        {
            return Invalid(call);
        }

        var text = pattern.ConstantValue.HasValue
            ? pattern.ConstantValue.Value switch { string constant => constant, char character => character.ToString(), _ => null }
            : null;
        if (text is null)
        {
            return Refuse(pattern, "a search text that is not a constant", "search for a constant");
        }

        if (text.Length == 0)
        {
            return ExpressionSimplifier.Constant(true, Anchor(call));
        }

        if (HasHalfPair(text))
        {
            return Refuse(pattern, "half of a surrogate pair", "search for whole characters");
        }

        var match = call.TargetMethod.Name switch
        {
            "StartsWith" => TextMatch.StartsWith,
            "EndsWith" => TextMatch.EndsWith,
            _ => TextMatch.Contains,
        };
        return new TextMatchExpression(match, operand.AsNotNull(), text, Anchor(call));
    }
}
