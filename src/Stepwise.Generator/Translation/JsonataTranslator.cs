using System.Globalization;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Translation;

/// <summary>
/// Writes expressions in JSONata 2.0.6. What is nullable in C# may be missing or null on the wire, and a comparison with either must give what C# gives:
/// it is guarded where JSONata would give nothing or fail.
/// </summary>
/// <param name="resolve">What reads a value of the workflow: <c>$statusResult</c>, <c>$states.context.Execution.Input.campaignId</c>.</param>
/// <param name="report">Takes what cannot be said.</param>
internal sealed class JsonataTranslator(Func<string, string> resolve, Action<DiagnosticInfo> report)
{
    /// <summary>The paths that are known to be neither missing nor null where the translator is.</summary>
    private readonly List<string> present = [];

    /// <summary>Puts an expression into the delimiters that make a string one.</summary>
    public static string Embed(string expression) => "{% " + expression + " %}";

    /// <summary>The expression as text, without delimiters. It gives a value for everything that can reach it: null for what is missing.</summary>
    public string Translate(Expression expression)
    {
        present.Clear();
        return Value(expression).Text;
    }

    /// <summary>The expression as JSON with expressions in its strings.</summary>
    public JsonValue Template(Expression expression)
    {
        present.Clear();
        return Json(expression);
    }

    private JsonValue Json(Expression expression)
    {
        switch (expression)
        {
            case ConstantExpression { Value: JsonString text } when text.Value.StartsWith("{%", StringComparison.Ordinal) || text.Value.EndsWith("%}", StringComparison.Ordinal):
                return Leaf(expression);
            case ConstantExpression constant:
                return constant.Value;
            case SubstitutionExpression substitution:
                return JsonString.WithSubstitutions("${" + substitution.Key + "}");
            case ObjectExpression @object when !@object.Properties.Any(static property => IsDropped(property)):
                var builder = new JsonObject.Builder();
                foreach (var property in @object.Properties)
                {
                    if (!IsOmitted(property))
                    {
                        builder.Add(property.WireName, Json(property.Value));
                    }
                }

                return builder.ToObject();
            case ArrayExpression array:
                return new JsonArray(array.Items.Select(Json));
            default:
                return Leaf(expression);
        }
    }

    private JsonString Leaf(Expression expression) => JsonString.WithSubstitutions(Embed(Value(expression).Text));

    /// <summary>Whether a property is never on the wire: its value is the constant null.</summary>
    private static bool IsOmitted(PropertyExpression property) => Logic.IsNullConstant(property.Value) && !property.IsAlwaysPresent;

    /// <summary>Whether a property is on the wire for some values only.</summary>
    private static bool IsDropped(PropertyExpression property) => property.Value.MayBeNull() && !property.IsAlwaysPresent && !IsOmitted(property);

    private static JsonataFragment Primary(string text) => new(text, JsonataFragment.Primary);

    /// <summary>A value, null where C# has null.</summary>
    private JsonataFragment Value(Expression expression)
    {
        if (!expression.MayBeMissing() || !expression.IsPath() || IsBound(expression))
        {
            return Loose(expression, isDropped: false);
        }

        var path = Path(expression);
        return IsPresent(path) ? Primary(path) : new JsonataFragment(string.Join(" and ", Exists(expression)) + " ? " + path + " : null", JsonataFragment.Conditional);
    }

    /// <summary>A value that may be nothing at all where C# has null, which an object leaves out.</summary>
    private JsonataFragment Droppable(Expression expression)
    {
        if (expression.IsPath() && expression.MayBeNull())
        {
            var path = Path(expression);
            var guards = VariableGuards(expression);
            return guards.Count == 0 || IsPresent(path) ? Primary(path) : new JsonataFragment(string.Join(" and ", guards) + " ? " + path, JsonataFragment.Conditional);
        }

        return Loose(expression, isDropped: true);
    }

    private JsonataFragment Loose(Expression expression, bool isDropped)
    {
        switch (expression)
        {
            case ConstantExpression constant:
                return Constant(constant.Value);
            case SubstitutionExpression substitution:
                return Primary("'${" + substitution.Key + "}'");
            case ValueExpression or ContextExpression or MemberExpression or ElementExpression:
                return Primary(Path(expression));
            case CountExpression count:
                return Primary("$count(" + Value(count.Target).Text + ")");
            case ComparisonExpression or AndExpression or OrExpression or NotExpression or IsNullExpression or IsKindExpression or TextMatchExpression:
                return Condition(expression);
            case ConditionalExpression conditional:
                return Conditional(conditional, isDropped);
            case CoalesceExpression coalesce:
                return Coalesce(coalesce, isDropped);
            case FormatExpression format:
                return Format(format);
            case ArithmeticExpression arithmetic:
                return Arithmetic(arithmetic);
            case ObjectExpression @object:
                return Object(@object);
            case ArrayExpression array:
                return Array(array);
            case RawJsonataExpression raw:
                return Raw(raw);
            case SecondsExpression seconds:
                return Seconds(seconds);
            default:
                return Primary("null");
        }
    }

    private static JsonataFragment Constant(JsonValue value) => value switch
    {
        JsonString text => Primary(JsonataText.Quote(text.Value)),
        JsonNumber number when number.ToDouble() < 0 => new JsonataFragment(number.ToString(), JsonataFragment.Product),
        _ => Primary(value.ToString()),
    };

    // ---- paths -------------------------------------------------------------------------------------------------------

    private string Path(Expression path)
    {
        switch (path)
        {
            case ValueExpression value:
                return Resolve(value);
            case ContextExpression context:
                return context.Path.Length == 0 ? "$states.context" : "$states.context." + context.Path;
            case MemberExpression member:
                var target = Target(member.Target);
                return JsonataText.Name(member.WireName) is { } name ? target + "." + name : "$lookup(" + target + ", " + JsonataText.Quote(member.WireName) + ")";
            case ElementExpression { Target: ElementExpression } element:
                return "(" + Target(element.Target) + ")[" + Number(element.Index) + "]";
            case ElementExpression element:
                return Target(element.Target) + "[" + Number(element.Index) + "]";
            default:
                return Target(path);
        }
    }

    private string Target(Expression target) => target.IsPath() ? Path(target) : Value(target) switch
    {
        { Strength: JsonataFragment.Primary } primary => primary.Text,
        var other => "(" + other.Text + ")",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The variables of a path that may never have been assigned: to read one fails, but <c>$exists</c> may ask.</summary>
    private List<string> VariableGuards(Expression path)
    {
        var result = new List<string>();
        foreach (var step in path.Steps())
        {
            if (step is ValueExpression { Type.IsNullable: true } value && !IsBound(value))
            {
                var text = Resolve(value);
                if (text.IndexOf('.') < 0 && !IsPresent(text))
                {
                    result.Add("$exists(" + text + ")");
                }
            }
        }

        return result;
    }

    /// <summary>The tests that a path leads to something, be it null.</summary>
    private List<string> Exists(Expression path)
    {
        var guards = VariableGuards(path);
        var own = "$exists(" + Path(path) + ")";
        if (!guards.Contains(own))
        {
            guards.Add(own);
        }

        return guards;
    }

    /// <summary>The tests that a value is there and not null, and from here on it is known.</summary>
    private List<string> NotNull(Expression operand)
    {
        var path = Path(operand);
        if (IsPresent(path))
        {
            return [];
        }

        var isThere = IsBound(operand) || (operand is MemberExpression { IsAlwaysPresent: true } && !operand.MayBeMissing());
        var guards = isThere ? VariableGuards(operand) : Exists(operand);
        guards.Add(path + " != null");
        AddPresent(operand);
        return guards;
    }

    private bool IsPresent(string path) => present.Contains(path);

    private void AddPresent(Expression path)
    {
        foreach (var step in path.Steps())
        {
            present.Add(Path(step));
        }
    }

    // ---- conditions --------------------------------------------------------------------------------------------------

    /// <summary>A condition: true or false for everything that can reach it.</summary>
    private JsonataFragment Condition(Expression expression)
    {
        switch (expression)
        {
            case AndExpression and:
                return And(and);
            case OrExpression or:
                return Or(or);
            case NotExpression { Operand: IsNullExpression { Operand: var operand } } when operand.IsPath():
                return Join(Scoped(() => NotNull(operand)));
            case NotExpression not:
                return Primary("$not(" + Scoped(() => Condition(not.Operand)).Text + ")");
            case IsNullExpression test:
                return IsNull(test);
            case IsKindExpression kind:
                return Kind(kind);
            case TextMatchExpression match:
                return Scoped(() => Guarded(match.Operand, operand => Match(match, operand)));
            case ComparisonExpression comparison:
                return Scoped(() => Comparison(comparison));
            default:
                return Loose(expression, isDropped: false);
        }
    }

    private JsonataFragment And(AndExpression and) => Scoped(() =>
    {
        var parts = new List<string>();
        foreach (var operand in and.Operands)
        {
            if (operand is NotExpression { Operand: IsNullExpression { Operand: var tested } } && tested.IsPath())
            {
                parts.AddRange(NotNull(tested));
                continue;
            }

            parts.Add(Condition(operand).In(JsonataFragment.And));
            Learn(operand);
        }

        return parts.Count == 1 ? new JsonataFragment(parts[0], JsonataFragment.And) : new JsonataFragment(string.Join(" and ", parts), JsonataFragment.And);
    });

    /// <summary>What a condition that holds says about paths.</summary>
    private void Learn(Expression condition)
    {
        switch (condition)
        {
            case ComparisonExpression { Operator: not ComparisonOperator.NotEqual } comparison:
                if (comparison.Left.IsPath() && !comparison.Right.MayBeNull())
                {
                    AddPresent(comparison.Left);
                }

                if (comparison.Right.IsPath() && !comparison.Left.MayBeNull())
                {
                    AddPresent(comparison.Right);
                }

                break;
            case TextMatchExpression { Operand: var operand } when operand.IsPath():
                AddPresent(operand);
                break;
            case IsKindExpression { Operand: var operand } when operand.IsPath():
                AddPresent(operand);
                break;
            case AndExpression and:
                foreach (var part in and.Operands)
                {
                    Learn(part);
                }

                break;
            case NotExpression { Operand: IsNullExpression { Operand: var operand } } when operand.IsPath():
                AddPresent(operand);
                break;
        }
    }

    private JsonataFragment Or(OrExpression or)
    {
        if (OneOf(or) is { } membership)
        {
            return membership;
        }

        var parts = new List<string>();
        foreach (var operand in or.Operands)
        {
            parts.Add(Scoped(() => Condition(operand)).In(JsonataFragment.Or + 1));
        }

        return new JsonataFragment(string.Join(" or ", parts), JsonataFragment.Or);
    }

    /// <summary>One value compared with several constants: <c>x in ['a', 'b']</c>.</summary>
    private JsonataFragment? OneOf(OrExpression or)
    {
        var constants = new List<string>();
        Expression? subject = null;
        foreach (var operand in or.Operands)
        {
            if (operand is not ComparisonExpression { Operator: ComparisonOperator.Equal, Left: var left, Right: ConstantExpression { Value: JsonString or JsonNumber } constant }
                || !left.IsPath()
                || Converter(left) is not null
                || (subject is not null && !string.Equals(Path(subject), Path(left), StringComparison.Ordinal)))
            {
                return null;
            }

            subject ??= left;
            constants.Add(Constant(constant.Value).Text);
        }

        var parts = VariableGuards(subject!);
        parts.Add(Path(subject!) + " in [" + string.Join(", ", constants) + "]");
        return parts.Count == 1 ? new JsonataFragment(parts[0], JsonataFragment.Comparison) : new JsonataFragment(string.Join(" and ", parts), JsonataFragment.And);
    }

    private JsonataFragment IsNull(IsNullExpression test)
    {
        if (!test.Operand.IsPath())
        {
            return new JsonataFragment(Value(test.Operand).In(JsonataFragment.Comparison + 1) + " = null", JsonataFragment.Comparison);
        }

        var guards = Scoped(() => NotNull(test.Operand));
        return guards.Count switch
        {
            0 => Primary("false"),
            1 => new JsonataFragment(Path(test.Operand) + " = null", JsonataFragment.Comparison),
            _ => Primary("$not(" + string.Join(" and ", guards) + ")"),
        };
    }

    private JsonataFragment Kind(IsKindExpression kind)
    {
        var name = kind.Kind switch
        {
            WireKind.String => "string",
            WireKind.Boolean => "boolean",
            WireKind.Array => "array",
            WireKind.Object => "object",
            _ => "number",
        };
        var parts = kind.Operand.IsPath() ? VariableGuards(kind.Operand) : [];
        parts.Add("$type(" + Loose(kind.Operand, isDropped: true).Text + ") = '" + name + "'");
        return parts.Count == 1 ? new JsonataFragment(parts[0], JsonataFragment.Comparison) : Join(parts);
    }

    private static JsonataFragment Match(TextMatchExpression match, string operand)
    {
        var text = JsonataText.Quote(match.Text);
        switch (match.Match)
        {
            case TextMatch.Contains:
                return Primary("$contains(" + operand + ", " + text + ")");
            case TextMatch.StartsWith:
                return new JsonataFragment("$substring(" + operand + ", 0, " + Number(CodePoints(match.Text)) + ") = " + text, JsonataFragment.Comparison);
            default:
                return new JsonataFragment("$substring(" + operand + ", -" + Number(CodePoints(match.Text)) + ") = " + text, JsonataFragment.Comparison);
        }
    }

    /// <summary>JSONata counts code points, C# counts halves of surrogate pairs.</summary>
    private static int CodePoints(string text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsLowSurrogate(c) ? 0 : 1;
        }

        return count;
    }

    /// <summary>A condition on an operand that is false where the operand is null.</summary>
    private JsonataFragment Guarded(Expression operand, Func<string, JsonataFragment> condition)
    {
        if (!operand.MayBeNull())
        {
            return condition(Value(operand).Text);
        }

        if (!operand.IsPath())
        {
            return Bound(operand, operand, name => Guarded(name, condition));
        }

        var guards = NotNull(operand);
        var test = condition(Path(operand));
        if (guards.Count == 0)
        {
            return test;
        }

        guards.Add(test.In(JsonataFragment.And));
        return Join(guards);
    }

    private JsonataFragment Comparison(ComparisonExpression comparison)
    {
        var (@operator, left, right) = (comparison.Operator, comparison.Left, comparison.Right);
        if (@operator is ComparisonOperator.NotEqual && (left.MayBeNull() || right.MayBeNull()))
        {
            return Primary("$not(" + Comparison(comparison with { Operator = ComparisonOperator.Equal }).Text + ")");
        }

        // What is computed and may be null is given a name, so that it is computed once.
        if (left.MayBeNull() && !left.IsPath())
        {
            return Bound(left, right, name => Comparison(comparison with { Left = name }));
        }

        if (right.MayBeNull() && !right.IsPath())
        {
            return Bound(right, left, name => Comparison(comparison with { Right = name }));
        }

        var isEquality = @operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual;
        var converter = Converter(left) ?? Converter(right);
        if (isEquality && left.MayBeNull() && right.MayBeNull())
        {
            var guards = Scoped(() => NotNull(left));
            var isNull = IsNull(new IsNullExpression(right, right.Anchor));
            var whenSet = Scoped(() =>
            {
                AddPresent(left);
                return Comparison(comparison with { Left = left.AsNotNull() });
            });
            return guards.Count == 0 ? whenSet : new JsonataFragment(Join(guards).In(JsonataFragment.Conditional + 1) + " ? " + whenSet.Text + " : " + isNull.Text, JsonataFragment.Conditional);
        }

        var parts = new List<string>();
        foreach (var operand in new[] { left, right })
        {
            if (operand.MayBeNull())
            {
                parts.AddRange(isEquality && converter is null ? VariableGuards(operand) : NotNull(operand));
            }
        }

        var strength = JsonataFragment.Comparison + 1;
        var test = Operand(left, converter, strength) + " " + Sign(@operator) + " " + Operand(right, converter, strength);
        if (parts.Count == 0)
        {
            return new JsonataFragment(test, JsonataFragment.Comparison);
        }

        parts.Add(test);
        return Join(parts);
    }

    /// <summary>Computes an operand once. The name stands for the value, which is there, be it null.</summary>
    private JsonataFragment Bound(Expression operand, Expression beside, Func<ValueExpression, JsonataFragment> use)
    {
        var name = Fresh("$value", operand, beside);
        var value = Value(operand).Text;
        return Primary("(" + name + " := " + value + "; " + use(new ValueExpression(name, operand.Type, operand.Anchor)).Text + ")");
    }

    /// <summary>A name for a block that hides nothing that is read inside it.</summary>
    private string Fresh(string name, params Expression[] readInside)
    {
        var candidate = name;
        for (var i = 2; readInside.Any(expression => Reads(expression, candidate)); i++)
        {
            candidate = name + Number(i);
        }

        return candidate;
    }

    private bool Reads(Expression expression, string variable) =>
        (expression is ValueExpression value && string.Equals(Resolve(value), variable, StringComparison.Ordinal))
        || (expression is RawJsonataExpression raw && raw.Text.Contains(variable))
        || expression.Parts().Any(part => Reads(part, variable));

    private string Resolve(ValueExpression value) => IsBound(value) ? value.Name : resolve(value.Name);

    /// <summary>Whether it is the name of a block, whose value is there, be it null.</summary>
    private static bool IsBound(Expression expression) => expression is ValueExpression value && value.Name.StartsWith("$", StringComparison.Ordinal);

    private string Operand(Expression operand, string? converter, int strength)
    {
        if (converter is null)
        {
            return operand.IsPath() ? Path(operand) : Value(operand).In(strength);
        }

        if (converter == "$lowercase" && operand is ConstantExpression { Value: JsonString guid })
        {
            return JsonataText.Quote(guid.Value.ToLowerInvariant());
        }

        return converter + "(" + (operand.IsPath() ? Path(operand) : Value(operand).Text) + ")";
    }

    /// <summary>The function without which values of a type cannot be compared: Guids may be upper case, times have offsets.</summary>
    private static string? Converter(Expression operand) => operand.Type.Kind switch
    {
        WireKind.Guid => "$lowercase",
        WireKind.DateTimeOffset => "$toMillis",
        _ => null,
    };

    private static string Sign(ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.LessThan => "<",
        ComparisonOperator.LessThanOrEqual => "<=",
        ComparisonOperator.GreaterThan => ">",
        _ => ">=",
    };

    private static JsonataFragment Join(List<string> parts) => parts.Count switch
    {
        0 => Primary("true"),
        1 => new JsonataFragment(parts[0], JsonataFragment.And),
        _ => new JsonataFragment(string.Join(" and ", parts), JsonataFragment.And),
    };

    /// <summary>What becomes known on the way is forgotten afterwards.</summary>
    private T Scoped<T>(Func<T> translate)
    {
        var count = present.Count;
        var result = translate();
        present.RemoveRange(count, present.Count - count);
        return result;
    }

    // ---- values ------------------------------------------------------------------------------------------------------

    private JsonataFragment Conditional(ConditionalExpression conditional, bool isDropped)
    {
        var condition = Condition(conditional.Condition).In(JsonataFragment.Conditional + 1);
        var whenTrue = Scoped(() =>
        {
            Learn(conditional.Condition);
            return Branch(conditional.WhenTrue);
        });
        var whenFalse = Scoped(() =>
        {
            Learn(Logic.Not(conditional.Condition, conditional.Anchor));
            return Branch(conditional.WhenFalse);
        });

        // A conditional swallows what follows it: inside the first branch it would take the second.
        var text = condition + " ? " + whenTrue.In(JsonataFragment.Conditional + 1);
        return new JsonataFragment(isDropped && Logic.IsNullConstant(conditional.WhenFalse) ? text : text + " : " + whenFalse.Text, JsonataFragment.Conditional);

        JsonataFragment Branch(Expression branch) => isDropped ? Droppable(branch) : Value(branch);
    }

    private JsonataFragment Coalesce(CoalesceExpression coalesce, bool isDropped)
    {
        if (!coalesce.Left.IsPath())
        {
            return Bound(coalesce.Left, coalesce.Right, name => Coalesce(coalesce with { Left = name }, isDropped));
        }

        var guards = Scoped(() => NotNull(coalesce.Left));
        var otherwise = isDropped ? Droppable(coalesce.Right) : Value(coalesce.Right);
        return guards.Count == 0
            ? Primary(Path(coalesce.Left))
            : new JsonataFragment(string.Join(" and ", guards) + " ? " + Path(coalesce.Left) + " : " + otherwise.Text, JsonataFragment.Conditional);
    }

    private JsonataFragment Format(FormatExpression format)
    {
        if (format.Parts.Count == 1)
        {
            var part = format.Parts[0];
            return part.MayBeNull()
                ? Hole(part) is var hole && part.Type.IsNumeric ? new JsonataFragment("'' & " + hole.In(JsonataFragment.Sum + 1), JsonataFragment.Sum) : hole
                : Primary("$string(" + Value(part).Text + ")");
        }

        return new JsonataFragment(string.Join(" & ", format.Parts.Select(part => Hole(part).In(JsonataFragment.Sum + 1))), JsonataFragment.Sum);
    }

    /// <summary>What fills a hole: nothing is empty text by itself, null is not.</summary>
    private JsonataFragment Hole(Expression part)
    {
        if (!part.MayBeNull())
        {
            return Value(part);
        }

        var empty = new ConstantExpression(new JsonString(""), WireType.String, part.Anchor);
        return Coalesce(new CoalesceExpression(part, empty, WireType.String, part.Anchor), isDropped: false);
    }

    private JsonataFragment Arithmetic(ArithmeticExpression arithmetic)
    {
        var isProduct = arithmetic.Operator is ArithmeticOperator.Multiply or ArithmeticOperator.Divide or ArithmeticOperator.Remainder;
        var strength = isProduct ? JsonataFragment.Product : JsonataFragment.Sum;
        var left = Value(arithmetic.Left);
        var right = Value(arithmetic.Right);
        if (arithmetic.Operator is not (ArithmeticOperator.Divide or ArithmeticOperator.Remainder))
        {
            var sign = arithmetic.Operator switch { ArithmeticOperator.Add => " + ", ArithmeticOperator.Subtract => " - ", _ => " * " };
            return new JsonataFragment(left.In(strength) + sign + right.In(strength + 1), strength);
        }

        var isInteger = arithmetic.Type.Kind is WireKind.Integer or WireKind.Long;
        var divisor = right.In(strength + 1);
        var quotient = left.In(strength) + (arithmetic.Operator is ArithmeticOperator.Divide ? " / " : " % ");
        var isSafe = arithmetic.Right is ConstantExpression { Value: JsonNumber constant } && constant.ToDouble() != 0;
        if (isSafe)
        {
            return arithmetic.Operator is ArithmeticOperator.Divide && isInteger
                ? Primary("(" + Truncated(quotient + divisor) + ")")
                : new JsonataFragment(quotient + divisor, strength);
        }

        var dividend = Fresh("$dividend", arithmetic.Right);
        var divisorName = Fresh("$divisor", arithmetic.Right);
        var named = dividend + (arithmetic.Operator is ArithmeticOperator.Divide ? " / " : " % ") + divisorName;
        var result = arithmetic.Operator is ArithmeticOperator.Divide && isInteger ? "(" + Truncated(named) + ")" : named;
        return Primary(
            "(" + dividend + " := " + left.Text + "; " + divisorName + " := " + right.Text + "; "
            + divisorName + " = 0 ? $error('Attempted to divide by zero.') : " + result + ")");

        static string Truncated(string quotient) => "$quotient := " + quotient + "; $quotient < 0 ? $ceil($quotient) : $floor($quotient)";
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
            members.Add(JsonataText.Quote(property.WireName) + ": " + value.Text);
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

            if (item.Type.Kind is not WireKind.Array || item is ArrayExpression || Logic.IsNullConstant(item))
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
            return Bound(item, item, Wrapped);
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

        var bindings = raw.Arguments.Select((argument, i) => "$arg" + Number(i) + " := " + Value(argument).Text + "; ");
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
                // [-][d.]hh:mm:ss[.fffffff], as System.Text.Json writes it. A time that is past already takes none.
                return Primary(
                    "($text := " + Value(seconds.Amount).Text + "; $substring($text, 0, 1) = '-' ? 0 : ($parts := $split($text, ':'); $hours := $split($parts[0], '.'); "
                    + "($count($hours) = 2 ? $number($hours[0]) * 86400 : 0) + $number($hours[-1]) * 3600 + $number($parts[1]) * 60 + $floor($number($parts[2]))))");
        }
    }
}
