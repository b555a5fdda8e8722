using System.Text.Json.Nodes;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Graphs;

/// <summary>Whether a value has what its type declares. C# can give null to a member that is declared as not null, with <c>!</c> or from code without annotations, and the compiler trusts the declaration.</summary>
internal static class Declarations
{
    /// <summary>Whether nothing in a value is null that is declared as not null.</summary>
    public static bool Hold(CSharpType type, JsonNode value, Naming naming) => (type, value) switch
    {
        (RecordType { Derived.Count: > 0 } shape, JsonObject item) => shape.Derived.Exists(derived => derived.Discriminator == item["$type"]?.GetValue<string>() && Hold(derived.Type, value, naming)),
        (RecordType record, JsonObject item) => record.Members.TrueForAll(member => item[member.JsonName(naming)] is { } inner ? Hold(member.Type.Type, inner, naming) : member.Type.MayBeNull || member.Type.Type.IsValueType),
        (ListType list, JsonArray items) => items.All(item => item is null ? list.Element.MayBeNull : Hold(list.Element.Type, item, naming)),
        (DictionaryType dictionary, JsonObject entries) => entries.All(entry => entry.Value is null ? dictionary.Value.MayBeNull : Hold(dictionary.Value.Type, entry.Value, naming)),
        _ => true,
    };
}
