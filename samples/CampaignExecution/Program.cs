using CampaignSystem;

// The build has written the files already; this shows where they are and what they say.
var folder = Path.Combine(AppContext.BaseDirectory, "workflows", CampaignExecution.Workflow.Name);
MachineSummary.Print(CampaignExecution.Workflow.Name, CampaignExecution.Definition, CampaignExecution.Policy, folder, Console.Out);
