using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Stepwise.Differential.Places;
using Stepwise.Differential.Running;
using Stepwise.Differential.Types;

namespace Stepwise.Differential;

/// <summary>A state and a value on which the two sides disagree.</summary>
/// <param name="State">The state.</param>
/// <param name="Definition">Its definition.</param>
/// <param name="Comparison">The value and the two results.</param>
/// <param name="Seed">The seed of the assembly in which it was found.</param>
internal sealed record Disagreement(RandomState State, string Definition, Comparison Comparison, int Seed)
{
    /// <summary>What is alike in disagreements that have the same cause: the kinds of nodes, without what only carries them.</summary>
    public string Shape
    {
        get
        {
            var kinds = State.Body.All().Select(static node => node.Kind).Where(static kind => kind is not ("variable" or "literal" or "expressionBody" or "choice" or "null")).Distinct().Order(StringComparer.Ordinal);
            return string.Join(" ", kinds.Append(State.Language is Language.JsonPath ? "JSONPath" : "JSONata"));
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"-- {State.Place}, {State.Language}{State.Naming.Attribute}, seed {Seed}");
        var records = new HashSet<RecordType>();
        foreach (var parameter in State.Read)
        {
            Catalogue.Collect(parameter.Type.Type, records);
        }

        var body = State.Body.Write(isExecuted: false);
        foreach (var declaration in records.Select(static record => record.Declaration).Distinct().Where(declaration => Mentions(declaration, body)))
        {
            text.AppendLine("   " + declaration.TrimEnd().Replace("\n", "\n   ", StringComparison.Ordinal));
        }

        text.AppendLine("   " + WorkflowSource.Signature(State));
        text.AppendLine("   " + JsonNode.Parse(Definition)!["States"]![WorkflowSource.State]!.ToJsonString(JsonText.Options));
        text.AppendLine("   value " + Comparison.Input.ToJsonString(JsonText.Options));
        text.AppendLine("   C# " + Comparison.Expected.Text);
        text.Append("   ASL " + Comparison.Actual.Text);
        if (Comparison.Script is { } script && script.Text != Comparison.Actual.Text)
        {
            text.AppendLine().Append("   jsonata-js " + script.Text);
        }

        return text.ToString();
    }

    /// <summary>Whether a record has a member that the body reads, or is named in it. Others are not shown.</summary>
    private static bool Mentions(string declaration, string body) => body.Split(['.', ' ', '(', ')', ';', '{', ':', ',', '?', '!']).Any(word => word.Length > 2 && declaration.Contains(" " + word, StringComparison.Ordinal));
}
