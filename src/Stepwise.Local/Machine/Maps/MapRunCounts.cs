using Stepwise.Json;

namespace Stepwise.Local;

/// <summary>How many items, or executions, of a map run are in which state.</summary>
/// <param name="Pending">Not begun.</param>
/// <param name="Running">Under way.</param>
/// <param name="Succeeded">Succeeded.</param>
/// <param name="Failed">Failed.</param>
/// <param name="TimedOut">Timed out.</param>
/// <param name="Aborted">Ended with the map run.</param>
/// <param name="ResultsWritten">Exported by the <c>ResultWriter</c>.</param>
public sealed record MapRunCounts(long Pending, long Running, long Succeeded, long Failed, long TimedOut, long Aborted, long ResultsWritten)
{
    /// <summary>All of them.</summary>
    public long Total => Pending + Running + Succeeded + Failed + TimedOut + Aborted;

    /// <summary>The counts as <c>DescribeMapRun</c> returns them.</summary>
    internal JsonObject ToJson() => JsonObject.Create(
        ("pending", Pending),
        ("running", Running),
        ("succeeded", Succeeded),
        ("failed", Failed),
        ("timedOut", TimedOut),
        ("aborted", Aborted),
        ("total", Total),
        ("resultsWritten", ResultsWritten),
        ("failuresNotRedrivable", 0),
        ("pendingRedrive", 0));
}
