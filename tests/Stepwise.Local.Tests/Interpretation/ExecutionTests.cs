using Stepwise.Json;

namespace Stepwise.Local.Tests.Interpretation;

public sealed class ExecutionTests
{
    private const string Waiting = """{"StartAt":"A","States":{"A":{"Type":"Pass","Assign":{"v":1},"Next":"B"},"B":{"Type":"Wait","Seconds":60,"Next":"C"},"C":{"Type":"Pass","Parameters":{"v.$":"$v","redrives.$":"$$.Execution.RedriveCount"},"End":true}}}""";

    [Fact]
    public async Task A_stopped_execution_notes_nothing_but_that()
    {
        var clock = new VirtualClock { AutoAdvance = false };
        using var service = new LocalStepFunctions(new() { TimeProvider = clock });
        var execution = service.StartExecution(service.CreateStateMachine("m", Waiting), 1);
        await Until(() => execution.States.Count == 2);
        service.StopExecution(execution, "Mine", "enough");
        await execution.Completion.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal((WorkflowStatus.Aborted, "Mine", "enough"), (execution.Status, execution.Error, execution.Cause));
        Assert.Equal("1:ExecutionStarted<0 2:PassStateEntered<0 3:PassStateExited<2 4:WaitStateEntered<3 5:ExecutionAborted<0", Local.Trail(execution));
    }

    [Fact]
    public async Task An_execution_can_be_stopped_as_soon_as_it_is_started()
    {
        // The clock stands, so that the execution does not end before it is stopped.
        using var service = new LocalStepFunctions(new() { TimeProvider = new VirtualClock { AutoAdvance = false } });
        var execution = service.StartExecution(service.CreateStateMachine("m", Waiting), 1);
        service.StopExecution(execution);
        await execution.Completion.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(WorkflowStatus.Aborted, execution.Status);
        Assert.Equal(HistoryEventType.ExecutionStarted, execution.Events[0].Type);
        Assert.Equal(HistoryEventType.ExecutionAborted, execution.Events[^1].Type);
    }

    [Fact]
    public async Task A_redriven_execution_goes_on_in_the_state_that_failed_with_its_variables()
    {
        const string Definition = """
            {"StartAt":"A","States":{
             "A":{"Type":"Pass","Assign":{"v":1},"Next":"B"},
             "B":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","Retry":[{"ErrorEquals":["E"],"MaxAttempts":1}],"Next":"C"},
             "C":{"Type":"Pass","Parameters":{"v.$":"$v","redrives.$":"$$.Execution.RedriveCount"},"End":true}}}
            """;
        var calls = 0;
        using var service = new LocalStepFunctions(new() { Tasks = new LocalTasks().OnFunction("f", (_, _) => ++calls < 4 ? throw new TaskFailedException("E", "") : new(JsonNull.Instance)) });
        var execution = await service.RunAsync(service.CreateStateMachine("m", Definition), 1);
        Assert.Equal((WorkflowStatus.Failed, 2), (execution.Status, calls));

        service.RedriveExecution(execution);
        await execution.Completion.WaitAsync(TimeSpan.FromSeconds(20));

        // The retries begin anew.
        Assert.Equal((WorkflowStatus.Succeeded, 4), (execution.Status, calls));
        Assert.Equal("""{"v":1,"redrives":1}""", execution.Output!.ToJson());
        Assert.Equal(["A", "B", "B", "C"], execution.States);
        Assert.Contains("ExecutionRedriven", Local.Trail(execution), StringComparison.Ordinal);
        Assert.Null(execution.Error);
        Assert.Throws<InvalidOperationException>(() => service.RedriveExecution(execution));
    }

    [Fact]
    public async Task A_token_that_is_cancelled_stops_the_execution()
    {
        var clock = new VirtualClock { AutoAdvance = false };
        using var service = new LocalStepFunctions(new() { TimeProvider = clock });
        using var source = new CancellationTokenSource();
        var run = service.RunAsync(service.CreateStateMachine("m", Waiting), 1, cancellationToken: source.Token);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Disposal_ends_what_runs()
    {
        var service = new LocalStepFunctions(new() { TimeProvider = new VirtualClock { AutoAdvance = false } });
        var execution = service.StartExecution(service.CreateStateMachine("m", Waiting), 1);
        service.Dispose();
        await execution.Completion.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(WorkflowStatus.Aborted, execution.Status);
        Assert.Throws<ObjectDisposedException>(() => service.StartExecution(execution.StateMachine, 1));
    }

    [Fact]
    public async Task A_listener_that_throws_fails_the_execution_and_says_so()
    {
        var run = await Local.Run(Waiting, options: new()
        {
            OnEvent = (_, item) =>
            {
                if (item.Id == 3)
                {
                    throw new FormatException("mine");
                }
            },
        });

        Assert.Equal((WorkflowStatus.Failed, "Stepwise.InternalError"), (run.Status, run.Error));
        Assert.Contains("OnEvent threw an exception at the event 3", run.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inner_machines_read_outer_variables_and_set_their_own()
    {
        var run = await Local.Run("""
            {"StartAt":"A","QueryLanguage":"JSONata","States":{
             "A":{"Type":"Pass","Assign":{"v":1},"Next":"P"},
             "P":{"Type":"Parallel","Branches":[
               {"StartAt":"X","States":{"X":{"Type":"Pass","Assign":{"w":"{% $v + 1 %}"},"Next":"Y"},"Y":{"Type":"Pass","Output":"{% $w %}","End":true}}},
               {"StartAt":"Z","States":{"Z":{"Type":"Pass","Output":"{% $exists($w) %}","End":true}}}],
              "Output":{"branches":"{% $states.result %}","seen":"{% $exists($w) %}"},"End":true}}}
            """);

        Assert.Equal("""{"branches":[2,false],"seen":false}""", run.Output!.ToJson());
    }

    [Fact]
    public async Task The_context_object_tells_what_is_known()
    {
        var run = await Local.Run(Local.Machine("""{"Type":"Pass","Parameters":{"c.$":"$$"},"End":true}"""), """{"a":1}""");
        var context = (JsonObject)((JsonObject)run.Output!)["c"]!;

        Assert.Equal("""{"a":1}""", ((JsonObject)context["Execution"]!)["Input"]!.ToJson());
        Assert.Equal(run.Arn, ((JsonString)((JsonObject)context["Execution"]!)["Id"]!).Value);
        Assert.Equal("""{"Name":"A","EnteredTime":"2025-01-01T00:00:00.000Z"}""", context["State"]!.ToJson());
        Assert.Equal("""{"Id":"arn:aws:states:us-east-1:123456789012:stateMachine:machine","Name":"machine"}""", context["StateMachine"]!.ToJson());
        Assert.Equal("arn:aws:iam::123456789012:role/machine", ((JsonString)((JsonObject)context["Execution"]!)["RoleArn"]!).Value);
    }

    [Fact]
    public async Task Substitutions_are_put_in_as_deployment_does()
    {
        var options = new LocalOptions { Substitutions = new Dictionary<string, string> { ["Text"] = "a \"b\"", ["Number"] = "7" } };
        var run = await Local.Run(Local.Machine("""{"Type":"Pass","Result":{"text":"<${Text}>","number":${Number},"region":"${AWS::Region}","unknown":"${Other}","literal":"$\u007bText}"},"End":true}"""), options: options);

        Assert.Equal("""{"text":"<a \"b\">","number":7,"region":"us-east-1","unknown":"Other","literal":"${Text}"}""", JsonValue.Parse(run.Output!.ToJson()).ToJson().Replace("\\u007b", "{", StringComparison.Ordinal));
    }

    [Fact]
    public void A_definition_that_AWS_refuses_is_refused_with_all_reasons()
    {
        using var service = new LocalStepFunctions();
        var message = Assert.Throws<ArgumentException>(() => service.CreateStateMachine("m", Local.Machine("""{"Type":"Pass","Next":"None","Wrong":1}"""))).Message;

        Assert.Contains("Missing 'Next' target: None", message, StringComparison.Ordinal);
        Assert.Contains("'Wrong'", message, StringComparison.Ordinal);
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 2000 && !condition(); i++)
        {
            await Task.Delay(5);
        }

        Assert.True(condition());
    }
}
