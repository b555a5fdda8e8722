using Stepwise.Json;

namespace Stepwise.Local.Tests.Machine;

public sealed class ExecutionTests
{
    private const string Waiting = """{"StartAt":"A","States":{"A":{"Type":"Pass","Assign":{"v":1},"Next":"B"},"B":{"Type":"Wait","Seconds":60,"Next":"C"},"C":{"Type":"Pass","Parameters":{"v.$":"$v","redrives.$":"$$.Execution.RedriveCount"},"End":true}}}""";

    [Fact]
    public async Task A_stopped_execution_notes_nothing_but_that()
    {
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var service = new LocalStepFunctions(new()
        {
            TimeProvider = new VirtualClock { AutoAdvance = false },
            EventListener = (_, item) =>
            {
                if (item.Type == HistoryEventType.WaitStateEntered)
                {
                    waits.SetResult();
                }
            },
        });
        var execution = service.CreateStateMachine("m", Waiting).StartExecution(1);
        await waits.Task.WaitAsync(TimeSpan.FromSeconds(20));
        execution.Stop("Mine", "enough");
        await execution.WaitAsync().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal((WorkflowStatus.Aborted, "Mine", "enough"), (execution.Status, execution.Error, execution.Cause));
        Assert.Equal("1:ExecutionStarted<0 2:PassStateEntered<0 3:PassStateExited<2 4:WaitStateEntered<3 5:ExecutionAborted<0", Local.Trail(execution));
    }

    [Fact]
    public async Task An_execution_can_be_stopped_as_soon_as_it_is_started()
    {
        // The clock stands, so that the execution does not end before it is stopped.
        using var service = new LocalStepFunctions(new() { TimeProvider = new VirtualClock { AutoAdvance = false } });
        var execution = service.CreateStateMachine("m", Waiting).StartExecution(1);
        execution.Stop();
        await execution.WaitAsync().WaitAsync(TimeSpan.FromSeconds(20));

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
        var execution = await service.CreateStateMachine("m", Definition).RunAsync(1);
        Assert.Equal((WorkflowStatus.Failed, 2), (execution.Status, calls));

        execution.Redrive();
        await execution.WaitAsync().WaitAsync(TimeSpan.FromSeconds(20));

        // The retries begin anew.
        Assert.Equal((WorkflowStatus.Succeeded, 4), (execution.Status, calls));
        Assert.Equal("""{"v":1,"redrives":1}""", execution.Output!.ToJson());
        Assert.Equal(["A", "B", "B", "C"], execution.States);
        Assert.Contains("ExecutionRedriven", Local.Trail(execution), StringComparison.Ordinal);
        Assert.Null(execution.Error);
        Assert.Throws<InvalidOperationException>(() => execution.Redrive());
    }

    [Fact]
    public async Task A_token_that_is_cancelled_stops_the_execution()
    {
        var clock = new VirtualClock { AutoAdvance = false };
        using var service = new LocalStepFunctions(new() { TimeProvider = clock });
        using var source = new CancellationTokenSource();
        var run = service.CreateStateMachine("m", Waiting).RunAsync(1, cancellationToken: source.Token);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Theory]
    [InlineData(HistoryEventType.ExecutionStarted)]
    [InlineData(HistoryEventType.PassStateExited)]
    [InlineData(HistoryEventType.WaitStateEntered)]
    [InlineData(HistoryEventType.ExecutionSucceeded)]
    public async Task A_listener_that_throws_fails_the_execution_with_its_exception(HistoryEventType at)
    {
        var thrown = new FormatException("mine");
        var run = await Local.Run(Waiting, options: new()
        {
            EventListener = (_, item) =>
            {
                if (item.Type == at)
                {
                    throw thrown;
                }
            },
        });

        Assert.Equal((WorkflowStatus.Failed, LocalErrors.ListenerFailed), (run.Status, run.Error));
        Assert.Contains($"EventListener threw an exception at the event {run.Events.First(item => item.Type == at).Id} ({at}): System.FormatException: mine", run.Cause, StringComparison.Ordinal);
        Assert.DoesNotContain("fault of Stepwise", run.Cause, StringComparison.Ordinal);
        Assert.Same(thrown, run.Execution.Outcome.Exception);
    }

    [Theory]
    [InlineData("", "\"Mode\":\"INLINE\"")]
    [InlineData("\"ToleratedFailurePercentage\":100,", "\"Mode\":\"DISTRIBUTED\",\"ExecutionType\":\"STANDARD\"")]
    public async Task A_listener_that_throws_inside_a_Map_is_caught_by_nothing(string fields, string config)
    {
        const string Definition = """
            {"StartAt":"A","States":{
             "A":{"Type":"Map",FIELDS "Catch":[{"ErrorEquals":["States.ALL"],"Next":"B"}],"End":true,
               "ItemProcessor":{"ProcessorConfig":{CONFIG},"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"End":true}}}},
             "B":{"Type":"Pass","End":true}}}
            """;
        var thrown = new FormatException("mine");
        var run = await Local.Run(
            Definition.Replace("FIELDS", fields, StringComparison.Ordinal).Replace("CONFIG", config, StringComparison.Ordinal),
            "[1,2]",
            new()
            {
                EventListener = (_, item) =>
                {
                    if (item.Type == HistoryEventType.WaitStateExited)
                    {
                        throw thrown;
                    }
                },
            });

        Assert.Equal((WorkflowStatus.Failed, LocalErrors.ListenerFailed), (run.Status, run.Error));
        Assert.Same(thrown, run.Execution.Outcome.Exception);
    }

    [Theory]
    [InlineData(typeof(Stepwise.Local.Machine.Execution))]
    [InlineData(typeof(LocalMapRun))]
    public void What_may_be_read_from_any_thread_is_in_no_property_that_changes(Type type)
    {
        var fields = type.GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic);

        Assert.NotEmpty(fields);
        Assert.DoesNotContain(fields, field => field.Name.EndsWith("__BackingField", StringComparison.Ordinal) && !field.IsInitOnly);
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
        var run = await Local.Run(Local.Machine("""{"Type":"Pass","Result":{"text":"<${Text}>","number":${Number},"region":"${AWS::Region}","here":"${Region}/${AccountId}/${Partition}","unknown":"${Other}","literal":"$\u007bText}"},"End":true}"""), options: options);

        Assert.Equal("""{"text":"<a \"b\">","number":7,"region":"us-east-1","here":"us-east-1/123456789012/aws","unknown":"Other","literal":"${Text}"}""", JsonValue.Parse(run.Output!.ToJson()).ToJson().Replace("\\u007b", "{", StringComparison.Ordinal));
    }

    [Fact]
    public void A_definition_that_AWS_refuses_is_refused_with_all_reasons()
    {
        using var service = new LocalStepFunctions();
        var message = Assert.Throws<ArgumentException>(() => service.CreateStateMachine("m", Local.Machine("""{"Type":"Pass","Next":"None","Wrong":1}"""))).Message;

        Assert.Contains("Missing 'Next' target: None", message, StringComparison.Ordinal);
        Assert.Contains("'Wrong'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_that_is_made_again_is_the_one_that_exists()
    {
        using var service = new LocalStepFunctions();
        var machine = service.CreateStateMachine("m", Waiting);

        Assert.Same(machine, service.CreateStateMachine("m", Waiting));
        AssertRefused("another definition", () => service.CreateStateMachine("m", Waiting + "\n"));
        AssertRefused("another definition", () => service.CreateStateMachine("m", Waiting.Replace("60", "61", StringComparison.Ordinal)));
        AssertRefused("another type", () => service.CreateStateMachine("m", Waiting, WorkflowType.Express));

        static void AssertRefused(string difference, Action create)
        {
            var message = Assert.Throws<ArgumentException>(create).Message;
            Assert.StartsWith("State Machine Already Exists: 'arn:aws:states:us-east-1:123456789012:stateMachine:m'. It has " + difference + ".", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_execution_that_is_started_again_under_its_name_is_the_one_that_runs()
    {
        using var service = new LocalStepFunctions(new() { TimeProvider = new VirtualClock { AutoAdvance = false } });
        var machine = service.CreateStateMachine("m", Waiting);
        var execution = machine.StartExecution(JsonObject.Create(("a", 1)), "e");

        Assert.Same(execution, machine.StartExecution(JsonObject.Create(("a", 1)), "e"));
        Assert.Throws<ArgumentException>(() => machine.StartExecution(JsonObject.Create(("a", 2)), "e"));

        execution.Stop();
        await execution.WaitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Throws<ArgumentException>(() => machine.StartExecution(JsonObject.Create(("a", 1)), "e"));
    }
}
