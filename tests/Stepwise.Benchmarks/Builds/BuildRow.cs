namespace Stepwise.Benchmarks.Builds;

/// <summary>The builds of one consumer after one kind of edit.</summary>
/// <param name="Consumer">The consumer's name.</param>
/// <param name="Edit">What changed before each build.</param>
/// <param name="Elapsed">The elapsed time of each build, in seconds.</param>
/// <param name="Processor">The processor time of each build, in seconds.</param>
internal sealed record BuildRow(string Consumer, BuildEdit Edit, IReadOnlyList<double> Elapsed, IReadOnlyList<double> Processor)
{
    public static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
