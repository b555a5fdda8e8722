namespace Stepwise.Differential.Corpus;

/// <summary>How an entry fares now.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Disagreement">The disagreement; null if both sides agree or the entry is refused.</param>
/// <param name="Refusal">Why Stepwise refuses it; null if it does not.</param>
/// <param name="Error">Why it is not C#; null if it is.</param>
internal sealed record CorpusResult(CorpusEntry Entry, string? Disagreement, string? Refusal, string? Error)
{
    /// <summary>The definition; null if there is none.</summary>
    public string? Definition { get; init; }
}
