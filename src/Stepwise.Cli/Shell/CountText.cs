using System.Globalization;

namespace Stepwise.Cli.Shell;

/// <summary>Numbers of things, as people read them.</summary>
internal static class CountText
{
    public static string Of(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number and what is counted: <c>1 file</c>, <c>1,200 files</c>.</summary>
    /// <param name="count">The number.</param>
    /// <param name="one">The word for one.</param>
    /// <param name="many">The word for more than one, and for 0. Default: <paramref name="one"/> and an s.</param>
    public static string Of(int count, string one, string? many = null) => Of(count) + " " + (count == 1 ? one : many ?? one + "s");
}
