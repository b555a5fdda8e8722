using CampaignSystem.InMemory;

namespace CampaignSystem.Scenarios;

/// <summary>The scenarios of the reference system.</summary>
internal static class ScenarioCatalogue
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("happy", "500 contacts at 40 a minute, one report, one notification"),
        new("invalid", "the configuration has errors") { Plan = new() { Problems = ["WindowMissing", "AudioUnreachable"] } },
        new("no-contacts", "there is nobody to call") { Plan = new() { Contacts = 0 } },
        new("paused", "the operator pauses the campaign after five minutes") { Plan = new() { PausedAfter = TimeSpan.FromMinutes(5) } },
        new("cancelled", "the operator cancels the campaign after five minutes") { Plan = new() { CancelledAfter = TimeSpan.FromMinutes(5) } },
        new("needs-more", "contacts are queued in batches of 200, so that the dispatcher runs three times") { Plan = new() { BatchSize = 200 } },
        .. OfFunction("validate", "ValidateCampaign"),
        .. OfFunction("dispatcher", "QueryEligibleContacts"),
        .. OfFunction("status", "CheckCampaignStatus"),
        .. OfFunction("report", "GenerateReport"),
        new("report-failing", "the report takes longer than its two minutes, three times; the campaign completes without it") { Outages = [Outage.TimesOut("GenerateReport")] },
        new("sns-failing", "SNS refuses every message, that of the failure among them")
        {
            Outages =
            [
                Outage.Always("NotifyUser", "SNS.InternalErrorException", "The service is not available. (Service: Sns, Status Code: 500)"),
                Outage.Always("NotifyFailure", "SNS.InternalErrorException", "The service is not available. (Service: Sns, Status Code: 500)"),
            ],
        },
        new("three-days", "5,000 contacts at one a minute: the polling meets the limit of 25,000 events") { Plan = new() { Contacts = 5_000, BatchSize = 5_000, ContactsPerMinute = 1 } },
    ];

    public static Scenario? Find(string name) => All.FirstOrDefault(scenario => scenario.Name == name);

    private static Scenario[] OfFunction(string name, string state) =>
    [
        new($"{name}-fails-once", $"the function of {state} fails at the first call; the Retry helps") { Outages = [Outage.Once(state, "DatabaseUnavailableException", "The database does not answer.")] },
        new($"{name}-fails", $"the function of {state} fails always") { Outages = [Outage.Always(state, "DatabaseUnavailableException", "The database does not answer.")] },
    ];
}
