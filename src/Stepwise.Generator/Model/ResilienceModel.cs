namespace Stepwise.Generator.Model;

/// <summary>A <c>[Retry]</c>; what is not written is null.</summary>
internal sealed record RetryModel(
    EquatableArray<ErrorName> Errors,
    int? IntervalSeconds,
    int? MaxAttempts,
    double? BackoffRate,
    int? MaxDelaySeconds,
    bool? FullJitter,
    int Anchor);

/// <summary>A <c>[Catch]</c>.</summary>
internal sealed record CatchModel(EquatableArray<ErrorName> Errors, StateReference? Next, string ResultName, int Anchor);

/// <summary>The name of an error in a <c>[Retry]</c> or <c>[Catch]</c>.</summary>
internal sealed record ErrorName(string Name, int Anchor);

/// <summary>The retriers and catchers that are in force for a state: its own, or the defaults of its class.</summary>
/// <param name="Retry">The retriers.</param>
/// <param name="Catch">The catchers.</param>
/// <param name="IsExemptFromCatch">Whether a default of the class is not in force because the state is part of the failure path itself.</param>
internal sealed record ResilienceModel(EquatableArray<RetryModel> Retry, EquatableArray<CatchModel> Catch, bool IsExemptFromCatch)
{
    public static readonly ResilienceModel None = new(default, default, IsExemptFromCatch: false);
}
