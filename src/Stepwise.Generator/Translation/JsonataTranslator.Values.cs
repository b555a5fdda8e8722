using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Translation;

/// <content>Values that are computed: choices, texts, numbers, objects, arrays.</content>
internal sealed partial class JsonataTranslator
{
    /// <summary>A choice by conditions or by what is null: a chain of arms.</summary>
    private JsonataFragment Choice(Expression choice, bool isDropped) => Scoped(() =>
    {
        var arms = new List<(JsonataFragment Condition, JsonataFragment Value)>();
        while (true)
        {
            switch (choice)
            {
                case ConditionalExpression conditional:
                    var condition = Condition(conditional.Condition);
                    arms.Add((condition, Scoped(() =>
                    {
                        Learn(conditional.Condition);
                        return Branch(conditional.WhenTrue);
                    })));
                    Learn(ExpressionSimplifier.Not(conditional.Condition, conditional.Anchor));
                    choice = conditional.WhenFalse;
                    break;
                case CoalesceExpression coalesce when coalesce.Left.IsPath():
                    var guards = Scoped(() => NotNull(coalesce.Left));
                    var value = Primary(Path(coalesce.Left));
                    if (guards.Count == 0)
                    {
                        return arms.Count == 0 ? value : Arms(arms, value);
                    }

                    arms.Add((Join(guards), value));
                    choice = coalesce.Right;
                    break;
                case CoalesceExpression coalesce:
                    var bound = Bound(coalesce.Left, name => Choice(coalesce with { Left = name }, isDropped));
                    return arms.Count == 0 ? bound : Arms(arms, bound);
                default:
                    // A conditional swallows what follows it: inside the first branch it would take the second.
                    return Arms(arms, isDropped && ExpressionSimplifier.IsNullConstant(choice) ? null : Branch(choice));
            }
        }

        JsonataFragment Branch(Expression branch) => isDropped ? Droppable(branch) : Value(branch);
    });

    private JsonataFragment Format(FormatExpression format)
    {
        if (format.Parts.Count == 1)
        {
            var part = format.Parts[0];
            return part.MayBeNull()
                ? Hole(part) is var hole && (part.Type.IsNumeric || part.Type.Kind is WireKind.Enum) ? new JsonataFragment("'' & " + hole.In(JsonataFragment.Sum + 1), JsonataFragment.Sum) : hole
                : Primary("$string(" + Value(part).Text + ")");
        }

        return Chain([.. format.Parts.Select(part => Hole(part).In(JsonataFragment.Sum + 1))], "&", JsonataFragment.Sum);
    }

    /// <summary>The value of a hole in a text. In JSONata a missing value joins as empty text, and null does not.</summary>
    private JsonataFragment Hole(Expression part)
    {
        if (!part.MayBeNull())
        {
            return Value(part);
        }

        var empty = new ConstantExpression(new JsonString(""), WireType.String, part.Anchor);
        return Choice(new CoalesceExpression(part, empty, WireType.String, part.Anchor), isDropped: false);
    }

    /// <summary>The length of a text as C# counts it. JSONata counts a character beyond U+FFFF once.</summary>
    private JsonataFragment TextLength(Expression text)
    {
        if (!text.IsPath())
        {
            return Bound(text, TextLength);
        }

        var path = Value(text).Text;
        return new JsonataFragment("$length(" + path + ") + " + JsonataFunctions.SurrogatePairs(path).Text, JsonataFragment.Sum);
    }

    private JsonataFragment Arithmetic(ArithmeticExpression arithmetic)
    {
        if (InParts(arithmetic) is { } parts)
        {
            return parts;
        }

        var isProduct = arithmetic.Operator is ArithmeticOperator.Multiply or ArithmeticOperator.Divide or ArithmeticOperator.Remainder;
        var strength = isProduct ? JsonataFragment.Product : JsonataFragment.Sum;
        var left = Value(arithmetic.Left);
        if (arithmetic.Operator is not (ArithmeticOperator.Divide or ArithmeticOperator.Remainder))
        {
            var sign = arithmetic.Operator switch { ArithmeticOperator.Add => " + ", ArithmeticOperator.Subtract => " - ", _ => " * " };
            return new JsonataFragment(left.In(strength) + sign + Value(arithmetic.Right).In(strength + 1), strength);
        }

        // A conversion to an enum changes the type of the quotient, which stays an integer.
        var isInteger = arithmetic.Type.Kind is WireKind.Integer or WireKind.Long or WireKind.Enum;
        if (!arithmetic.MayDivideByZero)
        {
            var quotient = left.In(strength) + (arithmetic.Operator is ArithmeticOperator.Divide ? " / " : " % ") + Value(arithmetic.Right).In(strength + 1);
            return arithmetic.Operator is ArithmeticOperator.Divide && isInteger ? Truncated(quotient) : new JsonataFragment(quotient, strength);
        }

        var block = new BlockText(this);
        var dividend = block.Bind("dividend", left);
        var divisorName = block.Bind("divisor", Value(arithmetic.Right));
        var named = dividend + (arithmetic.Operator is ArithmeticOperator.Divide ? " / " : " % ") + divisorName;
        var result = arithmetic.Operator is ArithmeticOperator.Divide && isInteger ? Truncated(named) : Primary(named);
        return block.Return(Primary(divisorName + " = 0 ? $error('Attempted to divide by zero.') : " + result.Text));
    }

    /// <summary>A quotient of integers, without its fraction.</summary>
    private JsonataFragment Truncated(string quotient)
    {
        var block = new BlockText(this);
        var name = block.Bind("quotient", Primary(quotient));
        return block.Return(Primary(name + " < 0 ? $ceil(" + name + ") : $floor(" + name + ")"));
    }

    private JsonataFragment Object(ObjectExpression @object)
    {
        var members = new List<string>();
        foreach (var property in @object.Properties)
        {
            if (IsOmitted(property))
            {
                continue;
            }

            var value = property.IsAlwaysPresent ? Value(property.Value) : Droppable(property.Value);
            members.Add((property.Key is { } key ? Quoted(key) : JsonataText.Quote(property.WireName)) + ": " + value.Text);
        }

        return Primary("{" + string.Join(", ", members) + "}");
    }

    /// <summary>An array in an expression. JSONata flattens an array that is not written with brackets, so that it gets a pair of its own.</summary>
    private JsonataFragment Array(ArrayExpression array)
    {
        string? before = null;
        var items = new List<string>();
        foreach (var item in array.Items)
        {
            if (item.Type.Kind is WireKind.Any or WireKind.Opaque or WireKind.Unknown && item is not (ConstantExpression or ObjectExpression))
            {
                report(new DiagnosticInfo(
                    DiagnosticIds.UnsupportedExpression, item.Anchor, "an element whose type is not known", "give it a type, or build the array outside of other expressions"));
            }

            if (item.Type.Kind is not WireKind.Array || item is ArrayExpression || ExpressionSimplifier.IsNullConstant(item))
            {
                items.Add(Value(item).Text);
            }
            else if (!item.MayBeNull())
            {
                items.Add("[" + Value(item).Text + "]");
            }
            else
            {
                // Brackets around null would be an array with a null.
                before = Append(before, items) is { } start ? start : "[]";
                items.Clear();
                before = "$append(" + before + ", " + Wrapped(item).Text + ")";
            }
        }

        return Primary(before is not null && items.Count == 0 ? before : Append(before, items) ?? "[]");

        static string? Append(string? before, List<string> items)
        {
            var written = "[" + string.Join(", ", items) + "]";
            return before is null ? written : items.Count == 0 ? before : "$append(" + before + ", " + written + ")";
        }
    }

    /// <summary>An array of one: an array that may be null.</summary>
    private JsonataFragment Wrapped(Expression item)
    {
        if (!item.IsPath())
        {
            return Bound(item, Wrapped);
        }

        var guards = Scoped(() => NotNull(item));
        return guards.Count == 0 ? Primary("[[" + Path(item) + "]]")
            : new JsonataFragment(string.Join(" and ", guards) + " ? [[" + Path(item) + "]] : [null]", JsonataFragment.Conditional);
    }

    private JsonataFragment Raw(RawJsonataExpression raw)
    {
        if (raw.Arguments.Count == 0)
        {
            return Primary("(" + raw.Text + ")");
        }

        var bindings = raw.Arguments.Select((argument, i) => "$" + BlockVariables.Argument(i) + " := " + Value(argument).Text + "; ");
        return Primary("(" + string.Concat(bindings) + raw.Text + ")");
    }

    private JsonataFragment Seconds(SecondsExpression seconds)
    {
        switch (seconds.SecondsPerUnit)
        {
            case 1:
                return Value(seconds.Amount);
            case > 1:
                return new JsonataFragment(Value(seconds.Amount).In(JsonataFragment.Product) + " * " + Number(seconds.SecondsPerUnit), JsonataFragment.Product);
            default:
                // [-][d.]hh:mm:ss[.fffffff], as System.Text.Json writes it. A negative number of seconds fails in AWS, and so does a negative TimeSpan.
                return Primary(
                    "($text := " + Value(seconds.Amount).Text + "; $substring($text, 0, 1) = '-' ? $error('A negative wait.') : ($parts := $split($text, ':'); $hours := $split($parts[0], '.'); "
                    + "($count($hours) = 2 ? $number($hours[0]) * 86400 : 0) + $number($hours[-1]) * 3600 + $number($parts[1]) * 60 + $floor($number($parts[2]))))");
        }
    }
}
