using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Tests.Machine;

public sealed class LimitTests
{
    private const string Endless = """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Choice","Choices":[{"Variable":"$.end","IsPresent":true,"Next":"C"}],"Default":"A"},"C":{"Type":"Succeed"}}}""";

    [Fact]
    public async Task A_history_of_25000_events_is_full()
    {
        var run = await Local.Run(Endless);

        Assert.Equal((WorkflowStatus.Failed, "States.Runtime"), (run.Status, run.Error));
        Assert.Equal("The execution reached the maximum number of history events (25000).", run.Cause);
        Assert.Equal(25_000, run.Events.Count);
        Assert.Equal((25_000, HistoryEventType.ExecutionFailed, 24_999), (run.Events[^1].Id, run.Events[^1].Type, run.Events[^1].PreviousEventId));
    }

    [Fact]
    public async Task An_Express_execution_ends_after_five_minutes()
    {
        var run = await Local.Run(Local.Machine("""{"Type":"Wait","Seconds":301,"End":true}"""), type: WorkflowType.Express);

        Assert.Equal((WorkflowStatus.TimedOut, TimeSpan.FromMinutes(5)), (run.Status, run.Elapsed));
    }

    [Fact]
    public async Task An_Express_execution_that_loops_without_time_ends_too()
    {
        var run = await Local.Run(Endless, type: WorkflowType.Express);

        Assert.Equal(WorkflowStatus.TimedOut, run.Status);
    }

    [Fact]
    public async Task A_machine_has_a_timeout()
    {
        var run = await Local.Run(Local.Machine("""{"Type":"Wait","Seconds":60,"End":true}""", "\"TimeoutSeconds\":30,"));

        Assert.Equal((WorkflowStatus.TimedOut, null, TimeSpan.FromSeconds(30)), (run.Status, run.Error, run.Elapsed));
        Assert.Equal("1:ExecutionStarted<0 2:WaitStateEntered<0 3:ExecutionTimedOut<0", Local.Trail(run));
    }

    [Fact]
    public async Task No_execution_takes_more_than_a_year()
    {
        const string Years = """{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":20000000,"Next":"B"},"B":{"Type":"Wait","Seconds":20000000,"End":true}}}""";
        var run = await Local.Run(Years);

        Assert.Equal((WorkflowStatus.TimedOut, TimeSpan.FromDays(365)), (run.Status, run.Elapsed));
    }

    [Theory]
    [InlineData(262_142, false)]
    [InlineData(262_143, true)]
    public async Task A_payload_has_at_most_262144_bytes(int length, bool isTooLarge)
    {
        // Two quotes beside the characters.
        var run = await Local.Run(Local.Machine("{\"Type\":\"Pass\",\"Result\":\"" + new string('x', length) + "\",\"End\":true}"));

        Assert.Equal(isTooLarge ? WorkflowStatus.Failed : WorkflowStatus.Succeeded, run.Status);
        Assert.Equal(isTooLarge ? "States.DataLimitExceeded" : null, run.Error);
        Assert.Equal(isTooLarge ? "The state/task 'A' returned a result with a size exceeding the maximum number of bytes service limit." : null, run.Cause);
    }

    [Theory]
    [InlineData(262_134, false)]
    [InlineData(262_135, true)]
    public async Task What_a_state_assigns_has_at_most_262144_bytes(int length, bool isTooLarge)
    {
        // {"big":""} beside the characters.
        var run = await Local.Run(Local.Machine("{\"Type\":\"Pass\",\"Assign\":{\"big\":\"" + new string('x', length) + "\"},\"End\":true}"));

        Assert.Equal(isTooLarge ? "States.DataLimitExceeded" : null, run.Error);
        Assert.Equal(isTooLarge ? "The variables that the state 'A' assigns have more than 262144 bytes together, which is the limit of the service." : null, run.Cause);
    }

    [Fact]
    public void Sizes_are_those_of_the_JSON_in_UTF8()
    {
        var value = JsonValue.Parse("""{"a":[1,-20,1.5,true,false,null,{}],"ü":"€\"\\\n\u0001𝄞","":[]}""");
        var bytes = System.Text.Encoding.UTF8.GetByteCount(value.ToJson());
        var filler = new JsonString(new string('x', Local.PayloadLimit - bytes - 5));

        // An array of both has two brackets, a comma and two quotes more.
        Assert.False(Stepwise.Local.Machine.PayloadSize.Exceeds(new JsonArray([value, filler])));
        Assert.True(Stepwise.Local.Machine.PayloadSize.Exceeds(new JsonArray([value, new JsonString(filler.Value + "x")])));
    }

    [Fact]
    public void An_input_that_is_too_large_is_refused()
    {
        using var service = new LocalStepFunctions();
        var machine = service.CreateStateMachine("m", Local.Machine("""{"Type":"Succeed"}"""));

        Assert.Contains("262144", Assert.Throws<ArgumentException>(() => machine.StartExecution(new JsonString(new string('x', Local.PayloadLimit)))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890123456789012345678901")]
    public void Names_that_AWS_refuses_are_refused(string name)
    {
        using var service = new LocalStepFunctions();
        var machine = service.CreateStateMachine("m", Local.Machine("""{"Type":"Succeed"}"""));

        Assert.Throws<ArgumentException>(() => machine.StartExecution(1, name));
        Assert.Throws<ArgumentException>(() => service.CreateStateMachine(name, Local.Machine("""{"Type":"Succeed"}""")));
    }

    [Fact]
    public void Two_executions_of_a_machine_have_two_names()
    {
        using var service = new LocalStepFunctions();
        var machine = service.CreateStateMachine("m", Local.Machine("""{"Type":"Succeed"}"""));
        machine.StartExecution(1, "one");

        Assert.Contains("'one'", Assert.Throws<ArgumentException>(() => machine.StartExecution(2, "one")).Message, StringComparison.Ordinal);
        Assert.NotEqual(machine.StartExecution(1).Name, machine.StartExecution(1).Name);
    }
}
