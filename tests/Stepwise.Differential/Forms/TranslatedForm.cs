using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stepwise.Differential.Corpus;

namespace Stepwise.Differential.Forms;

/// <summary>A form of C# with what it becomes.</summary>
/// <param name="Section">Its section.</param>
/// <param name="Form">The form.</param>
/// <param name="Jsonata">How it fares in JSONata.</param>
/// <param name="JsonPath">How it fares in JSONPath.</param>
internal sealed record TranslatedForm(FormSection Section, Form Form, CorpusResult Jsonata, CorpusResult JsonPath)
{
    private static readonly JsonSerializerOptions _compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is wrong with it; null if nothing is.</summary>
    public string? Fault => Jsonata.Error ?? Jsonata.Refusal ?? Jsonata.Disagreement ?? JsonPath.Disagreement;

    /// <summary>The JSONata.</summary>
    public string? InJsonata => TextOf(Jsonata);

    /// <summary>The path, the intrinsic function or the rule of a Choice; null if JSONPath cannot express it.</summary>
    public string? InJsonPath => TextOf(JsonPath);

    private static string? TextOf(CorpusResult result)
    {
        if (result.Definition is null)
        {
            return null;
        }

        var state = JsonNode.Parse(result.Definition)!["States"]!["S"]!;
        var value = state["Choices"]?[0] is JsonObject rule ? Rule(rule) : state["Output"] ?? Member(state["Parameters"]) ?? state;
        var text = value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(_compact);
        text = text.StartsWith("{% ", StringComparison.Ordinal) && text.IndexOf("%}", StringComparison.Ordinal) == text.Length - 2 ? text[3..^3] : text;
        return text.Replace("$states.context.Execution.Input.", "$", StringComparison.Ordinal);
    }

    private static JsonNode? Member(JsonNode? parameters) => parameters?["value.$"] ?? parameters?["value"];

    private static JsonNode Rule(JsonObject rule)
    {
        if (rule["Condition"] is { } condition)
        {
            return condition;
        }

        var test = rule.DeepClone().AsObject();
        test.Remove("Next");
        return test;
    }
}
