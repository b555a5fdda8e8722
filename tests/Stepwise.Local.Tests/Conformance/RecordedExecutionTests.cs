using Stepwise.Conformance.Asl;

namespace Stepwise.Local.Tests.Conformance;

/// <summary>Executions come out as they were recorded on AWS: status, output, error, cause, and the whole history where it was recorded.</summary>
public class RecordedExecutionTests
{
    [RecordedCasesFact("asl-cases")]
    public Task Executions_come_out_as_recorded() => RunAllAsync("asl-cases");

    [RecordedCasesFact("asl-cases-services")]
    public Task Executions_with_services_come_out_as_recorded() => RunAllAsync("asl-cases-services");

    [RecordedCasesFact("asl-cases")]
    public Task Executions_come_out_as_recorded_with_mocks_in_place_of_tasks() => RunMockedAsync("asl-cases");

    [RecordedCasesFact("asl-cases-services")]
    public Task Executions_with_services_come_out_as_recorded_with_mocks_in_place_of_tasks() => RunMockedAsync("asl-cases-services");

    private static async Task RunAllAsync(string folder)
    {
        var cases = AslCaseReader.Read(RecordedCases.Folder(folder)!).Where(@case => !@case.Given.ReadsUnknownObjects).ToList();
        var failures = new List<string>();
        foreach (var @case in cases)
        {
            var differences = await DifferencesAsync(@case, @case.Record, () => AslCaseRunner.RunAsync(@case.Given));
            var isKnown = KnownDifferences.Reasons.ContainsKey(@case.Name);
            if (differences.Count > 0 && !isKnown)
            {
                failures.Add(Line(@case, differences));
            }
            else if (differences.Count == 0 && isKnown)
            {
                failures.Add($"{@case.Group}/{@case.Name} comes out as recorded: take it off the known differences.");
            }
        }

        Assert.NotEmpty(cases);
        Assert.True(failures.Count == 0, $"{failures.Count} of {cases.Count}:\n{string.Join('\n', failures)}");
    }

    private static async Task RunMockedAsync(string folder)
    {
        var cases = AslCaseReader.Read(RecordedCases.Folder(folder)!).Where(@case => @case.Given.Mocks is not null).ToList();
        var failures = new List<string>();
        foreach (var @case in cases)
        {
            var differences = await DifferencesAsync(@case, @case.MockedRecord, () => AslCaseRunner.RunMockedAsync(@case.Given, @case.Given.Mocks!));
            if (differences.Count > 0)
            {
                failures.Add(Line(@case, differences));
            }
        }

        Assert.NotEmpty(cases);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static string Line(AslCase @case, IReadOnlyList<string> differences) => $"{@case.Group}/{@case.Name}: {string.Join("; ", differences.Take(3))}";

    private static async Task<IReadOnlyList<string>> DifferencesAsync(AslCase @case, AslRecord record, Func<Task<LocalExecution>> run)
    {
        if (@case.Problem is not null)
        {
            return [@case.Problem];
        }

        try
        {
            var execution = await run();
            return [.. AslComparison.Outcome(record, execution), .. AslComparison.History(record, execution) ?? []];
        }
        catch (Exception exception)
        {
            return [$"{exception.GetType().Name}: {exception.Message}"];
        }
    }
}
