using System.Text.Json.Nodes;

namespace Stepwise.Differential.Running;

/// <summary>One value, and what came out on both sides.</summary>
/// <param name="Input">The input, and under the name of a result what the earlier state gave.</param>
/// <param name="Expected">What C# gave.</param>
/// <param name="Actual">What the definition gave.</param>
internal sealed record Comparison(JsonObject Input, Outcome Expected, Outcome Actual)
{
    /// <summary>JSONata's code for an argument of a wrong type: null where a text has to be.</summary>
    private const string WrongArgument = "T0410";

    /// <summary>How a division of doubles by zero fails. C# has an infinite number there, and throws for integers.</summary>
    private const string Infinite = "Attempted to divide by zero.";

    /// <summary>How the two may differ.</summary>
    public Leniency Leniency { get; init; } = Leniency.None;

    /// <summary>What jsonata-js gave; null if it was not asked.</summary>
    public Outcome? Script { get; init; }

    /// <summary>Whether C# and the definition agree, or need not.</summary>
    public bool Agrees => AgreesWith(Actual) && (Script is null || AgreesWith(Script));

    /// <summary>Whether C# and the definition agree only because they may differ.</summary>
    public bool NeedsLeniency => Agrees && !(this with { Leniency = Leniency.None }).Agrees;

    private bool AgreesWith(Outcome outcome) => (Expected.Failed, outcome.Failed) switch
    {
        (true, var failed) => failed || Expected.IsUnchecked,
        (false, true) => (Leniency.FailsForNull && outcome.Failure!.Contains(WrongArgument, StringComparison.Ordinal)) || (Leniency.FailsForInfinity && outcome.Failure!.EndsWith(Infinite, StringComparison.Ordinal)),
        _ => JsonEquality.AreEqual(Expected.Value, outcome.Value, Leniency.IsRounded) || IsRounded,
    };

    /// <summary>Whether a sum in the body can be rounded, so that nothing is known of the result.</summary>
    private bool IsRounded => Leniency.IsRounded && (Leniency.HasLargeInteger || Leniency.HasLargeIntegers(Input.ToJsonString()));
}
