using System.Runtime.InteropServices;

namespace Stepwise.Benchmarks.Keystroke;

/// <summary>The processor time of the calling thread: what other processes do on the same machine is not in it.</summary>
internal static partial class ThreadCpuClock
{
    /// <summary>What the times are worth on this system.</summary>
    public static string Description => OperatingSystem.IsWindows()
        ? "thread CPU time by GetThreadTimes, which advances in steps of about 15.6 ms: read the medians of long runs only"
        : "thread CPU time by clock_gettime";

    /// <summary>Processor time that the calling thread has used.</summary>
    public static TimeSpan Now()
    {
        if (OperatingSystem.IsWindows())
        {
            return GetThreadTimes(GetCurrentThread(), out _, out _, out var kernel, out var user)
                ? TimeSpan.FromTicks(kernel + user)
                : throw new InvalidOperationException("GetThreadTimes failed.");
        }

        // CLOCK_THREAD_CPUTIME_ID is 16 in Darwin's time.h, 3 in Linux's.
        return GetTime(OperatingSystem.IsMacOS() ? 16 : 3, out var time) == 0
            ? TimeSpan.FromTicks((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / 100))
            : throw new InvalidOperationException("clock_gettime failed.");
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Timespec time);

    [LibraryImport("kernel32")]
    private static partial nint GetCurrentThread();

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetThreadTimes(nint thread, out long creation, out long exit, out long kernel, out long user);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
