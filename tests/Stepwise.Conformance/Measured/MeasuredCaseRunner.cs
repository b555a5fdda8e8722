using System.Diagnostics.CodeAnalysis;
using Stepwise.Conformance.TestState;

namespace Stepwise.Conformance.Measured;

/// <summary>Runs a case and compares the result with what was measured.</summary>
internal static class MeasuredCaseRunner
{
    /// <summary>Runs a case.</summary>
    /// <returns>Where the result differs. Empty if it does not differ.</returns>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "An exception of any type fails the case, and the next ones are still run.")]
    public static async Task<IReadOnlyList<string>> RunAsync(MeasuredCase @case)
    {
        if (@case.Problem is not null)
        {
            return [@case.Problem];
        }

        try
        {
            return @case.Kind switch
            {
                "expression" => await MeasuredExpression.RunAsync(@case),
                "execution" or "intrinsic" or "path" => await MeasuredExecution.RunAsync(@case),
                "validation" => MeasuredDefinition.Check(@case),
                "teststate" => await TestStateCaseRunner.RunAsync(TestStateCase.Of(@case.Name, @case.Content)),
                var kind => [$"The kind '{kind}' is not known."],
            };
        }
        catch (Exception exception)
        {
            return [$"{exception.GetType().Name}: {exception.Message}"];
        }
    }
}
