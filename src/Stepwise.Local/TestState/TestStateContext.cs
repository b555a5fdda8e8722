using Stepwise.Json;
using Stepwise.Local.History;
using Stepwise.Local.Machine;
using Stepwise.Local.Machine.Maps;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.TestState;

/// <summary>The context object of a tested state: the one that is given, or one of the test's own.</summary>
internal static class TestStateContext
{
    private static readonly Dictionary<string, string[]> _fields = new(StringComparer.Ordinal)
    {
        ["Execution"] = ["Id", "Input", "Name", "RoleArn", "StartTime", "RedriveCount", "RedriveTime"],
        ["State"] = ["EnteredTime", "Name", "RetryCount"],
        ["StateMachine"] = ["Id", "Name"],
        ["Task"] = ["Token"],
    };

    /// <summary>Checks a context object that is given.</summary>
    /// <param name="context">The context object.</param>
    /// <param name="state">The state that is tested.</param>
    /// <exception cref="TestStateException">AWS would refuse it.</exception>
    public static void Check(JsonObject context, State state)
    {
        foreach (var part in context.Members)
        {
            if (part.Name == "Map")
            {
                throw Invalid("'Map' field is not supported when mocking a Context object");
            }

            if (!_fields.TryGetValue(part.Name, out var fields))
            {
                throw Invalid($"Field '{part.Name}' is not allowed");
            }

            if (part.Name == "Task" && !HasToken(state))
            {
                throw Invalid("Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern");
            }

            CheckPart(part.Name, part.Value as JsonObject ?? throw Invalid($"{part.Name} must be an object"), fields);
        }
    }

    /// <summary>The context object of a test that is given none.</summary>
    /// <param name="execution">The execution that the test pretends to be.</param>
    /// <param name="roleArn">The role; null for none.</param>
    /// <param name="tested">The state that is tested. Where it is a part of a Map's iterations it is in the first one, whose item is the state's input.</param>
    /// <param name="now">When it is entered.</param>
    public static JsonObject Of(Execution execution, string? roleArn, TestedState tested, DateTimeOffset now)
    {
        var state = tested.State;
        var stateContext = new JsonObject.Builder().Add("Name", TestedState.Name).Add("EnteredTime", Timestamp.Of(now));
        if (state is TaskState or MapState or ParallelState)
        {
            stateContext.Add("RetryCount", 0);
        }

        var context = new JsonObject.Builder()
            .Add("Execution", JsonObject.Create(
                ("Id", execution.Arn),
                ("Input", execution.Input),
                ("Name", execution.Name),
                ("RoleArn", roleArn is null ? JsonNull.Instance : roleArn),
                ("StartTime", Timestamp.Of(now))))
            .Add("StateMachine", JsonObject.Create(("Id", execution.StateMachine.Arn), ("Name", execution.StateMachine.Name)))
            .Add("State", stateContext.ToObject());
        if (HasToken(state))
        {
            context.Add("Task", JsonObject.Create(("Token", "token-" + execution.Name)));
        }

        return context.AddIfNotNull("Map", tested.Map is { } map ? new MapItem(execution.Input).Context(0, MapItems.IsDistributed(map)) : null).ToObject();
    }

    private static bool HasToken(State state) => state is TaskState task && TaskResource.Parse(task.Resource).Pattern != TaskPattern.RequestResponse;

    private static void CheckPart(string part, JsonObject value, string[] fields)
    {
        foreach (var field in value.Members)
        {
            if (!fields.Contains(field.Name, StringComparer.Ordinal))
            {
                throw Invalid($"Field '{field.Name}' is not allowed");
            }

            switch (field.Name)
            {
                case "Input":
                    break;
                case "RetryCount" or "RedriveCount" when field.Value is not JsonNumber:
                    throw Invalid($"{part}.{field.Name} must be an integer");
                case not ("RetryCount" or "RedriveCount") when field.Value is not JsonString:
                    throw Invalid($"{part}.{field.Name} must be a string");
            }
        }
    }

    private static TestStateException Invalid(string problem) => new("ValidationException", "Invalid Context object provided: " + problem);
}
