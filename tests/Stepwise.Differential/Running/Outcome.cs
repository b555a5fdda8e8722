using System.Text.Json.Nodes;

namespace Stepwise.Differential.Running;

/// <summary>What came out of one side: a value, or a failure.</summary>
/// <param name="Value">The value as JSON; null for null.</param>
/// <param name="Failure">Why there is no value; null if there is one.</param>
internal sealed record Outcome(JsonNode? Value, string? Failure = null)
{
    public bool Failed => Failure is not null;

    /// <summary>Whether C# threw what the definition need not fail for. docs/expressions.md lists these cases.</summary>
    public bool IsUnchecked { get; init; }

    public string Text => Failure is null ? Value?.ToJsonString(JsonText.Options) ?? "null" : "fails: " + Failure;
}
