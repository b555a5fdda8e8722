using Stepwise.Generator.Model;

namespace Stepwise.Generator.Kinds.Succeed;

/// <summary>A Succeed state.</summary>
internal sealed record SucceedModel : StateModel
{
    /// <summary>The output that the body builds; null without a body.</summary>
    public Expression? Value { get; init; }

    /// <summary>The body's type where it is an existing type; null for an anonymous object.</summary>
    public WireType? OutputType { get; init; }

    /// <summary>The properties of the anonymous object that the body builds.</summary>
    public EquatableArray<PropertyShape> OutputProperties { get; init; }

    public override IReadOnlyList<TransitionModel> Transitions => [];

    public override bool IsTerminal => true;

    public override ResultModel? Writes => null;

    public override IReadOnlyList<Expression> Expressions => Value is { } value ? [value] : [];

    public override OutputModel Output => new(OutputType, Value is null ? PropertiesOfParameters() : OutputProperties);

    public override EquatableArray<MachineModel> Machines => default;

    public override WorkModel? Work => null;

    public override bool PassesTime => false;

    public override bool IsAnalysed => true;

    private EquatableArray<PropertyShape> PropertiesOfParameters()
    {
        var properties = new List<PropertyShape>(Parameters.Count);
        foreach (var parameter in Parameters)
        {
            properties.Add(new PropertyShape(parameter.Name, parameter.WireName, parameter.Type, IsAlwaysPresent: false));
        }

        return new EquatableArray<PropertyShape>(properties);
    }
}
