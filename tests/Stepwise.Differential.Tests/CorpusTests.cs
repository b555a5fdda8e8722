using Stepwise.Differential.Corpus;

namespace Stepwise.Differential.Tests;

/// <summary>Every fault that was ever found is mended, and stays mended: the C# and the definition agree, or the C# is refused.</summary>
public class CorpusTests
{
    private static readonly IReadOnlyList<CorpusEntry> _entries = FaultCorpus.Read();
    private static readonly Lazy<IReadOnlyDictionary<string, CorpusResult>> _results = new(static () => FaultCorpus.Compare(_entries).ToDictionary(static result => result.Entry.Name, StringComparer.Ordinal));

    public static TheoryData<string> Names => [.. _entries.Select(static entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_stays_mended(string name) => Assert.Null(_results.Value[name].Disagreement);

    [Fact]
    public void What_the_language_includes_is_accepted() =>
        Assert.All(_results.Value.Values.Where(static result => result.Entry.IsAccepted), static result => Assert.True(result.Refusal is null, $"{result.Entry.Name}: {result.Refusal}"));

    [Fact]
    public void Every_entry_is_CSharp() => Assert.All(_results.Value.Values, static result => Assert.Null(result.Error));

    [Fact]
    public void Names_are_unique() => Assert.Equal(_entries.Count, _entries.Select(static entry => entry.Name).Distinct(StringComparer.Ordinal).Count());
}
