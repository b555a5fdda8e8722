using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>Functions that test a value, and <c>$error</c> and <c>$assert</c>.</summary>
internal static class BooleanFunctions
{
    public static NativeFunction[] All { get; } =
    [
        new("boolean", "<x-:b>", static (a, _, evaluation) => a[0] is { } value ? Conversion.ToBoolean(value, evaluation) : null, 1),
        new("not", "<x-:b>", static (a, _, evaluation) => a[0] is { } value ? !Conversion.ToBoolean(value, evaluation) : null, 1),
        new("exists", "<x:b>", static (a, _, _) => a[0] is not null, 1),
        new("type", "<x:s>", static (a, _, _) => TypeName(a[0]), 1),
        new("error", "<s?:x>", static (a, _, _) => throw new JsonataException("D3137") { UserMessage = Message(a[0], "$error() function evaluated") }, 1),
        new(
            "assert",
            "<bs?:x>",
            static (a, _, _) => a[0] is JsonBoolean { Value: true } ? null : throw new JsonataException("D3141") { UserMessage = Message(a[1], "$assert() statement failed") },
            2),
    ];

    private static string Message(JsonValue? message, string usual) => message is JsonString { Value.Length: > 0 } text ? text.Value : usual;

    private static JsonString? TypeName(JsonValue? value) => value switch
    {
        null => null,
        JsonNull => new("null"),
        JsonNumber => new("number"),
        JsonString => new("string"),
        JsonBoolean => new("boolean"),
        JsonArray => new("array"),
        JsonataFunction => new("function"),
        _ => new("object"),
    };
}
