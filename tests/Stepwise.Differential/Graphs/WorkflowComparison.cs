using System.Text.Json.Nodes;
using Stepwise.Differential.Running;

namespace Stepwise.Differential.Graphs;

/// <summary>One execution on both sides.</summary>
/// <param name="Input">The input.</param>
/// <param name="Table">What the tasks answered.</param>
/// <param name="Expected">What C# does.</param>
/// <param name="Actual">What the definition does.</param>
internal sealed record WorkflowComparison(JsonObject Input, TaskTable Table, Trace Expected, Trace Actual)
{
    /// <summary>Why the output is not one of the generated type; null if it is, or if there is none.</summary>
    public string? ContractFault { get; init; }

    /// <summary>Whether both sides agree, or need not.</summary>
    public bool Agrees => ContractFault is null && Expected.End switch
    {
        TraceEnd.Endless => true,
        TraceEnd.Broken => false,
        TraceEnd.Unchecked => Begins(Expected, Actual),
        TraceEnd.Threw => IsSame(Expected, Actual) && Actual.End is TraceEnd.Failed,
        TraceEnd.Failed => IsSame(Expected, Actual) && Actual.End is TraceEnd.Failed && Actual.Error == Expected.Error && JsonEquality.AreEqual(Expected.Cause, Actual.Cause),
        _ => IsSame(Expected, Actual) && Actual.End is TraceEnd.Succeeded && JsonEquality.AreEqual(Expected.Output, Actual.Output),
    };

    private static bool IsSame(Trace expected, Trace actual) =>
        Begins(expected, actual) && expected.Path.Count == actual.Path.Count && expected.Calls.Count == actual.Calls.Count && expected.Waits.Count == actual.Waits.Count;

    private static bool Begins(Trace expected, Trace actual) =>
        actual.Path.Take(expected.Path.Count).SequenceEqual(expected.Path)
        && actual.Waits.Take(expected.Waits.Count).SequenceEqual(expected.Waits)
        && actual.Calls.Count >= expected.Calls.Count
        && expected.Calls.Zip(actual.Calls).All(static pair => pair.First.State == pair.Second.State && JsonEquality.AreEqual(pair.First.Sent, pair.Second.Sent));
}
