using Stepwise.Json;
using Stepwise.Local.Machine;

namespace Stepwise.Local;

/// <summary>The data of a tested state at each stage. A stage that the state did not reach, or does not have, is null.</summary>
public sealed record TestStateInspection
{
    /// <summary>The input.</summary>
    public JsonValue? Input { get; init; }

    /// <summary>After <c>InputPath</c>. JSONPath only.</summary>
    public JsonValue? AfterInputPath { get; init; }

    /// <summary>After <c>Parameters</c>, of a Task or Pass. JSONPath only.</summary>
    public JsonValue? AfterParameters { get; init; }

    /// <summary>After <c>Arguments</c>, of a Task. JSONata only.</summary>
    public JsonValue? AfterArguments { get; init; }

    /// <summary>After <c>ItemsPath</c>, of a Map. JSONPath only.</summary>
    public JsonValue? AfterItemsPath { get; init; }

    /// <summary>After <c>ItemSelector</c>, of a Map: the input of each iteration.</summary>
    public JsonValue? AfterItemSelector { get; init; }

    /// <summary>After <c>ItemBatcher</c>, of a Map: the input of each batch.</summary>
    public JsonValue? AfterItemBatcher { get; init; }

    /// <summary>The result of a Task, or of a Pass with a <c>Result</c>.</summary>
    public JsonValue? Result { get; init; }

    /// <summary>After <c>ResultSelector</c>. JSONPath only.</summary>
    public JsonValue? AfterResultSelector { get; init; }

    /// <summary>After <c>ResultPath</c>. JSONPath only.</summary>
    public JsonValue? AfterResultPath { get; init; }

    /// <summary>How many iterations of a Map may run at once.</summary>
    public long? MaxConcurrency { get; init; }

    /// <summary>How many iterations of a Map may fail.</summary>
    public long? ToleratedFailureCount { get; init; }

    /// <summary>The percentage of a Map's iterations that may fail, from 0 to 100.</summary>
    public double? ToleratedFailurePercentage { get; init; }

    /// <summary>The variables after the state, or null if no variable is set.</summary>
    public JsonObject? Variables { get; init; }

    /// <summary>The retrier or catcher that matched the failure; null if the state did not fail or neither matched.</summary>
    public TestStateErrorDetails? ErrorDetails { get; init; }

    /// <summary>The data as AWS returns it: each stage as JSON text.</summary>
    /// <returns>An object with the members that there are.</returns>
    public JsonObject ToJson()
    {
        var builder = new JsonObject.Builder();
        foreach (var (name, value) in Stages())
        {
            builder.AddIfNotNull(name, value is null ? null : new JsonString(value.ToJson()));
        }

        builder.AddIfNotNull("maxConcurrency", Number(MaxConcurrency))
            .AddIfNotNull("toleratedFailureCount", Number(ToleratedFailureCount))
            .AddIfNotNull("toleratedFailurePercentage", ToleratedFailurePercentage is { } percentage ? new JsonNumber(percentage) : null)
            .AddIfNotNull("variables", Variables is null ? null : new JsonString(Variables.ToJson()));
        if (ErrorDetails is { } details)
        {
            builder.Add("errorDetails", new JsonObject.Builder()
                .AddIfNotNull("catchIndex", Number(details.CatchIndex))
                .AddIfNotNull("retryIndex", Number(details.RetryIndex))
                .AddIfNotNull("retryBackoffIntervalSeconds", details.RetryBackoffInterval is { } interval ? new JsonNumber((long)interval.TotalSeconds) : null)
                .ToObject());
        }

        return builder.ToObject();
    }

    private IEnumerable<(string Name, JsonValue? Value)> Stages() =>
    [
        ("input", Input),
        ("afterInputPath", AfterInputPath),
        ("afterParameters", AfterParameters),
        ("afterArguments", AfterArguments),
        ("afterItemsPath", AfterItemsPath),
        ("afterItemSelector", AfterItemSelector),
        ("afterItemBatcher", AfterItemBatcher),
        ("result", Result),
        ("afterResultSelector", AfterResultSelector),
        ("afterResultPath", AfterResultPath),
    ];

    private static JsonNumber? Number(long? value) => value is { } number ? new JsonNumber(number) : null;
}
