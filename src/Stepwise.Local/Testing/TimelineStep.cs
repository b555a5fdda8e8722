using System.Globalization;

namespace Stepwise.Local;

/// <summary>A step of a timeline: one visit of a state, or steps that were repeated.</summary>
public sealed class TimelineStep
{
    internal TimelineStep(VisitedState visit)
    {
        First = visit;
        Last = visit;
        Count = 1;
    }

    internal TimelineStep(IReadOnlyList<TimelineStep> steps, int count, VisitedState last)
    {
        First = steps[0].First;
        Last = last;
        Steps = steps;
        Count = count;
    }

    /// <summary>The first visit.</summary>
    public VisitedState First { get; }

    /// <summary>The last visit; of a step that is one visit the same as <see cref="First"/>.</summary>
    public VisitedState Last { get; }

    /// <summary>The steps that were repeated, as they were the first time. Empty for one visit.</summary>
    public IReadOnlyList<TimelineStep> Steps { get; } = [];

    /// <summary>How often they happened one after another.</summary>
    public int Count { get; }

    /// <summary>The step as text: <c>MonitorProgress</c>, <c>[MonitorProgress -> IsCampaignComplete] x 57</c>; attempts are said where there was more than one.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Steps switch
    {
        [] when First.Attempts > 1 => string.Create(CultureInfo.InvariantCulture, $"{First.Name} ({First.Attempts} attempts)"),
        [] => First.Name,
        [{ Steps.Count: 0 } one] => string.Create(CultureInfo.InvariantCulture, $"{one} x {Count}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"[{string.Join(" -> ", Steps)}] x {Count}"),
    };
}
