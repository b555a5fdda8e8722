namespace Stepwise.Benchmarks.Artifacts;

/// <summary>What one kind of file costs for all workflows together.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Workflows">How many workflows there are.</param>
/// <param name="Milliseconds">The time of each round; the first includes just-in-time compilation.</param>
internal sealed record ArtifactRow(string Name, int Workflows, IReadOnlyList<double> Milliseconds)
{
    public double First => Milliseconds[0];

    public double Minimum => Milliseconds.Min();

    public double Median => Milliseconds.Order().ElementAt(Milliseconds.Count / 2);
}
