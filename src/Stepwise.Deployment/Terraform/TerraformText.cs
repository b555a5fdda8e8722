using System.Text;
using Stepwise.Deployment.Plan;
using Stepwise.Json;

namespace Stepwise.Deployment.Terraform;

/// <summary>A string of Terraform's JSON syntax. Each is a template there: text is escaped and expressions are spliced here and nowhere else.</summary>
internal sealed class TerraformText
{
    private readonly StringBuilder _text = new();

    /// <summary>A text that means itself.</summary>
    public static JsonString Of(string text) => new TerraformText().Text(text).ToJson();

    /// <summary>An expression alone, which keeps its type.</summary>
    public static JsonString Expression(string expression) => new TerraformText().Splice(expression).ToJson();

    /// <summary>A template, each of whose keys stands for an expression.</summary>
    public static JsonString Of(Template template, IReadOnlyDictionary<string, string> expressions)
    {
        var result = new TerraformText();
        foreach (var part in template.Parts)
        {
            _ = part.IsKey ? result.Splice(expressions[part.Value]) : result.Text(part.Value);
        }

        return result.ToJson();
    }

    /// <summary>A string literal inside an expression.</summary>
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
        // A dollar sign before an expression would escape it.
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
