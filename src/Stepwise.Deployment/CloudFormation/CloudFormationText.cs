using System.Text;
using Stepwise.Deployment.Plan;
using Stepwise.Json;

namespace Stepwise.Deployment.CloudFormation;

/// <summary>Writes texts of a CloudFormation template: a plain string, a <c>Ref</c>, an <c>Fn::GetAtt</c>, or an <c>Fn::Sub</c> in which the user's own braces are escaped.</summary>
internal static class CloudFormationText
{
    public static JsonObject Ref(string name) => JsonObject.Create(("Ref", name));

    public static JsonObject Attribute(string resource, string name) => JsonObject.Create(("Fn::GetAtt", JsonArray.Create(resource, name)));

    /// <summary>The parameter for the project's name.</summary>
    public const string ProjectName = "ProjectName";

    /// <summary>The variable for the project's name and its hyphen. Each <see cref="Sub"/> that uses the variable defines it.</summary>
    public const string Prefix = "Prefix";

    public const string PrefixPiece = "${" + Prefix + "}";

    public const string HasProjectName = "HasProjectName";

    private static readonly JsonObject _prefixValue = JsonObject.Create(("Fn::If", JsonArray.Create(HasProjectName, JsonObject.Create(("Fn::Sub", "${" + ProjectName + "}-")), "")));

    /// <summary>Returns an <c>Fn::Sub</c> that defines the given variables, and <see cref="Prefix"/> if the text uses it.</summary>
    public static JsonObject Sub(string text, params (string Name, JsonValue Value)[] variables)
    {
        var all = text.Contains(PrefixPiece) ? [(Prefix, _prefixValue), .. variables] : variables;
        return JsonObject.Create(("Fn::Sub", all.Length == 0 ? text : JsonArray.Create(text, JsonObject.Create(all))));
    }

    /// <summary>Returns the value of a template. Each key is replaced by its piece, a text inside <c>Fn::Sub</c>.</summary>
    public static JsonValue Of(Template template, IReadOnlyDictionary<string, string> pieces, params (string Name, JsonValue Value)[] variables)
    {
        if (template.OnlyKey is { } only && pieces[only] is var piece && piece != PrefixPiece && piece.LastIndexOf("${", StringComparison.Ordinal) == 0 && piece.IndexOf('}') == piece.Length - 1)
        {
            var name = piece.Substring(2, piece.Length - 3);
            return name.IndexOf('.') is > 0 and var dot ? Attribute(name.Substring(0, dot), name.Substring(dot + 1)) : Ref(name);
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

        return Sub(text.ToString(), variables);
    }

    /// <summary>Escapes literal text inside <c>Fn::Sub</c>.</summary>
    public static string Escaped(string text) => text.Replace("${", "${!");
}
