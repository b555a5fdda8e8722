using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Stepwise.Benchmarks.Keystroke;

namespace Stepwise.Benchmarks.Json;

/// <summary>Runs the benchmarks of reading and writing JSON, and holds each against its neighbour.</summary>
internal static class JsonComparison
{
    /// <summary>The most that Stepwise may cost, as a multiple of System.Text.Json's nodes.</summary>
    private const double Budget = 1.5;

    private static readonly string[] _operations = ["Read", "ReadBytes", "Write", "WriteBytes"];

    /// <summary>Prints the table, and answers whether every line is within the budget.</summary>
    public static bool Run(bool isQuick, TextWriter output)
    {
        // Many short rounds, the fastest of which other processes have disturbed least.
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithClock(new ThreadClock()).WithStrategy(RunStrategy.Throughput)
            .WithIterationTime(TimeInterval.FromMilliseconds(50)).WithWarmupCount(20).WithIterationCount(isQuick ? 25 : 75);
        var config = ManualConfig.CreateEmpty().AddJob(job).AddLogger(NullLogger.Instance).WithOptions(ConfigOptions.DisableOptimizationsValidator);
        var reports = BenchmarkRunner.Run<JsonBenchmarks>(config).Reports;

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors, load {Load()}, {Environment.Version}; fastest round, in milliseconds ({ThreadCpuClock.Description}), and kilobytes allocated"));
        output.WriteLine("  texts       files   characters  operation      ms  JsonNode  ratio          KB  JsonNode  ratio");
        var isMet = true;
        foreach (var corpus in JsonCorpus.All)
        {
            foreach (var operation in _operations)
            {
                var ours = Find(reports, corpus, operation);
                var theirs = Find(reports, corpus, operation + "Node");
                var (time, memory) = (ours.Milliseconds / theirs.Milliseconds, theirs.Kilobytes < 1 ? 0 : ours.Kilobytes / theirs.Kilobytes);
                isMet &= time <= Budget && memory <= Budget;
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {corpus.Name,-12}{corpus.Texts.Count,5}{corpus.Characters,13}  {operation,-10}{ours.Milliseconds,7:F2}{theirs.Milliseconds,10:F2}{time,7:F2}{ours.Kilobytes,12:F0}{theirs.Kilobytes,10:F0}{memory,7:F2}"));
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Budget {(isMet ? "met" : "MISSED")}: at most {Budget:F1} times the time and the memory of JsonNode in every line."));
        return isMet;
    }

    /// <summary>What else the machine does, where the system says so.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static (double Milliseconds, double Kilobytes) Find(IReadOnlyList<BenchmarkReport> reports, JsonCorpus corpus, string operation)
    {
        var report = reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == operation && (string)report.BenchmarkCase.Parameters["Corpus"] == corpus.Name);
        return (report.ResultStatistics!.Min / 1e6, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase).GetValueOrDefault() / 1024.0);
    }
}
