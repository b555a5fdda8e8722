using Stepwise.Differential.Running;

namespace Stepwise.Differential.Corpus;

/// <summary>Prints how the entries of the corpus fare now.</summary>
internal static class CorpusReport
{
    /// <summary>Prints a line for each entry, and more for each that disagrees.</summary>
    /// <param name="output">Where to.</param>
    /// <returns>The exit code: 0 if every entry agrees or is refused.</returns>
    public static int Print(TextWriter output)
    {
        output.WriteLine("jsonata-js: " + (ScriptSide.Absence ?? "compared"));
        var wrong = 0;
        foreach (var result in FaultCorpus.Compare(FaultCorpus.Read()))
        {
            wrong += result.Error is null && result.Disagreement is null && !(result.Entry.IsAccepted && result.Refusal is not null) ? 0 : 1;
            var fate = result.Disagreement is not null ? "disagrees"
                : result.Error is { } error ? "is not C#, " + error
                : result.Refusal is { } reason ? "refused, " + reason
                : "agrees";
            output.WriteLine($"{result.Entry.Name}: {fate}");
            if (result.Disagreement is not null)
            {
                output.WriteLine(result.Disagreement);
            }
        }

        return wrong == 0 ? 0 : 1;
    }
}
