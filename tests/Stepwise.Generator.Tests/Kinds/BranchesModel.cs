using Stepwise.Generator.Kinds;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Tests.Kinds;

/// <summary>A kind that the compiler does not know: a state that runs machines.</summary>
internal sealed record BranchesModel : StateModel
{
    public required EquatableArray<MachineModel> Branches { get; init; }

    public ResultModel? Result { get; init; }

    public override IReadOnlyList<TransitionModel> Transitions => NextOrEnd();

    public override bool IsTerminal => End;

    public override ResultModel? Writes => Result;

    public override IReadOnlyList<Expression> Expressions => [];

    public override OutputModel? Output => null;

    public override EquatableArray<MachineModel> Machines => Branches;

    public override WorkModel Work => new(TakesDefaultRetry: false, MayWaitForever: false, MayFailWithoutCause: true, Invokes: null);

    public override bool PassesTime => false;

    public override bool IsAnalysed => true;
}

/// <summary>Builds <see cref="BranchesModel"/> as a Parallel state.</summary>
internal sealed class BranchesKind() : StateKind<BranchesModel>(new BranchesReader())
{
    protected override StatesLanguage.State Build(BranchesModel state, StateContext context) => new StatesLanguage.ParallelState
    {
        Name = state.Name,
        Branches = context.Machines,
        Retry = context.Retriers(),
        Catch = context.Catchers(),
        Next = context.NameOf(state.Next),
        End = state.End,
    };
}
