using System.Text.Json;
using System.Text.Json.Nodes;
using Stepwise.Differential.Places;
using Stepwise.Generator.Tests.Translation;

namespace Stepwise.Differential.Running;

/// <summary>Evaluates the JSONata of states in jsonata-js 2.0.6, the implementation that Step Functions has, in a process of Node.</summary>
internal static class ScriptSide
{
    // A template is evaluated as Step Functions does it: each text between '{%' and '%}' by itself. Nothing is an error, except in an object of JSONata's own.
    // Step Functions does not round a whole number below 1e21 to 15 digits where it becomes a text.
    private const string Script = """
        const jsonata = require(process.argv[1]);
        const rounded = Number.prototype.toPrecision;
        Number.prototype.toPrecision = function (digits) { return Number.isInteger(+this) && Math.abs(this) < 1e21 ? String(this) : rounded.call(this, digits); };
        const states = JSON.parse(require('fs').readFileSync(0, 'utf8'));
        const parsed = new Map();
        const parse = text => { if (!parsed.has(text)) { parsed.set(text, jsonata(text)); } return parsed.get(text); };
        async function evaluate(template, bindings) {
            if (typeof template === 'string' && template.startsWith('{%')) {
                const value = await parse(template.slice(2, -2)).evaluate(undefined, bindings);
                if (value === undefined) { throw new Error('nothing'); }
                return value;
            }
            if (Array.isArray(template)) {
                const items = [];
                for (const item of template) { items.push(await evaluate(item, bindings)); }
                return items;
            }
            if (template !== null && typeof template === 'object') {
                const result = {};
                for (const [name, value] of Object.entries(template)) { result[name] = await evaluate(value, bindings); }
                return result;
            }
            return template;
        }
        async function run(state, bindings) {
            if (state.choices === undefined) { return evaluate(state.template, bindings); }
            for (const choice of state.choices) {
                const value = await evaluate(choice.Condition, bindings);
                if (typeof value !== 'boolean') { throw new Error('no boolean'); }
                if (value) { return choice.Next; }
            }
            return state.otherwise;
        }
        (async () => {
            const rows = [];
            for (const state of states) {
                const row = [];
                for (const bindings of state.bindings) {
                    try { const value = await run(state, bindings); row.push({ value: value === undefined ? null : value }); }
                    catch (e) { row.push({ error: (e.code || '') + ' ' + e.message }); }
                }
                rows.push(row);
            }
            process.stdout.write(JSON.stringify(rows));
        })();
        """;

    private static readonly JsonDocumentOptions _deep = new() { MaxDepth = 256 };

    /// <summary>Why jsonata-js is left out; null if it is not.</summary>
    public static string? Absence { get; } = JsonataReference.Package is null
        ? "Left out: Node or the npm package jsonata@2.0.6 is not installed. STEPWISE_JSONATA names a folder with node_modules/jsonata."
        : null;

    /// <summary>The results of states in jsonata-js beside those that are known.</summary>
    /// <param name="compared">The states and their comparisons.</param>
    /// <returns>The comparisons, each with the third result where there is one. Unchanged if jsonata-js is left out.</returns>
    public static List<Comparison>[] Add(IReadOnlyList<(CompiledState State, List<Comparison> Comparisons)> compared)
    {
        var result = compared.Select(static item => item.Comparisons).ToArray();
        if (Absence is not null)
        {
            return result;
        }

        var (indexes, request) = (new List<int>(), new JsonArray());
        for (var i = 0; i < compared.Count; i++)
        {
            if (Request(compared[i].State, compared[i].Comparisons) is { } state)
            {
                indexes.Add(i);
                request.Add((JsonNode)state);
            }
        }

        var rows = JsonataReference.Run(Script, request);
        for (var i = 0; i < indexes.Count; i++)
        {
            var place = compared[indexes[i]].State.State.Place;
            result[indexes[i]] = [.. result[indexes[i]].Zip(rows[i]!.AsArray(), (comparison, row) => comparison with { Script = Read(row!, place) })];
        }

        return result;
    }

    private static Outcome Read(JsonNode row, Place place) => row["error"] is { } error
        ? new(null, error.GetValue<string>())
        : new(place is Place.Fail && row["value"] is JsonValue text && text.GetValueKind() is JsonValueKind.String && text.GetValue<string>().Length == 0 ? null : row["value"]);

    private static JsonObject? Request(CompiledState compiled, List<Comparison> comparisons)
    {
        // $uuid is a function of Step Functions and not of JSONata.
        if (compiled.State.Language is Language.JsonPath || compiled.Definition.Contains("$uuid(", StringComparison.Ordinal))
        {
            return null;
        }

        var state = JsonNode.Parse(compiled.Definition, documentOptions: _deep)!["States"]![WorkflowSource.State]!.AsObject();
        var request = compiled.State.Place switch
        {
            Place.Pass or Place.Succeed => new JsonObject { ["template"] = state["Output"]?.DeepClone() },
            Place.Fail => new JsonObject { ["template"] = state["Cause"]?.DeepClone() },
            Place.Choice or Place.ChoiceSwitch => new JsonObject { ["choices"] = state["Choices"]?.DeepClone(), ["otherwise"] = state["Default"]?.DeepClone() },
            _ => null,
        };
        request?.Add("bindings", new JsonArray([.. comparisons.Select(comparison => Bindings(compiled.State, comparison.Input))]));
        return request;
    }

    /// <summary>The variables of an expression: <c>$states</c>, and in a machine of JSONata the result of the earlier state.</summary>
    private static JsonObject Bindings(RandomState state, JsonObject shown)
    {
        var input = shown.DeepClone().AsObject();
        var bindings = new JsonObject();
        if (state.Language is Language.Jsonata && state.Result is { Name: var name } && input.TryGetPropertyValue(name, out var result))
        {
            input.Remove(name);
            bindings[name] = result;
        }

        bindings["states"] = new JsonObject { ["input"] = input.DeepClone(), ["context"] = new JsonObject { ["Execution"] = new JsonObject { ["Input"] = input } } };
        return bindings;
    }
}
