using Stepwise.Json;
using Stepwise.Local.Tests.Timing;
using static Stepwise.Local.Tests.Machine.Tasks.TaskMachines;

namespace Stepwise.Local.Tests.Machine.Tasks;

/// <summary>Tasks beside each other: in branches, in Maps, in many executions, in real time.</summary>
public sealed class TasksTogetherTests
{
    [Fact]
    public async Task A_branch_that_fails_ends_the_task_of_its_sibling_and_tells_its_handler()
    {
        var told = new TaskCompletionSource();
        var definition = """
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
              {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"F:a","End":true}}},
              {"StartAt":"B","States":{"B":{"Type":"Task","Resource":"F:b","End":true}}}]}}}
            """.Replace("F:", "arn:aws:lambda:us-east-1:123456789012:function:", StringComparison.Ordinal);
        var execution = await Run(definition, new LocalTasks()
            .OnFunction("a", async (request, cancellationToken) =>
            {
                using (cancellationToken.Register(() => told.TrySetResult()))
                {
                    await System.Threading.Tasks.Task.Delay(TimeSpan.FromHours(1), request.TimeProvider, cancellationToken);
                    return 1;
                }
            })
            .OnFunction("b", async (request, cancellationToken) =>
            {
                await System.Threading.Tasks.Task.Delay(TimeSpan.FromSeconds(5), request.TimeProvider, cancellationToken);
                throw new TaskFailedException("Broken");
            }));

        Assert.Equal(("Broken", "5"), (execution.Error, Seconds(execution.Elapsed)));
        Assert.Contains("TaskStateAborted", Types(execution), StringComparison.Ordinal);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("INLINE")]
    [InlineData("DISTRIBUTED")]
    public async Task Faults_count_the_calls_of_all_iterations(string mode)
    {
        var definition = """
            {"StartAt":"M","States":{"M":{"Type":"Map","End":true,"MaxConcurrency":1,"ItemProcessor":{CONFIG"StartAt":"A","States":{
              "A":{"Type":"Task","Resource":"F","Catch":[{"ErrorEquals":["Third"],"Next":"C"}],"End":true},"C":{"Type":"Pass","Result":"caught","End":true}}}}}}
            """
            .Replace("\"F\"", "\"" + Function + "\"", StringComparison.Ordinal)
            .Replace("CONFIG", "\"ProcessorConfig\":{\"Mode\":\"" + mode + "\"" + (mode == "INLINE" ? "" : ",\"ExecutionType\":\"STANDARD\"") + "},", StringComparison.Ordinal);
        var options = new LocalOptions { Faults = new TaskFaults().Fail("A", attempt: 3, "Third"), Tasks = OnWork((request, _) => Result(request.Input)) };

        var execution = await Run(definition, options, "[1,2,3,4]");

        Assert.Equal("""[1,2,"caught",4]""", execution.Output?.ToJson());
    }

    [Fact]
    public async Task Executions_that_wait_for_tokens_at_once_each_get_their_own()
    {
        const int Count = 1_000;
        using var service = new LocalStepFunctions(new()
        {
            Tasks = new LocalTasks().OnResource("sqs:sendMessage", (request, cancellationToken) =>
            {
                _ = AnswerAsync(request);
                return Result(JsonObject.Empty);
            }),
        });
        var machine = service.CreateStateMachine("machine", TaskMachines.Task("arn:aws:states:::sqs:sendMessage.waitForTaskToken", "\"Parameters\":{\"QueueUrl\":\"q\",\"MessageBody\":{\"n.$\":\"$.n\",\"t.$\":\"$$.Task.Token\"}},\"TimeoutSeconds\":100000,"));
        var executions = Enumerable.Range(0, Count).Select(n => machine.StartExecution(JsonObject.Create(("n", n)))).ToList();
        await System.Threading.Tasks.Task.WhenAll(executions.Select(execution => execution.WaitAsync())).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(Enumerable.Range(0, Count).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)), executions.Select(execution => execution.Output?.ToJson()));

        static async Task AnswerAsync(TaskRequest request)
        {
            var body = (JsonObject)((JsonObject)request.Input)["MessageBody"]!;
            ((JsonNumber)body["n"]!).TryGetInt64(out var n);
            await System.Threading.Tasks.Task.Delay(TimeSpan.FromSeconds(Count - n), request.TimeProvider);
            request.Execution.SendTaskSuccess(((JsonString)body["t"]!).Value, n);
        }
    }

    [Fact]
    public async Task In_real_time_handlers_of_branches_run_side_by_side_and_limits_hold()
    {
        var definition = """
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
              {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"F:a","End":true}}},
              {"StartAt":"B","States":{"B":{"Type":"Task","Resource":"F:b","TimeoutSeconds":1,"Catch":[{"ErrorEquals":["States.Timeout"],"Next":"C"}],"End":true},"C":{"Type":"Pass","Result":"late","End":true}}}]}}}
            """.Replace("F:", "arn:aws:lambda:us-east-1:123456789012:function:", StringComparison.Ordinal);
        var time = new ManualClock();
        var b = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var execution = await Run(definition, new LocalOptions
        {
            TimeProvider = time,
            Tasks = new LocalTasks()
                .OnFunction("a", async (_, _) =>
                {
                    await b.Task;
                    return "early";
                })
                .OnFunction("b", async (request, cancellationToken) =>
                {
                    b.SetResult();
                    _ = System.Threading.Tasks.Task.Run(() => time.Advance(TimeSpan.FromSeconds(1)), CancellationToken.None);
                    await System.Threading.Tasks.Task.Delay(Timeout.Infinite, cancellationToken);
                    return 1;
                }),
        });

        Assert.Equal("""["early","late"]""", execution.Output?.ToJson());
    }
}
