using Stepwise.Generator.Flow;
using Stepwise.Generator.Model;
using Stepwise.Generator.Text;
using Stepwise.Json;

namespace Stepwise.Generator.Emission;

/// <summary>Writes the input and the output as JSON Schema (draft 2020-12). Each object type is a definition, so that a recursive type refers to itself.</summary>
internal sealed class SchemaWriter
{
    private readonly ObjectShapes _shapes;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, JsonValue> _definitions = new(StringComparer.Ordinal);

    private SchemaWriter(ObjectShapes shapes) => _shapes = shapes;

    public static string Input(WorkflowModel workflow)
    {
        var writer = new SchemaWriter(workflow.Shapes);
        var properties = new List<PropertyShape>();
        if (workflow.Machine.Start is { } start)
        {
            foreach (var parameter in start.Parameters)
            {
                if (parameter.IsPayload)
                {
                    return writer.Document("The input of " + workflow.Name, writer.Of(parameter.Type.AsNotNullable()));
                }

                properties.Add(new PropertyShape(parameter.Name, parameter.WireName, parameter.Type, IsAlwaysPresent: false, parameter.Documentation));
            }
        }

        return writer.Document("The input of " + workflow.Name, writer.Object(new EquatableArray<PropertyShape>(properties)));
    }

    public static string Output(WorkflowModel workflow, OutputShape output)
    {
        var writer = new SchemaWriter(workflow.Shapes);
        return writer.Document("The output of " + workflow.Name, output.Type is { } type ? writer.Of(type) : writer.Object(output.Properties));
    }

    private string Document(string title, JsonObject schema)
    {
        var builder = new JsonObject.Builder()
            .Add("$schema", "https://json-schema.org/draft/2020-12/schema")
            .Add("title", new JsonString(title));
        foreach (var member in schema.Members)
        {
            builder.Add(member);
        }

        if (_definitions.Count > 0)
        {
            var all = new JsonObject.Builder();
            foreach (var definition in _definitions)
            {
                all.Add(definition.Key, definition.Value);
            }

            builder.Add("$defs", all.ToObject());
        }

        return builder.ToObject().ToJsonTemplate(indented: true) + "\n";
    }

    private JsonObject Object(EquatableArray<PropertyShape> properties)
    {
        var members = new JsonObject.Builder();
        var required = new List<JsonValue>();
        foreach (var property in properties)
        {
            members.Add(property.WireName, Described(Of(property.Type), property));
            if (property.IsRequired)
            {
                required.Add(new JsonString(property.WireName));
            }
        }

        var builder = new JsonObject.Builder().Add("type", "object").Add("properties", members.ToObject());
        if (required.Count > 0)
        {
            builder.Add("required", new JsonArray(required));
        }

        return builder.ToObject();
    }

    /// <summary>The schema with the value's documentation. An example that is not a value of the type is left out.</summary>
    private static JsonObject Described(JsonObject schema, PropertyShape property)
    {
        if (property.Documentation is not { } documentation)
        {
            return schema;
        }

        var builder = new JsonObject.Builder();
        foreach (var member in schema.Members)
        {
            builder.Add(member);
        }

        return builder
            .AddIfNotNull("description", documentation.Description is { } text ? new JsonString(text) : null)
            .AddIfNotNull("examples", documentation.Example is { } example && ExampleValue.Of(example, property.Type) is { } value ? JsonArray.Create(value) : null)
            .ToObject();
    }

    private JsonObject Of(WireType type)
    {
        var schema = type.Kind switch
        {
            WireKind.String or WireKind.TaskToken => Typed("string"),
            WireKind.Char => JsonObject.Create(("type", "string"), ("minLength", 1), ("maxLength", 1)),
            WireKind.Guid => Formatted("uuid"),
            WireKind.DateTimeOffset or WireKind.DateTime => Formatted("date-time"),
            WireKind.DateOnly => Formatted("date"),
            WireKind.TimeOnly or WireKind.TimeSpan => Typed("string"),
            WireKind.Bytes => JsonObject.Create(("type", "string"), ("contentEncoding", "base64")),
            WireKind.Boolean => Typed("boolean"),
            WireKind.Integer or WireKind.Long => Typed("integer"),
            WireKind.Decimal or WireKind.Double => Typed("number"),
            WireKind.Enum => Enum(type),
            WireKind.Array => JsonObject.Create(("type", "array"), ("items", type.Element is { } element ? Of(element) : JsonObject.Empty)),
            WireKind.Dictionary => JsonObject.Create(("type", "object"), ("additionalProperties", type.Element is { } value ? Of(value) : JsonObject.Empty)),
            WireKind.Object => Reference(type),
            _ => JsonObject.Empty,
        };
        return type.IsNullable && schema.Count > 0 ? JsonObject.Create(("anyOf", JsonArray.Create(schema, Typed("null")))) : schema;
    }

    private JsonObject Reference(WireType type)
    {
        if (_shapes.FindShape(type) is not { } shape)
        {
            return Typed("object");
        }

        if (!_names.TryGetValue(type.Name, out var name))
        {
            name = DefinitionName(type);
            _names.Add(type.Name, name);
            _definitions[name] = Object(shape.Properties);
        }

        return JsonObject.Create(("$ref", "#/$defs/" + name));
    }

    /// <summary>The type's simple name. If two types have the same simple name, a number is added.</summary>
    private string DefinitionName(WireType type)
    {
        var text = TypeText.Of(type.AsNotNullable()).ToCharArray();
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = char.IsLetterOrDigit(text[i]) || text[i] == '_' ? text[i] : '_';
        }

        var name = new string(text).Trim('_');
        var unique = name;
        for (var number = 2; _names.ContainsValue(unique); number++)
        {
            unique = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return unique;
    }

    private static JsonObject Enum(WireType type)
    {
        var values = new List<JsonValue>();
        foreach (var member in type.Members)
        {
            if (!values.Contains(member.Wire))
            {
                values.Add(member.Wire);
            }
        }

        return JsonObject.Create(("enum", new JsonArray(values)));
    }

    private static JsonObject Typed(string type) => JsonObject.Create(("type", type));

    private static JsonObject Formatted(string format) => JsonObject.Create(("type", "string"), ("format", format));
}
