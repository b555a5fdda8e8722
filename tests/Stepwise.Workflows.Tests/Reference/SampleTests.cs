using System.Diagnostics;
using CampaignSystem.Scenarios;

namespace Stepwise.Workflows.Tests.Reference;

/// <summary>The sample as a program.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task It_prints_the_timeline_the_notification_and_the_output_of_a_scenario()
    {
        var (exitCode, output, error) = await RunAsync("--scenario", "report-fails");
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("  00:00:00  13 times, until 00:13:00\n      00:00:00  MonitorProgress         Wait\n", output, StringComparison.Ordinal);
        Assert.Contains("  00:13:00  GenerateReport          Task    failed 3 of 3 times with DatabaseUnavailableException\n  00:13:06  ReportGenerationFailed  Pass\n", output, StringComparison.Ordinal);
        Assert.Contains("  Spring offer: 500 of 500 contacts. Report: unavailable (DatabaseUnavailableException)\n", output, StringComparison.Ordinal);
        Assert.Contains("\n    \"campaignName\": \"Spring offer\",\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_prints_the_error_of_a_scenario_that_fails()
    {
        var (exitCode, output, _) = await RunAsync("--scenario", "invalid");
        Assert.Equal(0, exitCode);
        Assert.Contains("\nError CampaignValidationFailed\n  Campaign configuration validation failed\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_lists_the_scenarios()
    {
        var (exitCode, output, _) = await RunAsync("--list");
        Assert.Equal(0, exitCode);
        Assert.Equal(ScenarioCatalogue.All.Select(static scenario => scenario.Name), output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task A_scenario_that_does_not_exist_is_an_error_that_names_those_that_do()
    {
        var (exitCode, _, error) = await RunAsync("--scenario", "hapy");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("There is no scenario 'hapy'. There are happy, invalid, ", error, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Scenario).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }
}
