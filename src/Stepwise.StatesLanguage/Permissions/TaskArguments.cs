using Stepwise.Json;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>The parameters of a task, as far as they are known before it runs. A parameter inside another one has a name such as <c>Target.RoleArn</c>.</summary>
internal readonly struct TaskArguments
{
    /// <summary>The name of an additional parameter, whose value is the name of the state machine.</summary>
    public const string Machine = "$machine";

    private readonly JsonValue? _value;
    private readonly string? _machine;
    private readonly bool _hasLiterals;

    /// <param name="value">The value of <c>Parameters</c> or <c>Arguments</c>.</param>
    /// <param name="machine">The name of the state machine; null if it is not known.</param>
    /// <param name="hasLiterals">Whether <c>${...}</c> is a substitution only in strings that say so: <see cref="JsonString.HasSubstitutions"/>.</param>
    public TaskArguments(JsonValue? value, string? machine = null, bool hasLiterals = false)
    {
        _value = value;
        _machine = machine;
        _hasLiterals = hasLiterals;
    }

    /// <summary>Returns the constant text of a parameter; null if it is absent or computed.</summary>
    public string? Text(string name)
        => name == Machine ? _machine
            : Find(name) is { IsComputed: false, Value: JsonString text } ? ForPolicy(text.Value, text.HasSubstitutions)
            : null;

    /// <summary>Whether a parameter is present and computed, so that its value is known only when the task runs.</summary>
    public bool IsComputed(string name) => Find(name) is var (value, isComputed) && (isComputed || value is not (null or JsonString));

    /// <summary>Whether a parameter is present, constant or computed.</summary>
    public bool Has(string name) => Find(name) is var (value, isComputed) && (isComputed || value is not null);

    /// <summary>Returns the elements of a constant array; null if the parameter is absent, computed or of another type.</summary>
    public IReadOnlyList<JsonValue>? Items(string name) => Find(name) is { IsComputed: false, Value: JsonArray array } ? array : null;

    /// <summary>Returns the members of a constant object; null if the parameter is absent, computed or of another type.</summary>
    public IReadOnlyList<JsonMember>? Members(string name) => Find(name) is { IsComputed: false, Value: JsonObject value } ? value.Members : null;

    /// <summary>Returns the name of one of the <see cref="Members"/>.</summary>
    public string NameOf(JsonMember member) => ForPolicy(member.Name, member.NameHasSubstitutions);

    /// <summary>Returns the parameters inside a value, such as an element of an array.</summary>
    public TaskArguments Within(JsonValue value) => new(value, _machine, _hasLiterals);

    /// <summary>Returns a text as a policy writes it: a literal <c>$</c> before a brace is <c>${$}</c>, as IAM requires.</summary>
    private string ForPolicy(string text, bool hasSubstitutions) => _hasLiterals && !hasSubstitutions ? text.Replace("${", "${$}{") : text;

    public static bool IsExpression(string text) => text.StartsWith("{%", StringComparison.Ordinal);

    private (JsonValue? Value, bool IsComputed) Find(string name)
    {
        var value = _value;
        foreach (var part in name.Split('.'))
        {
            switch (value)
            {
                case JsonString:
                    return (null, true);
                case JsonObject parameters when parameters[part + ".$"] is not null:
                    return (null, true);
                case JsonObject parameters:
                    value = parameters[part];
                    break;
                default:
                    return (null, false);
            }
        }

        return value is JsonString { Value: var text } && IsExpression(text) ? (null, true) : (value, false);
    }
}
