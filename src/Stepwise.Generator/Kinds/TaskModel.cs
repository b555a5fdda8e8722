using Stepwise.Generator.Model;

namespace Stepwise.Generator.Kinds;

/// <summary>A Task state.</summary>
internal abstract record TaskModel : StateModel
{
    public int? TimeoutSeconds { get; init; }

    public int? HeartbeatSeconds { get; init; }

    /// <summary>The value that the task's result becomes; null where the result is discarded or is the output.</summary>
    public ResultModel? Result { get; init; }

    /// <summary>The result's type where the task ends the execution: the output.</summary>
    public WireType? OutputType { get; init; }

    /// <summary>Whether a parameter is the task token. The task then waits until the token is sent back.</summary>
    public bool WaitsForToken { get; init; }

    public sealed override IReadOnlyList<TransitionModel> Transitions => NextOrEnd();

    public sealed override bool IsTerminal => End;

    public sealed override ResultModel? Writes => Result;

    public sealed override OutputModel? Output => End ? new OutputModel(OutputType) : null;

    public sealed override EquatableArray<MachineModel> Machines => default;

    public sealed override WorkModel Work => new(
        TakesDefaultRetry: true,
        MayWaitForever: WaitsForToken && TimeoutSeconds is null && HeartbeatSeconds is null,
        MayFailWithoutCause,
        Invokes);

    /// <inheritdoc cref="WorkModel.MayFailWithoutCause"/>
    protected virtual bool MayFailWithoutCause => WaitsForToken;

    /// <summary>What the task calls; null where that is not analysed.</summary>
    protected abstract InvocationModel? Invokes { get; }
}
