using Stepwise.Json;
using Stepwise.Local.Machine;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Local.Tests.Machine;

public sealed class RetryAndCatchTests
{
    private const string Function = "\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:f\"";

    [Fact]
    public async Task Intervals_grow_to_their_maximum()
    {
        var run = await Run("""[{"ErrorEquals":["E"],"IntervalSeconds":2,"BackoffRate":3,"MaxAttempts":4,"MaxDelaySeconds":10}]""", "E", "E", "E", "E");

        // 2, 6, then 10 twice.
        Assert.Equal(WorkflowStatus.Succeeded, run.Status);
        Assert.Equal(TimeSpan.FromSeconds(28), run.Elapsed);
        Assert.Equal("[4]", run.Output!.ToJson());
    }

    [Fact]
    public async Task Without_more_words_it_is_tried_three_times_after_1_2_and_4_seconds()
    {
        var run = await Run("""[{"ErrorEquals":["States.ALL"]}]""", "E", "E", "E", "E");

        Assert.Equal((WorkflowStatus.Failed, "E", "why"), (run.Status, run.Error, run.Cause));
        Assert.Equal(TimeSpan.FromSeconds(7), run.Elapsed);

        // The state, and each retry.
        Assert.Equal(4, run.Transitions);
    }

    [Fact]
    public async Task Each_retrier_counts_for_itself()
    {
        var run = await Run("""[{"ErrorEquals":["E"],"MaxAttempts":1,"IntervalSeconds":1},{"ErrorEquals":["States.TaskFailed"],"MaxAttempts":1,"IntervalSeconds":10}]""", "E", "F");
        Assert.Equal((WorkflowStatus.Succeeded, TimeSpan.FromSeconds(11)), (run.Status, run.Elapsed));

        run = await Run("""[{"ErrorEquals":["E"],"MaxAttempts":1,"IntervalSeconds":1},{"ErrorEquals":["States.ALL"],"MaxAttempts":1,"IntervalSeconds":10}]""", "E", "F", "E");
        Assert.Equal((WorkflowStatus.Failed, "E"), (run.Status, run.Error));
    }

    [Fact]
    public async Task No_attempts_are_no_retries()
    {
        var run = await Run("""[{"ErrorEquals":["E"],"MaxAttempts":0}]""", "E");

        Assert.Equal((WorkflowStatus.Failed, TimeSpan.Zero), (run.Status, run.Elapsed));
    }

    [Fact]
    public void Full_jitter_spreads_over_the_interval_and_can_be_repeated()
    {
        var retrier = new Retrier { ErrorEquals = ["E"], IntervalSeconds = 10, JitterStrategy = "FULL" };
        var random = new Random(1);
        var delays = Enumerable.Range(0, 100).Select(_ => Retrying.Delay(retrier, 1, random).TotalSeconds).ToList();

        Assert.All(delays, delay => Assert.InRange(delay, 0, 20));
        Assert.True(delays.Max() > 15 && delays.Min() < 5);
        random = new(1);
        Assert.Equal(delays, Enumerable.Range(0, 100).Select(_ => Retrying.Delay(retrier, 1, random).TotalSeconds));
    }

    [Theory]
    [InlineData("States.ALL", "States.Timeout", true)]
    [InlineData("States.ALL", null, true)]
    [InlineData("States.TaskFailed", "E", true)]
    [InlineData("States.TaskFailed", "States.Timeout", false)]
    [InlineData("States.Timeout", "States.HeartbeatTimeout", true)]
    [InlineData("E", "e", false)]
    public void Names_stand_for_errors(string name, string? error, bool expected) => Assert.Equal(expected, ErrorNames.Match([name], error));

    [Fact]
    public async Task What_is_caught_goes_where_ResultPath_says_and_past_OutputPath()
    {
        var run = await RunCaught("[]", """[{"ErrorEquals":["F"],"Next":"Z"},{"ErrorEquals":["E"],"ResultPath":"$.error","Assign":{"name.$":"$.Error"},"Next":"Z"}]""", "\"OutputPath\":\"$.none\",", "E");

        Assert.Equal("""{"in":1,"error":{"Error":"E","Cause":"why"},"name":"E"}""", Merged(run));
    }

    [Fact]
    public async Task A_runtime_error_is_not_caught_and_not_retried()
    {
        var run = await RunCaught("""[{"ErrorEquals":["States.Runtime"]},{"ErrorEquals":["States.ALL"]}]""", """[{"ErrorEquals":["States.ALL"],"Next":"Z"}]""", "\"OutputPath\":\"$.none\",");

        Assert.Equal((WorkflowStatus.Failed, "States.Runtime", TimeSpan.Zero), (run.Status, run.Error, run.Elapsed));
    }

    [Fact]
    public async Task An_expression_that_fails_is_caught()
    {
        var definition = "{\"StartAt\":\"A\",\"QueryLanguage\":\"JSONata\",\"States\":{\"A\":{" + Function + """
            ,"Output":"{% $none %}","Catch":[{"ErrorEquals":["States.QueryEvaluationError"],"Output":"{% $states.errorOutput.Error & $states.input.a %}","Next":"Z"}],"End":true},"Z":{"Type":"Succeed"}}}
            """;
        var run = await Local.Run(definition, """{"a":"!"}""", new() { Tasks = Failing() });

        Assert.Equal("\"States.QueryEvaluationError!\"", run.Output!.ToJson());
        Assert.Contains("EvaluationFailed", Local.Trail(run), StringComparison.Ordinal);
    }

    private static string Merged(LocalExecution run)
    {
        Assert.Equal(WorkflowStatus.Succeeded, run.Status);
        return run.Output!.ToJson();
    }

    private static Task<LocalExecution> Run(string retry, params string[] errors) => RunCaught(retry, "[]", "", errors);

    private static Task<LocalExecution> RunCaught(string retry, string caught, string more, params string[] errors)
    {
        var definition = "{\"StartAt\":\"A\",\"States\":{\"A\":{" + Function + "," + more + "\"Retry\":" + retry + ",\"Catch\":" + caught + """
            ,"End":true},"Z":{"Type":"Pass","Parameters":{"in.$":"$.in","error.$":"$.error","name.$":"$name"},"End":true}}}
            """;
        return Local.Run(definition, """{"in":1}""", new() { Tasks = Failing(errors), ValidateDefinitions = false });
    }

    /// <summary>A function that fails so many times, and then returns how often it was retried.</summary>
    private static LocalTasks Failing(params string[] errors)
    {
        var call = 0;
        return new LocalTasks().OnFunction("f", (request, _) => call < errors.Length
            ? throw new TaskFailedException(errors[call++], "why")
            : new(new JsonArray([request.RetryCount])));
    }
}
