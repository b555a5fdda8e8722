using Stepwise.Json;

namespace Stepwise.Conformance;

/// <summary>Reads members of the objects in a case.</summary>
internal static class ObjectMembers
{
    /// <summary>Returns a member that is a text. Returns null if the object has no such member, or if the member is no text.</summary>
    public static string? Text(this JsonObject content, string name) => content[name] is JsonString text ? text.Value : null;
}
