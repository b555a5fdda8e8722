using CsCheck;
using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Deployment.Tests.Diagram;

/// <summary>Random machines: any shape of graph, good and bad names, machines in machines.</summary>
internal static class MachineGenerator
{
    private static readonly Gen<string> _anyName = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 1, 80],
        Gen.String[Gen.Char["<>&\"'| ]ü漢M\u0001"], 1, 80],
        Gen.String[1, 40]);

    public static Gen<StateMachine> Machines(int states, int depth = 2)
        => from count in Gen.Int[1, states]
           from names in _anyName.Array[count]
           from kinds in Gen.Int[0, 7].Array[count]
           from targets in Gen.Int[0, count].Array[count, count * 4]
           from inner in depth == 0 ? Gen.Const<StateMachine?>(() => null) : Machines(5, depth - 1).Select(machine => (StateMachine?)machine)
           select Make(names, kinds, targets, inner);

    private static StateMachine Make(string[] names, int[] kinds, int[] targets, StateMachine? inner)
    {
        var unique = names.Select((name, index) => names.Take(index).Contains(name) ? name + index : name).ToArray();
        var states = new State[unique.Length];
        var next = 0;

        // A target beyond the last is a state that does not exist.
        string Target() => targets[next++ % targets.Length] is var index && index < unique.Length ? unique[index] : "nowhere";

        for (var i = 0; i < states.Length; i++)
        {
            states[i] = kinds[i] switch
            {
                0 => new SucceedState { Name = unique[i] },
                1 => new FailState { Name = unique[i], Error = "Wrong" },
                2 or 3 => new ChoiceState
                {
                    Name = unique[i],
                    Choices = [.. Enumerable.Range(0, 1 + (targets[i % targets.Length] % 4)).Select(number => new ChoiceRule { Test = new ComparisonTest("$.value", "NumericEquals", number), Next = Target() })],
                    Default = Target(),
                },
                4 => new WaitState { Name = unique[i], Seconds = 60, Next = Target() },
                5 when inner is not null => new ParallelState { Name = unique[i], Branches = [inner, inner], Next = Target(), Catch = [new() { ErrorEquals = ["States.ALL"], Next = Target() }] },
                6 when inner is not null => new MapState { Name = unique[i], ItemProcessor = inner, End = true },
                _ => new TaskState { Name = unique[i], Resource = "arn:aws:states:::sns:publish", Next = Target(), Catch = [new() { ErrorEquals = ["A", "B"], Next = Target() }] },
            };
        }

        return new() { StartAt = unique[0], States = states };
    }
}
