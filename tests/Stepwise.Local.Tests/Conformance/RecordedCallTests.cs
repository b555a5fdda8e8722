using Stepwise.Conformance.Asl;
using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Tests.Conformance;

/// <summary>What AWS's API took and refused is taken and refused, as far as it has a counterpart here.</summary>
public class RecordedCallTests
{
    [RecordedCasesFact("api-cases")]
    public void Names_of_activities_are_taken_or_refused_as_recorded()
    {
        var calls = RecordedCalls.Read("api-cases").SelectMany(sequence => sequence.Calls).Where(call => call.Operation == "CreateActivity" && call.Expected is not null).ToList();
        using var stepFunctions = new LocalStepFunctions();

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Equal(call.ErrorCode is not null, Refuses(() => stepFunctions.CreateActivity(call["name"]!)) is not null));
    }

    [RecordedCasesFact("api-cases")]
    public void Definitions_are_taken_or_refused_as_recorded() => CheckDefinitions("api-cases");

    [RecordedCasesFact("asl-invalid")]
    public void Definitions_that_AWS_refused_are_refused_with_the_same_place() => CheckDefinitions("asl-invalid");

    [RecordedCasesFact("api-cases")]
    public async Task Executions_that_are_stopped_or_wait_for_a_worker_have_the_recorded_history()
    {
        var sequences = RecordedCalls.Read("api-cases").Where(sequence => sequence.Calls.Any(call => call.Operation == "GetExecutionHistory" && call.Expected?["events"] is JsonArray)).ToList();
        var failures = new List<string>();
        foreach (var sequence in sequences)
        {
            var differences = await HistoryDifferencesAsync(sequence);
            failures.AddRange(differences.Select(difference => $"{sequence.Name}: {difference}"));
        }

        Assert.NotEmpty(sequences);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static void CheckDefinitions(string folder)
    {
        var calls = RecordedCalls.Read(folder)
            .SelectMany(sequence => sequence.Calls.Select(call => (sequence.Name, Call: call)))
            .Where(item => item.Call is { Operation: "CreateStateMachine", Definition: not null, ErrorCode: null or "InvalidDefinition" or "InvalidName" or "StateMachineAlreadyExists" })
            .Where(item => item.Call.ErrorCode != "StateMachineAlreadyExists" || folder == "api-cases")
            .ToList();
        var failures = new List<string>();
        foreach (var sequence in calls.GroupBy(item => item.Name))
        {
            CheckDefinitions(sequence.Key, sequence.Select(item => item.Call), failures);
        }

        Assert.NotEmpty(calls);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    /// <summary>Makes the machines of one sequence beside each other.</summary>
    private static void CheckDefinitions(string name, IEnumerable<RecordedCall> calls, List<string> failures)
    {
        using var stepFunctions = new LocalStepFunctions();
        foreach (var call in calls)
        {
            var type = call["type"] == "EXPRESS" ? WorkflowType.Express : WorkflowType.Standard;
            var refusal = Refuses(() => stepFunctions.CreateStateMachine(call["name"]!, call.Definition!, type));
            if (call.ErrorCode is null != refusal is null)
            {
                failures.Add($"{name}: {refusal ?? "taken"} instead of {call.ErrorMessage ?? "taken"}");
            }
            else if (PlaceOf(call.ErrorMessage) is { } place && !refusal!.Contains(place, StringComparison.Ordinal))
            {
                failures.Add($"{name}: {refusal} instead of a problem at {place}");
            }
            else if (call.ErrorCode == "StateMachineAlreadyExists" && !refusal!.StartsWith("State Machine Already Exists: 'arn:aws:states:", StringComparison.Ordinal))
            {
                failures.Add($"{name}: {refusal} instead of {call.ErrorMessage}");
            }
        }
    }

    [RecordedCasesFact("api-cases")]
    public void Machines_of_one_name_are_among_the_recorded_calls()
        => Assert.Equal(2, RecordedCalls.Read("api-cases").SelectMany(sequence => sequence.Calls).Count(call => call is { Operation: "CreateStateMachine", ErrorCode: "StateMachineAlreadyExists" }));

    private static string? PlaceOf(string? message)
    {
        var start = message?.LastIndexOf(" at /States/", StringComparison.Ordinal) ?? -1;
        return start < 0 ? null : message![(start + 4)..].TrimEnd('\'');
    }

    private static string? Refuses(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (ArgumentException refusal)
        {
            return refusal.Message;
        }
    }

    /// <summary>Makes the calls of a sequence. A worker takes what the activities have to do and returns its input.</summary>
    private static async Task<IReadOnlyList<string>> HistoryDifferencesAsync(RecordedCalls sequence)
    {
        var stateIsEntered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isStopped = sequence.Calls.Any(call => call.Operation == "StopExecution");
        var hasWorker = sequence.Calls.Any(call => call.Operation == "CreateActivity") && sequence.Calls.All(call => call.Operation != "DeleteActivity");
        using var stepFunctions = new LocalStepFunctions(new()
        {
            AccountId = "111111111111",
            TimeProvider = new VirtualClock { AutoAdvance = !isStopped },
            EventListener = (_, item) =>
            {
                if (item.Details is StateEnteredDetails)
                {
                    stateIsEntered.TrySetResult();
                }
            },
            Tasks = hasWorker ? new LocalTasks().OnAnything((request, _) => new(request.Input)) : new(),
        });
        var creation = sequence.Calls.First(call => call.Operation == "CreateStateMachine");
        var machine = stepFunctions.CreateStateMachine(creation["name"]!, creation.Definition!);
        var start = sequence.Calls.First(call => call.Operation == "StartExecution");
        var execution = machine.StartExecution(JsonValue.Parse(start["input"] ?? "{}"));
        if (isStopped)
        {
            await stateIsEntered.Task;
            execution.Stop();
        }

        await execution.WaitAsync();
        var recorded = (JsonArray)sequence.Calls.First(call => call.Operation == "GetExecutionHistory" && call.Request["reverseOrder"] != JsonBoolean.True).Expected!["events"]!;
        return AslComparison.History(new() { Outcome = JsonObject.Empty, Events = [.. recorded.OfType<JsonObject>()] }, execution)!;
    }
}
