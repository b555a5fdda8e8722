using Stepwise.Json;
using Stepwise.Local.Service;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Validation;

namespace Stepwise.Local.TestState;

/// <summary>The state that is tested, in the machine that holds it.</summary>
/// <param name="Machine">The machine. States that it names and that are not there have been added, so that the next one has a name.</param>
/// <param name="State">The state.</param>
/// <param name="Map">The Map whose iterations the state is a part of; null for none.</param>
internal sealed record TestedState(StateMachine Machine, State State, MapState? Map)
{
    /// <summary>AWS's name for a state that is tested alone, and for any tested state in the context object.</summary>
    public const string Name = "StateName";

    /// <summary>Finds and checks the state that a request names.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">The substitutions.</param>
    /// <exception cref="TestStateException">AWS would refuse the definition, or there is no such state.</exception>
    public static TestedState Of(TestStateRequest request, LocalOptions options)
    {
        var definition = Parse(request.Definition);
        if (request.StateName is null)
        {
            if (definition["States"] is not null)
            {
                throw new TestStateException("ValidationException", "The definition is that of a state machine. Name the state to test in StateName.");
            }

            definition = Alone(definition);
        }

        Check(definition);
        var machine = Definition.Read(definition.ToJsonTemplate(), WorkflowType.Standard, options with { ValidateDefinitions = false }).Machine;
        return Find(machine, machine.QueryLanguage ?? AslQueryLanguage.JsonPath, request.StateName ?? Name, null)
            ?? throw new TestStateException("ValidationException", "State not found in definition");
    }

    private static JsonObject Parse(string text)
    {
        if (!JsonValue.TryParse(text, out var value, out var error))
        {
            throw Invalid($"{DiagnosticCodes.InvalidJsonDescription}: {error.Message}");
        }

        return value as JsonObject ?? throw Invalid($"{DiagnosticCodes.SchemaValidationFailed}: Definition must be a valid JSON object");
    }

    /// <summary>A machine of one state, and of those that it goes to.</summary>
    private static JsonObject Alone(JsonObject state)
    {
        var states = new JsonObject.Builder().Add(Name, state);
        foreach (var target in Targets(state).Where(target => target != Name).Distinct(StringComparer.Ordinal))
        {
            states.Add(target, JsonObject.Create(("Type", "Succeed")));
        }

        return JsonObject.Create(("StartAt", Name), ("States", states.ToObject()));
    }

    private static IEnumerable<string> Targets(JsonObject state)
    {
        IEnumerable<JsonValue?> named =
        [
            state["Next"],
            state["Default"],
            .. Parts(state["Choices"]).Select(part => part["Next"]),
            .. Parts(state["Catch"]).Select(part => part["Next"]),
        ];
        return named.OfType<JsonString>().Select(name => name.Value).Where(name => name.Length > 0);
    }

    private static IEnumerable<JsonObject> Parts(JsonValue? list) => list is JsonArray array ? array.OfType<JsonObject>() : [];

    private static void Check(JsonObject definition)
    {
        var errors = DefinitionValidator.Validate(definition).Where(diagnostic => diagnostic.Severity == DefinitionSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            throw Invalid(string.Join(", ", errors.Select(error => $"{error.Code}: {error.Message.TrimEnd('.')}{(error.Path.ToString() is { Length: > 0 } path ? " at " + path : "")}")));
        }
    }

    private static TestStateException Invalid(string problems) => new("InvalidDefinition", $"Invalid State Machine Definition: '{problems}'");

    private static TestedState? Find(StateMachine machine, AslQueryLanguage language, string name, MapState? map)
    {
        if (machine.Find(name) is { } state)
        {
            return new(machine with { QueryLanguage = language }, state, map);
        }

        foreach (var outer in machine.States)
        {
            foreach (var inner in outer.Machines)
            {
                if (Find(inner, inner.QueryLanguage ?? outer.QueryLanguage ?? language, name, outer as MapState ?? map) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }
}
