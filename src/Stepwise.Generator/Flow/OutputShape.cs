using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Flow;

/// <summary>The output contract: what the ending states put out.</summary>
/// <param name="Type">The one type that all of them put out, where it is one.</param>
/// <param name="Properties">The properties of all of them, otherwise; a property that not all set is nullable.</param>
internal sealed record OutputShape(WireType? Type, EquatableArray<PropertyShape> Properties)
{
    public static OutputShape Of(WorkflowModel workflow, ValueTable values, Action<DiagnosticInfo> report)
    {
        var types = new List<WireType?>();
        var outputs = new List<List<OutputProperty<WireType>>>();
        var states = new List<StateModel>();
        foreach (var state in workflow.Machine.States)
        {
            if (state.Output is not { } output)
            {
                continue;
            }

            var properties = new List<OutputProperty<WireType>>();
            Add(properties, output.Properties);
            types.Add(output.Type);
            outputs.Add(properties);
            states.Add(state);
        }

        if (types.Count > 0 && types[0] is { } only && types.TrueForAll(type => type?.Name == only.Name))
        {
            return new OutputShape(types.Exists(static type => type is { IsNullable: true }) ? only.AsNullable() : only, default);
        }

        for (var i = 0; i < types.Count; i++)
        {
            if (types[i] is { } type && workflow.Shapes.FindShape(type) is { } shape)
            {
                Add(outputs[i], shape.Properties);
            }
        }

        var merged = OutputMerge.Of(
            outputs,
            static (left, right) => left.Join(right),
            (property, known, index) => report(new DiagnosticInfo(DiagnosticIds.OutputWithTwoTypes, states[index].Anchor,
                property.WireName, TypeText.Of(known), TypeText.Of(property.Type), states[index].Member)));
        foreach (var state in states)
        {
            CheckDocument(workflow.Machine, state, values, merged, report);
        }

        var result = new List<PropertyShape>(merged.Count);
        foreach (var property in merged)
        {
            result.Add(new PropertyShape(property.Name, property.WireName, property.IsAlwaysSet ? property.Type : property.Type.AsNullable(), IsAlwaysPresent: false, DocumentationOf(workflow, property)));
        }

        return new OutputShape(null, new EquatableArray<PropertyShape>(result));
    }

    /// <summary>A JSONPath state that computes no output hands the document on, whose fields must then agree with what the other states put out.</summary>
    private static void CheckDocument(
        MachineModel machine, StateModel state, ValueTable values, List<MergedProperty<WireType>> merged, Action<DiagnosticInfo> report)
    {
        if (state.Output != OutputModel.None || (state.Language ?? machine.Language) is not Language.JsonPath)
        {
            return;
        }

        foreach (var value in values.Values)
        {
            if (merged.Find(property => property.WireName == value.WireName) is { WireName: not null } property
                && property.Type.Join(value.Type) is null)
            {
                report(new DiagnosticInfo(
                    DiagnosticIds.OutputWithTwoTypes, state.Anchor, property.WireName, TypeText.Of(property.Type), TypeText.Of(value.Type), state.Member));
            }
        }
    }

    /// <summary>What is said of the input or the one property of that name and type of which the workflow knows: a value keeps its meaning where it is put out under its own name.</summary>
    private static ValueDocumentation? DocumentationOf(WorkflowModel workflow, MergedProperty<WireType> property)
    {
        foreach (var parameter in workflow.Machine.Start?.Parameters ?? default)
        {
            if (parameter.WireName == property.WireName && parameter.Type.AsNotNullable() == property.Type.AsNotNullable())
            {
                return parameter.Documentation;
            }
        }

        ValueDocumentation? found = null;
        foreach (var shape in workflow.Shapes.All)
        {
            foreach (var candidate in shape.Properties)
            {
                if (candidate.WireName == property.WireName && candidate.Type.AsNotNullable() == property.Type.AsNotNullable() && candidate.Documentation is { } documentation)
                {
                    if (found is not null && found != documentation)
                    {
                        return null;
                    }

                    found = documentation;
                }
            }
        }

        return found;
    }

    private static void Add(List<OutputProperty<WireType>> properties, EquatableArray<PropertyShape> shapes)
    {
        foreach (var shape in shapes)
        {
            properties.Add(new OutputProperty<WireType>(shape.Name, shape.WireName, shape.Type));
        }
    }
}
