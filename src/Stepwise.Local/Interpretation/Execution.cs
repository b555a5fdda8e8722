using Stepwise.Json;
using Stepwise.Local.Timing;

namespace Stepwise.Local.Interpretation;

/// <summary>What is known and kept of one execution. Everything here happens on the loop.</summary>
internal sealed class Execution
{
    public required LocalStepFunctions Service { get; init; }

    public required LocalStateMachine StateMachine { get; init; }

    public required string Name { get; init; }

    public required string Arn { get; init; }

    public required JsonValue Input { get; init; }

    /// <summary>Where its random numbers, UUIDs and jitter come from.</summary>
    public required Random Random { get; init; }

    public LocalOptions Options => Service.Options;

    public EventLoop Loop => Service.Loop;

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? StoppedAt { get; private set; }

    public WorkflowStatus Status { get; private set; }

    public JsonValue? Output { get; private set; }

    public string? Error { get; private set; }

    public string? Cause { get; private set; }

    public int Transitions { get; private set; }

    public IReadOnlyList<HistoryEvent> Events => throw new NotImplementedException();

    public Task Completion => throw new NotImplementedException();

    /// <summary>Cancelled when the execution ends: by itself, by its timeout, or because it is stopped.</summary>
    public CancellationToken Cancellation => throw new NotImplementedException();

    /// <summary>The context in which handlers run: that of whoever started the execution.</summary>
    public ExecutionContext? HandlerContext { get; init; }

    /// <summary>The map runs of its distributed Maps, in the order in which they started.</summary>
    public List<LocalMapRun> MapRuns { get; } = [];

    /// <summary>Is called on the loop when it has ended.</summary>
    public Action? Ended { get; init; }

    /// <summary>Starts it.</summary>
    public void Start() => throw new NotImplementedException();

    /// <summary>Ends it from outside.</summary>
    public void Stop(string? error, string? cause) => throw new NotImplementedException();

    /// <summary>The execution as its users see it.</summary>
    public LocalExecution Handle => throw new NotImplementedException();

    /// <summary>Adds an event to the history.</summary>
    /// <param name="type">What happened.</param>
    /// <param name="details">What there is to say about it.</param>
    /// <param name="previousEventId">The event that it follows.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="StateException">The history is full; nothing catches that.</exception>
    public long Record(HistoryEventType type, HistoryEventDetails? details, long previousEventId) => throw new NotImplementedException();
}
