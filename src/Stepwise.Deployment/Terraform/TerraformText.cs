using System.Text;
using Stepwise.Deployment.Plan;
using Stepwise.Json;

namespace Stepwise.Deployment.Terraform;

/// <summary>Builds a string of Terraform's JSON syntax. Terraform reads every such string as a template. Only this class escapes text and inserts expressions.</summary>
internal sealed class TerraformText
{
    private readonly StringBuilder _text = new();

    /// <summary>Returns a literal text.</summary>
    public static JsonString Of(string text) => new TerraformText().Text(text).ToJson();

    /// <summary>Returns an expression. Because nothing else is in the string, the value keeps its type.</summary>
    public static JsonString Expression(string expression) => new TerraformText().Splice(expression).ToJson();

    /// <summary>Returns the text of a template. Each key is replaced by its expression.</summary>
    public static JsonString Of(Template template, IReadOnlyDictionary<string, string> expressions)
    {
        var result = new TerraformText();
        foreach (var part in template.Parts)
        {
            _ = part.IsKey ? result.Splice(expressions[part.Value]) : result.Text(part.Value);
        }

        return result.ToJson();
    }

    /// <summary>Returns a string literal for use inside an expression.</summary>
    public static string Quoted(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var c in Escaped(text))
        {
            _ = c switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append("\\\\"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                _ => result.Append(c),
            };
        }

        return result.Append('"').ToString();
    }

    public TerraformText Text(string text)
    {
        _text.Append(Escaped(text));
        return this;
    }

    public TerraformText Splice(string expression)
    {
        // "$" directly before "${" would escape the expression. "%" is handled in the same way.
        if (_text.Length > 0 && _text[_text.Length - 1] is var last and ('$' or '%'))
        {
            _text.Length--;
            _text.Append("${\"").Append(last).Append("\"}");
        }

        _text.Append("${").Append(expression).Append('}');
        return this;
    }

    public JsonString ToJson() => new(_text.ToString());

    private static string Escaped(string text) => text.Replace("${", "$${").Replace("%{", "%%{");
}
