using Stepwise.Conformance.Jsonata;
using Stepwise.Jsonata.Tests.Syntax;

namespace Stepwise.Jsonata.Tests.Evaluation;

/// <summary>JSONata's own cases give the results and errors that are recorded, except where 2.0.6 itself does not.</summary>
public class OfficialCaseTests
{
    [SharedCasesFact]
    public void Every_case_passes()
    {
        var suite = JsonataSuite.Read(SharedCases.Folder!);
        var failures = new List<string>();
        foreach (var @case in suite.Cases.Where(c => !suite.Differing.Contains(c.Id)))
        {
            // The suite's time limits are there to end what hangs, not to measure a machine that runs other tests as well.
            if (JsonataCaseRunner.Run(@case.Error is null ? @case with { TimeLimit = null } : @case) is { } difference)
            {
                failures.Add($"{@case.Id}: {difference}");
            }
        }

        Assert.NotEmpty(suite.Cases);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }
}
