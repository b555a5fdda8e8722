using Stepwise.Local.Machine.Tasks;

namespace Stepwise.Local;

/// <summary>Faults to inject into Tasks: calls of a state that fail, take longer or time out. Calls are counted from 1 over the whole execution, and retries are counted too. If several faults are for one call, the first failure or timeout counts, and all delays add up.</summary>
public sealed class TaskFaults
{
    private readonly Dictionary<string, List<Fault>> _faults = new(StringComparer.Ordinal);

    /// <summary>Every call of a state fails; the handler is not called.</summary>
    /// <param name="stateName">The state.</param>
    /// <param name="error">The error's name.</param>
    /// <param name="cause">The cause; null for none.</param>
    /// <returns>The same object.</returns>
    public TaskFaults Fail(string stateName, string error, string? cause = null) => Fail(stateName, 1, int.MaxValue, error, cause);

    /// <summary>One call of a state fails; the handler is not called.</summary>
    /// <param name="stateName">The state.</param>
    /// <param name="attempt">Which call, from 1.</param>
    /// <param name="error">The error's name.</param>
    /// <param name="cause">The cause; null for none.</param>
    /// <returns>The same object.</returns>
    public TaskFaults Fail(string stateName, int attempt, string error, string? cause = null) => Fail(stateName, attempt, attempt, error, cause);

    /// <summary>Several calls of a state fail; the handler is not called.</summary>
    /// <param name="stateName">The state.</param>
    /// <param name="firstAttempt">The first call that fails, from 1.</param>
    /// <param name="lastAttempt">The last one.</param>
    /// <param name="error">The error's name.</param>
    /// <param name="cause">The cause; null for none.</param>
    /// <returns>The same object.</returns>
    public TaskFaults Fail(string stateName, int firstAttempt, int lastAttempt, string error, string? cause = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(error);
        return Add(stateName, firstAttempt, lastAttempt, TimeSpan.Zero, new(null, error, cause), neverEnds: false);
    }

    /// <summary>Every call of a state takes longer.</summary>
    /// <param name="stateName">The state.</param>
    /// <param name="delay">How much, on the clock, before the handler is called.</param>
    /// <returns>The same object.</returns>
    public TaskFaults Delay(string stateName, TimeSpan delay) => Delay(stateName, 1, int.MaxValue, delay);

    /// <summary>One call of a state takes longer.</summary>
    /// <param name="stateName">The state.</param>
    /// <param name="attempt">Which call, from 1.</param>
    /// <param name="delay">How much, on the clock, before the handler is called.</param>
    /// <returns>The same object.</returns>
    public TaskFaults Delay(string stateName, int attempt, TimeSpan delay) => Delay(stateName, attempt, attempt, delay);

    /// <summary>Several calls of a state take longer.</summary>
    /// <param name="stateName">The state.</param>
    /// <param name="firstAttempt">The first call, from 1.</param>
    /// <param name="lastAttempt">The last one.</param>
    /// <param name="delay">How much, on the clock, before the handler is called.</param>
    /// <returns>The same object.</returns>
    public TaskFaults Delay(string stateName, int firstAttempt, int lastAttempt, TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return Add(stateName, firstAttempt, lastAttempt, delay, null, neverEnds: false);
    }

    /// <summary>Every call of a state times out: nothing comes back until its <c>TimeoutSeconds</c> or <c>HeartbeatSeconds</c> are over. A state without either times out at once.</summary>
    /// <param name="stateName">The state.</param>
    /// <returns>The same object.</returns>
    public TaskFaults TimeOut(string stateName) => TimeOut(stateName, 1, int.MaxValue);

    /// <summary>One call of a state times out.</summary>
    /// <param name="stateName">The state.</param>
    /// <param name="attempt">Which call, from 1.</param>
    /// <returns>The same object.</returns>
    public TaskFaults TimeOut(string stateName, int attempt) => TimeOut(stateName, attempt, attempt);

    /// <summary>Several calls of a state time out.</summary>
    /// <param name="stateName">The state.</param>
    /// <param name="firstAttempt">The first call, from 1.</param>
    /// <param name="lastAttempt">The last one.</param>
    /// <returns>The same object.</returns>
    public TaskFaults TimeOut(string stateName, int firstAttempt, int lastAttempt) => Add(stateName, firstAttempt, lastAttempt, TimeSpan.Zero, null, neverEnds: true);

    /// <summary>Finds the fault for a call.</summary>
    /// <param name="stateName">The state.</param>
    /// <param name="call">Which call, from 0.</param>
    internal (TaskAnswer? Failure, TimeSpan Delay, bool NeverEnds) For(string stateName, int call)
    {
        TaskAnswer? failure = null;
        var delay = TimeSpan.Zero;
        var neverEnds = false;
        if (_faults.TryGetValue(stateName, out var faults))
        {
            foreach (var fault in faults)
            {
                if (call + 1 >= fault.First && call + 1 <= fault.Last)
                {
                    delay += fault.Delay;
                    if (failure is null && !neverEnds)
                    {
                        failure = fault.Failure;
                        neverEnds = fault.NeverEnds;
                    }
                }
            }
        }

        return (failure, delay, neverEnds);
    }

    private TaskFaults Add(string stateName, int first, int last, TimeSpan delay, TaskAnswer? failure, bool neverEnds)
    {
        ArgumentException.ThrowIfNullOrEmpty(stateName);
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        if (!_faults.TryGetValue(stateName, out var faults))
        {
            _faults.Add(stateName, faults = []);
        }

        faults.Add(new(first, last, delay, failure, neverEnds));
        return this;
    }

    private sealed record Fault(int First, int Last, TimeSpan Delay, TaskAnswer? Failure, bool NeverEnds);
}
