using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Flow;

/// <summary>The values of a machine by name, in the order of their first writer; and those of the machine around it.</summary>
internal sealed class ValueTable
{
    private static readonly WireType _errorType = new(WireKind.Object, "global::Stepwise.WorkflowError");

    private readonly Dictionary<string, ValueModel> _byName = new(StringComparer.Ordinal);
    private readonly List<ValueModel> _values = [];
    private readonly ValueTable? _outer;
    private readonly Action<DiagnosticInfo> _report;
    private readonly bool _isDocument;

    private ValueTable(Language language, ValueTable? outer, Action<DiagnosticInfo> report)
    {
        _isDocument = language is Language.JsonPath;
        _outer = outer;
        _report = report;
    }

    /// <summary>The machine's own values.</summary>
    public IReadOnlyList<ValueModel> Values => _values;

    /// <summary>The values that the machine's states can read: its own, and those of the machines around it that none of its own hides.</summary>
    public IEnumerable<ValueModel> InScope => _outer is null ? _values : _values.Concat(_outer.InScope.Where(value => !Owns(value.Name)));

    /// <summary>Collects the values of a machine.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="shapes">The objects that its contracts are made of.</param>
    /// <param name="outer">The values of the machine around it, which its states can read. Null if they can read none of them.</param>
    /// <param name="report">Takes the diagnostics.</param>
    public static ValueTable Create(MachineModel machine, StateGraph graph, ObjectShapes shapes, ValueTable? outer, Action<DiagnosticInfo> report)
    {
        var table = new ValueTable(machine.Language, outer, report);
        foreach (var parameter in machine.Start?.Parameters ?? default)
        {
            table.AddInput(parameter, shapes);
        }

        foreach (var node in graph.Nodes)
        {
            if (node.State.Writes is { } result)
            {
                table.AddWritten(new ValueModel(result.Name, result.Type, ValueOrigin.Result, result.Name), result.Anchor, "'" + node.State.Member + "'");
            }

            foreach (var catcher in node.Resilience.Catch)
            {
                var mayLackCause = node.State.Work is { MayFailWithoutCause: true };
                table.AddWritten(new ValueModel(catcher.ResultName, _errorType, ValueOrigin.Error, catcher.ResultName, mayLackCause), catcher.Anchor, "this [Catch]");
            }
        }

        return table;
    }

    public ValueModel? Find(string name) => _byName.TryGetValue(name, out var value) ? value : _outer?.Find(name);

    /// <summary>Whether a value is the machine's own, rather than one of a machine around it.</summary>
    public bool Owns(string name) => _byName.ContainsKey(name);

    private void AddInput(ParameterModel parameter, ObjectShapes shapes)
    {
        if (!parameter.IsPayload)
        {
            Add(new ValueModel(parameter.Name, parameter.Type, ValueOrigin.Input, parameter.WireName));
            return;
        }

        Add(new ValueModel(parameter.Name, parameter.Type, ValueOrigin.WholeInput, ""));
        foreach (var property in shapes.FindShape(parameter.Type)?.Properties ?? default)
        {
            Add(new ValueModel(WireNames.CamelCase(property.Name), property.Type, ValueOrigin.Input, property.WireName));
        }
    }

    private void AddWritten(ValueModel value, int anchor, string writer)
    {
        // In the document of JSONPath, inputs and results are fields of one object.
        if (_isDocument && _values.Find(other => other.Origin is ValueOrigin.Input && other.WireName == value.WireName && other.Name != value.Name) is { } input)
        {
            _report(new DiagnosticInfo(DiagnosticIds.ResultHidesInput, anchor, input.WireName, writer));
        }

        if (!_byName.TryGetValue(value.Name, out var known))
        {
            Add(value);
            return;
        }

        if (known.Origin is ValueOrigin.Input or ValueOrigin.WholeInput)
        {
            _report(new DiagnosticInfo(DiagnosticIds.ResultHidesInput, anchor, value.Name, writer));
        }
        else if (known.Type.Join(value.Type) is not { } joined)
        {
            _report(new DiagnosticInfo(DiagnosticIds.ResultNameWithTwoTypes, anchor, value.Name, TypeText.Of(known.Type), TypeText.Of(value.Type), writer));
        }
        else if (joined != known.Type || (value.MayLackCause && !known.MayLackCause))
        {
            var merged = known with { Type = joined, MayLackCause = known.MayLackCause || value.MayLackCause };
            _byName[value.Name] = merged;
            _values[_values.IndexOf(known)] = merged;
        }
    }

    private void Add(ValueModel value)
    {
        if (!_byName.ContainsKey(value.Name))
        {
            _byName.Add(value.Name, value);
            _values.Add(value);
        }
    }
}
