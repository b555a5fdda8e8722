using Stepwise.Generator.Model;

namespace Stepwise.Generator.Kinds.Wait;

/// <summary>A Wait state.</summary>
internal sealed record WaitModel : StateModel
{
    public int? Seconds { get; init; }

    /// <summary>A <see cref="SecondsExpression"/>, or an expression of type DateTimeOffset.</summary>
    public Expression? Until { get; init; }

    public override IReadOnlyList<TransitionModel> Transitions => NextOrEnd();

    public override bool IsTerminal => End;

    public override ResultModel? Writes => null;

    public override IReadOnlyList<Expression> Expressions => Until is { } until ? [until] : [];

    public override OutputModel? Output => End ? OutputModel.None : null;

    public override EquatableArray<MachineModel> Machines => default;

    public override WorkModel? Work => null;

    public override bool PassesTime => true;

    public override bool IsAnalysed => true;
}
