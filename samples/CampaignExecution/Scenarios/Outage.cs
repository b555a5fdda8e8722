using Stepwise.Local;

namespace CampaignSystem.Scenarios;

/// <summary>Calls of a state that fail, counted from 1.</summary>
/// <param name="State">The state.</param>
/// <param name="LastCall">The last call that fails.</param>
/// <param name="Error">The error; null where the call takes longer than it may.</param>
/// <param name="Cause">The cause.</param>
internal sealed record Outage(string State, int LastCall, string? Error, string? Cause)
{
    public static Outage Once(string state, string error, string cause) => new(state, 1, error, cause);

    public static Outage Always(string state, string error, string cause) => new(state, int.MaxValue, error, cause);

    public static Outage TimesOut(string state) => new(state, int.MaxValue, null, null);

    public void AddTo(TaskFaults faults) =>
        _ = Error is null ? faults.TimeOut(State, 1, LastCall) : faults.Fail(State, 1, LastCall, Error, Cause);
}
