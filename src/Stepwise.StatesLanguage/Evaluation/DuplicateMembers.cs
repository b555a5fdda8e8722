using Stepwise.Json;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Removes members whose name occurs again in the same object. The last value replaces the first one at its place, as in the maps into which AWS reads JSON.</summary>
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

    /// <summary>Does the same for a value and all values inside it.</summary>
    public static JsonValue RemovedThroughout(JsonValue value) => value switch
    {
        JsonObject @object => JsonObject.Create(Removed(@object).Members.Select(member => (member.Name, RemovedThroughout(member.Value))).ToArray()),
        JsonArray array => new JsonArray(array.Select(RemovedThroughout)),
        _ => value,
    };
}
