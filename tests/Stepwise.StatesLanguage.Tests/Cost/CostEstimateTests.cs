using Stepwise.StatesLanguage.Cost;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Tests.Cost;

public sealed class CostEstimateTests
{
    private const string Call = "arn:aws:states:::lambda:invoke";

    [Fact]
    public void Each_end_has_a_path()
    {
        var paths = Estimate(
            Task("Check", "Is it valid?", catchTo: "Broken"),
            Choice("Is it valid?", ("$.valid", "Work"), ("$.late", "TooLate"), "Refused"),
            Task("Work", null),
            new SucceedState { Name = "TooLate" },
            new FailState { Name = "Refused" },
            new FailState { Name = "Broken" }).Paths;
        Assert.Equal(
            [
                (ExecutionPathKind.Main, "Work", 3),
                (ExecutionPathKind.EarlyEnd, "TooLate", 3),
                (ExecutionPathKind.Failure, "Refused", 3),
                (ExecutionPathKind.Failure, "Broken", 2),
            ],
            paths.Select(path => (path.Kind, path.States[^1], path.Transitions)));
        Assert.Equal(0.075m, paths[0].PricePerThousand);
    }

    [Fact]
    public void A_machine_without_success_has_failures_only() =>
        Assert.Equal(ExecutionPathKind.Failure, Assert.Single(Estimate(Task("Work", "No"), new FailState { Name = "No" }).Paths).Kind);

    [Fact]
    public void A_start_that_does_not_exist_has_no_path()
    {
        var estimate = CostEstimate.Create(new() { StartAt = "Nowhere", States = [new SucceedState { Name = "End" }] });
        Assert.Empty(estimate.Paths);
        Assert.Empty(estimate.Loops);
    }

    [Fact]
    public void All_branches_of_a_Parallel_are_run()
    {
        var path = Estimate(new ParallelState { Name = "All", End = true, Branches = [Machine(Task("A", "B"), Task("B", null)), Machine(Task("C", null))] }).Paths[0];
        Assert.Equal((4, 0), (path.Transitions, path.TransitionsPerItem));
    }

    [Fact]
    public void Items_of_a_Map_are_counted_apart_also_where_it_is_in_a_Parallel_or_a_Map()
    {
        var map = Map("Each", Task("A", "B"), Task("B", null));
        Assert.Equal((1, 2), Counts(Estimate(map)));
        Assert.Equal((2, 2), Counts(Estimate(new ParallelState { Name = "All", End = true, Branches = [Machine(map)] })));
        Assert.Equal((1, 3), Counts(Estimate(Map("Outer", map))));

        static (int, int) Counts(CostEstimate estimate) => (estimate.Paths[0].Transitions, estimate.Paths[0].TransitionsPerItem);
    }

    [Theory]
    [InlineData(StateMachineType.Standard, 2)]
    [InlineData(StateMachineType.Express, 0)]
    public void Children_of_a_distributed_Map_take_transitions_where_they_are_Standard(StateMachineType type, int perItem)
    {
        var map = Map("Each", Task("A", "B"), Task("B", null));
        map = map with { ItemProcessor = map.ItemProcessor with { ProcessorConfig = new() { Mode = ProcessorMode.Distributed, ExecutionType = type } } };
        Assert.Equal(perItem, Estimate(map).Paths[0].TransitionsPerItem);
        Assert.Equal(0, HistoryEvents.PerItemOf(map));
    }

    [Fact]
    public void Every_retrier_counts_for_itself_and_three_attempts_are_the_default()
    {
        var task = Task("Work", null) with { Retry = [new() { ErrorEquals = ["A"], MaxAttempts = 2 }, new() { ErrorEquals = ["States.ALL"] }, new() { ErrorEquals = ["B"], MaxAttempts = 0 }] };
        var path = Estimate(task).Paths[0];
        Assert.Equal((1, 6), (path.Transitions, path.TransitionsWithRetries));
    }

    [Fact]
    public void A_retried_Parallel_and_Map_run_again_what_is_in_them()
    {
        IReadOnlyList<Retrier> twice = [new() { ErrorEquals = ["States.ALL"], MaxAttempts = 1 }];
        var inner = Task("A", null) with { Retry = twice };
        var parallel = Estimate(new ParallelState { Name = "All", End = true, Retry = twice, Branches = [Machine(inner)] }).Paths[0];
        Assert.Equal((2, 6), (parallel.Transitions, parallel.TransitionsWithRetries));
        var map = Estimate(Map("Each", inner) with { Retry = twice }).Paths[0];
        Assert.Equal((1, 2, 1, 4), (map.Transitions, map.TransitionsWithRetries, map.TransitionsPerItem, map.TransitionsPerItemWithRetries));
    }

    [Fact]
    public void More_retries_than_a_number_holds_are_no_overflow()
    {
        IReadOnlyList<Retrier> many = [new() { ErrorEquals = ["States.ALL"], MaxAttempts = 99_999_999 }];
        var path = Estimate(new ParallelState { Name = "All", End = true, Retry = many, Branches = [Machine(Task("A", null) with { Retry = many })] }).Paths[0];
        Assert.Equal(int.MaxValue, path.TransitionsWithRetries);
    }

    [Fact]
    public void A_loop_has_its_turn_and_the_turns_until_the_history_is_full()
    {
        var loop = Assert.Single(Estimate(Wait("Wait", 60, "Work"), Task("Work", "Done?"), Choice("Done?", ("$.done", "Done"), null, "Wait"), new SucceedState { Name = "Done" }).Loops);
        Assert.Equal(["Wait", "Work", "Done?"], loop.States);
        Assert.Equal((3, 9, 60, false), (loop.Transitions, loop.Events, loop.Seconds, loop.IsByError));

        // One event starts the execution; 9 x 2,777 more fit.
        Assert.Equal((Limits.HistoryEvents - 1) / 9, loop.TurnsToHistoryLimit);
        Assert.Equal(60L * 2777, loop.SecondsToHistoryLimit);
    }

    [Fact]
    public void What_comes_before_a_loop_takes_its_events()
    {
        var loop = Assert.Single(Estimate(Task("First", "Wait"), Wait("Wait", 60, "Wait")).Loops);
        Assert.Equal((Limits.HistoryEvents - 1 - 5) / 2, loop.TurnsToHistoryLimit);
    }

    [Fact]
    public void A_loop_that_only_an_error_closes_is_found_and_named_so()
    {
        var loop = Assert.Single(Estimate(Task("Work", "Done", catchTo: "Wait"), Wait("Wait", 30, "Work"), new SucceedState { Name = "Done" }).Loops);
        Assert.Equal(["Work", "Wait"], loop.States);
        Assert.True(loop.IsByError);
        Assert.Equal((2, 7, 30L), (loop.Transitions, loop.Events, loop.Seconds));
        var itself = Assert.Single(Estimate(Task("Work", "Done", catchTo: "Work"), new SucceedState { Name = "Done" }).Loops);
        Assert.Equal((1, true), (itself.Transitions, itself.IsByError));
    }

    [Fact]
    public void A_wait_that_is_known_only_at_run_time_leaves_the_time_open()
    {
        var loop = Assert.Single(Estimate(new WaitState { Name = "Wait", SecondsPath = "$.seconds", Next = "Wait" }).Loops);
        Assert.Null(loop.Seconds);
        Assert.Null(loop.SecondsToHistoryLimit);
    }

    [Fact]
    public void A_Map_in_a_loop_has_events_for_each_item()
    {
        var loop = Assert.Single(Estimate(Map("Each", Task("A", null)) with { End = false, Next = "Again?" }, Choice("Again?", ("$.again", "Each"), null, "Done"), new SucceedState { Name = "Done" }).Loops);
        Assert.Equal((2, 6, 7), (loop.Transitions, loop.Events, loop.EventsPerItem));
    }

    [Fact]
    public void Loops_within_branches_do_not_disturb()
    {
        var branch = Machine(Wait("Wait", 5, "Again?"), Choice("Again?", ("$.again", "Wait"), null, "Done"), new SucceedState { Name = "Done" });
        Assert.Empty(Estimate(new ParallelState { Name = "All", End = true, Branches = [branch] }).Loops);
    }

    private static CostEstimate Estimate(params State[] states) => CostEstimate.Create(Machine(states));

    private static StateMachine Machine(params State[] states) => new() { StartAt = states[0].Name, States = states };

    private static TaskState Task(string name, string? next, string? catchTo = null) => new()
    {
        Name = name,
        Resource = Call,
        Next = next,
        End = next is null,
        Catch = catchTo is null ? null : [new() { ErrorEquals = ["States.ALL"], Next = catchTo }],
    };

    private static WaitState Wait(string name, int seconds, string next) => new() { Name = name, Seconds = seconds, Next = next };

    private static MapState Map(string name, params State[] states) => new() { Name = name, ItemProcessor = Machine(states), End = true };

    private static ChoiceState Choice(string name, (string Path, string Next) first, (string Path, string Next)? second, string otherwise) => new()
    {
        Name = name,
        Choices = [.. new[] { first, second }.OfType<(string Path, string Next)>().Select(rule => new ChoiceRule { Test = new ComparisonTest(rule.Path, "BooleanEquals", true), Next = rule.Next })],
        Default = otherwise,
    };
}
