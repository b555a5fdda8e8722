using Stepwise.Json;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>The parameters of a task, as far as they are known before it runs. Parameters within others are named like <c>Target.RoleArn</c>.</summary>
internal readonly struct TaskArguments
{
    /// <summary>The name under which the machine's own name is found, beside the parameters.</summary>
    public const string Machine = "$machine";

    private readonly JsonValue? _value;
    private readonly string? _machine;

    /// <param name="value">The value of Parameters or Arguments.</param>
    /// <param name="machine">The name of the state machine; null when it is not given.</param>
    public TaskArguments(JsonValue? value, string? machine = null)
    {
        _value = value;
        _machine = machine;
    }

    /// <summary>The constant text of a parameter; null when it is absent or computed.</summary>
    public string? Text(string name)
        => name == Machine ? _machine
            : Find(name) is { IsComputed: false, Value: JsonString { Value: var text } } ? text
            : null;

    /// <summary>Whether a parameter is there but known only when the task runs.</summary>
    public bool IsComputed(string name) => Find(name) is var (value, isComputed) && (isComputed || value is not (null or JsonString));

    /// <summary>Whether a parameter is there, constant or computed.</summary>
    public bool Has(string name) => Find(name) is var (value, isComputed) && (isComputed || value is not null);

    /// <summary>The elements of a constant array; null when the parameter is absent, computed or something else.</summary>
    public IReadOnlyList<JsonValue>? Items(string name) => Find(name) is { IsComputed: false, Value: JsonArray array } ? array : null;

    /// <summary>The members of a constant object; null when the parameter is absent, computed or something else.</summary>
    public IReadOnlyList<JsonMember>? Members(string name) => Find(name) is { IsComputed: false, Value: JsonObject value } ? value.Members : null;

    /// <summary>Parameters within these, such as an element of an array.</summary>
    public TaskArguments Within(JsonValue value) => new(value, _machine);

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
