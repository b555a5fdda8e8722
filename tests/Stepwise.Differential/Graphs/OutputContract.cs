using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Stepwise.Differential.Running;

namespace Stepwise.Differential.Graphs;

/// <summary>Checks outputs against the type that is generated for them.</summary>
/// <param name="type">The type.</param>
/// <param name="options">How the workflow serializes.</param>
internal sealed class OutputContract(Type type, JsonSerializerOptions options)
{
    /// <summary>The properties of a generated record. One that is left out where it has its default need not be there.</summary>
    private readonly List<(string Name, bool IsNullable)> _properties = type is { Name: "Output", IsNested: true } ? PropertiesOf(type) : [];

    /// <summary>What is wrong with an output; null if it is one of the type.</summary>
    /// <param name="output">The output.</param>
    /// <param name="hasMore">Whether it may have members that the type does not have.</param>
    /// <param name="hidesNull">Whether C# takes something for not null that may be null: the properties of an anonymous object are what C# takes them for.</param>
    public string? Check(JsonNode? output, bool hasMore, bool hidesNull)
    {
        foreach (var (name, isNullable) in _properties)
        {
            if (!isNullable && !hidesNull && output?[name] is null)
            {
                return $"'{name}' is not in the output {output?.ToJsonString(JsonText.Options)}";
            }
        }

        try
        {
            var back = JsonSerializer.SerializeToNode(JsonSerializer.Deserialize(output, type, options), type, options);
            return (hasMore ? Has(output, back) : JsonEquality.AreEqual(output, back)) ? null : $"the output {output?.ToJsonString(JsonText.Options)} is read as {back?.ToJsonString(JsonText.Options)}";
        }
        catch (JsonException exception)
        {
            return $"the output {output?.ToJsonString(JsonText.Options)} cannot be read: {exception.Message}";
        }
    }

    private static bool Has(JsonNode? output, JsonNode? read) => (output, read) switch
    {
        (JsonObject all, JsonObject some) => some.All(member => member.Value is null || JsonEquality.AreEqual(all[member.Key], member.Value)),
        _ => JsonEquality.AreEqual(output, read),
    };

    private static List<(string Name, bool IsNullable)> PropertiesOf(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return
        [
            .. type.GetProperties().Where(static property => property.GetCustomAttribute<JsonPropertyNameAttribute>() is not null)
                .Select(property => (property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name, nullability.Create(property).ReadState is not NullabilityState.NotNull || property.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.WhenWritingDefault })),
        ];
    }
}
