using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Expressions;

/// <content>Texts that are composed of values.</content>
internal sealed partial class ExpressionReader
{
    private Expression ReadConcatenation(IBinaryOperation binary)
    {
        var parts = new List<Expression>();
        var pending = new Stack<IOperation>();
        pending.Push(binary);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false } nested)
            {
                pending.Push(nested.RightOperand);
                pending.Push(nested.LeftOperand);
            }
            else
            {
                if (Hole(operation) is not { } part)
                {
                    return Invalid(operation);
                }

                parts.Add(part);
            }
        }

        return Format(binary, parts);
    }

    /// <summary>Whether the text that is being read is formatted by the invariant culture.</summary>
    private bool _isInvariant;

    private Expression ReadInterpolation(IInterpolatedStringOperation text)
    {
        var parts = new List<Expression>();
        foreach (var content in text.Parts)
        {
            switch (content)
            {
                case IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string half } } when HasHalfPair(half):
                    return RefuseHalfPair(content);
                case IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string literal } } when LooseSubstitution.Find(literal) is { } found:
                    return RefuseSubstitution(content, found);
                case IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string literal } }:
                    parts.Add(Text(literal, Anchor(content)));
                    break;
                case IInterpolationOperation interpolation:
                    if (ReadFilled(interpolation) is not { } hole)
                    {
                        return Invalid(interpolation);
                    }

                    parts.Add(hole);
                    break;
                case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation append }:
                    if (ReadAppended(append) is not { } appended)
                    {
                        return Invalid(append);
                    }

                    parts.Add(appended);
                    break;
                default:
                    return Invalid(content);
            }
        }

        return Format(text, parts);
    }

    /// <summary>A part of a text that is passed to a method as a handler: a literal or a hole. Null where it is refused.</summary>
    private Expression? ReadAppended(IInvocationOperation append)
    {
        IOperation? Argument(string name) => append.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;

        if (append.TargetMethod.Name == "AppendLiteral" && Argument("value") is { } literal)
        {
            if (literal.ConstantValue.Value is not string text)
            {
                return null;
            }

            if (LooseSubstitution.Find(text) is { } found)
            {
                RefuseSubstitution(literal, found);
                return null;
            }

            if (!HasHalfPair(text))
            {
                return Text(text, Anchor(literal));
            }

            RefuseHalfPair(literal);
            return null;
        }

        var (format, alignment) = (Argument("format"), Argument("alignment"));
        if (Argument("value") is not { } value || Hole(value, format?.ConstantValue.Value as string ?? "", format?.Syntax.GetLocation()) is not { } hole)
        {
            return null;
        }

        return alignment is { ConstantValue: { HasValue: true, Value: int width } } ? Aligned(Unwrap(value), hole, width) : hole;
    }

    /// <summary>A hole of an interpolated text, with its format and its alignment; null where one is refused.</summary>
    private Expression? ReadFilled(IInterpolationOperation interpolation)
    {
        var format = interpolation.FormatString?.ConstantValue.Value as string ?? "";
        if (interpolation.Alignment is not { } alignment)
        {
            return Hole(interpolation.Expression, format, interpolation.FormatString?.Syntax.GetLocation());
        }

        if (alignment.ConstantValue is not { HasValue: true, Value: int width })
        {
            return null;
        }

        return Hole(interpolation.Expression, format, interpolation.FormatString?.Syntax.GetLocation()) is { } hole
            ? Aligned(Unwrap(interpolation.Expression), hole, width)
            : null;
    }

    /// <summary>A hole with spaces before it up to a width, or behind it for a negative one; null where that is refused.</summary>
    private Expression? Aligned(IOperation operation, Expression hole, int width) =>
        Pad(Format(operation, [hole]), width == int.MinValue ? int.MaxValue : -width, filling: null, Anchor(operation)) is var aligned and not InvalidExpression ? aligned : null;

    /// <summary>Reads <c>string.Format</c> with a constant format.</summary>
    private Expression ReadCompositeFormat(IInvocationOperation call)
    {
        var arguments = call.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal).ToList();
        var isInvariant = arguments.Count > 0 && arguments[0].Parameter?.Type.Name == "IFormatProvider";
        if (isInvariant && !IsInvariant(arguments[0]))
        {
            return Refuse(arguments[0], "a culture", "pass CultureInfo.InvariantCulture; ASL has no cultures");
        }

        arguments.RemoveRange(0, isInvariant ? 1 : 0);
        if (arguments.Count == 0 || arguments[0].Value.ConstantValue is not { HasValue: true, Value: string format })
        {
            return Refuse(NameOf(call), "'" + Shorten(call.Syntax) + "', whose format is not a constant,", "use an interpolated string");
        }

        var values = arguments.Skip(1).SelectMany(static argument => argument.Parameter?.IsParams is true ? ElementsOf(argument.Value) ?? [argument.Value] : [argument.Value]).ToList();
        if (HasHalfPair(format))
        {
            return RefuseHalfPair(arguments[0]);
        }

        var before = _isInvariant;
        _isInvariant = isInvariant;
        var parts = ReadHoles(arguments[0].Value, format, values);
        _isInvariant = before;
        return parts is null ? Invalid(call) : Format(call, parts);
    }

    /// <summary>The parts of a composite format, such as <c>{0,5:D3} of {1}</c>; null where one is refused. C# computes each value once, however many holes it fills.</summary>
    private List<Expression>? ReadHoles(IOperation operation, string format, List<IOperation> operations)
    {
        var values = operations.ConvertAll(value => Once(ReadFilling(Unwrap(value))));
        var parts = new List<Expression>();
        var literal = new System.Text.StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            var character = format[i];
            if (character is '{' or '}' && i + 1 < format.Length && format[i + 1] == character)
            {
                literal.Append(character);
                i++;
                continue;
            }

            if (character is not ('{' or '}'))
            {
                literal.Append(character);
                continue;
            }

            var end = character == '{' ? format.IndexOf('}', i) : -1;
            var hole = end < 0 ? "" : format.Substring(i + 1, end - i - 1);
            var colon = hole.IndexOf(':');
            var places = (colon < 0 ? hole : hole.Substring(0, colon)).Split(',');
            if (!int.TryParse(places[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= values.Count
                || (places.Length > 1 && !int.TryParse(places[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) || places.Length > 2)
            {
                Refuse(operation, "the format " + Shorten(operation.Syntax), "use an interpolated string");
                return null;
            }

            parts.Add(Text(literal.ToString(), Anchor(operation)));
            literal.Clear();
            var part = Hole(Unwrap(operations[index]), values[index], colon < 0 ? "" : hole.Substring(colon + 1), operation.Syntax.GetLocation());
            part = part is not null && places.Length > 1 ? Aligned(Unwrap(operations[index]), part, int.Parse(places[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)) : part;
            if (part is null)
            {
                return null;
            }

            parts.Add(part);
            i = end;
        }

        parts.Add(Text(literal.ToString(), Anchor(operation)));
        return values.Exists(static value => value is InvalidExpression) ? null : parts;
    }

    /// <summary>Reads <c>string.Create(CultureInfo.InvariantCulture, $"...")</c> and <c>FormattableString.Invariant($"...")</c>.</summary>
    private Expression ReadInvariantText(IInvocationOperation call)
    {
        var content = call.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal).LastOrDefault()?.Value;
        while (content is IConversionOperation or IInterpolatedStringHandlerCreationOperation)
        {
            content = content is IConversionOperation { Operand: var operand } ? operand : ((IInterpolatedStringHandlerCreationOperation)content).Content;
        }

        if (content is not IInterpolatedStringOperation text || (call.Arguments.Length > 1 && !call.Arguments.Any(IsInvariant)))
        {
            return Refuse(NameOf(call), "the method call '" + Shorten(call.Syntax) + "'", "pass CultureInfo.InvariantCulture and an interpolated string");
        }

        var before = _isInvariant;
        _isInvariant = true;
        var result = ReadInterpolation(text);
        _isInvariant = before;
        return result;
    }

    /// <summary>Reads a call of ToString; null where the type's text is not known.</summary>
    private Expression? ReadToString(IInvocationOperation call)
    {
        if (call is not { TargetMethod.Name: "ToString", Instance: { } instance } || Underlying(instance.Type) is not { IsValueType: true } type
            || context.Types.Read(type).Kind is not (WireKind.Integer or WireKind.Long or WireKind.Boolean or WireKind.Guid or WireKind.Char or WireKind.Enum))
        {
            return null;
        }

        var format = "";
        var before = _isInvariant;
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.ConstantValue is { HasValue: true, Value: string constant })
            {
                format = constant;
            }
            else if (argument.Value.ConstantValue is not { HasValue: true, Value: null })
            {
                if (!IsInvariant(argument))
                {
                    return Refuse(argument, "'" + Shorten(argument.Syntax) + "' in ToString", "pass a constant format or CultureInfo.InvariantCulture");
                }

                _isInvariant = true;
            }
        }

        var hole = Hole(instance, format, call.Arguments.FirstOrDefault()?.Syntax.GetLocation());
        _isInvariant = before;
        return hole is null ? Invalid(call) : Format(call, [hole]);
    }

    /// <summary>What fills a hole; null where that has been refused.</summary>
    private Expression? Hole(IOperation operation, string format = "", Location? formatLocation = null)
    {
        operation = Unwrap(operation);
        return Hole(operation, ReadFilling(operation), format, formatLocation);
    }

    /// <summary>A value that a text is composed of. Its own texts are not formatted by the culture of that text.</summary>
    private Expression ReadFilling(IOperation operation)
    {
        var before = _isInvariant;
        _isInvariant = false;
        var value = Read(operation);
        _isInvariant = before;
        return value;
    }

    /// <summary>What a value fills a hole with; null where that has been refused.</summary>
    private Expression? Hole(IOperation operation, Expression value, string format, Location? formatLocation)
    {
        if (value is InvalidExpression)
        {
            return null;
        }

        if (value is ConstantExpression { Value: JsonString or JsonNull } && value.Type.Kind is not (WireKind.Enum or WireKind.DateTimeOffset or WireKind.Guid) && format.Length == 0)
        {
            return value;
        }

        if (value.Type.Kind is WireKind.Opaque)
        {
            RefuseOpaque(operation.Syntax.GetLocation(), value.Type, "'" + Shorten(operation.Syntax) + "' cannot be part of another text");
            return null;
        }

        var instead = value.Type.Kind switch
        {
            WireKind.String or WireKind.Guid or WireKind.Char or WireKind.Integer or WireKind.TaskToken or WireKind.Long or WireKind.Boolean or WireKind.Enum => null,
            WireKind.Double or WireKind.Decimal => "C# and the definition write numbers with fractions differently: let a function format it",
            WireKind.DateTimeOffset or WireKind.DateTime or WireKind.DateOnly or WireKind.TimeOnly or WireKind.TimeSpan => "let a function format the time",
            _ => "use a string, an integer, a bool, an enum, a Guid or a char",
        };
        if (instead is not null)
        {
            Refuse(operation, "'" + Minimal(operation.Type) + "' in a text", instead);
            return null;
        }

        if (value.Type.Kind is WireKind.Long)
        {
            WarnInexact(operation, Minimal(operation.Type));
        }

        return Formatted(operation, value, format, formatLocation ?? operation.Syntax.GetLocation()) switch
        {
            InvalidExpression => null,
            var text => text,
        };
    }

    /// <summary>The text of a value, as a value that JSONata joins with texts: null becomes empty text there.</summary>
    private Expression Formatted(IOperation operation, Expression value, string format, Location formatLocation)
    {
        var anchor = value.Anchor;
        switch (value.Type.Kind, format)
        {
            case (WireKind.Boolean, ""):
                return OfNotNull(value, set => ExpressionSimplifier.Conditional(set, Text("True", anchor), Text("False", anchor), WireType.String, anchor));
            case (WireKind.Enum, "" or "G" or "g"):
                return EnumText(operation, value);
            case (WireKind.String or WireKind.Char or WireKind.TaskToken, _):
                // A text has no formats: C# ignores them.
                return value;
            case (_, "") or (WireKind.Integer or WireKind.Long, "D" or "d" or "D0" or "d0" or "D1" or "d1" or "0") or (WireKind.Guid, "D" or "d"):
                return value;
            case (WireKind.Guid, "N" or "n"):
                return OfNotNull(value, set => Function(
                    ValueFunction.LowerCase, WireType.String, anchor, Function(ValueFunction.Replace, WireType.String, anchor, set, Text("-", anchor), Text("", anchor))));
            case (WireKind.Integer or WireKind.Long, "N0" or "n0") when _isInvariant:
                return OfNotNull(value, set => Function(ValueFunction.Grouped, WireType.String, anchor, set));
            case (WireKind.Integer or WireKind.Long, "N0" or "n0"):
                return Refuse(
                    formatLocation, "the format '" + format + "', whose separators depend on the culture,", "write string.Create(CultureInfo.InvariantCulture, $\"...\")");
        }

        return value.Type.Kind is WireKind.Integer or WireKind.Long && DigitsOf(format) is > 1 and var digits
            ? OfNotNull(value, set => Function(ValueFunction.Digits, WireType.String, anchor, set, Text(new string('0', digits), anchor)))
            : Refuse(formatLocation, "the format '" + format + "' of '" + Minimal(operation.Type) + "'", "let a function format the value");
    }

    /// <summary>The number of digits that <c>D5</c> or <c>00000</c> asks for; 0 for every other format.</summary>
    private static int DigitsOf(string format) =>
        format.All(static character => character == '0') && format.Length <= 99 ? format.Length
        : format[0] is 'D' or 'd' && int.TryParse(format.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits <= 99 ? digits
        : 0;

    /// <summary>The text of a value that may be null, for which it is empty.</summary>
    private Expression OfNotNull(Expression value, Func<Expression, Expression> text)
    {
        if (!value.MayBeNull())
        {
            return text(value);
        }

        value = Once(value);
        return value is InvalidExpression ? value : ExpressionSimplifier.Conditional(
            ExpressionSimplifier.IsNull(value, value.Anchor), Text("", value.Anchor), text(value.AsNotNull()), WireType.String, value.Anchor);
    }

    /// <summary>The name of an enum's member in C#, and the number of a value that has none.</summary>
    private Expression EnumText(IOperation operation, Expression value)
    {
        var type = Underlying(operation.Type);
        if (HasSynonyms(value.Type) || type?.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "FlagsAttribute") is not false)
        {
            return Refuse(
                operation, "'" + Minimal(operation.Type) + "' in a text", "a value of the enum has several names, or is made of several members: use a switch expression, or let a function format it");
        }

        var members = value.Type.Members;
        if (value.Type.IsTextEnum && members.All(static member => member.WireText == member.Name))
        {
            return value;
        }

        return OfNotNull(value, set =>
        {
            set = Once(set);
            Expression text = new FormatExpression(new EquatableArray<Expression>(set), set.Anchor);
            for (var i = members.Count - 1; i >= 0 && set is not InvalidExpression; i--)
            {
                var constant = new ConstantExpression(members[i].Wire, set.Type, set.Anchor);
                text = ExpressionSimplifier.Conditional(
                    ExpressionSimplifier.Compare(ComparisonOperator.Equal, set, constant, set.Anchor), Text(members[i].Name, set.Anchor), text, WireType.String, set.Anchor);
            }

            return set is InvalidExpression ? set : text;
        });
    }

    /// <summary>Joins neighbouring constants; a text of one part that is itself text is that part.</summary>
    private Expression Format(IOperation operation, List<Expression> parts)
    {
        var joined = new List<Expression>();
        foreach (var part in parts)
        {
            if (part is not ConstantExpression constant)
            {
                joined.Add(part);
                continue;
            }

            var text = constant.Value switch
            {
                JsonString literal => literal.Value,
                JsonNumber number when number.TryGetInt64(out var integer) => integer.ToString(CultureInfo.InvariantCulture),
                _ => "",
            };
            if (joined.Count > 0 && joined[joined.Count - 1] is ConstantExpression { Value: JsonString before })
            {
                joined[joined.Count - 1] = Text(before.Value + text, constant.Anchor);
            }
            else if (text.Length > 0)
            {
                joined.Add(Text(text, constant.Anchor));
            }
        }

        var anchor = Anchor(operation);
        return joined switch
        {
            [] => Text("", anchor),
            [ConstantExpression constant] => constant with { Anchor = anchor },
            [{ Type: { Kind: WireKind.String, IsNullable: false } } single] => single with { Anchor = anchor },
            _ => new FormatExpression(new EquatableArray<Expression>(joined), anchor),
        };
    }
}
