using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime;
using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.Local;

namespace Stepwise.Benchmarks.Local;

/// <summary>Measures a first run in a fresh process, whose assemblies are loaded and in which nothing of them has run.</summary>
internal static class ColdStart
{
    /// <summary>The median of several fresh processes by elapsed time.</summary>
    public static ColdStartTimes Measure(string definitionFile, int processes)
    {
        var times = new List<ColdStartTimes>();
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
            times.Add(new(Number(parts[0]), Number(parts[1]), Number(parts[2]), (int)Number(parts[3])));
        }

        times.Sort(static (left, right) => left.Elapsed.CompareTo(right.Elapsed));
        return times[times.Count / 2];

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
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
        var (methods, compilation) = (JitInfo.GetCompiledMethodCount(), JitInfo.GetCompilationTime());
        var (start, busy) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var status = First(definition);
        var (elapsed, spent) = (Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - busy);
        (methods, compilation) = (JitInfo.GetCompiledMethodCount() - methods, JitInfo.GetCompilationTime() - compilation);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{spent.TotalMilliseconds:F2} {elapsed.TotalMilliseconds:F2} {compilation.TotalMilliseconds:F2} {methods}"));
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
