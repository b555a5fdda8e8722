using System.Text;
using Stepwise.Json;

namespace Stepwise.Deployment.CloudFormation;

/// <summary>A text of a CloudFormation template: plain, a <c>Ref</c>, or an <c>Fn::Sub</c> in which the user's own braces are escaped.</summary>
internal static class CloudFormationText
{
    public static JsonObject Ref(string name) => JsonObject.Of(("Ref", name));

    public static JsonObject Attribute(string resource, string name) => JsonObject.Of(("Fn::GetAtt", JsonArray.Of(resource, name)));

    public static JsonObject Sub(string text) => JsonObject.Of(("Fn::Sub", text));

    /// <summary>A template, each of whose keys stands for a piece of <c>Fn::Sub</c>.</summary>
    public static JsonValue Of(Template template, IReadOnlyDictionary<string, string> pieces)
    {
        if (template.OnlyKey is { } only && pieces[only] is var piece && piece.LastIndexOf("${", StringComparison.Ordinal) == 0 && piece.IndexOf('}') == piece.Length - 1)
        {
            return Ref(piece.Substring(2, piece.Length - 3));
        }

        if (!template.Parts.Any(part => part.IsKey))
        {
            return string.Concat(template.Parts.Select(part => part.Value));
        }

        var text = new StringBuilder();
        foreach (var part in template.Parts)
        {
            text.Append(part.IsKey ? pieces[part.Value] : Escaped(part.Value));
        }

        return Sub(text.ToString());
    }

    /// <summary>Text inside <c>Fn::Sub</c>.</summary>
    public static string Escaped(string text) => text.Replace("${", "${!");
}
