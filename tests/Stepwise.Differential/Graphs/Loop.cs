using Stepwise.Differential.Types;

namespace Stepwise.Differential.Graphs;

/// <summary>The Choice at the end of a loop. It goes back as long as a counter is below a limit and a random condition holds.</summary>
/// <param name="Counter">The value that counts. The state before the Choice counts on, and nothing sets the value back.</param>
/// <param name="Member">The member of the value that counts; null if the value is the number.</param>
/// <param name="Limit">How often the Choice goes back at most.</param>
/// <param name="Back">Where the loop begins.</param>
/// <param name="Forward">Where the execution leaves the loop.</param>
internal sealed record Loop(string Counter, string? Member, int Limit, string Back, string Forward)
{
    /// <summary>A record that counts. JSONPath can compute an object, but not a number by itself.</summary>
    public static RecordType Tally { get; } = NewTally();

    private static RecordType NewTally()
    {
        var tally = new RecordType("Tally", Creation.Positional) { Positions = 1, Declaration = "public sealed record Tally(int N);\n" };
        tally.Members.Add(new("N", new(new ScalarType("int", Scalar.Int))));
        return tally;
    }
}
