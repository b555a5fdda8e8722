using CampaignSystem.InMemory;
using CampaignSystem.Scenarios;
using Stepwise.Json;

namespace Stepwise.Workflows.Tests.Reference;

/// <summary>The reference system in all its scenarios.</summary>
public sealed class ScenarioTests
{
    private const string Begin = "ValidateCampaign -> CheckValidation -> QueryEligibleContacts -> CheckContactsAvailable";
    private const string Polling = "[MonitorProgress -> CheckCampaignStatus -> IsCampaignComplete]";
    private const string End = "GenerateReport -> NotifyUser -> CampaignCompleted";
    private const string Report = $"https://reports.example.com/{Forms.CampaignId}.pdf";

    /// <summary>Scenario, path, seconds, and the report of which the user is told, or the error.</summary>
    public static TheoryData<string, string, double, string> Successes { get; } = new()
    {
        { "happy", $"{Begin} -> {Polling} x 13 -> {End}", 13 * 60, Report },
        { "needs-more", $"ValidateCampaign -> CheckValidation -> [QueryEligibleContacts -> CheckContactsAvailable -> {Polling} x 5] x 2 -> QueryEligibleContacts -> CheckContactsAvailable -> {Polling} x 3 -> {End}", 13 * 60, Report },
        { "validate-fails-once", $"ValidateCampaign (2 attempts) -> CheckValidation -> QueryEligibleContacts -> CheckContactsAvailable -> {Polling} x 13 -> {End}", (13 * 60) + 2, Report },
        { "dispatcher-fails-once", $"ValidateCampaign -> CheckValidation -> QueryEligibleContacts (2 attempts) -> CheckContactsAvailable -> {Polling} x 13 -> {End}", (13 * 60) + 2, Report },
        { "status-fails-once", $"{Begin} -> MonitorProgress -> CheckCampaignStatus (2 attempts) -> IsCampaignComplete -> {Polling} x 12 -> {End}", (13 * 60) + 2, Report },
        { "report-fails-once", $"{Begin} -> {Polling} x 13 -> GenerateReport (2 attempts) -> NotifyUser -> CampaignCompleted", (13 * 60) + 2, Report },
        { "report-fails", $"{Begin} -> {Polling} x 13 -> GenerateReport (3 attempts) -> ReportGenerationFailed -> NotifyUser -> CampaignCompleted", (13 * 60) + 2 + 4, "unavailable (DatabaseUnavailableException)" },
        { "report-failing", $"{Begin} -> {Polling} x 13 -> GenerateReport (3 attempts) -> ReportGenerationFailed -> NotifyUser -> CampaignCompleted", (13 * 60) + (3 * 120) + 2 + 4, "unavailable (States.Timeout)" },
    };

    public static TheoryData<string, string, double> EarlyEnds { get; } = new()
    {
        { "no-contacts", $"{Begin} -> NoContactsToProcess", 0 },
        { "paused", $"{Begin} -> {Polling} x 5 -> CampaignPaused", 5 * 60 },
        { "cancelled", $"{Begin} -> {Polling} x 5 -> CampaignCancelled", 5 * 60 },
    };

    public static TheoryData<string, string, double> Outages { get; } = new()
    {
        { "validate-fails", "ValidateCampaign (4 attempts) -> NotifyFailure -> CampaignFailed", 2 + 4 + 8 },
        { "dispatcher-fails", "ValidateCampaign -> CheckValidation -> QueryEligibleContacts (4 attempts) -> NotifyFailure -> CampaignFailed", 2 + 4 + 8 },
        { "status-fails", $"{Begin} -> MonitorProgress -> CheckCampaignStatus (4 attempts) -> NotifyFailure -> CampaignFailed", 60 + 2 + 4 + 8 },
    };

    public static TheoryData<string> All { get; } = [.. ScenarioCatalogue.All.Select(static scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Successes))]
    public async Task A_campaign_that_completes_tells_the_user_and_returns_its_results(string name, string path, double seconds, string report)
    {
        var outcome = await Forms.InJsonPathAsync(Of(name));
        Assert.Equal(WorkflowStatus.Succeeded, outcome.Execution.Status);
        Assert.Equal(path, outcome.Path);
        Assert.Equal(TimeSpan.FromSeconds(seconds), outcome.Execution.Elapsed);
        Assert.Equal(
            [new Notification("arn:aws:sns:us-east-1:123456789012:campaign-notifications", "Campaign completed", $"Spring offer: 500 of 500 contacts. Report: {report}")],
            outcome.Notifications);
        Assert.Equal(
            JsonValue.Parse($$"""
                {
                  "campaignId": "{{Forms.CampaignId}}",
                  "campaignName": "Spring offer",
                  "statusResult": {
                    "status": "completed", "needsMoreContacts": false, "totalContacts": 500, "completedContacts": 500, "completionPercentage": 100,
                    "metrics": { "answered": 312, "converted": 41, "optedOut": 7 }
                  },
                  "reportResult": { "Payload": { "reportUrl": "{{report}}" } }
                }
                """),
            outcome.Execution.Output);
    }

    [Theory]
    [MemberData(nameof(EarlyEnds))]
    public async Task A_campaign_that_ends_early_succeeds_and_tells_nobody(string name, string path, double seconds)
    {
        var outcome = await Forms.InJsonPathAsync(Of(name));
        Assert.Equal(WorkflowStatus.Succeeded, outcome.Execution.Status);
        Assert.Equal(path, outcome.Path);
        Assert.Equal(TimeSpan.FromSeconds(seconds), outcome.Execution.Elapsed);
        Assert.Empty(outcome.Notifications);
        Assert.Equal(Forms.CampaignId, Assert.IsType<JsonObject>(outcome.Execution.Output)["campaignId"]);
    }

    [Fact]
    public async Task A_campaign_that_is_not_valid_fails_and_tells_nobody()
    {
        var outcome = await Forms.InJsonPathAsync(Of("invalid"));
        Assert.Equal(WorkflowStatus.Failed, outcome.Execution.Status);
        Assert.Equal("ValidateCampaign -> CheckValidation -> ValidationFailed", outcome.Path);
        Assert.Equal("CampaignValidationFailed", outcome.Execution.Error);
        Assert.Equal("Campaign configuration validation failed", outcome.Execution.Cause);
        Assert.Empty(outcome.Notifications);
    }

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task A_function_that_fails_always_fails_the_campaign_after_three_retries_and_tells_the_user(string name, string path, double seconds)
    {
        var outcome = await Forms.InJsonPathAsync(Of(name));
        Assert.Equal(WorkflowStatus.Failed, outcome.Execution.Status);
        Assert.Equal(path, outcome.Path);
        Assert.Equal(TimeSpan.FromSeconds(seconds), outcome.Execution.Elapsed);
        Assert.Equal("CampaignFailed", outcome.Execution.Error);
        Assert.Equal("The database does not answer.", outcome.Execution.Cause);
        Assert.Equal(
            [new Notification("arn:aws:sns:us-east-1:123456789012:campaign-notifications", "Campaign failed", $"Campaign {Forms.CampaignId} failed: DatabaseUnavailableException. The database does not answer.")],
            outcome.Notifications);
    }

    [Fact]
    public async Task A_topic_that_takes_nothing_fails_the_campaign_with_its_own_error()
    {
        var outcome = await Forms.InJsonPathAsync(Of("sns-failing"));
        Assert.Equal(WorkflowStatus.Failed, outcome.Execution.Status);
        Assert.Equal($"{Begin} -> {Polling} x 13 -> GenerateReport -> NotifyUser (4 attempts) -> NotifyFailure (4 attempts)", outcome.Path);
        Assert.Equal("SNS.InternalErrorException", outcome.Execution.Error);
        Assert.Equal(TimeSpan.FromSeconds((13 * 60) + 14 + 14), outcome.Execution.Elapsed);
        Assert.Empty(outcome.Notifications);
    }

    [Fact]
    public async Task Three_days_of_polling_meet_the_limit_of_the_history_after_two()
    {
        var outcome = await Forms.InJsonPathAsync(Of("three-days"));
        Assert.Equal(WorkflowStatus.Failed, outcome.Execution.Status);
        Assert.Equal(25_000, outcome.Execution.Events.Count);
        Assert.Equal(Local.HistoryEventType.ExecutionFailed, outcome.Execution.Events[^1].Type);

        // Nine events a minute, after the 15 with which the campaign begins.
        Assert.Equal(TimeSpan.FromMinutes((25_000 - 15) / 9), outcome.Execution.Elapsed);
        Assert.Empty(outcome.Notifications);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_JSONata_form_does_the_same(string name)
    {
        var scenario = Of(name);
        var jsonPath = await Forms.InJsonPathAsync(scenario);
        var jsonata = await Forms.InJsonataAsync(scenario);
        AssertSame(jsonPath, jsonata);

        // A Succeed state without a body passes the document on in JSONPath, and has nothing to pass on in JSONata.
        var endsEarly = jsonPath.Execution.States[^1] is "NoContactsToProcess" or "CampaignPaused" or "CampaignCancelled";
        Assert.Equal(endsEarly ? JsonObject.Empty : jsonPath.Execution.Output, jsonata.Execution.Output);
    }

    [SharedReferenceTheory]
    [MemberData(nameof(All))]
    public async Task The_reference_definition_does_the_same(string name)
    {
        var scenario = Of(name);
        var expected = await Forms.InJsonPathAsync(scenario);
        var actual = await Forms.AsTextAsync(scenario, await File.ReadAllTextAsync(Path.Combine(SharedReferenceTheoryAttribute.Folder!, "campaign-execution.asl.json")));
        AssertSame(expected, actual);
        Assert.Equal(expected.Execution.Output, actual.Execution.Output);
    }

    [Fact]
    public void The_JSONata_form_is_the_sample_but_for_the_query_language()
    {
        var sample = Repository.Read("samples", "CampaignExecution", "CampaignExecution.cs");
        var expected = sample
            .Replace(", QueryLanguage = QueryLanguage.JsonPath", "", StringComparison.Ordinal)
            .Replace("[Succeed(QueryLanguage = QueryLanguage.Jsonata)]", "[Succeed]", StringComparison.Ordinal)
            .Replace("namespace CampaignSystem;", "namespace CampaignSystem.InJsonata;", StringComparison.Ordinal);
        Assert.Equal(expected, Repository.Read("tests", "Stepwise.Workflows.Tests", "Reference", "CampaignExecution.InJsonata.cs"));
    }

    private static Scenario Of(string name) => ScenarioCatalogue.Find(name)!;

    private static void AssertSame(Outcome expected, Outcome actual)
    {
        Assert.Equal(expected.Execution.Status, actual.Execution.Status);
        Assert.Equal(expected.Execution.Error, actual.Execution.Error);
        Assert.Equal(expected.Execution.Cause, actual.Execution.Cause);
        Assert.Equal(expected.Execution.States, actual.Execution.States);
        Assert.Equal(expected.Path, actual.Path);
        Assert.Equal(expected.Execution.Elapsed, actual.Execution.Elapsed);
        Assert.Equal(expected.Execution.Transitions, actual.Execution.Transitions);
        Assert.Equal(expected.Execution.Events.Count, actual.Execution.Events.Count);
        Assert.Equal(expected.Notifications, actual.Notifications);
    }
}
