using CampaignSystem;
using CampaignSystem.InMemory;
using Jsonata = CampaignSystem.InJsonata.CampaignExecution;

namespace Stepwise.Workflows.Tests.Reference;

/// <summary>The same functions behind the interface of the JSONata form.</summary>
internal sealed class TasksInJsonata(InMemoryTasks tasks) : Jsonata.ITasks
{
    public Task<ValidationResult> ValidateCampaign(Jsonata.ValidateCampaignInput input, CancellationToken cancellationToken)
        => tasks.ValidateCampaign(new(input.CampaignId), cancellationToken);

    public Task<DispatchResult> QueryEligibleContacts(Jsonata.QueryEligibleContactsInput input, CancellationToken cancellationToken)
        => tasks.QueryEligibleContacts(new(input.CampaignId), cancellationToken);

    public Task<StatusResult> CheckCampaignStatus(Jsonata.CheckCampaignStatusInput input, CancellationToken cancellationToken)
        => tasks.CheckCampaignStatus(new(input.CampaignId), cancellationToken);

    public Task<ReportResult> GenerateReport(Jsonata.GenerateReportInput input, CancellationToken cancellationToken)
        => tasks.GenerateReport(new(input.CampaignId, input.StatusResult), cancellationToken);
}
