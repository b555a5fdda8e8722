using CampaignSystem;
using CampaignSystem.InMemory;
using Campaign = CampaignSystem.InJsonata.CampaignExecution;

namespace Stepwise.Workflows.Tests.Reference;

/// <summary>The same functions behind the interface of the JSONata form.</summary>
internal sealed class TasksInJsonata(InMemoryTasks tasks) : Campaign.ITasks
{
    public Task<ValidationResult> ValidateCampaign(Campaign.ValidateCampaignInput input, CancellationToken cancellationToken)
        => tasks.ValidateCampaign(new(input.CampaignId), cancellationToken);

    public Task<DispatchResult> QueryEligibleContacts(Campaign.QueryEligibleContactsInput input, CancellationToken cancellationToken)
        => tasks.QueryEligibleContacts(new(input.CampaignId), cancellationToken);

    public Task<StatusResult> CheckCampaignStatus(Campaign.CheckCampaignStatusInput input, CancellationToken cancellationToken)
        => tasks.CheckCampaignStatus(new(input.CampaignId), cancellationToken);

    public Task<ReportResult> GenerateReport(Campaign.GenerateReportInput input, CancellationToken cancellationToken)
        => tasks.GenerateReport(new(input.CampaignId, input.StatusResult), cancellationToken);
}
