using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stepwise.Json;
using Stepwise.Local.Machine;
using JsonObject = Stepwise.Json.JsonObject;
using JsonValue = Stepwise.Json.JsonValue;

namespace Stepwise.Local.Tests;

/// <summary>What <see cref="LocalStepFunctions"/> does when it is disposed of, and afterwards.</summary>
public sealed class DisposalTests
{
    private const string Waiting = """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true}}}""";
    private const string Failing = """{"StartAt":"F","States":{"F":{"Type":"Fail"}}}""";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Members => [.. Methods.Keys];

    private static Type[] Types => [typeof(LocalStepFunctions), typeof(LocalStateMachine), typeof(LocalExecution)];

    /// <summary>All that can be called on an environment, its machines and its executions, extension methods among them, but what only reads.</summary>
    private static Dictionary<string, MethodInfo> Methods => Types
        .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(method => !method.IsSpecialName && method.Name is not ("Dispose" or "DisposeAsync" or "WaitAsync" or "ToJson"))
        .Concat(typeof(LocalStepFunctions).Assembly.GetExportedTypes()
            .Where(type => type is { IsAbstract: true, IsSealed: true } && type != typeof(LocalExecutionExtensions))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public))
            .Where(method => method.GetParameters() is [{ ParameterType: var first }, ..] && Types.Contains(first)))
        .ToDictionary(method => method.DeclaringType!.Name + "." + method.Name + "(" + string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name)) + ")", StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Nothing_can_be_called_after_the_disposal(string member)
    {
        var method = Methods[member];
        var service = new LocalStepFunctions();
        var machine = service.CreateStateMachine("m", Failing);
        var failed = await machine.RunAsync(JsonObject.Empty);
        var activity = service.CreateActivity("work");
        await service.DisposeAsync();

        if (method.IsGenericMethodDefinition)
        {
            method = method.MakeGenericMethod(typeof(int), typeof(int), typeof(object));
        }

        var arguments = method.GetParameters().Select(parameter => ArgumentOf(parameter)).ToArray();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
        {
            var result = method.Invoke(TargetOf(method.DeclaringType!), BindingFlags.DoNotWrapExceptions, null, arguments, null);
            if (result is Task task)
            {
                await task.WaitAsync(_patience);
            }
        });
        Assert.Equal(WorkflowStatus.Failed, failed.Status);

        object? TargetOf(Type type) => type == typeof(LocalStepFunctions) ? service : type == typeof(LocalStateMachine) ? machine : type == typeof(LocalExecution) ? failed : null;

        object? ArgumentOf(ParameterInfo parameter) => parameter switch
        {
            { ParameterType: var type } when type == typeof(StatesLanguage.StateMachine) => machine.Definition,
            { ParameterType: var type } when type == typeof(JsonElement) => JsonElement.Parse("{}"),
            { ParameterType: var type } when type == typeof(JsonNode) => JsonNode.Parse("{}"),
            { ParameterType: var type } when type == typeof(int) => 1,
            { Name: "inputJson" } => "{}",
            { ParameterType: var type } when type == typeof(LocalStepFunctions) => service,
            { ParameterType: var type } when type == typeof(LocalStateMachine) => machine,
            { ParameterType: var type } when type == typeof(LocalExecution) => failed,
            { ParameterType: var type } when type == typeof(JsonValue) => JsonObject.Empty,
            { ParameterType: var type } when type == typeof(TestStateRequest) => new TestStateRequest { Definition = """{"Type":"Pass","End":true}""" },
            { ParameterType: var type } when type == typeof(WorkflowDescriptor<int, int, object>) => new WorkflowDescriptor<int, int, object>("w", () => Failing),
            { ParameterType: var type } when type == typeof(object) => new object(),
            { Name: "activityArn" } => activity,
            { Name: "definition" } => Failing,
            { ParameterType: var type } when type == typeof(string) => "text",
            { HasDefaultValue: true } => parameter.DefaultValue ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null),
            _ => throw new NotSupportedException($"Say what to pass for {parameter.ParameterType} {parameter.Name}."),
        };
    }

    [Fact]
    public async Task Asynchronous_disposal_waits_until_what_runs_has_ended_with_its_history()
    {
        var service = new LocalStepFunctions(new() { TimeProvider = new VirtualClock { AutoAdvance = false } });
        var execution = service.CreateStateMachine("m", Waiting).StartExecution(1);
        await service.DisposeAsync();

        Assert.True(execution.WaitAsync().IsCompleted);
        Assert.Equal(WorkflowStatus.Aborted, execution.Status);
        Assert.Equal(HistoryEventType.ExecutionAborted, execution.Events[^1].Type);
        await service.DisposeAsync();
    }

    [Fact]
    public async Task Disposal_of_an_idle_service_ends_what_waits_with_its_history_and_at_once()
    {
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var service = new LocalStepFunctions(new() { TimeProvider = new VirtualClock { AutoAdvance = false } });
        var execution = service.CreateStateMachine("m", Waiting).StartExecution(1);

        // When a second item has run after that of the execution, the loop is at rest or about to be.
        var loop = ((IExecutionHost)service).Loop;
        loop.Post(() => loop.Post(waits.SetResult));
        await waits.Task.WaitAsync(_patience);
        service.Dispose();

        Assert.True(execution.WaitAsync().IsCompleted);
        Assert.Equal(WorkflowStatus.Aborted, execution.Status);
        service.Dispose();
    }

    [Fact]
    public async Task A_worker_that_waits_for_a_task_is_told_of_the_disposal()
    {
        var service = new LocalStepFunctions();
        var asked = service.GetActivityTaskAsync(service.CreateActivity("work"));
        await service.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => asked.WaitAsync(_patience));
    }

    [Fact]
    public async Task A_test_of_a_state_that_is_under_way_is_told_of_the_disposal()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var service = new LocalStepFunctions(new()
        {
            Tasks = new LocalTasks().OnAnything(async (_, cancellation) =>
            {
                begun.SetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
                return JsonNull.Instance;
            }),
        });
        var test = service.TestStateAsync(new() { Definition = """{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","End":true}""", RoleArn = "arn:aws:iam::123456789012:role/r" });
        await begun.Task.WaitAsync(_patience);
        await service.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => test.WaitAsync(_patience));
    }

    [Fact]
    public async Task An_execution_that_is_redriven_while_the_service_is_disposed_of_ends()
    {
        for (var round = 0; round < 100; round++)
        {
            var service = new LocalStepFunctions();
            var execution = await service.CreateStateMachine("m", Failing).RunAsync(1);
            var redrive = Task.Run(() => Record.Exception(() => execution.Redrive()));
            service.Dispose();

            Assert.True(await redrive is null or ObjectDisposedException);
            await execution.WaitAsync().WaitAsync(_patience);
            Assert.NotEqual(WorkflowStatus.Running, execution.Status);
        }
    }
}
