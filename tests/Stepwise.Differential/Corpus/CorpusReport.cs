namespace Stepwise.Differential.Corpus;

/// <summary>Prints how the entries of the corpus fare now.</summary>
internal static class CorpusReport
{
    /// <summary>Prints a line for each entry, and more for each that disagrees.</summary>
    /// <param name="output">Where to.</param>
    /// <returns>The exit code: 0 if every entry fares as its file says.</returns>
    public static int Print(TextWriter output)
    {
        var unexpected = 0;
        foreach (var result in FaultCorpus.Compare(FaultCorpus.Read()))
        {
            var isAsMarked = result.Error is null && result.Entry.Open is null == result.Disagreement is null;
            unexpected += isAsMarked ? 0 : 1;
            var fate = result.Disagreement is not null ? "disagrees"
                : result.Error is { } error ? "is not C#, " + error
                : result.Refusal is { } reason ? "refused, " + reason
                : "agrees";
            output.WriteLine($"{result.Entry.Name}: {fate}{(isAsMarked ? "" : ". This is not what the file says")}");
            if (result.Disagreement is not null)
            {
                output.WriteLine(result.Disagreement);
            }
        }

        return unexpected == 0 ? 0 : 1;
    }
}
