using Stepwise.Json;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>The parameters of a task, as far as they are known before it runs.</summary>
internal readonly struct TaskArguments
{
    private readonly JsonValue? _value;

    /// <param name="value">The value of Parameters or Arguments.</param>
    public TaskArguments(JsonValue? value) => _value = value;

    /// <summary>The constant text of a parameter; null when it is absent or computed.</summary>
    public string? Text(string name) => (_value as JsonObject)?[name] is JsonString { Value: var text } && !IsExpression(text) ? text : null;

    /// <summary>Whether a parameter is there but known only when the task runs.</summary>
    public bool IsComputed(string name) => _value switch
    {
        JsonObject parameters => parameters[name + ".$"] is not null || (parameters[name] is { } value && !(value is JsonString { Value: var text } && !IsExpression(text))),
        JsonString => true,
        _ => false,
    };

    private static bool IsExpression(string text) => text.StartsWith("{%", StringComparison.Ordinal);
}
