using System.Diagnostics.CodeAnalysis;
using Stepwise.Json;

namespace Stepwise.Local;

/// <summary>Mocked results of Tasks, by state and by call. No handler is called for a mocked state. The history shows mocked results as it shows real ones.</summary>
public sealed class TaskMocks
{
    private readonly Dictionary<string, StateMock> _states = new(StringComparer.Ordinal);

    /// <summary>The states that have mocks.</summary>
    public IReadOnlyCollection<string> States => _states.Keys;

    /// <summary>Mocks a state: <c>mocks.Configure("Charge", mock => mock.Throw("Payment.Busy").Return(receipt))</c>.</summary>
    /// <param name="stateName">The state.</param>
    /// <param name="configure">Adds the responses of the state's calls, in order.</param>
    /// <returns>The same object.</returns>
    public TaskMocks Configure(string stateName, Action<StateMock> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(stateName);
        ArgumentNullException.ThrowIfNull(configure);
        if (!_states.TryGetValue(stateName, out var mock))
        {
            _states.Add(stateName, mock = new());
        }

        configure(mock);
        return this;
    }

    /// <summary>Every call of a state returns a result.</summary>
    /// <param name="stateName">The state.</param>
    /// <param name="result">The result of the task as AWS gives it, for <c>lambda:invoke</c> with the envelope; for a task that waits for a token what comes back with it.</param>
    /// <returns>The same object.</returns>
    public TaskMocks Return(string stateName, JsonValue result) => Configure(stateName, mock => mock.Return(result));

    /// <summary>Every call of a state fails.</summary>
    /// <param name="stateName">The state.</param>
    /// <param name="error">The error's name.</param>
    /// <param name="cause">The cause; null for none.</param>
    /// <returns>The same object.</returns>
    public TaskMocks Throw(string stateName, string error, string? cause = null) => Configure(stateName, mock => mock.Throw(error, cause));

    /// <summary>The mock of a state.</summary>
    internal bool TryGet(string stateName, [NotNullWhen(true)] out StateMock? mock) => _states.TryGetValue(stateName, out mock);
}
