using Stepwise.Json;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.Machine;

/// <summary>A field whose value is a template. Whether it contains anything to evaluate is determined once.</summary>
internal sealed class Template
{
    private readonly string _field;
    private readonly JsonValue _value;
    private readonly bool _isJsonata;
    private readonly bool _isConstant;

    private Template(string field, JsonValue value, bool isJsonata)
    {
        _field = field;
        _value = value;
        _isJsonata = isJsonata;
        _isConstant = IsConstant(value, isJsonata);
    }

    /// <summary>Makes the template of a field.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="value">Its value, or null if it is absent.</param>
    /// <param name="isJsonata">Whether the state's language is JSONata.</param>
    /// <returns>The template, or null if the field is absent.</returns>
    public static Template? Of(string field, JsonValue? value, bool isJsonata) => value is null ? null : new(field, value, isJsonata);

    /// <summary>Evaluates the template.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="scope">The values that it reads. Default: the visit's scope.</param>
    /// <returns>The value.</returns>
    public JsonValue Evaluate(StateVisit visit, EvaluationScope? scope = null)
    {
        if (_isConstant)
        {
            return _value;
        }

        scope ??= visit.Scope;
        return _isJsonata ? JsonataTemplate.Evaluate(_field, _value, scope) : PayloadTemplate.Evaluate(_value, scope);
    }

    private static bool IsConstant(JsonValue value, bool isJsonata) => value switch
    {
        JsonString text => !isJsonata || !JsonataTemplate.IsExpression(text.Value),
        JsonArray array => array.All(item => IsConstant(item, isJsonata)),
        JsonObject { HasDuplicateNames: true } => false,
        JsonObject @object => @object.Members.All(member => (isJsonata || !member.Name.EndsWith(".$", StringComparison.Ordinal)) && IsConstant(member.Value, isJsonata)),
        _ => true,
    };
}
