using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Stepwise.Differential.Places;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Running;

/// <summary>Executes the method of a state.</summary>
internal static class CSharpSide
{
    /// <summary>How long an execution can last: one year. A wait of that length ends after it.</summary>
    public const double MostSeconds = 365 * 24 * 60 * 60;

    /// <summary>How a workflow serializes. New ones for each assembly: they hold its types, which are unloaded.</summary>
    public static JsonSerializerOptions NewOptions(Naming naming) => new() { PropertyNamingPolicy = naming.Policy, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Executes a method.</summary>
    /// <param name="state">The state.</param>
    /// <param name="arguments">The values of its parameters.</param>
    /// <param name="startedAt">When the execution of the definition started.</param>
    /// <param name="options">How the workflow serializes.</param>
    public static Outcome Run(CompiledState state, object?[] arguments, DateTimeOffset startedAt, JsonSerializerOptions options)
    {
        if (state.State.Place is Place.LambdaPayload)
        {
            var payload = new JsonObject();
            foreach (var (parameter, argument) in state.Method.GetParameters().Zip(arguments))
            {
                payload[state.State.Naming.Apply(parameter.Name!)] = argument is null ? null : JsonSerializer.SerializeToNode(argument, parameter.ParameterType, options);
            }

            return new(payload);
        }

        try
        {
            return Observe(state, state.Method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null), startedAt, options);
        }
#pragma warning disable CA1031 // Whatever is thrown is the outcome.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new(null, exception.GetType().Name) { IsUnchecked = Unchecked.Is(exception, state.State.Body, state.State.Language, state.State.Place is Place.Choice or Place.ChoiceSwitch, state.State.OwnTypes) };
        }
    }

    /// <summary>The outcome of a definition; a failure if C# cannot read the value, as with null where a number is declared.</summary>
    /// <param name="state">The state.</param>
    /// <param name="outcome">What the definition gave.</param>
    /// <param name="options">How the workflow serializes.</param>
    public static Outcome Read(CompiledState state, Outcome outcome, JsonSerializerOptions options)
    {
        if (outcome.Failed || outcome.Value is null || state.State.Place is not Place.Pass)
        {
            return outcome;
        }

        try
        {
            _ = outcome.Value.Deserialize(state.Method.ReturnType, options);
            return outcome;
        }
        catch (JsonException exception)
        {
            return new(null, $"{outcome.Text} cannot be read: {exception.Message}");
        }
    }

    private static Outcome Observe(CompiledState state, object? result, DateTimeOffset startedAt, JsonSerializerOptions options) => (state.State.Place, result) switch
    {
        (Place.Choice or Place.ChoiceSwitch, _) => new(JsonValue.Create(result!.ToString())),
        (Place.WaitFor, TimeSpan wait) => wait.TotalSeconds is < 0 or >= MostSeconds
            ? new(null, "a wait that AWS does not have")
            : new(JsonValue.Create(Math.Round(wait.TotalSeconds, 3))),
        (Place.WaitUntil, DateTimeOffset until) => (until - startedAt).TotalSeconds >= MostSeconds
            ? new(null, "a wait that AWS does not have")
            : new(JsonValue.Create(Math.Round(Math.Max(0, (until - startedAt).TotalSeconds), 3))),
        // A function that is given no payload receives an empty object.
        (Place.ServicePayload, _) => new(JsonSerializer.SerializeToNode(result, options)![state.State.Naming.Apply("Payload")] ?? new JsonObject()),
        (Place.ServiceArguments, _) => new(JsonSerializer.SerializeToNode(result, result!.GetType(), DefinitionSide.AsWritten)),
        // The service does not tell an empty cause from none.
        (Place.Fail, _) => new(result is string { Length: > 0 } cause ? JsonValue.Create(cause) : null),
        _ => new(result is null ? null : JsonSerializer.SerializeToNode(result, state.Method.ReturnType, options)),
    };
}
