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
    private const double MostSeconds = 99_999_999;

    /// <summary>How a workflow serializes. New ones for each assembly: they hold its types, which are unloaded.</summary>
    public static JsonSerializerOptions NewOptions() => new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

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
                payload[parameter.Name!] = argument is null ? null : JsonSerializer.SerializeToNode(argument, parameter.ParameterType, options);
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
            return new(null, exception.GetType().Name) { IsUnchecked = IsUnchecked(exception, state.State) };
        }
    }

    private static Outcome Observe(CompiledState state, object? result, DateTimeOffset startedAt, JsonSerializerOptions options) => (state.State.Place, result) switch
    {
        (Place.Choice or Place.ChoiceSwitch, _) => new(JsonValue.Create(result!.ToString())),
        (Place.WaitFor, TimeSpan wait) => wait.TotalSeconds is < 0 or > MostSeconds
            ? new(null, "a wait that AWS does not have")
            : new(JsonValue.Create(Math.Round(wait.TotalSeconds, 3))),
        (Place.WaitUntil, DateTimeOffset until) => new(JsonValue.Create(Math.Round(Math.Max(0, (until - startedAt).TotalSeconds), 3))),
        // A function that is given no payload receives an empty object.
        (Place.ServicePayload, _) => new(JsonSerializer.SerializeToNode(result, options)!["payload"] ?? new JsonObject()),
        (Place.ServiceArguments, _) => new(JsonSerializer.SerializeToNode(result, result!.GetType(), DefinitionSide.AsWritten)),
        // The service does not tell an empty cause from none.
        (Place.Fail, _) => new(result is string { Length: > 0 } cause ? JsonValue.Create(cause) : null),
        _ => new(result is null ? null : JsonSerializer.SerializeToNode(result, state.Method.ReturnType, options)),
    };

    /// <summary>Whether the definition may continue where C# throws, as docs/expressions.md says. A state of JSONPath fails, unless it is lenient.</summary>
    private static bool IsUnchecked(Exception exception, RandomState state) => exception switch
    {
        OverflowException => true,
        IndexOutOfRangeException or ArgumentOutOfRangeException or KeyNotFoundException => IsLenient(state),
        NullReferenceException or ArgumentNullException => HidesNull(state) && IsLenient(state),
        _ => false,
    };

    /// <summary>Whether the definition does not read all that C# reads: JSONata gives nothing, the rules of a JSONPath Choice take what is missing for null, and a path that is an argument is not read where the method does not read it.</summary>
    private static bool IsLenient(RandomState state) => state.Language is not Language.JsonPath || state.Place is Place.Choice or Place.ChoiceSwitch || state.Body.Kind == "members";

    /// <summary>Whether C# does not warn about every dereference of null: the state has <c>!</c>, or reads what was declared without nullable annotations.</summary>
    private static bool HidesNull(RandomState state) =>
        state.Body.All().Any(static node => node.Kind == "suppression" || node.Type?.Nullness is Nullness.Oblivious)
        || state.OwnTypes?.Contains("#nullable disable", StringComparison.Ordinal) == true;
}
