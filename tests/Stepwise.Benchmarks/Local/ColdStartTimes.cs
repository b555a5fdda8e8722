namespace Stepwise.Benchmarks.Local;

/// <summary>What a first run in a fresh process took, in milliseconds.</summary>
/// <param name="Busy">The processor time of the process.</param>
/// <param name="Elapsed">The elapsed time.</param>
/// <param name="Compilation">The time that just-in-time compilation took, on all threads.</param>
/// <param name="Methods">How many methods were compiled just in time.</param>
internal sealed record ColdStartTimes(double Busy, double Elapsed, double Compilation, int Methods);
