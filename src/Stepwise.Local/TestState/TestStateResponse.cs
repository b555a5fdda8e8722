using Stepwise.Json;

namespace Stepwise.Local;

/// <summary>The response of <c>TestState</c>.</summary>
/// <param name="Status">How it ended.</param>
public sealed record TestStateResponse(TestStateStatus Status)
{
    /// <summary>The state's output; null if it has none.</summary>
    public JsonValue? Output { get; init; }

    /// <summary>The name of the error, or null if the response has no error.</summary>
    public string? Error { get; init; }

    /// <summary>The cause of the error, or null if the response has no cause.</summary>
    public string? Cause { get; init; }

    /// <summary>The state that would follow; null if the machine would end.</summary>
    public string? NextState { get; init; }

    /// <summary>The data at the stages; null at <see cref="InspectionLevel.Info"/>.</summary>
    public TestStateInspection? InspectionData { get; init; }

    /// <summary>Sentences about what AWS checks and local execution does not. Empty if everything was checked.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The response as AWS returns it: the output is JSON text.</summary>
    /// <returns>An object with <c>status</c> and the other members that have values.</returns>
    public JsonObject ToJson() => new JsonObject.Builder()
        .Add("status", Status == TestStateStatus.CaughtError ? "CAUGHT_ERROR" : Status.ToString().ToUpperInvariant())
        .AddIfNotNull("output", Output is null ? null : new JsonString(Output.ToJson()))
        .AddIfNotNull("error", Text(Error))
        .AddIfNotNull("cause", Text(Cause))
        .AddIfNotNull("nextState", Text(NextState))
        .AddIfNotNull("inspectionData", InspectionData?.ToJson())
        .ToObject();

    private static JsonString? Text(string? value) => value is null ? null : new(value);
}
