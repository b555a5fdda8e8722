namespace CampaignSystem.InMemory;

/// <summary>The functions of the campaign system, with a campaign in memory instead of a database, a queue and dialers.</summary>
internal sealed class InMemoryTasks(DialledCampaign campaign) : CampaignExecution.ITasks
{
    public Task<ValidationResult> ValidateCampaign(CampaignExecution.ValidateCampaignInput input, CancellationToken cancellationToken) =>
        Task.FromResult(new ValidationResult(campaign.Plan.Problems.Count == 0, campaign.Plan.Name, campaign.Plan.Problems));

    public Task<DispatchResult> QueryEligibleContacts(CampaignExecution.QueryEligibleContactsInput input, CancellationToken cancellationToken) =>
        Task.FromResult(new DispatchResult(campaign.QueueContacts()));

    public Task<StatusResult> CheckCampaignStatus(CampaignExecution.CheckCampaignStatusInput input, CancellationToken cancellationToken) =>
        Task.FromResult(campaign.Status());

    public Task<ReportResult> GenerateReport(CampaignExecution.GenerateReportInput input, CancellationToken cancellationToken) =>
        Task.FromResult(new ReportResult($"https://reports.example.com/{input.CampaignId}.pdf"));
}
