using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Flow;

internal enum ValueOrigin
{
    /// <summary>A property of the input.</summary>
    Input,

    /// <summary>The whole input, under the name of its <c>[Payload]</c> parameter.</summary>
    WholeInput,

    /// <summary>The result of a state.</summary>
    Result,

    /// <summary>A caught error.</summary>
    Error,
}

/// <summary>A value that states read by name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="WireName">Its property of the input, for inputs.</param>
internal sealed record Value(string Name, WireType Type, ValueOrigin Origin, string WireName);

/// <summary>All values of a workflow by name, in the order of their first writer.</summary>
internal sealed class ValueTable
{
    private static readonly WireType ErrorType = new(WireKind.Object, "global::Stepwise.WorkflowError");

    private readonly Dictionary<string, Value> byName = new(StringComparer.Ordinal);
    private readonly List<Value> values = [];
    private readonly Action<DiagnosticInfo> report;

    private ValueTable(Action<DiagnosticInfo> report) => this.report = report;

    public IReadOnlyList<Value> Values => values;

    public static ValueTable Of(WorkflowModel workflow, StateGraph graph, Action<DiagnosticInfo> report)
    {
        var table = new ValueTable(report);
        if (workflow.Start is { } start)
        {
            table.AddInputs(workflow, start);
        }

        foreach (var node in graph.Nodes)
        {
            if (ResultOf(node.State) is { } result)
            {
                table.AddWritten(new Value(result.Name, result.Type, ValueOrigin.Result, result.Name), result.Anchor, "'" + node.State.Member + "'");
            }

            foreach (var effective in node.Catch)
            {
                table.AddWritten(new Value(effective.ResultName, ErrorType, ValueOrigin.Error, effective.ResultName), effective.Anchor, "this [Catch]");
            }
        }

        return table;
    }

    public Value? Find(string name) => byName.TryGetValue(name, out var value) ? value : null;

    /// <summary>What a state writes when it succeeds.</summary>
    public static ResultModel? ResultOf(StateModel state) => state switch
    {
        TaskModel task => task.Result,
        PassModel pass => pass.Result,
        _ => null,
    };

    private void AddInputs(WorkflowModel workflow, StartModel start)
    {
        foreach (var parameter in start.Parameters)
        {
            if (!parameter.IsPayload)
            {
                Add(new Value(parameter.Name, parameter.Type, ValueOrigin.Input, parameter.WireName));
                continue;
            }

            Add(new Value(parameter.Name, parameter.Type, ValueOrigin.WholeInput, ""));
            foreach (var shape in workflow.Shapes)
            {
                if (shape.TypeName != parameter.Type.Name)
                {
                    continue;
                }

                foreach (var property in shape.Properties)
                {
                    Add(new Value(WireNames.CamelCase(property.Name), property.Type, ValueOrigin.Input, property.WireName));
                }
            }
        }
    }

    private void AddWritten(Value value, int anchor, string writer)
    {
        if (!byName.TryGetValue(value.Name, out var known))
        {
            Add(value);
            return;
        }

        if (known.Origin is ValueOrigin.Input or ValueOrigin.WholeInput)
        {
            report(new DiagnosticInfo(DiagnosticIds.ResultHidesInput, anchor, value.Name, writer));
        }
        else if (known.Type.AsNotNullable() != value.Type.AsNotNullable())
        {
            report(new DiagnosticInfo(DiagnosticIds.ResultNameWithTwoTypes, anchor, value.Name, TypeText.Of(known.Type), TypeText.Of(value.Type), writer));
        }
        else if (value.Type.IsNullable && !known.Type.IsNullable)
        {
            var merged = known with { Type = known.Type.AsNullable() };
            byName[value.Name] = merged;
            values[values.IndexOf(known)] = merged;
        }
    }

    private void Add(Value value)
    {
        if (!byName.ContainsKey(value.Name))
        {
            byName.Add(value.Name, value);
            values.Add(value);
        }
    }
}
