using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
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

    private Expression ReadInterpolation(IInterpolatedStringOperation text)
    {
        var parts = new List<Expression>();
        foreach (var content in text.Parts)
        {
            switch (content)
            {
                case IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string half } } when HasHalfPair(half):
                    return RefuseHalfPair(content);
                case IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string literal } }:
                    parts.Add(new ConstantExpression(new JsonString(literal), WireType.String, Anchor(content)));
                    break;
                case IInterpolationOperation { Alignment: { } alignment }:
                    return Refuse(alignment, "an alignment", "remove it");
                case IInterpolationOperation { FormatString: { } format }:
                    return Refuse(format, "a format", "let a function format the value");
                case IInterpolationOperation interpolation:
                    if (Hole(interpolation.Expression) is not { } hole)
                    {
                        return Invalid(interpolation);
                    }

                    parts.Add(hole);
                    break;
                default:
                    return Invalid(content);
            }
        }

        return Format(text, parts);
    }

    /// <summary>What fills a hole; null where that has been refused.</summary>
    private Expression? Hole(IOperation operation)
    {
        operation = Unwrap(operation);
        var value = Read(operation);
        if (value is InvalidExpression)
        {
            return null;
        }

        if (value is ConstantExpression { Value: JsonString or JsonNull } && value.Type.Kind is not (WireKind.Enum or WireKind.DateTimeOffset))
        {
            return value;
        }

        var instead = value.Type.Kind switch
        {
            WireKind.String or WireKind.Guid or WireKind.Char or WireKind.Integer or WireKind.TaskToken => null,
            WireKind.Long => null,
            WireKind.Boolean => "C# writes True and False: use 'x ? \"true\" : \"false\"'",
            WireKind.Double or WireKind.Decimal => "C# and the definition write numbers with fractions differently: let a function format it",
            WireKind.Enum => "C# writes the member's name, which is not the JSON form: use a switch expression or let a function format it",
            WireKind.DateTimeOffset or WireKind.DateTime or WireKind.DateOnly or WireKind.TimeOnly or WireKind.TimeSpan => "let a function format the time",
            _ => "use a string, an integer, a Guid or a char",
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

        return value;
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
                joined[joined.Count - 1] = new ConstantExpression(new JsonString(before.Value + text), WireType.String, constant.Anchor);
            }
            else if (text.Length > 0)
            {
                joined.Add(new ConstantExpression(new JsonString(text), WireType.String, constant.Anchor));
            }
        }

        var anchor = Anchor(operation);
        return joined switch
        {
            [] => new ConstantExpression(new JsonString(""), WireType.String, anchor),
            [ConstantExpression constant] => constant with { Anchor = anchor },
            [{ Type: { Kind: WireKind.String, IsNullable: false } } single] => single with { Anchor = anchor },
            _ => new FormatExpression(new EquatableArray<Expression>(joined), anchor),
        };
    }
}
