using Stepwise.Json;
using static Stepwise.Local.Tests.Machine.Tasks.TaskMachines;

namespace Stepwise.Local.Tests.Machine.Tasks;

public sealed class LambdaInvokeTests
{
    private const string Invoke = "arn:aws:states:::lambda:invoke";

    [Fact]
    public async Task The_result_of_a_function_comes_in_an_envelope()
    {
        var execution = await Run(Task(Invoke, "\"Parameters\":{\"FunctionName\":\"work\",\"Payload.$\":\"$\"},"), OnWork((request, _) => Result(request.Input)), """{"in":1}""");

        var output = (JsonObject)execution.Output!;
        Assert.Equal(["ExecutedVersion", "Payload", "SdkHttpMetadata", "SdkResponseMetadata", "StatusCode"], output.Members.Select(member => member.Name));
        Assert.Equal("\"$LATEST\"", output["ExecutedVersion"]!.ToJson());
        Assert.Equal("""{"in":1}""", output["Payload"]!.ToJson());
        Assert.Equal("200", output["StatusCode"]!.ToJson());
    }

    [Theory]
    [InlineData("""{"FunctionName":"arn:aws:lambda:us-east-1:123456789012:function:work:3"}""", "{}")]
    [InlineData("""{"FunctionName":"123456789012:function:work","Payload":null}""", "{}")]
    [InlineData("""{"FunctionName":"work","Payload":"[1, 2]"}""", "[1,2]")]
    [InlineData("""{"FunctionName":"work","Payload":"\"text\""}""", "\"text\"")]
    public async Task The_payload_is_what_the_function_gets(string parameters, string input)
    {
        JsonValue? seen = null;
        await Run(Task(Invoke, "\"Parameters\":" + parameters + ","), OnWork((request, _) =>
        {
            seen = request.Input;
            return Result(1);
        }));

        Assert.Equal(input, seen?.ToJson());
    }

    [Fact]
    public async Task A_payload_of_text_that_is_no_JSON_is_refused_as_Lambda_does()
    {
        var execution = await Run(Task(Invoke, "\"Parameters\":{\"FunctionName\":\"work\",\"Payload\":\"hello\"},"), OnWork((_, _) => Result(1)));

        Assert.Equal("Lambda.InvalidRequestContentException", execution.Error);
    }

    [Fact]
    public async Task An_exception_is_the_error_of_the_task()
    {
        var execution = await Run(Task(Invoke, "\"Parameters\":{\"FunctionName\":\"work\"},"), OnWork((_, _) => throw new TimeoutException("Slow.")));

        Assert.Equal("TimeoutException", execution.Error);
        Assert.EndsWith("TaskStarted TaskFailed ExecutionFailed", Types(execution), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_is_too_large_names_the_service()
    {
        var execution = await Run(Task(Invoke, "\"Parameters\":{\"FunctionName\":\"work\"},"), OnWork((_, _) => Result(new string('x', 262_144))));

        Assert.Equal("The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit.", execution.Cause);
    }

    [Fact]
    public async Task An_asynchronous_invocation_calls_the_function_and_does_not_wait_for_it()
    {
        var called = 0;
        var execution = await Run(Task(Invoke, "\"Parameters\":{\"FunctionName\":\"work\",\"InvocationType\":\"Event\"},"), OnWork((_, _) =>
        {
            called++;
            throw new InvalidOperationException("Nobody sees this.");
        }));

        Assert.Equal(WorkflowStatus.Succeeded, execution.Status);
        Assert.Equal("202", ((JsonObject)execution.Output!)["StatusCode"]?.ToJson());
        Assert.Equal(1, called);
    }

    [Fact]
    public async Task The_log_is_there_where_it_is_asked_for()
    {
        var execution = await Run(Task(Invoke, "\"Parameters\":{\"FunctionName\":\"work\",\"LogType\":\"Tail\"},"), OnWork((_, _) => Result(1)));

        var log = Convert.FromBase64String(((JsonString)((JsonObject)execution.Output!)["LogResult"]!).Value);
        Assert.StartsWith("START RequestId: ", System.Text.Encoding.UTF8.GetString(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_of_the_integration_may_return_the_envelope_itself()
    {
        var tasks = new LocalTasks().OnResource("lambda:invoke", (_, _) => Result(JsonObject.Create(("ExecutedVersion", "7"), ("Payload", 1))));
        var execution = await Run(Task(Invoke, "\"Parameters\":{\"FunctionName\":\"any\"},"), tasks);

        Assert.Equal("\"7\"", ((JsonObject)execution.Output!)["ExecutedVersion"]?.ToJson());
    }
}
