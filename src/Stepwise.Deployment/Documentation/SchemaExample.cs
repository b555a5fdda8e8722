using Stepwise.Json;

namespace Stepwise.Deployment.Documentation;

/// <summary>Creates an example value of a JSON schema.</summary>
internal static class SchemaExample
{
    private const int MaxDepth = 12;

    public static JsonValue Of(JsonValue schema) => Of(schema, schema, "", 0);

    private static JsonValue Of(JsonValue schema, JsonValue root, string name, int depth)
    {
        if (schema is not JsonObject type || depth > MaxDepth)
        {
            return JsonNull.Instance;
        }

        if (First(type["examples"]) is { } written)
        {
            return written;
        }

        if (type["$ref"] is JsonString reference)
        {
            return Resolve(reference.Value, root) is { } target ? Of(target, root, name, depth + 1) : JsonNull.Instance;
        }

        if ((type["const"] ?? First(type["enum"])) is { } given)
        {
            return given;
        }

        if ((type["anyOf"] ?? type["oneOf"]) is JsonArray alternatives)
        {
            var chosen = alternatives.FirstOrDefault(alternative => KindOf(alternative) != "null");
            return chosen is null ? JsonNull.Instance : Of(chosen, root, name, depth + 1);
        }

        switch (KindOf(type))
        {
            case "object":
                var example = new JsonObject.Builder();
                foreach (var property in (type["properties"] as JsonObject)?.Members ?? [])
                {
                    example.Add(property.Name, Of(property.Value, root, property.Name, depth + 1));
                }

                if (example.Count == 0 && type["additionalProperties"] is JsonObject values)
                {
                    example.Add("key", Of(values, root, "value", depth + 1));
                }

                return example.ToObject();
            case "array":
                return type["items"] is { } items ? JsonArray.Create(Of(items, root, name, depth + 1)) : JsonArray.Empty;
            case "integer":
                return 1;
            case "number":
                return 1.5;
            case "boolean":
                return true;
            case "string":
                return OfString((type["format"] as JsonString)?.Value, name);
            default:
                return JsonNull.Instance;
        }
    }

    private static JsonValue OfString(string? format, string name) => format switch
    {
        "uuid" => "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        "date-time" => "2024-01-15T10:00:00Z",
        "date" => "2024-01-15",
        "time" => "10:00:00",
        "duration" => "PT1H",
        "uri" => "https://example.com/",
        "email" => "someone@example.com",
        _ => new JsonString(name.EndsWith("Url", StringComparison.OrdinalIgnoreCase) ? "https://example.com/" : name.Length == 0 ? "text" : name),
    };

    private static JsonValue? First(JsonValue? values) => values is JsonArray { Count: > 0 } items ? items[0] : null;

    private static string KindOf(JsonValue schema) => (schema as JsonObject)?["type"] switch
    {
        JsonString kind => kind.Value,
        JsonArray kinds => kinds.OfType<JsonString>().Select(kind => kind.Value).FirstOrDefault(kind => kind != "null") ?? "null",
        _ => (schema as JsonObject)?["properties"] is null ? "" : "object",
    };

    private static JsonValue? Resolve(string reference, JsonValue root)
    {
        var at = root;
        foreach (var part in reference.TrimStart('#').Split(['/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if ((at as JsonObject)?[part.Replace("~1", "/").Replace("~0", "~")] is not { } next)
            {
                return null;
            }

            at = next;
        }

        return at;
    }
}
