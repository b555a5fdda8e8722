using Stepwise.Json;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Objects in which a name occurs twice: the last value counts, at the place of the first, as in the maps that AWS reads JSON into.</summary>
internal static class DuplicateMembers
{
    public static JsonObject Removed(JsonObject value)
    {
        if (!value.HasDuplicateNames)
        {
            return value;
        }

        var builder = new JsonObject.Builder();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.Members.Where(member => names.Add(member.Name)))
        {
            builder.Add(member.Name, value[member.Name]!);
        }

        return builder.ToObject();
    }

    /// <summary>The same for an object and everything in it.</summary>
    public static JsonValue RemovedThroughout(JsonValue value) => value switch
    {
        JsonObject @object => JsonObject.Create(Removed(@object).Members.Select(member => (member.Name, RemovedThroughout(member.Value))).ToArray()),
        JsonArray array => new JsonArray(array.Select(RemovedThroughout)),
        _ => value,
    };
}
