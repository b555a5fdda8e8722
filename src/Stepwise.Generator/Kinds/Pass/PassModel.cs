using Stepwise.Generator.Model;

namespace Stepwise.Generator.Kinds.Pass;

/// <summary>A Pass state.</summary>
internal sealed record PassModel : StateModel
{
    /// <summary>The value that the body computes; null for a marker.</summary>
    public Expression? Value { get; init; }

    public ResultModel? Result { get; init; }

    /// <summary>The value's type where the state ends the execution: the output.</summary>
    public WireType? OutputType { get; init; }

    public override IReadOnlyList<TransitionModel> Transitions => NextOrEnd();

    public override bool IsTerminal => End;

    public override ResultModel? Writes => Result;

    public override IReadOnlyList<Expression> Expressions => Value is { } value ? [value] : [];

    public override OutputModel? Output => End ? new OutputModel(OutputType) : null;

    public override EquatableArray<MachineModel> Machines => default;

    public override WorkModel? Work => null;

    public override bool PassesTime => false;

    public override bool IsAnalysed => true;
}
