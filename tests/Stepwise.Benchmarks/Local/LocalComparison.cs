using System.Diagnostics;
using System.Globalization;
using Stepwise.Benchmarks.Json;
using Stepwise.Json;
using Stepwise.Local;
using Stepwise.StatesLanguage;

namespace Stepwise.Benchmarks.Local;

/// <summary>Measures local execution: the speed of loops, Maps and Parallels, many executions at once, a first run, and what executions leave in memory. The median of the rounds counts, by the clock: processor time is
/// kept in steps that are longer than a round. Its mean over all rounds, with the collector's, is noted beside it.</summary>
internal static class LocalComparison
{
    private const double StatesPerSecond = 1_000_000;
    private const int Items = 10_000;
    private const int Executions = 10_000;

    private static readonly JsonValue _zero = JsonValue.Parse("""{"n":0}""");
    private static readonly JsonValue _manyItems = JsonObject.Create(("items", new JsonArray(Enumerable.Range(0, Items).Select(static i => (JsonValue)i))));

    /// <summary>Measures all lines, or those whose name contains <paramref name="part"/>, each as soon as it is asked for.</summary>
    public static IEnumerable<LocalRow> Run(bool isQuick, string part)
    {
        var seconds = isQuick ? 1.0 : 5.0;
        var lines = new List<(string Name, Func<string, LocalRow> Measure)>
        {
            ("loop of 10,001 states, JSONPath", name => Loop(name, LocalDefinitions.CountInJsonPath, WorkflowStatus.Succeeded, seconds)),
            ("loop of 10,001 states, JSONata", name => Loop(name, LocalDefinitions.CountInJsonata, WorkflowStatus.Succeeded, seconds)),
            ("loop of 10,002 states, a variable", name => Loop(name, LocalDefinitions.CountInVariable, WorkflowStatus.Succeeded, seconds)),
            ("plain loop until the history is full", name => Loop(name, LocalDefinitions.Plain, WorkflowStatus.Failed, seconds)),
            ("inline Map of 10,000, Express", name => Map(name, LocalDefinitions.Map, WorkflowType.Express, seconds)),
            ("distributed Map of 10,000", name => Map(name, LocalDefinitions.DistributedMap, WorkflowType.Standard, seconds)),
            ("Parallel of 10 branches, 100 times", name => Loop(name, LocalDefinitions.Parallel, WorkflowStatus.Succeeded, seconds, null)),
            ("memory left per execution", MemoryLeft),
            ("memory kept per event of a history", MemoryKept),
        };
        if (ReferenceSystem.FindDefinition() is { } definition)
        {
            lines.Insert(7, ("10,000 executions of the reference", name => Concurrent(name, definition)));
            lines.Insert(8, ("cold start", name => Cold(name, definition)));
        }

        return lines.Where(line => line.Name.Contains(part, StringComparison.Ordinal)).Select(line => line.Measure(line.Name));
    }

    public static bool Write(IEnumerable<LocalRow> rows, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors, load {JsonComparison.Load()}, .NET {Environment.Version}; medians, by the clock"));
        output.WriteLine("  what                                      figure                      goal  reached");
        var (all, missed) = (0, 0);
        foreach (var row in rows)
        {
            all++;
            missed += row.IsReached ? 0 : 1;
            var verdict = row.Goal is null ? "" : row.IsReached ? "yes" : "NO";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {row.Name,-36}{Number(row.Figure),12} {row.Unit,-17}{(row.Goal is { } goal ? Number(goal) : ""),10}  {verdict,-8} {row.Note}").TrimEnd());
        }

        if (ReferenceSystem.FindDefinition() is null)
        {
            output.WriteLine("The reference system was not measured: build samples/CampaignExecution, which writes its definition.");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all - missed} of {all} lines reach their goal or have none."));
        return missed == 0;
    }

    /// <summary>Runs the same definition again and again, for some time.</summary>
    private static LocalRow Loop(string name, string definition, WorkflowStatus expected, double seconds, double? goal = StatesPerSecond)
    {
        var (median, busy, states, bytes, events) = Repeat(definition, WorkflowType.Standard, _zero, expected, seconds);
        return new(name, states / median, "states/s", goal, Note: string.Create(CultureInfo.InvariantCulture, $"{states} states, {events} events, {bytes / states:F0} bytes allocated per state; {states / busy:N0} per second of processor time"));
    }

    private static LocalRow Map(string name, string definition, WorkflowType type, double seconds)
    {
        var (median, busy, _, bytes, _) = Repeat(definition, type, _manyItems, WorkflowStatus.Succeeded, seconds);
        return new(name, Items / median, "items/s", Note: string.Create(CultureInfo.InvariantCulture, $"{median * 1000:F0} ms, {bytes / Items:F0} bytes allocated per item; {Items / busy:N0} per second of processor time"));
    }

    private static (double Median, double MeanBusy, int States, double Bytes, int Events) Repeat(string definition, WorkflowType type, JsonValue input, WorkflowStatus expected, double seconds)
    {
        var (states, bytes, events) = (0, 0.0, 0);
        var (rounds, busy) = (new List<double>(), TimeSpan.Zero);
        var begin = Stopwatch.GetTimestamp();
        do
        {
            using var service = new LocalStepFunctions();
            var machine = service.CreateStateMachine("measured", definition, type);
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var (start, busyBefore) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var execution = machine.RunAsync(input).GetAwaiter().GetResult();
            rounds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            busy += Environment.CpuUsage.TotalTime - busyBefore;
            bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
            if (execution.Status != expected)
            {
                throw new InvalidOperationException($"The execution is {execution.Status}: {execution.Error} {execution.Cause}");
            }

            events = execution.Events.Count;
            states = execution.States.Count;
        }
        while (Stopwatch.GetElapsedTime(begin).TotalSeconds < seconds);

        rounds.Sort();
        return (rounds[rounds.Count / 2], busy.TotalSeconds / rounds.Count, states, bytes, events);
    }

    private static LocalRow Concurrent(string name, string definition)
    {
        var (best, elapsed, states) = (double.MaxValue, double.MaxValue, 0);
        for (var round = 0; round < 2; round++)
        {
            using var service = new LocalStepFunctions(new() { Tasks = ReferenceSystem.Tasks() });
            var machine = service.CreateStateMachine("campaign-execution", definition);
            var (start, busy) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var executions = new LocalExecution[Executions];
            for (var i = 0; i < Executions; i++)
            {
                executions[i] = machine.StartExecution(ReferenceSystem.Input);
            }

            Task.WhenAll(executions.Select(static execution => execution.WaitAsync())).GetAwaiter().GetResult();
            elapsed = Math.Min(elapsed, Stopwatch.GetElapsedTime(start).TotalSeconds);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - busy).TotalSeconds);
            if (executions.FirstOrDefault(static execution => execution.Status != WorkflowStatus.Succeeded) is { } failed)
            {
                throw new InvalidOperationException($"An execution is {failed.Status}: {failed.Error} {failed.Cause}");
            }

            states = executions[0].States.Count;
        }

        return new(name, elapsed, "s", 10, IsLimit: true, Note: string.Create(CultureInfo.InvariantCulture, $"at once on one clock, {states} states each, {Executions * (double)states / elapsed:N0} states/s; {best:F1} s of processor time"));
    }

    private static LocalRow Cold(string name, string definition)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, definition);
            var times = ColdStart.Measure(file, processes: 7);
            return new(name, times.Elapsed, "ms", 50, IsLimit: true, Note: string.Create(
                CultureInfo.InvariantCulture,
                $"a first run of the reference in a fresh process, after load; median of 7; {times.Busy:F0} ms of processor time; {times.Methods} methods compiled in {times.Compilation:F0} ms"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>What a thousand executions, each in Step Functions of its own, leave behind.</summary>
    private static LocalRow MemoryLeft(string name)
    {
        const int Count = 1_000;
        Use(200);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Use(Count);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        return new(name, Math.Max(0, after - before) / (double)Count, "bytes", 64, IsLimit: true, Note: "after collection, 1,000 executions of 200 states");

        static void Use(int count)
        {
            for (var i = 0; i < count; i++)
            {
                Short();
            }
        }
    }

    /// <summary>What a history takes that is still held.</summary>
    private static LocalRow MemoryKept(string name)
    {
        const int Count = 1_000;
        Short();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var kept = new List<LocalExecution>(Count);
        for (var i = 0; i < Count; i++)
        {
            kept.Add(Short());
        }

        var after = GC.GetTotalMemory(forceFullCollection: true);
        var events = kept.Sum(static execution => (double)execution.Events.Count);
        GC.KeepAlive(kept);
        return new(name, (after - before) / events, "bytes", Note: "1,000 executions held, Step Functions and their machine included");
    }

    private static LocalExecution Short()
    {
        using var service = new LocalStepFunctions();
        var machine = service.CreateStateMachine("short", LocalDefinitions.CountInJsonPath);
        return machine.RunAsync(JsonObject.Create(("n", 4_900))).GetAwaiter().GetResult();
    }

    private static string Number(double figure) => figure.ToString(figure < 100 ? "0.0" : "N0", CultureInfo.InvariantCulture);
}
