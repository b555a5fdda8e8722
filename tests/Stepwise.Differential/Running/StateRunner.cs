using System.Text.Json;
using System.Text.Json.Nodes;
using Stepwise.Differential.Types;
using Stepwise.Json;
using JsonObject = System.Text.Json.Nodes.JsonObject;
using JsonValue = Stepwise.Json.JsonValue;

namespace Stepwise.Differential.Running;

/// <summary>Compares both sides of a state on random values.</summary>
internal sealed class StateRunner
{
    private readonly JsonSerializerOptions _options;
    private readonly ValuePool _pool;

    /// <summary>Makes the runner of one assembly.</summary>
    /// <param name="seed">The seed of the values.</param>
    /// <param name="naming">How properties are named.</param>
    public StateRunner(int seed, Naming naming)
    {
        _options = CSharpSide.NewOptions(naming);
        _pool = new(seed, naming, _options);
    }

    /// <summary>Compares both sides.</summary>
    /// <param name="state">The state.</param>
    /// <param name="random">Chooses the values.</param>
    /// <param name="count">How many values.</param>
    public async Task<List<Comparison>> RunAsync(CompiledState state, Random random, int count)
    {
        var values = new List<(JsonObject Shown, object?[] Arguments)>(count);
        using var definition = new DefinitionSide(state, count);
        var parameters = state.State.Read;
        var types = state.Method.GetParameters();
        var result = state.State.Result;
        var leniency = Leniency.Of(state.State.Body, state.State.OwnTypes);
        for (var i = 0; i < count; i++)
        {
            // Where sums can be rounded, every other value has no integer that is large enough.
            var isSmall = leniency.IsRounded && i % 2 == 0;
            var shown = new JsonObject();
            var input = new Stepwise.Json.JsonObject.Builder();
            JsonValue? given = null;
            var arguments = new object?[parameters.Count];
            for (var j = 0; j < parameters.Count; j++)
            {
                var parameter = parameters[j];
                var known = _pool.Of(parameter.Type, types[j].ParameterType);
                var value = Pick(known, random, isSmall);
                var isWritten = random.Next(2) == 0;
                if (parameter == result)
                {
                    var isAssigned = parameter.Type.Nullness is not Nullness.Nullable || random.Next(3) > 0;
                    if (parameter.Type.Nullness is Nullness.Nullable)
                    {
                        input.Add(state.State.Naming.Apply("isAssigned"), JsonBoolean.From(isAssigned));
                        shown[state.State.Naming.Apply("isAssigned")] = isAssigned;
                    }

                    if (!isAssigned)
                    {
                        continue;
                    }

                    given = value.OnTheWire ?? JsonNull.Instance;
                    shown[parameter.Name] = value.Node?.DeepClone();
                }
                else if (value.OnTheWire is not null || isWritten)
                {
                    input.Add(state.State.Naming.Apply(parameter.Name), value.OnTheWire ?? JsonNull.Instance);
                    shown[state.State.Naming.Apply(parameter.Name)] = value.Node?.DeepClone();
                }

                arguments[j] = value.Clr;
            }

            await definition.StartAsync(input.ToObject(), given);
            values.Add((shown, arguments));
        }

        var ends = await definition.FinishAsync();
        return [.. values.Zip(ends, (value, end) => new Comparison(value.Shown, CSharpSide.Run(state, value.Arguments, end.StartedAt, _options), CSharpSide.Read(state, end.Outcome, _options)) { Leniency = leniency })];
    }

    private static PooledValue Pick(IReadOnlyList<PooledValue> known, Random random, bool isSmall)
    {
        var start = random.Next(known.Count);
        for (var i = 0; isSmall && i < known.Count; i++)
        {
            var value = known[(start + i) % known.Count];
            if (!value.HasLargeIntegers)
            {
                return value;
            }
        }

        return known[start];
    }
}
