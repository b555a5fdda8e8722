using Stepwise.Json;
using Stepwise.Local.History;

namespace Stepwise.Local.Machine;

/// <summary>Makes the context object, which describes the execution, the state and the machine.</summary>
internal static class ContextObject
{
    /// <summary>Makes the context object for a visit of a state.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="step">The state.</param>
    public static JsonObject Of(StateVisit visit, Step step)
    {
        var execution = visit.Execution;
        var state = new JsonObject.Builder().Add("Name", step.Name).Add("EnteredTime", Timestamp.Of(visit.EnteredAt));
        if (step.CountsRetries)
        {
            state.Add("RetryCount", visit.RetryCount);
        }

        var context = new JsonObject.Builder()
            .Add("Execution", execution.Context)
            .Add("StateMachine", JsonObject.Create(("Id", execution.StateMachine.Arn), ("Name", execution.StateMachine.Name)))
            .Add("State", state.ToObject());
        if (visit.TaskToken is { } token)
        {
            context.Add("Task", JsonObject.Create(("Token", token)));
        }

        return context.AddIfNotNull("Map", visit.Machine.Map).ToObject();
    }
}
