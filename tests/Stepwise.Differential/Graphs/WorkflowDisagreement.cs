using System.Globalization;
using System.Text;
using Stepwise.Differential.Places;
using Stepwise.Differential.Running;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Graphs;

/// <summary>A workflow and an execution on which the two sides disagree.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="Definition">Its definition.</param>
/// <param name="Comparison">The execution.</param>
/// <param name="Seed">The seed of the assembly in which it was found.</param>
internal sealed record WorkflowDisagreement(RandomWorkflow Workflow, string Definition, WorkflowComparison Comparison, int Seed)
{
    /// <summary>What is alike in disagreements that have the same cause: the kinds of states and nodes, and how the execution ends.</summary>
    public string Shape
    {
        get
        {
            var kinds = Workflow.States.Select(static state => state.Kind.ToString())
                .Concat(Workflow.States.SelectMany(static state => state.Body?.All() ?? []).Select(static node => node.Kind).Where(static kind => kind is not ("variable" or "literal" or "expressionBody" or "null" or Routes.Target)));
            return string.Join(" ", kinds.Distinct().Order(StringComparer.Ordinal).Append(Workflow.Language.ToString()).Append(Comparison.Expected.End.ToString()));
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"-- seed {Seed}");
        var source = GraphSource.Write("W", Workflow)[WorkflowSource.Usings.Length..];
        foreach (var declaration in Types().Select(static type => type.Declaration).Distinct().Where(static declaration => declaration.Length > 0))
        {
            text.AppendLine("   " + declaration.TrimEnd().Replace("\n", "\n   ", StringComparison.Ordinal));
        }

        text.AppendLine("   " + source.TrimEnd().Replace("\n", "\n   ", StringComparison.Ordinal));
        text.AppendLine("   " + Definition.Trim().Replace("\n", "\n   ", StringComparison.Ordinal));
        text.AppendLine("   input " + Comparison.Input.ToJsonString(JsonText.Options));
        text.AppendLine("   tasks " + Comparison.Table.Given.ToJsonString(JsonText.Options));
        text.AppendLine("   C#  " + Comparison.Expected.Text);
        text.Append("   ASL " + Comparison.Actual.Text);
        if (Comparison.ContractFault is { } fault)
        {
            text.AppendLine().Append("   contract: " + fault);
        }

        return text.ToString();
    }

    /// <summary>The records that parameters and results are made of.</summary>
    private HashSet<RecordType> Types()
    {
        var records = new HashSet<RecordType>();
        foreach (var type in Workflow.States.SelectMany(static state => state.Parameters.Select(static reading => reading.Variable.Type).Append(state.Result)).Concat(Workflow.ReadInputs.Select(static input => input.Type)).OfType<TypeRef>())
        {
            Catalogue.Collect(type.Type, records);
        }

        return records;
    }
}
