using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Expressions;

/// <content>Texts: the methods of string, and lengths.</content>
internal sealed partial class ExpressionReader
{
    private const string OrdinalComparison = "pass StringComparison.Ordinal; ASL has no cultures";

    /// <summary>What <c>char.IsWhiteSpace</c> says: the class that <c>\s</c> stands for is another one in each engine.</summary>
    private const string WhiteSpace = @"\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000";

    private const string AroundWhiteSpace = "^[" + WhiteSpace + "]+|[" + WhiteSpace + "]+$";

    /// <summary>The end of the text. In some engines, <c>$</c> also matches before a line end there.</summary>
    private const string AtEnd = @"(?![\s\S])";

    private Expression ReadStringMethod(IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case "IsNullOrEmpty" when call.Arguments is [{ Value: var tested }]:
                return ReadIsNullOrEmpty(call, tested);
            case "IsNullOrWhiteSpace" when call.Arguments is [{ Value: var tested }]:
                return ReadIsNullOrWhiteSpace(call, tested);
            case "Concat" when call.Arguments.All(static argument => argument.Parameter?.Type.SpecialType is SpecialType.System_String or SpecialType.System_Object):
                return ReadParts(call, call.Arguments.OrderBy(static argument => argument.Parameter!.Ordinal).Select(static argument => argument.Value), separator: null);
            case "Concat" when call.Arguments is [{ } concatenated]:
                return ReadJoined(call, concatenated, separator: null);
            case "Join" when call.Arguments.Length == 2:
                return ReadJoin(call);
            case "Format":
                return ReadCompositeFormat(call);
            case "Create":
                return ReadInvariantText(call);
            case "Equals":
                return ReadStringEquals(call);
            case "CompareOrdinal" or "Compare" when OrdinalOrder(call) is not null:
                return Refuse(NameOf(call), "the method call '" + Shorten(call.Syntax) + "'", "compare it with 0, as in 'string.CompareOrdinal(a, b) < 0'");
        }

        return call.Instance is null ? RefuseTextMethod(call) : ReadTextOf(call) switch
        {
            InvalidExpression invalid => invalid,
            var text => call.TargetMethod.Name switch
            {
                "StartsWith" or "EndsWith" or "Contains" => ReadTextMatch(call, text),
                "IndexOf" => ReadIndexOf(call, text),
                "Trim" or "TrimStart" or "TrimEnd" => ReadTrim(call, text),
                "Replace" => ReadReplace(call, text),
                "Split" => ReadSplit(call, text),
                "PadLeft" or "PadRight" => ReadPad(call, text),
                "Substring" => ReadSubstring(call, text),
                "ToString" => text,
                "ToUpperInvariant" or "ToLowerInvariant" => InCase(call, text, isUpper: call.TargetMethod.Name[2] == 'U'),
                "ToUpper" or "ToLower" when call.Arguments is [var culture] && IsInvariant(culture) => InCase(call, text, isUpper: call.TargetMethod.Name[2] == 'U'),
                _ => RefuseTextMethod(call),
            },
        };
    }

    private InvalidExpression RefuseTextMethod(IInvocationOperation call) => Refuse(
        NameOf(call),
        "the method call '" + Shorten(call.Syntax) + "'",
        call.TargetMethod.Name switch
        {
            "ToUpper" or "ToLower" => "write " + call.TargetMethod.Name + "Invariant(): ASL has no cultures",
            "Compare" or "CompareTo" => "use string.CompareOrdinal, compared with 0",
            "Join" => "join an array or a list of texts or integers",
            _ => "write it with Asl.Jsonata in a JSONata state, or call it in a Lambda function",
        });

    /// <summary>The text whose method is called.</summary>
    private Expression ReadTextOf(IInvocationOperation call)
    {
        var text = Read(call.Instance!);
        return text is InvalidExpression ? text
            : MayBeNullHere(text, call.Instance!) ? RefuseNull(call, call.Instance!)
            : text.Type.Kind is WireKind.Opaque ? RefuseOpaque(NameOf(call), text.Type, "'" + Shorten(call.Syntax) + "' cannot be computed")
            : text.AsNotNull();
    }

    /// <summary>A text that is passed to a method. Where it is null, it is empty, or C# throws.</summary>
    private Expression ReadTextArgument(IOperation operation, bool isEmptyForNull)
    {
        var value = Read(operation);
        return value is InvalidExpression || (!value.MayBeNull() && value.Type.Kind is not WireKind.Opaque) ? value
            : value.Type.Kind is WireKind.Opaque ? RefuseOpaque(operation.Syntax.GetLocation(), value.Type, "'" + Shorten(operation.Syntax) + "' cannot be part of another text")
            : isEmptyForNull ? ExpressionSimplifier.Coalesce(value, Text("", value.Anchor), WireType.String, value.Anchor) : OrFail(value);
    }

    /// <summary>A value that is passed to a method. Where it is null, C# throws.</summary>
    private Expression OrFail(Expression value)
    {
        if (!value.MayBeNull())
        {
            return value;
        }

        value = Once(value);
        var type = value.Type.AsNotNullable();
        return ExpressionSimplifier.Conditional(
            ExpressionSimplifier.IsNull(value, value.Anchor), new FailExpression("Value cannot be null.", type, value.Anchor), value.AsNotNull(), type, value.Anchor);
    }

    private Expression ReadIsNullOrEmpty(IInvocationOperation call, IOperation tested)
    {
        var operand = Once(Read(tested));
        var anchor = Anchor(call);
        return operand is InvalidExpression ? operand : ExpressionSimplifier.Or(
            anchor,
            operand.MayBeNull() ? ExpressionSimplifier.IsNull(operand, anchor) : ExpressionSimplifier.Constant(false, anchor),
            ExpressionSimplifier.Compare(ComparisonOperator.Equal, operand, Text("", anchor), anchor));
    }

    private Expression ReadIsNullOrWhiteSpace(IInvocationOperation call, IOperation tested)
    {
        var operand = Read(tested);
        var anchor = Anchor(call);
        if (operand is InvalidExpression)
        {
            return operand;
        }

        operand = operand.MayBeNull() ? Once(operand) : operand;
        return operand is InvalidExpression ? operand : ExpressionSimplifier.Not(
            ExpressionSimplifier.And(
                anchor,
                ExpressionSimplifier.IsNotNull(operand, anchor),
                Function(ValueFunction.Contains, WireType.Boolean, anchor, operand.AsNotNull(), new PatternExpression("[^" + WhiteSpace + "]", anchor))),
            anchor);
    }

    /// <summary>Whether a method ignores case; null where it compares by a culture, which is reported.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isOrdinal">Whether it is ordinal if no argument says how it compares.</param>
    private bool? IgnoresCase(IInvocationOperation call, bool isOrdinal)
    {
        foreach (var argument in call.Arguments)
        {
            switch (argument.Parameter?.Type)
            {
                case { Name: "StringComparison" } when argument.Value.ConstantValue is { HasValue: true, Value: (int)StringComparison.Ordinal or (int)StringComparison.OrdinalIgnoreCase }:
                    return argument.Value.ConstantValue.Value is (int)StringComparison.OrdinalIgnoreCase;
                case { Name: "StringComparison" }:
                    Refuse(argument, "'" + Shorten(argument.Syntax) + "'", OrdinalComparison);
                    return null;
                case { Name: "CultureInfo" } or { SpecialType: SpecialType.System_Boolean }:
                    Refuse(argument, "a culture", OrdinalComparison);
                    return null;
            }
        }

        if (!isOrdinal)
        {
            Refuse(NameOf(call), "the culture-sensitive comparison of '" + Shorten(call.Syntax) + "'", OrdinalComparison);
        }

        return isOrdinal ? false : null;
    }

    private Expression ReadStringEquals(IInvocationOperation call)
    {
        if (IgnoresCase(call, isOrdinal: true) is not { } ignoresCase)
        {
            return Invalid(call);
        }

        var values = call.Arguments.Where(static argument => argument.Parameter?.Type.Name != "StringComparison").OrderBy(static argument => argument.Parameter?.Ordinal).Select(static argument => argument.Value).ToList();
        var left = call.Instance is null ? Read(values[0]) : ReadTextOf(call);
        if (!ignoresCase || left is InvalidExpression)
        {
            return CompareEqual(call, left, values[values.Count - 1]);
        }

        var right = Read(values[values.Count - 1]);
        if (right is InvalidExpression)
        {
            return right;
        }

        if (ExpressionSimplifier.IsNullConstant(left) || ExpressionSimplifier.IsNullConstant(right))
        {
            return Compare(call, ComparisonOperator.Equal, left, right);
        }

        var anchor = Anchor(call);
        if (left is ConstantExpression)
        {
            (left, right) = (right, left);
        }

        left = left.MayBeNull() || right.MayBeNull() ? Once(left) : left;
        right = right.MayBeNull() ? Once(right) : right;
        var areEqual = Refused(left, right) ?? ExpressionSimplifier.And(
            anchor, ExpressionSimplifier.IsNotNull(left, anchor), ExpressionSimplifier.IsNotNull(right, anchor), EqualIgnoringCase(call, left.AsNotNull(), right.AsNotNull()));
        return !left.MayBeNull() || !right.MayBeNull() ? areEqual
            : ExpressionSimplifier.Or(anchor, ExpressionSimplifier.And(anchor, ExpressionSimplifier.IsNull(left, anchor), ExpressionSimplifier.IsNull(right, anchor)), areEqual);
    }

    private Expression EqualIgnoringCase(IInvocationOperation call, Expression left, Expression right)
    {
        var anchor = Anchor(call);
        if (left is ConstantExpression { Value: JsonString one } && right is ConstantExpression { Value: JsonString other })
        {
            return ExpressionSimplifier.Constant(string.Equals(one.Value, other.Value, StringComparison.OrdinalIgnoreCase), anchor);
        }

        if (right is not ConstantExpression { Value: JsonString { Value: var constant } } || !IsAscii(constant))
        {
            WarnInexactCase(call);
            return ExpressionSimplifier.Compare(
                ComparisonOperator.Equal,
                Function(ValueFunction.UpperCase, WireType.String, anchor, left),
                Function(ValueFunction.UpperCase, WireType.String, anchor, right),
                anchor);
        }

        // The lower case of U+212A is a 'k', which no other method of .NET takes for one.
        var lower = constant.ToLowerInvariant();
        return lower.IndexOf('k') >= 0
            ? Function(ValueFunction.Contains, WireType.Boolean, anchor, left, new PatternExpression("^" + EitherCase(lower) + AtEnd, anchor))
            : ExpressionSimplifier.Compare(
                ComparisonOperator.Equal, HasLetters(lower) ? Function(ValueFunction.LowerCase, WireType.String, anchor, left) : left, Text(lower, anchor), anchor);
    }

    private static bool IsAscii(string text) => text.All(static character => character < 128);

    private static bool HasLetters(string text) => text.Any(char.IsLetter);

    private void WarnInexactCase(IInvocationOperation call) => context.Report(Diagnostics.DiagnosticIds.InexactCase, Anchor(call), Shorten(call.Syntax));

    /// <summary>A pattern of a constant of ASCII in lower case, whose letters match in either case.</summary>
    private static string EitherCase(string lower) =>
        string.Concat(lower.Select(static character => character is >= 'a' and <= 'z' ? "[" + char.ToUpperInvariant(character) + character + "]" : PatternOf(character)));

    /// <summary>A character as a pattern, or as an element of a class of characters.</summary>
    private static string PatternOf(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? character.ToString() : "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture);

    private Expression InCase(IInvocationOperation call, Expression text, bool isUpper)
    {
        if (Cased(text, isUpper) is { } cased)
        {
            return At(cased, call);
        }

        WarnInexactCase(call);
        return Function(isUpper ? ValueFunction.UpperCase : ValueFunction.LowerCase, WireType.String, Anchor(call), text);
    }

    /// <summary>Constants of ASCII in upper or lower case, and choices between such constants; null for everything else.</summary>
    private static Expression? Cased(Expression text, bool isUpper) => text switch
    {
        ConstantExpression { Value: JsonString { Value: var constant } } when IsAscii(constant) => Text(isUpper ? constant.ToUpperInvariant() : constant.ToLowerInvariant(), text.Anchor),
        ConditionalExpression conditional when Cased(conditional.WhenTrue, isUpper) is { } whenTrue && Cased(conditional.WhenFalse, isUpper) is { } whenFalse =>
            conditional with { WhenTrue = whenTrue, WhenFalse = whenFalse },
        _ => null,
    };

    private Expression ReadTextMatch(IInvocationOperation call, Expression text)
    {
        var pattern = ArgumentOf(call.Arguments, 0)!;
        if (IgnoresCase(call, isOrdinal: call.TargetMethod.Name == "Contains" || pattern.Type?.SpecialType is SpecialType.System_Char) is not { } ignoresCase)
        {
            return Invalid(call);
        }

        var sought = ReadTextArgument(pattern, isEmptyForNull: false);
        if (sought is InvalidExpression)
        {
            return sought;
        }

        var anchor = Anchor(call);
        var match = call.TargetMethod.Name switch
        {
            "StartsWith" => TextMatch.StartsWith,
            "EndsWith" => TextMatch.EndsWith,
            _ => TextMatch.Contains,
        };
        if (sought is ConstantExpression { Value: JsonString { Value: var constant } })
        {
            return MatchConstantText(call, match, text, constant, ignoresCase);
        }

        if (ignoresCase)
        {
            WarnInexactCase(call);
            text = Function(ValueFunction.UpperCase, WireType.String, anchor, text);
            sought = Function(ValueFunction.UpperCase, WireType.String, anchor, sought);
        }

        return MatchText(match, text, sought, anchor);
    }

    private Expression MatchConstantText(IInvocationOperation call, TextMatch match, Expression text, string constant, bool ignoresCase)
    {
        var anchor = Anchor(call);
        if (constant.Length == 0)
        {
            return Refused(text.CanFail() ? Once(text) : text) ?? ExpressionSimplifier.Constant(true, anchor);
        }

        if (!ignoresCase || (IsAscii(constant) && !HasLetters(constant)))
        {
            return new TextMatchExpression(match, text, constant, anchor);
        }

        if (!IsAscii(constant))
        {
            WarnInexactCase(call);
            return MatchText(
                match, Function(ValueFunction.UpperCase, WireType.String, anchor, text), Function(ValueFunction.UpperCase, WireType.String, anchor, Text(constant, anchor)), anchor);
        }

        var pattern = (match is TextMatch.StartsWith ? "^" : "") + EitherCase(constant.ToLowerInvariant()) + (match is TextMatch.EndsWith ? AtEnd : "");
        return Function(ValueFunction.Contains, WireType.Boolean, anchor, text, new PatternExpression(pattern, anchor));
    }

    /// <summary>Whether a text has another one at its start, at its end or somewhere.</summary>
    private Expression MatchText(TextMatch match, Expression text, Expression sought, int anchor)
    {
        if (match is TextMatch.Contains)
        {
            return Function(ValueFunction.Contains, WireType.Boolean, anchor, text, sought);
        }

        sought = Once(sought);
        text = match is TextMatch.EndsWith ? Once(text) : text;
        if (Refused(text, sought) is { } refused)
        {
            return refused;
        }

        var length = Function(ValueFunction.CodePoints, WireType.Integer, anchor, sought);
        var part = match is TextMatch.StartsWith
            ? Function(ValueFunction.Substring, WireType.String, anchor, text, Number(0, anchor), length)
            : Function(ValueFunction.Substring, WireType.String, anchor, text, Minus(Function(ValueFunction.CodePoints, WireType.Integer, anchor, text), length));
        return ExpressionSimplifier.Compare(ComparisonOperator.Equal, part, sought, anchor);
    }

    private Expression ReadIndexOf(IInvocationOperation call, Expression text)
    {
        var pattern = ArgumentOf(call.Arguments, 0)!;
        if (call.Arguments.FirstOrDefault(static argument => argument.Parameter is { Ordinal: > 0, Type.SpecialType: SpecialType.System_Int32 }) is { } start)
        {
            return Refuse(start, "a place to start from", "search the whole text");
        }

        if (IgnoresCase(call, isOrdinal: pattern.Type?.SpecialType is SpecialType.System_Char) is not { } ignoresCase)
        {
            return Invalid(call);
        }

        if (ignoresCase)
        {
            return Refuse(NameOf(call), "'" + Shorten(call.Syntax) + "'", OrdinalComparison);
        }

        var sought = ReadTextArgument(pattern, isEmptyForNull: false);
        if (sought is InvalidExpression)
        {
            return sought;
        }

        (text, sought) = (Once(text), Once(sought));
        var anchor = Anchor(call);
        return Refused(text, sought) ?? ExpressionSimplifier.Conditional(
            MatchText(TextMatch.Contains, text, sought, anchor),
            LengthOf(Function(ValueFunction.SubstringBefore, WireType.String, anchor, text, sought), anchor),
            Number(-1, anchor),
            WireType.Integer,
            anchor);
    }

    /// <summary>The number of UTF-16 units of a text.</summary>
    private static FunctionExpression LengthOf(Expression text, int anchor) =>
        Function(HasNoSurrogates(text) ? ValueFunction.CodePoints : ValueFunction.TextLength, WireType.Integer, anchor, text);

    /// <summary>Whether a text has no character beyond U+FFFF, whatever its values are. JSONata then counts as C# does.</summary>
    private static bool HasNoSurrogates(Expression text) => text switch
    {
        ConstantExpression { Value: JsonString { Value: var constant } } => !constant.Any(char.IsSurrogate),
        ConstantExpression { Value: JsonNumber or JsonNull } => true,
        FormatExpression format => format.Parts.All(HasNoSurrogates),
        ConditionalExpression conditional => HasNoSurrogates(conditional.WhenTrue) && HasNoSurrogates(conditional.WhenFalse),
        CoalesceExpression coalesce => HasNoSurrogates(coalesce.Left) && HasNoSurrogates(coalesce.Right),
        FunctionExpression { Function: ValueFunction.Digits or ValueFunction.Grouped } => true,
        FunctionExpression { Function: ValueFunction.LowerCase or ValueFunction.UpperCase or ValueFunction.Pad or ValueFunction.Replace or ValueFunction.Substring } function =>
            function.Arguments.All(static argument => argument is PatternExpression || argument.Type.IsNumeric || HasNoSurrogates(argument)),
        _ => text.Type.Kind is WireKind.Guid or WireKind.Char or WireKind.Integer or WireKind.Long,
    };

    private Expression ReadTrim(IInvocationOperation call, Expression text)
    {
        if (ConstantCharacters(call) is not { } characters)
        {
            return Invalid(call);
        }

        var isWhiteSpace = characters.Length == 0;
        var ofClass = characters.Length == 1 ? PatternOf(characters[0]) + "+" : "[" + (isWhiteSpace ? WhiteSpace : string.Concat(characters.Select(PatternOf))) + "]+";

        // White space contains every line end, so that the short form of the end is exact.
        var (start, end) = ("^" + ofClass, ofClass + (isWhiteSpace ? "$" : AtEnd));
        var pattern = call.TargetMethod.Name switch { "TrimStart" => start, "TrimEnd" => end, _ => start + "|" + end };
        var anchor = Anchor(call);
        return Function(ValueFunction.Replace, WireType.String, anchor, text, new PatternExpression(pattern, anchor), Text("", anchor));
    }

    /// <summary>The characters that are passed to a method, all of them constants; empty if none is passed, and null where one is refused.</summary>
    private string? ConstantCharacters(IInvocationOperation call)
    {
        var characters = "";
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Type.Name is "StringSplitOptions" or "Int32")
            {
                continue;
            }

            foreach (var element in ElementsOf(argument.Value) ?? [argument.Value])
            {
                if (Unwrap(element).ConstantValue is { HasValue: true, Value: null })
                {
                    continue;
                }

                if (Unwrap(element).ConstantValue is not { HasValue: true, Value: char character })
                {
                    Refuse(element, "'" + Shorten(element.Syntax) + "', which is not a constant,", "pass constant characters");
                    return null;
                }

                if (char.IsSurrogate(character))
                {
                    RefuseHalfPair(element);
                    return null;
                }

                characters += character;
            }
        }

        return characters;
    }

    /// <summary>The elements of an array or a collection that is written out; null for any other value.</summary>
    private static IEnumerable<IOperation>? ElementsOf(IOperation operation) => Unwrap(operation) switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var values } => values,
        IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] } => [],
        ICollectionExpressionOperation { Elements: var elements } when !elements.Any(static element => element is ISpreadOperation) => elements,
        IConversionOperation { OperatorMethod: not null, Operand: var operand } when operand.Type is IArrayTypeSymbol => ElementsOf(operand),
        _ => null,
    };

    private Expression ReadReplace(IInvocationOperation call, Expression text)
    {
        switch (IgnoresCase(call, isOrdinal: true))
        {
            case null:
                return Invalid(call);
            case true:
                return Refuse(NameOf(call), "'" + Shorten(call.Syntax) + "'", OrdinalComparison);
        }

        var old = ReadTextArgument(ArgumentOf(call.Arguments, 0)!, isEmptyForNull: false);
        if (old is ConstantExpression { Value: JsonString { Value.Length: 0 } })
        {
            return Refuse(ArgumentOf(call.Arguments, 0)!, "an empty text to replace, which throws in C#,", "write the text to replace");
        }

        var replacement = ReadTextArgument(ArgumentOf(call.Arguments, 1)!, isEmptyForNull: true);
        return Refused(old, replacement) ?? Function(ValueFunction.Replace, WireType.String, Anchor(call), text, old, replacement);
    }

    private Expression ReadSplit(IInvocationOperation call, Expression text)
    {
        if (call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.SpecialType is SpecialType.System_Int32) is { } count)
        {
            return Refuse(count, "a number of parts", "split the whole text");
        }

        var (removesEmpty, trims) = (false, false);
        if (call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.Name == "StringSplitOptions") is { } options)
        {
            if (options.Value.ConstantValue is not { HasValue: true, Value: int flags })
            {
                return Refuse(options, "'" + Shorten(options.Syntax) + "', which is not a constant,", "pass a constant");
            }

            (removesEmpty, trims) = ((flags & 1) != 0, (flags & 2) != 0);
        }

        if (ReadSeparator(call) is not { } separator)
        {
            return Invalid(call);
        }

        var anchor = Anchor(call);
        var type = context.Types.Read(call.Type!).AsNotNullable();
        var parts = Function(ValueFunction.Split, type, anchor, text, separator);
        parts = trims ? Function(ValueFunction.TrimmedParts, type, anchor, parts, new PatternExpression(AroundWhiteSpace, anchor)) : parts;
        return removesEmpty ? Function(ValueFunction.NotEmptyParts, type, anchor, parts) : parts;
    }

    /// <summary>What separates the parts of a text: a constant text, or a pattern of constant characters. Null where it is refused.</summary>
    private Expression? ReadSeparator(IInvocationOperation call)
    {
        var first = call.Arguments.FirstOrDefault(static argument => argument.Parameter is { Ordinal: 0, Type.Name: not "StringSplitOptions" });
        var separator = first is null ? null : ElementsOf(first.Value)?.ToList() is [var single] ? single : first.Value;
        if (separator is not null && (separator.Type?.SpecialType is SpecialType.System_String || first!.Parameter?.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String }))
        {
            if (separator.ConstantValue is not { HasValue: true, Value: string { Length: > 0 } text })
            {
                Refuse(separator, "'" + Shorten(separator.Syntax) + "' as a separator", "split at one constant text that is not empty");
                return null;
            }

            return HasHalfPair(text) ? RefuseHalfPair(separator) : Text(text, Anchor(separator));
        }

        var anchor = Anchor(call);
        return ConstantCharacters(call) switch
        {
            null => null,
            { Length: 0 } => new PatternExpression("[" + WhiteSpace + "]", anchor),
            { Length: 1 } character => Text(character, anchor),
            var characters => new PatternExpression("[" + string.Concat(characters.Select(PatternOf)) + "]", anchor),
        };
    }

    private Expression ReadJoin(IInvocationOperation call)
    {
        var separator = ReadTextArgument(ArgumentOf(call.Arguments, 0)!, isEmptyForNull: true);
        return separator is InvalidExpression ? separator : ReadJoined(call, call.Arguments.First(static argument => argument.Parameter?.Ordinal == 1), separator);
    }

    /// <summary>Reads the values that are joined: those that are written out are parts of a text, and those of an array or a list are joined where they are.</summary>
    private Expression ReadJoined(IInvocationOperation call, IArgumentOperation argument, Expression? separator)
    {
        if (ElementsOf(argument.Value) is { } elements)
        {
            return ReadParts(call, elements, separator);
        }

        var values = Read(WithoutUpcast(argument.Value));
        if (values is InvalidExpression)
        {
            return values;
        }

        if (MayBeNullHere(values, argument.Value))
        {
            return RefuseNull(call, argument.Value);
        }

        ValueFunction? conversion = values.Type.Element switch
        {
            { Kind: WireKind.String or WireKind.Guid or WireKind.Char, IsNullable: false } => null,
            { Kind: WireKind.String or WireKind.Guid or WireKind.Char } => ValueFunction.NullsAsEmpty,
            { Kind: WireKind.Integer } => ValueFunction.Texts,
            _ => ValueFunction.Join,
        };
        if (values.Type.Kind is not WireKind.Array || conversion is ValueFunction.Join)
        {
            return Refuse(argument, "'" + Shorten(argument.Syntax) + "' as texts", "join an array or a list of texts or integers");
        }

        var anchor = Anchor(call);
        values = OrFail(values);
        if (values is InvalidExpression)
        {
            return values;
        }

        var texts = conversion is { } function ? Function(function, values.Type, anchor, values) : values;
        return separator is null
            ? Function(ValueFunction.Join, WireType.String, anchor, texts)
            : Function(ValueFunction.Join, WireType.String, anchor, texts, separator);
    }

    private Expression ReadParts(IInvocationOperation call, IEnumerable<IOperation> operations, Expression? separator)
    {
        var parts = new List<Expression>();
        foreach (var operation in operations)
        {
            if (separator is not null && parts.Count == 1)
            {
                separator = Once(separator);
            }

            if (separator is not null && parts.Count > 0)
            {
                parts.Add(separator);
            }

            if (Hole(operation) is not { } part)
            {
                return Invalid(operation);
            }

            parts.Add(part);
        }

        return Format(call, parts);
    }

    private Expression ReadPad(IInvocationOperation call, Expression text)
    {
        var width = ArgumentOf(call.Arguments, 0)!;
        if (width.ConstantValue is not { HasValue: true, Value: int and >= 0 and var length })
        {
            return Refuse(width, "the width '" + Shorten(width.Syntax) + "'", "pass a constant width that is not negative");
        }

        var filling = ArgumentOf(call.Arguments, 1) is { } character ? ReadAlike(character) : null;
        return filling is InvalidExpression ? filling : Pad(text, call.TargetMethod.Name == "PadLeft" ? -length : length, filling, Anchor(call));
    }

    /// <summary>A text with a filling up to a width: at its start for a negative one.</summary>
    private Expression Pad(Expression text, int width, Expression? filling, int anchor)
    {
        if (width == 0)
        {
            return text;
        }

        Expression target = Number(width, anchor);
        if (!HasNoSurrogates(text))
        {
            // JSONata counts a character beyond U+FFFF once. If that leaves nothing to fill, the sign changes, and the width is not greater than the text.
            text = Once(text);
            var pairs = Function(ValueFunction.SurrogatePairs, WireType.Integer, anchor, text);
            target = width < 0 ? Minus(pairs, Number(-(long)width, anchor)) : Minus(target, pairs);
        }

        return text is InvalidExpression ? text
            : filling is null ? Function(ValueFunction.Pad, WireType.String, anchor, text, target)
            : Function(ValueFunction.Pad, WireType.String, anchor, text, target, filling);
    }

    private Expression ReadSubstring(IInvocationOperation call, Expression text)
    {
        var (start, length) = (ArgumentOf(call.Arguments, 0)!, ArgumentOf(call.Arguments, 1));
        if (start.ConstantValue is not { HasValue: true, Value: int and >= 0 and var first })
        {
            return Refuse(start, "the place '" + Shorten(start.Syntax) + "' in a text", "pass a constant that is not negative");
        }

        if (length is null)
        {
            return Part(call, text, first, null);
        }

        return length.ConstantValue is { HasValue: true, Value: int and >= 0 and var count }
            ? Part(call, text, first, count)
            : Refuse(length, "the length '" + Shorten(length.Syntax) + "' of a part of a text", "pass a constant that is not negative");
    }

    /// <summary>A character of a text, or a range of it.</summary>
    private Expression ReadCharacters(IOperation operation, Expression text, IOperation place)
    {
        if (place is IRangeOperation range)
        {
            return (PlaceOf(range.LeftOperand) ?? (0, false), PlaceOf(range.RightOperand) ?? (0, true)) switch
            {
                _ when (range.LeftOperand is not null && PlaceOf(range.LeftOperand) is null) || (range.RightOperand is not null && PlaceOf(range.RightOperand) is null) => RefusePlace(range),
                ((var start, false), (0, true)) => Part(operation, text, start, null),
                ((var start, false), (var end, false)) when end >= start => Part(operation, text, start, end - start),
                ((var start, false), (var end, true)) => Part(operation, text, start, null, fromEnd: end),
                ((var start, true), (0, true)) => Part(operation, text, -start, null),
                _ => RefusePlace(range),
            };
        }

        return PlaceOf(place) switch
        {
            null or (0, true) => RefusePlace(place),
            var (index, isFromEnd) => Part(operation, text, isFromEnd ? -index : index, 1) is var character and not InvalidExpression ? character with { Type = context.Types.Read(operation.Type!) } : Invalid(operation),
        };
    }

    private InvalidExpression RefusePlace(IOperation place) => Refuse(place, "the place '" + Shorten(place.Syntax) + "' in a text", "write constants, as in '[1..]', '[..^1]' or '[^1..]'");

    /// <summary>A constant place, and whether it counts from the end; null for any other.</summary>
    private static (int Index, bool IsFromEnd)? PlaceOf(IOperation? place)
    {
        if (place is IConversionOperation { Operand: var inner, ConstantValue.HasValue: false })
        {
            place = inner;
        }

        return place switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: int and >= 0 and var fromEnd } } => (fromEnd, true),
            { ConstantValue: { HasValue: true, Value: int and >= 0 and var index } } => (index, false),
            _ => null,
        };
    }

    /// <summary>A part of a text. It fails where the text is too short.</summary>
    /// <param name="operation">What asks for it.</param>
    /// <param name="text">The text.</param>
    /// <param name="start">Where it starts: a negative number counts from the end.</param>
    /// <param name="length">Its length; null for all that follows.</param>
    /// <param name="fromEnd">How many characters at the end of the text do not belong to it.</param>
    private Expression Part(IOperation operation, Expression text, int start, int? length, int fromEnd = 0)
    {
        var anchor = Anchor(operation);
        if (!HasNoSurrogates(text))
        {
            return Refuse(
                NameOf(operation),
                "'" + Shorten(operation.Syntax) + "', which counts a character beyond U+FFFF twice,",
                "write Asl.Jsonata<string>(\"$substring($arg0, " + start.ToString(CultureInfo.InvariantCulture) + (length is { } count ? ", " + count.ToString(CultureInfo.InvariantCulture) : "")
                    + ")\", " + InstanceOf(operation) + "), which counts it once");
        }

        text = Once(text);
        if (text is InvalidExpression)
        {
            return text;
        }

        var all = Function(ValueFunction.CodePoints, WireType.Integer, anchor, text);
        var least = start < 0 ? -(long)start : start + (long)(length ?? 0) + fromEnd;
        Expression? most = length is { } constant ? Number(constant, anchor)
            : fromEnd > 0 ? Minus(all, Number(start + (long)fromEnd, anchor))
            : null;
        var part = most is null ? Function(ValueFunction.Substring, WireType.String, anchor, text, Number(start, anchor))
            : Function(ValueFunction.Substring, WireType.String, anchor, text, Number(start, anchor), most);
        return least == 0 ? part : ExpressionSimplifier.Conditional(
            ExpressionSimplifier.Compare(ComparisonOperator.GreaterThanOrEqual, all, Number(least, anchor), anchor),
            part,
            new FailExpression("Index was outside the bounds of the string.", WireType.String, anchor),
            WireType.String,
            anchor);
    }

    /// <summary>What a method is called on, or what is indexed, as it stands in the source.</summary>
    private static string InstanceOf(IOperation operation) => operation switch
    {
        IInvocationOperation { Instance.Syntax: var syntax } => Shorten(syntax),
        IImplicitIndexerReferenceOperation { Instance.Syntax: var syntax } => Shorten(syntax),
        IPropertyReferenceOperation { Instance.Syntax: var syntax } => Shorten(syntax),
        _ => Shorten(operation.Syntax),
    };

    /// <summary>The first or the last character of a text, compared with a constant one; null for any other comparison.</summary>
    private Expression? ReadEndComparison(IBinaryOperation binary, ComparisonOperator relation, IOperation left, IOperation right)
    {
        if (right.ConstantValue is not { HasValue: true, Value: char character } || char.IsSurrogate(character) || relation is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual))
        {
            return null;
        }

        var (instance, place) = left switch
        {
            IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType.SpecialType: SpecialType.System_String }, Instance: { } text, Arguments: [{ Value: var index }] } => (text, index),
            IImplicitIndexerReferenceOperation { Instance: { Type.SpecialType: SpecialType.System_String } text, Argument: var index } => (text, index),
            _ => (null, null),
        };
        TextMatch? match = PlaceOf(place) switch { (0, false) => TextMatch.StartsWith, (1, true) => TextMatch.EndsWith, _ => null };
        if (instance is null || match is not { } end)
        {
            return null;
        }

        var read = Read(instance);
        if (read is InvalidExpression || MayBeNullHere(read, instance))
        {
            return read is InvalidExpression ? read : RefuseNull(left, instance);
        }

        var value = Once(read.AsNotNull());
        var anchor = Anchor(binary);
        Expression isThere = new TextMatchExpression(end, value, character.ToString(), anchor);
        return value is InvalidExpression ? value : ExpressionSimplifier.Conditional(
            ExpressionSimplifier.Compare(ComparisonOperator.Equal, value, Text("", anchor), anchor),
            new FailExpression("Index was outside the bounds of the string.", WireType.Boolean, anchor),
            relation is ComparisonOperator.Equal ? isThere : ExpressionSimplifier.Not(isThere, anchor),
            WireType.Boolean,
            anchor);
    }

    /// <summary>Whether a character is of a class that every engine has: Unicode's classes differ.</summary>
    private Expression ReadCharacterTest(IInvocationOperation call)
    {
        if (call.Arguments is not [{ Value: var argument }])
        {
            return Refuse(NameOf(call), "the method call '" + Shorten(call.Syntax) + "'", "pass one character");
        }

        var character = ReadAlike(argument);
        var ofClass = call.TargetMethod.Name switch
        {
            "IsWhiteSpace" => WhiteSpace,
            "IsAsciiDigit" => "0-9",
            "IsAsciiLetter" => "A-Za-z",
            "IsAsciiLetterLower" => "a-z",
            "IsAsciiLetterUpper" => "A-Z",
            "IsAsciiLetterOrDigit" => "0-9A-Za-z",
            _ => "0-9A-Fa-f",
        };
        return character is InvalidExpression
            ? character
            : Function(ValueFunction.Contains, WireType.Boolean, Anchor(call), character.AsNotNull(), new PatternExpression("[" + ofClass + "]", Anchor(call)));
    }

    /// <summary>The test of ASCII that is nearest to a test of Unicode.</summary>
    private static string AsciiTest(string test) => "char." + (test switch { "IsLower" => "IsAsciiLetterLower", "IsUpper" => "IsAsciiLetterUpper", _ => "IsAscii" + test.Substring(2) });

    private Expression MatchLength(IOperation length, IPatternOperation pattern, Expression value)
    {
        var (relation, bound) = pattern switch
        {
            IConstantPatternOperation constant => (ComparisonOperator.Equal, constant.Value),
            IRelationalPatternOperation relational => (Relation(relational.OperatorKind), relational.Value),
            _ => (ComparisonOperator.Equal, null),
        };
        return (bound is null ? null : CompareLength(value, relation, bound, Anchor(pattern)))
            ?? ExpressionSimplifier.And(Anchor(pattern), ExpressionSimplifier.IsNotNull(value, Anchor(pattern)), Match(pattern, new Subject(LengthOf(value.AsNotNull(), Anchor(length)), null)));
    }

    /// <summary>A string's length compared with 0, which is whether it is empty; null for any other number.</summary>
    private static Expression? CompareLength(Expression value, ComparisonOperator relation, IOperation bound, int anchor)
    {
        var empty = Text("", anchor);
        return (relation, bound.ConstantValue.Value) switch
        {
            (ComparisonOperator.Equal, 0) => ExpressionSimplifier.Compare(ComparisonOperator.Equal, value, empty, anchor),
            (ComparisonOperator.LessThan, 1) => ExpressionSimplifier.Compare(ComparisonOperator.Equal, value, empty, anchor),
            (ComparisonOperator.GreaterThan or ComparisonOperator.NotEqual, 0) => NotEmpty(value, empty, anchor),
            (ComparisonOperator.GreaterThanOrEqual, 1) => NotEmpty(value, empty, anchor),
            _ => null,
        };

        static Expression NotEmpty(Expression value, Expression empty, int anchor) =>
            ExpressionSimplifier.And(anchor, ExpressionSimplifier.IsNotNull(value, anchor), ExpressionSimplifier.Compare(ComparisonOperator.NotEqual, value.AsNotNull(), empty, anchor));
    }

    /// <summary>A call of <c>string.CompareOrdinal</c>, or of <c>string.Compare</c> by ordinal rules; null for any other operation.</summary>
    private static IInvocationOperation? OrdinalOrder(IOperation operation) => Unwrap(operation) is IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_String } method } call
        && (method is { Name: "CompareOrdinal", Parameters.Length: 2 }
            || (method is { Name: "Compare", Parameters.Length: 3 } && ArgumentOf(call.Arguments, 2)?.ConstantValue is { HasValue: true, Value: (int)StringComparison.Ordinal }))
        ? call : null;

    private Expression CompareOrdinal(IInvocationOperation invocation, ComparisonOperator relation)
    {
        var (first, second) = (ArgumentOf(invocation.Arguments, 0)!, ArgumentOf(invocation.Arguments, 1)!);
        var left = Read(first);
        var right = Read(second);
        if (left is InvalidExpression || right is InvalidExpression)
        {
            return left is InvalidExpression ? left : right;
        }

        return left.MayBeNull() || right.MayBeNull()
            ? RefuseLifted(invocation, left.MayBeNull() ? first : second)
            : ExpressionSimplifier.Compare(relation, left, right, Anchor(invocation));
    }
}
