using System.Text.Json;
using System.Text.Json.Nodes;
using Stepwise.Differential.Places;
using Stepwise.Differential.Running;
using Stepwise.Differential.Types;
using JsonValue = Stepwise.Json.JsonValue;

namespace Stepwise.Differential.Graphs;

/// <summary>Compares both sides of a workflow on random inputs, and on random answers of its tasks.</summary>
/// <param name="seed">The seed of the values.</param>
/// <param name="naming">How properties are named.</param>
internal sealed class WorkflowRunner(int seed, Naming naming)
{
    private readonly JsonSerializerOptions _options = CSharpSide.NewOptions(naming);
    private readonly ValuePool _pool = new(seed, naming, CSharpSide.NewOptions(naming));

    /// <summary>Compares both sides.</summary>
    /// <param name="compiled">The workflow.</param>
    /// <param name="random">Chooses the values.</param>
    /// <param name="count">How many executions.</param>
    public async Task<List<WorkflowComparison>> RunAsync(CompiledWorkflow compiled, Random random, int count)
    {
        var result = new List<WorkflowComparison>(count);
        var reference = new ReferenceMachine(compiled, _options);
        var contract = new OutputContract(compiled.OutputType, _options);
        var answers = compiled.Workflow.States.Where(state => state.IsTask && state.Result is not null)
            .ToDictionary(static state => state.Name, state => _pool.Of(state.Result!, compiled.ResultOf(state.Name)!), StringComparer.Ordinal);
        using var definition = new DefinitionMachine(compiled.Name, compiled.Definition);
        for (var i = 0; i < count; i++)
        {
            var inputs = Inputs(compiled, random);
            var table = new TaskTable(random.Next(), answers);
            var expected = reference.Run(inputs, table, definition.Now);
            if (expected.End is TraceEnd.Endless)
            {
                continue;
            }

            var shown = new JsonObject(inputs.Where(input => input.Value.Node is not null || random.Next(2) == 0).Select(input => KeyValuePair.Create(naming.Apply(input.Key), input.Value.Node?.DeepClone())));
            var actual = await definition.RunAsync(JsonValue.Parse(shown.ToJsonString()), table);
            var comparison = new WorkflowComparison(shown, table, expected, actual);
            if (expected.End is TraceEnd.Succeeded && comparison.Agrees)
            {
                var last = compiled.Workflow[expected.Path[^1]];

                // A record that is merged from several ends has the properties of the declared types, and no discriminator.
                var hasMore = last.Language is Language.JsonPath || last.Result?.Type is RecordType { Derived.Count: > 0 };
                comparison = comparison with { ContractFault = contract.Check(actual.Output, hasMore, hidesNull: last.Body is { } body && Unchecked.HidesNull(body, ownTypes: null)) };
            }

            result.Add(comparison);
        }

        return result;
    }

    private Dictionary<string, PooledValue> Inputs(CompiledWorkflow compiled, Random random) => compiled.Workflow.ReadInputs.Zip(compiled.Method("Start").GetParameters()).ToDictionary(
        static pair => pair.First.Name,
        pair =>
        {
            var known = _pool.Of(pair.First.Type, pair.Second.ParameterType);
            return known[random.Next(known.Count)];
        },
        StringComparer.Ordinal);
}
