using Stepwise;

namespace CampaignSystem.InJsonata;

/// <summary>Runs one outbound campaign from validation to its report.</summary>
/// <requirements>
/// <list type="bullet">
/// <item><term>2.1</term> A campaign takes a start, an end and calling windows: <see cref="ValidateCampaign"/> checks them.</item>
/// <item><term>2.2</term> Outside a window calling pauses, and it resumes in the next one: <see cref="QueryEligibleContacts"/> queues nobody whose window is shut.</item>
/// <item><term>2.3</term> After the end time there are no new attempts: <see cref="CheckCampaignStatus"/> then reports the campaign as completed.</item>
/// </list>
/// </requirements>
/// <cost>
/// <para>A campaign of two polls takes 10 to 15 transitions; there is no charge for the time in between. To spend less:</para>
/// <list type="bullet">
/// <item>adjust the wait of <see cref="MonitorProgress"/> to the campaign's size;</item>
/// <item>dispatch contacts in larger batches, so that <see cref="QueryEligibleContacts"/> runs less often;</item>
/// <item>use an Express machine for short campaigns in great numbers.</item>
/// </list>
/// <para>A campaign that polls for longer than the history allows must go on as a new execution.</para>
/// </cost>
[StateMachine("campaign-execution", TimeoutSeconds = 604_800)]
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
    /// <param name="campaignId" example="3f2504e0-4f89-41d3-9a0c-0305e82c3301">The campaign to run.</param>
    /// <param name="executionSource" example="manual">What started it: scheduled or manual.</param>
    [Start(Next = nameof(ValidateCampaign))]
    public static partial void Start(Guid campaignId, string executionSource);

    /// <summary>Checks that the campaign can run.</summary>
    /// <remarks>
    /// It exists and is in a status from which it may start; its time windows are valid; the audio files exist (voice); the IVR flow is valid; there are contacts.
    /// All errors are returned at once, not the first.
    /// </remarks>
    [LambdaTask("validate-campaign", TimeoutSeconds = 30, Next = nameof(CheckValidation))]
    public static partial Task<ValidationResult> ValidateCampaign(Guid campaignId);

    [Choice]
    public static NextState CheckValidation(ValidationResult validationResult) =>
        validationResult.Valid ? nameof(QueryEligibleContacts) : nameof(ValidationFailed);

    /// <summary>Chooses the contacts that may be called now and queues them.</summary>
    /// <remarks>
    /// Contacts that are not blacklisted and inside their time window, in the order of a model's prediction of who answers, are pushed to the SQS queue <c>dial-tasks</c>.
    /// The campaign's status becomes <c>active</c>.
    /// </remarks>
    [LambdaTask("dispatcher", TimeoutSeconds = 300, Next = nameof(CheckContactsAvailable))]
    public static partial Task<DispatchResult> QueryEligibleContacts(Guid campaignId);

    [Choice]
    public static NextState CheckContactsAvailable(DispatchResult dispatchResult) => dispatchResult.ContactCount switch
    {
        > 0 => nameof(MonitorProgress),
        _ => nameof(NoContactsToProcess),
    };

    /// <troubleshooting>
    /// <list type="bullet">
    /// <item>Do the dialer workers process contacts?</item>
    /// <item>Is the queue <c>dial-tasks</c> consumed, or does it grow?</item>
    /// <item>What status do the contacts have in the database? The campaign ends when none is pending or in progress.</item>
    /// </list>
    /// </troubleshooting>
    [Wait(60, Next = nameof(CheckCampaignStatus))]
    public static partial void MonitorProgress();

    /// <summary>Reads status, contact statistics and call metrics.</summary>
    /// <remarks>Also how much of the campaign is done, and whether more contacts must be queued.</remarks>
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
    /// <troubleshooting>
    /// <list type="bullet">
    /// <item>What does the log of <c>report-generator</c> say?</item>
    /// <item>May the function write to the S3 bucket of the reports?</item>
    /// <item>Are the campaign's data in the database?</item>
    /// </list>
    /// </troubleshooting>
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

    [Succeed]
    public static object CampaignCompleted(
        Guid campaignId, ValidationResult validationResult, StatusResult statusResult, LambdaResult<ReportResult> reportResult) =>
        new { campaignId, validationResult.CampaignName, statusResult, reportResult };

    [Succeed]
    public static partial void NoContactsToProcess();

    [Succeed]
    public static partial void CampaignPaused();

    [Succeed]
    public static partial void CampaignCancelled();

    /// <troubleshooting>
    /// <para>The <c>errors</c> that <see cref="ValidateCampaign"/> returned say what to correct:</para>
    /// <list type="bullet">
    /// <item>Is the configuration complete: start, end, windows?</item>
    /// <item>Can the audio URLs be reached?</item>
    /// <item>Does every branch of the IVR end, and does every key lead somewhere?</item>
    /// <item>Has the campaign contacts?</item>
    /// </list>
    /// </troubleshooting>
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
