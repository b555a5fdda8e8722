using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.Local;

namespace Stepwise.Benchmarks.Local;

/// <summary>Measures a first run in a fresh process, whose assemblies are loaded and in which nothing of them has run.</summary>
internal static class ColdStart
{
    /// <summary>The median of several fresh processes by elapsed time, in milliseconds, with the processor time of the same process.</summary>
    public static (double Busy, double Elapsed) Measure(string definitionFile, int processes)
    {
        var times = new List<(double Busy, double Elapsed)>();
        for (var i = 0; i < processes; i++)
        {
            using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Host(), "local", "cold", definitionFile]) { RedirectStandardOutput = true })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException("The fresh process has failed: " + text);
            }

            var parts = text.Split(' ');
            times.Add((double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture)));
        }

        times.Sort(static (left, right) => left.Elapsed.CompareTo(right.Elapsed));
        return times[times.Count / 2];
    }

    /// <summary>What the fresh process does.</summary>
    public static int Run(string definitionFile, TextWriter output)
    {
        var definition = File.ReadAllText(definitionFile);
        foreach (var name in (string[])["Stepwise.Json", "Stepwise.Jsonata", "Stepwise.StatesLanguage", "Stepwise.Abstractions", "Stepwise.Local"])
        {
            RuntimeHelpers.RunModuleConstructor(Assembly.Load(name).ManifestModule.ModuleHandle);
        }

        // The runtime's own is warm: the thread pool, timers, tasks.
        Task.Run(static () => Task.Delay(1)).Wait();
        var (start, busy) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var status = First(definition);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(Environment.CpuUsage.TotalTime - busy).TotalMilliseconds:F2} {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F2}"));
        return status == WorkflowStatus.Succeeded ? 0 : 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WorkflowStatus First(string definition)
    {
        using var service = new LocalStepFunctions(new() { Tasks = ReferenceSystem.Tasks() });
        return service.CreateStateMachine("campaign-execution", definition).RunAsync(ReferenceSystem.Input).GetAwaiter().GetResult().Status;
    }

    private static string[] Host() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Assembly.GetEntryAssembly()!.Location] : [];
}
