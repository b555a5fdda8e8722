using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Conformance.Asl;

/// <summary>An execution recorded on AWS.</summary>
/// <param name="Name">The case.</param>
/// <param name="Group">What it is about.</param>
internal sealed record AslCase(string Name, string Group)
{
    /// <summary>Why the case cannot be run; null where it can.</summary>
    public string? Problem { get; init; }

    /// <summary>What goes in: all that running the case may see.</summary>
    public AslGiven Given { get; init; } = AslGiven.Nothing;

    /// <summary>What came out: all that is compared.</summary>
    public AslRecord Record { get; init; } = AslRecord.Nothing;

    /// <summary>The same for an execution with mocks, which say less than AWS's services do.</summary>
    public AslRecord MockedRecord { get; init; } = AslRecord.Nothing;
}

/// <summary>What goes into an execution.</summary>
internal sealed record AslGiven
{
    public static AslGiven Nothing { get; } = new() { Definition = JsonObject.Empty, Input = JsonObject.Empty };

    public required JsonObject Definition { get; init; }

    public required JsonValue Input { get; init; }

    public WorkflowType Type { get; init; }

    /// <summary>How the functions behave, by name. One that is not here does not exist.</summary>
    public JsonObject Functions { get; init; } = JsonObject.Empty;

    /// <summary>What the tasks returned or raised, in the order of the history; null where that is not known.</summary>
    public IReadOnlyList<JsonObject>? TaskLog { get; init; }

    /// <summary>When the clock starts; null for any time.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>The same tasks as a mock configuration in AWS's format; null where there is none.</summary>
    public AslMocks? Mocks { get; init; }

    /// <summary>Whether something is read from S3 whose objects are not part of the case.</summary>
    public bool ReadsUnknownObjects { get; init; }
}

/// <summary>A mock configuration.</summary>
/// <param name="Configuration">The configuration, as its file holds it.</param>
/// <param name="TestCase">The test case to use.</param>
internal sealed record AslMocks(JsonObject Configuration, string TestCase);

/// <summary>What came out of an execution.</summary>
internal sealed record AslRecord
{
    public static AslRecord Nothing { get; } = new() { Outcome = JsonObject.Empty };

    /// <summary><c>status</c>, <c>output</c>, <c>error</c>, <c>cause</c>.</summary>
    public required JsonObject Outcome { get; init; }

    /// <summary>The events in the order of their ids; null where none were recorded, or not all of them.</summary>
    public IReadOnlyList<JsonObject>? Events { get; init; }

    /// <summary>Whether the events of a Parallel come in any order.</summary>
    public bool IsParallelSorted { get; init; }

    /// <summary>Texts that stand for anything.</summary>
    public IReadOnlyList<string> Placeholders { get; init; } = [];

    /// <summary>Members that AWS did not have yet when this was recorded, or that a mock leaves out.</summary>
    public IReadOnlyList<string> OptionalMembers { get; init; } = [];

    /// <summary>A comparison with the record.</summary>
    public JsonDifferences Differences() => new(Placeholders, OptionalMembers);
}
