using System.Text.Json;

namespace Stepwise.Catalogue;

/// <summary>
/// The attribute values of DynamoDB. Their members keep the names of the API, such as <c>BOOL</c>. In a response, Step Functions spells <c>BOOL</c> and <c>NULL</c> inside another attribute value as
/// <c>Bool</c> and <c>Nul</c>.
/// </summary>
internal sealed class AttributeValues
{
    private const string Shape = "AttributeValue";

    private readonly HashSet<string> _reaching = new(StringComparer.Ordinal) { Shape };

    private AttributeValues(ApiModel model)
    {
        var references = model.References();
        for (var count = 0; count != _reaching.Count;)
        {
            count = _reaching.Count;
            _reaching.UnionWith(references.Where(reference => _reaching.Contains(reference.To)).Select(static reference => reference.From));
        }
    }

    /// <summary>The attribute values of a service; null if the service has none.</summary>
    public static AttributeValues? Of(ApiModel model) => WireNames.Service(model.ServiceId) is "dynamodb" or "dynamodbstreams" ? new(model) : null;

    public static bool Is(string shape) => shape == Shape;

    /// <summary>Whether a shape can contain an attribute value.</summary>
    public bool Reaches(string shape) => _reaching.Contains(shape);

    /// <summary>The members of an attribute value: the name on the wire, the shape, and where its values stand.</summary>
    public static IEnumerable<(string Name, string Shape, ValuePlace Place)> Members(JsonElement shape, ValuePlace place)
    {
        var inside = place == ValuePlace.Request ? ValuePlace.Request : ValuePlace.NestedInResponse;
        foreach (var member in shape.GetProperty("members").EnumerateObject())
        {
            var type = member.Value.GetProperty("shape").GetString()!;
            yield return (member.Name, type, inside);
            if (place == ValuePlace.NestedInResponse && member.Name is "BOOL" or "NULL")
            {
                yield return (member.Name == "BOOL" ? "Bool" : "Nul", type, inside);
            }
        }
    }
}
