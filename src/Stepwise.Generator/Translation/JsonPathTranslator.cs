using System.Globalization;
using System.Text;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Generator.Translation;

/// <summary>Writes values in JSONPath: paths, intrinsic functions and templates. It has no conditionals: what may be missing cannot be read here, what must be decided is refused.</summary>
/// <param name="resolve">What reads a value of the workflow: <c>$.statusResult</c>.</param>
/// <param name="report">Takes what cannot be said.</param>
/// <param name="isNeverNull">Whether a nullable path is null for no value that can reach it; null where that is not known of any.</param>
internal sealed class JsonPathTranslator(Func<string, string> resolve, Action<DiagnosticInfo> report, Func<Expression, bool>? isNeverNull = null)
{
    /// <summary>The way out that findings point to.</summary>
    public const string UseJsonata = "set QueryLanguage = QueryLanguage.Jsonata on this state";

    /// <summary>What a rule of a Choice tests.</summary>
    public ChoiceTest Condition(Expression expression)
    {
        CheckNames(expression);
        return new JsonPathCondition(this).Translate(expression);
    }

    /// <summary>The object as a template: a name ends in <c>.$</c> where a path or a function follows.</summary>
    public JsonObject TemplateObject(Expression expression)
    {
        switch (expression)
        {
            case ObjectExpression @object:
                return Object(@object);
            case ConstantExpression { Value: JsonObject constant }:
                return constant;
            case InvalidExpression:
                return JsonObject.Empty;
            default:
                NeedsJsonata(expression, "a template that is not a new object");
                return JsonObject.Empty;
        }
    }

    /// <summary>A member of a template.</summary>
    public JsonMember Member(string name, Expression value)
    {
        switch (value)
        {
            case ConstantExpression constant:
                return new JsonMember(name, constant.Value);
            case SubstitutionExpression substitution:
                return new JsonMember(name, JsonString.WithSubstitutions(substitution.Text));
            case FormatExpression when SubstitutedText.Of(value) is { } text:
                return new JsonMember(name, text);
            case ObjectExpression @object:
                return new JsonMember(name, Object(@object));
            case ArrayExpression array when !array.Items.Any(IsDynamic):
                return new JsonMember(name, new JsonArray(array.Items.Select(item => Member("", item).Value)));
            default:
                if (Path(value) is { } path)
                {
                    return Present(value) ? new JsonMember(name + ".$", new JsonString(path)) : new JsonMember(name, JsonNull.Instance);
                }

                return Intrinsic(value) is { } function ? new JsonMember(name + ".$", JsonString.WithSubstitutions(function)) : new JsonMember(name, JsonNull.Instance);
        }
    }

    /// <summary>Returns the path that reads a value unchanged, or null if no path can. Does not check whether the value can be missing.</summary>
    public string? Path(Expression expression)
    {
        switch (expression)
        {
            case ValueExpression value:
                return resolve(value.Name);
            case ContextExpression context:
                return context.Path.Length == 0 ? "$$" : "$$." + context.Path;
            case MemberExpression member:
                return Path(member.Target) is { } target ? target + JsonPathText.Member(member.WireName) : null;
            case ElementExpression element:
                return Path(element.Target) is { } array ? array + "[" + element.Index.ToString(CultureInfo.InvariantCulture) + "]" : null;
            case SecondsExpression { SecondsPerUnit: 1 } seconds:
                return Path(seconds.Amount);
            default:
                return null;
        }
    }

    /// <summary>The intrinsic function that computes a value. If none does, reports a diagnostic and returns null.</summary>
    public string? Intrinsic(Expression expression)
    {
        switch (expression)
        {
            case InvalidExpression:
                return null;
            case FormatExpression format:
                return Format(format);
            case ArithmeticExpression arithmetic:
                return Arithmetic(arithmetic);
            case ArrayExpression array:
                return Call("States.Array", array.Items);
            case CoalesceExpression { IsDefault: true } read:
                return NeedsJsonata(expression, "'" + read.Left.Describe() + "', which is left out where it is the default,");
            case CoalesceExpression:
                return NeedsJsonata(expression, "'??'");
            case ConditionalExpression { WhenTrue: IndexExpression { Type.IsNullable: false } index, WhenFalse: FailExpression } when Path(index.Target) is not null:
                return Call("States.ArrayGetItem", [index.Target, index.Index]);
            case ConditionalExpression { WhenTrue: IndexExpression }:
                return NeedsJsonata(expression, "an index that is computed");
            case ConditionalExpression:
                return NeedsJsonata(expression, "a value that depends on a condition");
            case ContainsExpression { Source.Type.Element.Kind: WireKind.String or WireKind.Integer or WireKind.Boolean, Value.Type: { IsNullable: false, Kind: WireKind.String or WireKind.Integer or WireKind.Boolean } } contains
                when Path(contains.Source) is not null:
                return Call("States.ArrayContains", [contains.Source, contains.Value]);
            case var condition when condition.IsCondition():
                return NeedsJsonata(condition, "a condition as a value", "decide it in a [Choice], or ");
            case CountExpression { Target: { Type.Kind: WireKind.Array } target } when Path(target) is not null:
                return Call("States.ArrayLength", [target]);
            case CountExpression:
                return NeedsJsonata(expression, "the number of elements");
            case QueryExpression:
                return NeedsJsonata(expression, "a query");
            case IndexExpression:
                return NeedsJsonata(expression, "an index that is computed");
            case FunctionExpression:
                return NeedsJsonata(expression, "a function of values");
            case FailExpression:
                return NeedsJsonata(expression, "a value that fails where C# throws");
            case RawJsonataExpression:
                return NeedsJsonata(expression, "Asl.Jsonata");
            case SecondsExpression { SecondsPerUnit: 0 }:
                return NeedsJsonata(expression, "a TimeSpan, which is text in JSON,", "read a number of seconds with TimeSpan.FromSeconds, or ");
            case SecondsExpression { SecondsPerUnit: 1, Amount: var amount }:
                return Intrinsic(amount);
            case SecondsExpression:
                return NeedsJsonata(expression, "a multiplication", "read a number of seconds with TimeSpan.FromSeconds, or ");
            default:
                return NeedsJsonata(expression, "this value");
        }
    }

    /// <summary>The path of a value for a field that cannot be null: a diagnostic where the value may be missing or null.</summary>
    public string? NotNullPath(Expression expression) => Path(expression) is { } path && NotNull(expression) ? path : null;

    /// <summary>Reports the names that would stand in a path as they are, and that deployment tools would take for a substitution.</summary>
    public void CheckNames(Expression expression)
    {
        var name = expression switch
        {
            MemberExpression member => member.WireName,
            ValueExpression value => resolve(value.Name),
            _ => "",
        };
        if (name.Contains("${") || name.Contains("%{"))
        {
            NeedsJsonata(expression, "a name with '${' or '%{' in a path");
            return;
        }

        foreach (var part in expression.Parts())
        {
            CheckNames(part);
        }
    }

    public string? NeedsJsonata(Expression expression, string what, string instead = "")
    {
        report(new DiagnosticInfo(DiagnosticIds.NeedsJsonata, expression.Anchor, what, instead + UseJsonata));
        return null;
    }

    private JsonObject Object(ObjectExpression @object)
    {
        var builder = new JsonObject.Builder();
        foreach (var property in @object.Properties)
        {
            if (ExpressionSimplifier.IsNullConstant(property.Value) && !property.IsAlwaysPresent)
            {
                continue;
            }

            if (property.WireName.EndsWith(".$", StringComparison.Ordinal))
            {
                NeedsJsonata(property.Value, "the name '" + property.WireName + "', whose suffix has a special meaning,");
                continue;
            }

            var member = Member(property.WireName, property.Value);
            builder.Add(property.Key is null ? member : JsonMember.WithSubstitutions(member.Name, member.Value));
        }

        return builder.ToObject();
    }

    /// <summary>Whether a value is read or computed, which an element of an array in a template cannot say. The members of an object in it can.</summary>
    private static bool IsDynamic(Expression expression) => expression switch
    {
        ConstantExpression or SubstitutionExpression or ObjectExpression => false,
        ArrayExpression array => array.Items.Any(IsDynamic),
        FormatExpression => SubstitutedText.Of(expression) is null,
        _ => true,
    };

    /// <summary>Whether a path can be read without a guard; if not, that is a finding.</summary>
    private bool Present(Expression path)
    {
        if (!path.MayBeMissing())
        {
            return true;
        }

        report(new DiagnosticInfo(
            DiagnosticIds.CannotGuard, path.Anchor, "'" + path.Describe() + "'", "make it non-nullable if it is always set, or " + UseJsonata));
        return false;
    }

    /// <summary>Whether a path that may be null is read where null has no text; if so, that is a finding.</summary>
    private bool NotNull(Expression path)
    {
        if (!path.MayBeNull() || isNeverNull?.Invoke(path) is true)
        {
            return true;
        }

        report(new DiagnosticInfo(
            DiagnosticIds.CannotGuard, path.Anchor, "'" + path.Describe() + "'", "make it non-nullable if it is always set, or " + UseJsonata));
        return false;
    }

    private string? Format(FormatExpression format)
    {
        var text = new StringBuilder();
        var arguments = new StringBuilder();
        foreach (var part in format.Parts)
        {
            switch (part)
            {
                case ConstantExpression { Value: JsonString literal }:
                    text.Append(JsonPathText.Escape(literal.Value));
                    break;
                case SubstitutionExpression substitution:
                    text.Append("${").Append(substitution.Key).Append('}');
                    break;
                default:
                    if ((Path(part) is not null && !NotNull(part)) || Argument(part) is not { } argument)
                    {
                        return null;
                    }

                    text.Append("{}");
                    arguments.Append(", ").Append(argument);
                    break;
            }
        }

        return "States.Format('" + text + "'" + arguments + ")";
    }

    private string? Arithmetic(ArithmeticExpression arithmetic)
    {
        if (arithmetic.Type.Kind is not (WireKind.Integer or WireKind.Long))
        {
            return NeedsJsonata(arithmetic, "arithmetic with fractions");
        }

        if (!IsInt32(arithmetic.Type) || !IsInt32(arithmetic.Left.Type) || !IsInt32(arithmetic.Right.Type))
        {
            return NeedsJsonata(arithmetic, "arithmetic with numbers that may need more than 32 bits, which States.MathAdd does not take,");
        }

        switch (arithmetic)
        {
            case { Operator: ArithmeticOperator.Add }:
                return Call("States.MathAdd", [arithmetic.Left, arithmetic.Right]);
            case { Operator: ArithmeticOperator.Subtract, Right: ConstantExpression { Value: JsonNumber number } constant }
                when number.TryGetInt64(out var subtrahend) && subtrahend != int.MinValue:
                return Call("States.MathAdd", [arithmetic.Left, constant with { Value = new JsonNumber(-subtrahend) }]);
            default:
                return NeedsJsonata(
                    arithmetic,
                    arithmetic.Operator switch
                    {
                        ArithmeticOperator.Subtract => "a subtraction of a value that is not a constant",
                        ArithmeticOperator.Multiply => "a multiplication",
                        ArithmeticOperator.Divide => "a division",
                        _ => "a remainder",
                    });
        }
    }

    private static bool IsInt32(WireType type) => type.Name is "int" or "short" or "ushort" or "byte" or "sbyte";

    private string? Call(string function, IEnumerable<Expression> arguments)
    {
        var texts = new List<string>();
        foreach (var argument in arguments)
        {
            if (Argument(argument) is not { } text)
            {
                return null;
            }

            texts.Add(text);
        }

        return function + "(" + string.Join(", ", texts) + ")";
    }

    private string? Argument(Expression argument)
    {
        switch (argument)
        {
            case ConstantExpression { Value: JsonString text }:
                return "'" + JsonPathText.Escape(text.Value) + "'";
            case ConstantExpression { Value: JsonNumber or JsonBoolean or JsonNull } constant:
                return constant.Value.ToString();
            case SubstitutionExpression substitution:
                return "'${" + substitution.Key + "}'";
            case ObjectExpression:
                return NeedsJsonata(argument, "an object beside values that are read");
        }

        if (Path(argument) is not { } path)
        {
            return Intrinsic(argument);
        }

        return !Present(argument) ? null
            : path.Contains("${") || path.Contains("%{") ? NeedsJsonata(argument, "a name with '${' or '%{' in a function")
            : path;
    }
}
