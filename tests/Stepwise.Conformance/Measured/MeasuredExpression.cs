using Stepwise.Conformance.Asl;
using Stepwise.Json;
using Stepwise.Local;

namespace Stepwise.Conformance.Measured;

/// <summary>An expression in the Output of a state, as it was measured. The state's input and variables are the bindings.</summary>
internal static class MeasuredExpression
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    public static async Task<IReadOnlyList<string>> RunAsync(MeasuredCase @case)
    {
        var expression = @case.Content.Text("expression") ?? throw new InvalidDataException("The case has no expression.");
        var expected = @case.Content["expected"] as JsonObject ?? throw new InvalidDataException("The case does not say what is expected.");
        var bindings = @case.Content["bindings"] as JsonObject ?? JsonObject.Empty;

        // The validator is measured by cases of its own; here the expression is to be evaluated.
        using var service = new LocalStepFunctions(new() { ValidateDefinitions = false, AccountId = "111111111111", TimeProvider = new VirtualClock(new(2025, 1, 1, 12, 0, 0, TimeSpan.Zero)) });
        using var patience = new CancellationTokenSource(_patience);
        var machine = service.CreateStateMachine("measured", DefinitionOf(expression, bindings).ToJson());
        var input = (bindings["states"] as JsonObject)?["input"] ?? JsonObject.Empty;
        var execution = await machine.RunAsync(input, cancellationToken: patience.Token);
        return Compare(expected, execution);
    }

    /// <summary>A machine that assigns the variables and then evaluates the expression.</summary>
    private static JsonObject DefinitionOf(string expression, JsonObject bindings)
    {
        var variables = new JsonObject.Builder();
        foreach (var member in bindings.Members.Where(member => member.Name != "states"))
        {
            variables.Add(member.Name, member.Value);
        }

        var assign = JsonObject.Create(("Type", "Pass"), ("Assign", variables.ToObject()), ("Next", "Evaluate"));
        var evaluate = JsonObject.Create(("Type", "Pass"), ("Output", JsonObject.Create(("v", "{% " + expression + " %}"))), ("End", JsonBoolean.True));
        return JsonObject.Create(("QueryLanguage", "JSONata"), ("StartAt", "Assign"), ("States", JsonObject.Create(("Assign", assign), ("Evaluate", evaluate))));
    }

    private static IReadOnlyList<string> Compare(JsonObject expected, LocalExecution execution)
    {
        var differences = new JsonDifferences([], []);
        if (expected["value"] is { } value)
        {
            differences.Compare("/value", value, (execution.Output as JsonObject)?["v"]);
        }
        else
        {
            differences.Compare("/error", expected["error"] ?? "States.QueryEvaluationError", execution.Error is { } error ? error : (JsonValue?)null);
        }

        if (differences.Found.Count > 0 && execution.Cause is not null)
        {
            differences.Report("/cause", null, execution.Cause);
        }

        var cause = execution.Cause ?? "";
        if (expected["undefined"] is not null && !cause.EndsWith("returned nothing (undefined).", StringComparison.Ordinal))
        {
            differences.Report("/cause", "returned nothing (undefined).", cause);
        }

        if (expected["code"] is JsonString code && !cause.Contains($"threw an error during evaluation. {code.Value}: ", StringComparison.Ordinal))
        {
            differences.Report("/code", code, cause);
        }

        if (expected["message"] is JsonString message && !cause.EndsWith(message.Value, StringComparison.Ordinal))
        {
            differences.Report("/message", message, cause);
        }

        return differences.Found;
    }
}
