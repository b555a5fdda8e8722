namespace Stepwise.Benchmarks.Artifacts;

/// <summary>What one kind of file costs for all workflows together.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Workflows">How many workflows there are.</param>
/// <param name="Milliseconds">The elapsed time of each round; the first includes just-in-time compilation.</param>
/// <param name="ProcessorMilliseconds">The processor time of the thread in each round, in which the work of other processes is not.</param>
internal sealed record ArtifactRow(string Name, int Workflows, IReadOnlyList<double> Milliseconds, IReadOnlyList<double> ProcessorMilliseconds)
{
    /// <summary>The middle of the second half of the rounds, when the runtime has optimised what runs often.</summary>
    public static double WarmMedian(IReadOnlyList<double> rounds) => rounds.Skip(rounds.Count / 2).Order().ElementAt((rounds.Count - (rounds.Count / 2)) / 2);
}
