using Stepwise.Conformance.TestState;

namespace Stepwise.Local.Tests.Conformance;

/// <summary>Calls of TestState are answered as AWS answered them, but for those that it refused because a mocked result does not fit the model of an API.</summary>
public class RecordedTestStateTests
{
    [RecordedCasesFact("teststate-cases")]
    public async Task Calls_are_answered_as_recorded()
    {
        var cases = TestStateCase.Read(RecordedCases.Folder("teststate-cases")!).Where(@case => !@case.NeedsApiModels).ToList();
        var failures = new List<string>();
        foreach (var @case in cases)
        {
            var differences = await TestStateCaseRunner.RunAsync(@case);
            if (differences.Count > 0)
            {
                failures.Add($"{@case.Name}: {string.Join("; ", differences.Take(3))}");
            }
        }

        Assert.NotEmpty(cases);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }
}
