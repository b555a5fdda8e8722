namespace CampaignSystem.InMemory;

/// <summary>A campaign under way: contacts are queued, and the dialers call them one after another at a steady pace.</summary>
internal sealed class DialledCampaign(CampaignPlan plan, TimeProvider clock)
{
    private DateTimeOffset? _startedAt;
    private DateTimeOffset _queuedAt;
    private int _queued;
    private int _doneBefore;

    public CampaignPlan Plan => plan;

    /// <summary>Queues the next contacts.</summary>
    /// <returns>How many.</returns>
    public int QueueContacts()
    {
        _startedAt ??= clock.GetUtcNow();
        _doneBefore += Dialled;
        _queued = Math.Min(plan.BatchSize, plan.Contacts - _doneBefore);
        _queuedAt = clock.GetUtcNow();
        return _queued;
    }

    public StatusResult Status()
    {
        var done = _doneBefore + Dialled;
        return new(
            StatusAt(clock.GetUtcNow() - _startedAt.GetValueOrDefault(), done),
            NeedsMoreContacts: Dialled == _queued && done < plan.Contacts,
            plan.Contacts,
            done,
            Math.Round(100.0 * done / plan.Contacts, 1),
            new CallMetrics(Answered: done * 5 / 8, Converted: done / 12, OptedOut: done / 70));
    }

    /// <summary>How many of those that are queued have been called.</summary>
    private int Dialled => (int)Math.Min(_queued, (clock.GetUtcNow() - _queuedAt).TotalMinutes * plan.ContactsPerMinute);

    private CampaignStatus StatusAt(TimeSpan sinceStart, int done) =>
        plan.CancelledAfter <= sinceStart ? CampaignStatus.Cancelled
        : plan.PausedAfter <= sinceStart ? CampaignStatus.Paused
        : done == plan.Contacts ? CampaignStatus.Completed
        : CampaignStatus.Active;
}
