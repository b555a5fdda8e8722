using System.Text.Json.Nodes;

namespace Stepwise.Differential.Running;

/// <summary>One value, and what came out on both sides.</summary>
/// <param name="Input">The input, and under the name of a result what the earlier state gave.</param>
/// <param name="Expected">What C# gave.</param>
/// <param name="Actual">What the definition gave.</param>
internal sealed record Comparison(JsonObject Input, Outcome Expected, Outcome Actual)
{
    /// <summary>What jsonata-js gave; null if it was not asked.</summary>
    public Outcome? Script { get; init; }

    /// <summary>Whether C# and the definition agree, or need not.</summary>
    public bool Agrees => AgreesWith(Actual) && (Script is null || AgreesWith(Script));

    private bool AgreesWith(Outcome outcome) => Expected.Failed
        ? outcome.Failed || Expected.IsUnchecked
        : !outcome.Failed && JsonEquality.AreEqual(Expected.Value, outcome.Value);
}
