using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Translation;

/// <summary>
/// Writes expressions in JSONata 2.0.6. A value that is nullable in C# may be missing or null on the wire. A comparison with it must give the result that C# gives,
/// so that it is guarded where JSONata would give no result or fail.
/// </summary>
/// <param name="resolve">Returns the JSONata that reads a value of the workflow, such as <c>$statusResult</c> or <c>$states.context.Execution.Input.campaignId</c>.</param>
/// <param name="report">Takes the diagnostics about expressions that JSONata cannot express.</param>
internal sealed partial class JsonataTranslator(Func<string, string> resolve, Action<DiagnosticInfo> report)
{
    /// <summary>The paths that are known to be neither missing nor null where the translator is.</summary>
    private readonly List<string> _present = [];

    /// <summary>Puts an expression between the delimiters that make a JSON string an expression.</summary>
    public static string Embed(string expression) => "{% " + expression + " %}";

    /// <summary>The expression as text, without delimiters. It gives a value for everything that can reach it: null for what is missing.</summary>
    public string Translate(Expression expression)
    {
        Start(expression);
        return Checked(expression, Value(expression).Text);
    }

    /// <summary>The expression as JSON with expressions in its strings.</summary>
    public JsonValue Template(Expression expression) => Json(expression is LetExpression let ? ByLeaf(let) : expression);

    private void Start(Expression expression)
    {
        _present.Clear();
        _variables.Clear();
        _boundCount = 0;
        _names = new BlockVariables(expression, resolve);
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
                return JsonString.WithSubstitutions(substitution.Text);
            case FormatExpression when SubstitutedText.Of(expression) is { } text:
                return text;
            case ObjectExpression @object when !@object.Properties.Any(static property => IsDropped(property)):
                var builder = new JsonObject.Builder();
                foreach (var property in @object.Properties)
                {
                    if (!IsOmitted(property))
                    {
                        var value = Json(property.Value);
                        builder.Add(property.Key is null ? new JsonMember(property.WireName, value) : JsonMember.WithSubstitutions(property.WireName, value));
                    }
                }

                return builder.ToObject();
            case ArrayExpression array:
                return new JsonArray(array.Items.Select(Json));
            default:
                return Leaf(expression);
        }
    }

    /// <summary>A text that the deployment replaces inside the quotes.</summary>
    private static string Quoted(SubstitutionExpression substitution) => "'" + substitution.Text + "'";

    private JsonString Leaf(Expression expression) => JsonString.WithSubstitutions(Embed(Translate(expression)));

    /// <summary>Whether a property is never on the wire: its value is the constant null.</summary>
    private static bool IsOmitted(PropertyExpression property) => ExpressionSimplifier.IsNullConstant(property.Value) && !property.IsAlwaysPresent;

    /// <summary>Whether a property is on the wire for some values only.</summary>
    private static bool IsDropped(PropertyExpression property) => property.Value.MayBeNull() && !property.IsAlwaysPresent && !IsOmitted(property);

    private static JsonataFragment Primary(string text) => new(text, JsonataFragment.Primary);

    /// <summary>A value, null where C# has null.</summary>
    private JsonataFragment Value(Expression expression)
    {
        if (expression is RawJsonataExpression raw && raw.MayBeNull())
        {
            return OrNull(Raw(raw));
        }

        if (!expression.MayBeMissing() || !expression.IsPath())
        {
            return Loose(expression, isDropped: false);
        }

        var path = Path(expression);
        return IsPresent(path) ? Primary(path) : new JsonataFragment(string.Join(" and ", Exists(expression)) + " ? " + path + " : null", JsonataFragment.Conditional);
    }

    /// <summary>A value that may be nothing at all, for which null stands.</summary>
    private JsonataFragment OrNull(JsonataFragment value)
    {
        var block = new BlockText(this);
        var variable = block.Bind("value", value);
        return block.Return(new JsonataFragment("$exists(" + variable + ") ? " + variable + " : null", JsonataFragment.Conditional));
    }

    /// <summary>A value that may be nothing at all where C# has null, which an object leaves out.</summary>
    private JsonataFragment Droppable(Expression expression)
    {
        if (expression.IsPath() && expression.MayBeNull())
        {
            var path = Path(expression);
            var guards = expression is LocalExpression ? [path + " != null"] : VariableGuards(expression);
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
                return Primary(Quoted(substitution));
            case ValueExpression or LocalExpression or ContextExpression or MemberExpression or ElementExpression:
                return Primary(Path(expression));
            case CountExpression count:
                return Primary(count.Target.Type.Kind is WireKind.Dictionary ? "$count($keys(" + Value(count.Target).Text + "))" : "$count(" + Elements(count.Target) + ")");
            case var condition when condition.IsCondition():
                return Condition(condition);
            case ConditionalExpression or CoalesceExpression:
                return Choice(expression, isDropped);
            case LetExpression let:
                return Let(let, isDropped);
            case FormatExpression format:
                return Format(format);
            case ArithmeticExpression arithmetic:
                return Arithmetic(arithmetic);
            case FunctionExpression { Function: ValueFunction.TextLength, Arguments: var texts }:
                return TextLength(texts[0]);
            case PatternExpression pattern:
                return Primary("/" + pattern.Pattern + "/");
            case FunctionExpression { Function: ValueFunction.MillisecondsToInstant } instant when !Times.IsWhole(instant.Arguments[0]):
                // An instant has whole milliseconds: its text is cut off, as other texts of instants are.
                return JsonataFunctions.Call(instant.Function, [JsonataFunctions.Call(ValueFunction.Floor, [Value(instant.Arguments[0])])]);
            case FunctionExpression function:
                return JsonataFunctions.Call(function.Function, [.. function.Arguments.Select(Value)]);
            case QueryExpression query:
                return Query(query);
            case IndexExpression index:
                return Index(index);
            case EntryExpression entry:
                return Primary("{" + Value(entry.Key).Text + ": " + Value(entry.Value).Text + "}");
            case FailExpression fail:
                return Primary("$error(" + JsonataText.Quote(fail.Message) + ")");
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
}
