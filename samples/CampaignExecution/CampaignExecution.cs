using Stepwise;

namespace CampaignSystem;

/// <summary>Runs one outbound campaign from validation to its report.</summary>
[StateMachine("campaign-execution", TimeoutSeconds = 604_800, QueryLanguage = QueryLanguage.JsonPath)]
[Retry(IntervalSeconds = 2, MaxAttempts = 3, BackoffRate = 2.0)]
[Catch(Next = nameof(NotifyFailure))]
[Logging(ExecutionLogLevel.All, IncludeExecutionData = true, RetentionDays = 7, LogGroupPrefix = "/aws/stepfunctions/"), Tracing]
[Alarm(AlarmMetric.ExecutionsFailed, Topic = "campaign-notifications")]
[Alarm(AlarmMetric.ExecutionsTimedOut, Topic = "campaign-notifications")]
[Alarm(AlarmMetric.ExecutionTime, ThresholdSeconds = 3_600, Topic = "campaign-notifications")]
[EventRule("campaign-scheduler", Schedule = "rate(1 minute)", Enabled = false,
    Input = """{ "campaignId": "00000000-0000-0000-0000-000000000000", "executionSource": "scheduled" }""")]
[DynamicSchedules("campaigns")]
public sealed partial class CampaignExecution
{
    [Start(Next = nameof(ValidateCampaign))]
    public static partial void Start(Guid campaignId, string executionSource);

    /// <summary>Checks that the campaign can run.</summary>
    [LambdaTask("validate-campaign", TimeoutSeconds = 30, Next = nameof(CheckValidation))]
    public static partial Task<ValidationResult> ValidateCampaign(Guid campaignId);

    [Choice]
    public static NextState CheckValidation(ValidationResult validationResult) =>
        validationResult.Valid ? nameof(QueryEligibleContacts) : nameof(ValidationFailed);

    /// <summary>Chooses the contacts that may be called now and queues them.</summary>
    [LambdaTask("dispatcher", TimeoutSeconds = 300, Next = nameof(CheckContactsAvailable))]
    public static partial Task<DispatchResult> QueryEligibleContacts(Guid campaignId);

    [Choice]
    public static NextState CheckContactsAvailable(DispatchResult dispatchResult) => dispatchResult.ContactCount switch
    {
        > 0 => nameof(MonitorProgress),
        _ => nameof(NoContactsToProcess),
    };

    [Wait(60, Next = nameof(CheckCampaignStatus))]
    public static partial void MonitorProgress();

    /// <summary>Reads status, contact statistics and call metrics.</summary>
    [LambdaTask("status-checker", TimeoutSeconds = 30, Next = nameof(IsCampaignComplete))]
    public static partial Task<StatusResult> CheckCampaignStatus(Guid campaignId);

    [Choice]
    public static NextState IsCampaignComplete(StatusResult statusResult) => statusResult switch
    {
        { Status: CampaignStatus.Completed } => nameof(GenerateReport),
        { Status: CampaignStatus.Paused } => nameof(CampaignPaused),
        { Status: CampaignStatus.Cancelled } => nameof(CampaignCancelled),
        { NeedsMoreContacts: true } => nameof(QueryEligibleContacts),
        _ => nameof(MonitorProgress),
    };

    /// <summary>Writes the report. Its failure is not fatal.</summary>
    [LambdaTask("report-generator", TimeoutSeconds = 120, Next = nameof(NotifyUser))]
    [Retry(IntervalSeconds = 2, MaxAttempts = 2, BackoffRate = 2.0)]
    [Catch(Next = nameof(ReportGenerationFailed))]
    public static partial Task<LambdaResult<ReportResult>> GenerateReport(Guid campaignId, StatusResult statusResult);

    /// <summary>Stands in for the report, so that the user is notified all the same.</summary>
    [Pass(ResultName = "reportResult", Next = nameof(NotifyUser))]
    public static LambdaResult<ReportResult> ReportGenerationFailed(WorkflowError error) =>
        new(new ReportResult($"unavailable ({error.Error})"));

    /// <summary>Sends the results and where the report is.</summary>
    [ServiceTask("sns:publish", TimeoutSeconds = 30, Next = nameof(CampaignCompleted))]
    public static object NotifyUser(ValidationResult validationResult, StatusResult statusResult, LambdaResult<ReportResult> reportResult) => new
    {
        TopicArn = Deployed.Topic("campaign-notifications"),
        Subject = "Campaign completed",
        Message = $"{validationResult.CampaignName}: {statusResult.CompletedContacts} of {statusResult.TotalContacts} contacts. Report: {reportResult.Payload.ReportUrl}",
    };

    [Succeed(QueryLanguage = QueryLanguage.Jsonata)]
    public static object CampaignCompleted(
        Guid campaignId, ValidationResult validationResult, StatusResult statusResult, LambdaResult<ReportResult> reportResult) =>
        new { campaignId, validationResult.CampaignName, statusResult, reportResult };

    [Succeed]
    public static partial void NoContactsToProcess();

    [Succeed]
    public static partial void CampaignPaused();

    [Succeed]
    public static partial void CampaignCancelled();

    [Fail("CampaignValidationFailed", Cause = "Campaign configuration validation failed")]
    public static partial void ValidationFailed();

    /// <summary>Tells the user what went wrong.</summary>
    [ServiceTask("sns:publish", TimeoutSeconds = 30, Next = nameof(CampaignFailed))]
    public static object NotifyFailure(Guid campaignId, WorkflowError error) => new
    {
        TopicArn = Deployed.Topic("campaign-notifications"),
        Subject = "Campaign failed",
        Message = $"Campaign {campaignId} failed: {error.Error}. {error.Cause}",
    };

    [Fail("CampaignFailed")]
    public static string? CampaignFailed(WorkflowError error) => error.Cause;
}
