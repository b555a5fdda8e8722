using Stepwise.Json;
using Stepwise.Local.Machine.Maps;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.TestState;

/// <summary>What AWS demands of a request to test a state, beside a valid definition.</summary>
internal static class TestStateRules
{
    /// <summary>Checks a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="state">The state that is tested.</param>
    /// <returns>The mocked result; null where none is mocked.</returns>
    /// <exception cref="TestStateException">AWS would refuse it.</exception>
    public static JsonValue? Check(TestStateRequest request, State state)
    {
        CheckConfiguration(request, state);
        CheckType(request, state);
        var result = request.Mock is null ? null : ResultOf(request, state);
        if (request.Context is { } context)
        {
            TestStateContext.Check(context, state);
        }

        return result;
    }

    private static void CheckConfiguration(TestStateRequest request, State state)
    {
        if (request.Configuration.MapIterationFailureCount is not null && request.Mock is null)
        {
            throw Refused("TestState does not support MapIterationFailureCount when a mock is not specified.");
        }

        if (request.Configuration.MapItemReaderData is { } data && !JsonValue.TryParse(data, out _, out _))
        {
            throw Refused("MapItemReaderData must be valid JSON");
        }

        if (request.Configuration.ErrorCausedByState is { } inner && !state.Machines.Any(machine => Holds(machine, inner)))
        {
            throw Refused($"The state '{inner}', which ErrorCausedByState names, is not within the state that is tested.");
        }
    }

    private static bool Holds(StateMachine machine, string name)
        => machine.Find(name) is not null || machine.States.SelectMany(static outer => outer.Machines).Any(inner => Holds(inner, name));

    private static void CheckType(TestStateRequest request, State state)
    {
        if (request.Mock is null)
        {
            if (state is MapState or ParallelState)
            {
                throw new TestStateException("InvalidDefinition", "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]");
            }

            if (state is TaskState task && NeedsMock(TaskResource.Parse(task.Resource)))
            {
                throw Refused("TestState does not support Activity tasks and the '.sync' and '.waitForTaskToken' service integration patterns when a mock is not specified.");
            }

            if (state is TaskState && request.RoleArn is null)
            {
                throw Refused("RoleArn must be specified when testing a Task state");
            }
        }
        else if (state is not (TaskState or MapState or ParallelState))
        {
            throw Refused($"State type '{state.Type}' is not supported when a mock is specified");
        }
    }

    private static bool NeedsMock(TaskResource resource) => resource.Kind == TaskResourceKind.Activity || resource.Pattern != TaskPattern.RequestResponse;

    private static JsonValue? ResultOf(TestStateRequest request, State state)
    {
        if (request.Mock is not { Result: { } text } mock)
        {
            return null;
        }

        if (mock.ErrorOutput is not null)
        {
            throw Refused("A test mock should have only one of the following fields: [result, errorOutput].");
        }

        if (!JsonValue.TryParse(text, out var result, out _))
        {
            throw Refused("Mocked result must be valid JSON");
        }

        if (state is MapState { ResultWriter: not null } && result is not JsonObject)
        {
            throw Refused("Mocked result must be a JSON object.");
        }

        if (state is ParallelState or MapState { ResultWriter: null } && result is not JsonArray)
        {
            throw Refused("Mocked result must be an array.");
        }

        if (state is ParallelState parallel && ((JsonArray)result).Count != parallel.Branches.Count)
        {
            throw Refused("Mocked result must contain the same number of items as number of Parallel branches.");
        }

        if (state is MapState && request.Configuration.MapIterationFailureCount is { } failures && result is JsonArray items && failures > items.Count)
        {
            throw Refused("Map iteration failure count must be less than or equal to the number of Map iterations");
        }

        return result;
    }

    private static TestStateException Refused(string message) => new("ValidationException", message);
}
