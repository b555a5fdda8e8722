using Stepwise.Generator.Model;

namespace Stepwise.Generator.Kinds.Fail;

/// <summary>A Fail state.</summary>
internal sealed record FailModel : StateModel
{
    public required string Error { get; init; }

    public string? Cause { get; init; }

    /// <summary>The cause that the body computes.</summary>
    public Expression? CauseExpression { get; init; }

    public override IReadOnlyList<TransitionModel> Transitions => [];

    public override bool IsTerminal => true;

    public override ResultModel? Writes => null;

    public override IReadOnlyList<Expression> Expressions => CauseExpression is { } cause ? [cause] : [];

    public override OutputModel? Output => null;

    public override EquatableArray<MachineModel> Machines => default;

    public override WorkModel? Work => null;

    public override bool PassesTime => false;

    public override bool IsAnalysed => true;
}
