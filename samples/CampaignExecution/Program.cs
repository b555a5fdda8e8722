using System.CommandLine;
using System.Diagnostics;
using CampaignSystem;
using CampaignSystem.InMemory;
using CampaignSystem.Scenarios;
using Stepwise.Local;

var scenarioOption = new Option<string>("--scenario") { Description = "The scenario to execute. Without it the machine is shown and 'happy' executed.", HelpName = "NAME" };
var listOption = new Option<bool>("--list") { Description = "Lists the scenarios." };
scenarioOption.Validators.Add(result =>
{
    if (result.GetValueOrDefault<string>() is { } name && ScenarioCatalogue.Find(name) is null)
    {
        result.AddError($"There is no scenario '{name}'. There are {string.Join(", ", ScenarioCatalogue.All.Select(scenario => scenario.Name))}.");
    }
});

var command = new RootCommand("Shows the machine campaign-execution and executes it on a virtual clock, with everything around it in memory.") { scenarioOption, listOption };
command.SetAction(async (arguments, cancellationToken) =>
{
    if (arguments.GetValue(listOption))
    {
        foreach (var scenario in ScenarioCatalogue.All)
        {
            Console.Out.WriteLine($"{scenario.Name,-24}{scenario.Description}");
        }

        return;
    }

    var name = arguments.GetValue(scenarioOption);
    if (name is null)
    {
        // The build has written the files already; this shows where they are and what they say.
        var folder = Path.Combine(AppContext.BaseDirectory, "workflows", CampaignExecution.Workflow.Name);
        MachineSummary.Print(CampaignExecution.Workflow.Name, CampaignExecution.Definition, CampaignExecution.Policy, folder, Console.Out);
        Console.Out.WriteLine();
    }

    await ExecuteAsync(ScenarioCatalogue.Find(name ?? "happy")!, cancellationToken).ConfigureAwait(false);
});
return await command.Parse(args).InvokeAsync().ConfigureAwait(false);

static async Task ExecuteAsync(Scenario scenario, CancellationToken cancellationToken)
{
    var clock = new VirtualClock();
    var notifications = new Notifications();
    var tasks = new InMemoryTasks(new DialledCampaign(scenario.Plan, clock));
    var watch = Stopwatch.StartNew();
    var run = await CampaignExecution.Workflow.RunLocallyAsync(
        tasks,
        new(Guid.Parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301"), "manual"),
        scenario.Options(clock, notifications),
        cancellationToken).ConfigureAwait(false);
    RunPrinter.Print(scenario, run.Execution, notifications.Sent, watch.Elapsed, Console.Out);
}
