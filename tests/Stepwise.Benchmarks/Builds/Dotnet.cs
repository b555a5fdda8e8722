using System.Diagnostics;

namespace Stepwise.Benchmarks.Builds;

/// <summary>Runs the SDK as a shell would.</summary>
internal static class Dotnet
{
    /// <summary>Runs one command, which must succeed, and returns its elapsed time and its processor time in seconds.</summary>
    /// <exception cref="InvalidOperationException">The command failed. The message is its output.</exception>
    public static (double Elapsed, double Processor) Run(string folder, string arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        // The compiler server is on, as it is by default; a node that outlives the build would keep the task compiled from one build to the next.
        start.Environment["UseSharedCompilation"] = "true";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        var (begin, busy) = (Stopwatch.GetTimestamp(), ChildCpuClock.Now());
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var times = (Stopwatch.GetElapsedTime(begin).TotalSeconds, (ChildCpuClock.Now() - busy).TotalSeconds);
        return process.ExitCode == 0 ? times : throw new InvalidOperationException($"dotnet {arguments} in '{folder}' has returned {process.ExitCode}:\n{output}");
    }
}
