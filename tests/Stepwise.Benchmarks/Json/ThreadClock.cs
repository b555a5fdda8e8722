using Perfolizer.Horology;
using Stepwise.Benchmarks.Keystroke;

namespace Stepwise.Benchmarks.Json;

/// <summary>Processor time of the measured thread, for BenchmarkDotNet: what other processes do on the same machine is not in it.</summary>
internal sealed class ThreadClock : IClock
{
    public string Title => ThreadCpuClock.Description;

    public bool IsAvailable => true;

    public Frequency Frequency => new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => ThreadCpuClock.Now().Ticks;
}
