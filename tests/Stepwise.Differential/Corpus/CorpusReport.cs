namespace Stepwise.Differential.Corpus;

/// <summary>Prints how the entries of the corpus fare now.</summary>
internal static class CorpusReport
{
    /// <summary>Prints a line for each entry, and more for each that disagrees.</summary>
    /// <param name="output">Where to.</param>
    /// <returns>The exit code: 0 if every entry fares as its file says.</returns>
    public static int Print(TextWriter output)
    {
        var entries = FaultCorpus.Read();
        var refusals = FaultCorpus.Refusals(entries);
        var unexpected = 0;
        foreach (var (name, wrong) in FaultCorpus.Compare(entries))
        {
            var open = entries.First(entry => entry.Name == name).Open;
            unexpected += open is null == wrong is null ? 0 : 1;
            output.WriteLine($"{name}: {(wrong is not null ? "disagrees" : refusals.TryGetValue(name, out var reason) ? "refused, " + reason : "agrees")}{(open is not null && wrong is null ? ". It is still marked as open" : "")}");
            if (wrong is not null)
            {
                output.WriteLine(wrong);
            }
        }

        return unexpected == 0 ? 0 : 1;
    }
}
