using System.Collections;
using System.Globalization;
using System.Reflection;
using Stepwise.Json;
using Stepwise.StatesLanguage.Manifest;

namespace Stepwise.StatesLanguage.Tests.Manifest;

/// <summary>The whole content of a manifest as a text, by its public properties. Whether a string is literal plays no part: all of the author's are, once they are written.</summary>
internal static class ManifestText
{
    public static string Of(WorkflowManifest manifest) => Text(manifest);

    /// <summary>The content of each member.</summary>
    public static Dictionary<string, string> MembersOf(WorkflowManifest manifest) =>
        Properties(manifest).ToDictionary(property => property.Name, property => Text(property.GetValue(manifest)));

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => "'" + text + "'",
        JsonString text => "'" + text.Value + "'",
        JsonArray items => "[" + string.Join(", ", items.Select(Text)) + "]",
        JsonObject members => "{" + string.Join(", ", members.Members.Select(member => Text(member.Name) + ": " + Text(member.Value))) + "}",
        JsonValue json => json.ToJson(),
        IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(Text)) + "]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => value.GetType().Name + "(" + string.Join(", ", Properties(value).Select(property => property.Name + " = " + Text(property.GetValue(value)))) + ")",
    };

    private static IEnumerable<PropertyInfo> Properties(object value) =>
        value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.GetIndexParameters().Length == 0);
}
