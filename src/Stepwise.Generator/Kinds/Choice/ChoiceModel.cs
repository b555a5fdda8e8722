using Stepwise.Generator.Model;

namespace Stepwise.Generator.Kinds.Choice;

/// <summary>A Choice state.</summary>
internal sealed record ChoiceModel : StateModel
{
    /// <summary>The rules in order; the last one without a condition is the default.</summary>
    public EquatableArray<ChoiceArm> Arms { get; init; }

    public override IReadOnlyList<TransitionModel> Transitions => Arms.IsEmpty
        ? [TransitionModel.Unread(Anchor)]
        : [.. Arms.Select(static arm => new TransitionModel(arm.Target, TransitionKind.Choice, null) { Proved = arm.Proved })];

    public override bool IsTerminal => false;

    public override ResultModel? Writes => null;

    public override IReadOnlyList<Expression> Expressions => [.. Arms.Select(static arm => arm.Condition).OfType<Expression>()];

    public override OutputModel? Output => null;

    public override EquatableArray<MachineModel> Machines => default;

    public override WorkModel? Work => null;

    public override bool PassesTime => false;

    public override bool IsAnalysed => true;
}

/// <summary>A way out of a Choice; no condition: the default.</summary>
/// <param name="Condition">Its condition, if none before it holds; null for the default.</param>
/// <param name="Target">Where it leads to.</param>
internal sealed record ChoiceArm(Expression? Condition, StateReference Target)
{
    /// <summary>What the conditions prove on this way: the values, and paths from them, that are not null.</summary>
    public EquatableArray<string> Proved { get; init; }
}
