namespace Stepwise.Benchmarks.Keystroke;

/// <summary>What the generator did after one edit.</summary>
internal readonly record struct Measurement(TimeSpan Cpu, long AllocatedBytes);

/// <summary>All measurements of one generator after one kind of edit.</summary>
internal sealed record KeystrokeRow(string Generator, Edit Edit, bool RunsImplementationOutputs, int GeneratedFiles, IReadOnlyList<Measurement> Measurements)
{
    public double MinimumMilliseconds => Measurements.Min(static measurement => measurement.Cpu.TotalMilliseconds);

    public double MedianMilliseconds => Median(static measurement => measurement.Cpu.TotalMilliseconds);

    public double MinimumKilobytes => Measurements.Min(static measurement => measurement.AllocatedBytes / 1024.0);

    public double MedianKilobytes => Median(static measurement => measurement.AllocatedBytes / 1024.0);

    private double Median(Func<Measurement, double> figure)
    {
        var sorted = Measurements.Select(figure).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
