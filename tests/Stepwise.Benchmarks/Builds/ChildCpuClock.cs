using System.Runtime.InteropServices;

namespace Stepwise.Benchmarks.Builds;

/// <summary>The processor time of all processes that this process started and that have ended, with those that they started and waited for. A compiler server outlives its build and is not included.</summary>
internal static partial class ChildCpuClock
{
    private const int Children = -1;

    /// <summary>Processor time, user and system.</summary>
    /// <exception cref="PlatformNotSupportedException">The system has no <c>getrusage</c>.</exception>
    public static TimeSpan Now()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("The processor time of a build is measured with getrusage, which Windows does not have.");
        }

        // Two timevals come first, each padded to 16 bytes; Darwin's microseconds are 32 bits wide. The rest is not read.
        Span<long> usage = stackalloc long[32];
        usage.Clear();
        return GetUsage(Children, ref MemoryMarshal.GetReference(usage)) == 0
            ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds((uint)usage[1] + (uint)usage[3])
            : throw new InvalidOperationException("getrusage failed.");
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, ref long usage);
}
