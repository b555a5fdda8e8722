using System.Globalization;
using Stepwise.Json;

namespace Stepwise.Local.Tests.Machine.Tasks;

/// <summary>Machines of one Task, and what the tests read of their executions.</summary>
internal static class TaskMachines
{
    public const string Function = "arn:aws:lambda:us-east-1:123456789012:function:work";

    /// <summary>A machine whose state <c>A</c> calls something.</summary>
    public static string Task(string resource, string more = "")
        => "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"" + resource + "\"," + more + "\"End\":true}}}";

    /// <summary>The same, with a Catch of all errors to a state that returns them.</summary>
    public static string Caught(string resource, string more = "")
        => "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"" + resource + "\"," + more
            + "\"Catch\":[{\"ErrorEquals\":[\"States.ALL\"],\"Next\":\"B\"}],\"End\":true},\"B\":{\"Type\":\"Pass\",\"End\":true}}}";

    public static async Task<LocalExecution> Run(string definition, LocalOptions options, string input = "{}", TimeSpan? patience = null)
    {
        using var service = new LocalStepFunctions(options);
        return await service.CreateStateMachine("machine", definition).RunAsync(JsonValue.Parse(input)).WaitAsync(patience ?? TimeSpan.FromSeconds(60));
    }

    public static Task<LocalExecution> Run(string definition, LocalTasks tasks, string input = "{}") => Run(definition, new LocalOptions { Tasks = tasks }, input);

    public static LocalTasks OnWork(TaskHandler handler) => new LocalTasks().OnFunction("work", handler);

    public static ValueTask<JsonValue> Result(JsonValue value) => ValueTask.FromResult(value);

    public static string Types(LocalExecution execution) => string.Join(' ', execution.Events.Select(item => item.Type));

    public static JsonObject Details(LocalExecution execution, HistoryEventType type)
    {
        var json = execution.Events.First(item => item.Type == type).ToJson();
        return (JsonObject)json.Members.Single(member => member.Name.EndsWith("EventDetails", StringComparison.Ordinal)).Value;
    }

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
