using Stepwise.Json;

namespace Stepwise.Local.Tests.Machine;

/// <summary>Runs definitions and reads their histories.</summary>
internal static class Local
{
    public static async Task<LocalExecution> Run(string definition, string input = "{}", LocalOptions? options = null, WorkflowType type = WorkflowType.Standard)
    {
        using var service = new LocalStepFunctions(options);
        var machine = service.CreateStateMachine("machine", definition, type);
        return await machine.RunAsync(JsonValue.Parse(input)).WaitAsync(TimeSpan.FromSeconds(60));
    }

    public const int PayloadLimit = 262_144;

    /// <summary>A machine of one state.</summary>
    public static string Machine(string state, string more = "") => "{\"StartAt\":\"A\"," + more + "\"States\":{\"A\":" + state + "}}";

    /// <summary>The events, each as its type and the event before it.</summary>
    public static string Trail(LocalExecution execution) => string.Join(" ", execution.Events.Select(item => $"{item.Id}:{item.Type}<{item.PreviousEventId}"));
}
