using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stepwise.Differential.Places;

namespace Stepwise.Differential.Running;

/// <summary>Evaluates the JSONata of states in jsonata-js 2.0.6, the implementation that Step Functions has, in a process of Node.</summary>
internal static class ScriptSide
{
    private const string Version = "2.0.6";

    // A template is evaluated as Step Functions does it: each text between '{%' and '%}' by itself. Nothing is an error, except in an object of JSONata's own.
    private const string Script = """
        const jsonata = require(process.argv[1]);
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

    /// <summary>The folder of the package; null where Node or the package is not installed. STEPWISE_JSONATA names a folder with <c>node_modules/jsonata</c>.</summary>
    public static string? Package { get; } = Find();

    /// <summary>The results of states in jsonata-js beside those that are known.</summary>
    /// <param name="compared">The states and their comparisons.</param>
    /// <returns>The comparisons, each with the third result where there is one.</returns>
    public static List<Comparison>[] Add(IReadOnlyList<(CompiledState State, List<Comparison> Comparisons)> compared)
    {
        var result = compared.Select(static item => item.Comparisons).ToArray();
        var (indexes, request) = (new List<int>(), new JsonArray());
        for (var i = 0; i < compared.Count; i++)
        {
            if (Request(compared[i].State, compared[i].Comparisons) is { } state)
            {
                indexes.Add(i);
                request.Add((JsonNode)state);
            }
        }

        var rows = Evaluate(request);
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

    private static JsonArray Evaluate(JsonArray request)
    {
        using var process = Process.Start(new ProcessStartInfo("node", ["-e", Script, Package!])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(request.ToJsonString());
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonNode.Parse(output.GetAwaiter().GetResult(), documentOptions: _deep)!.AsArray()
            : throw new InvalidOperationException(error.GetAwaiter().GetResult());
    }

    private static string? Find()
    {
        var folders = new[] { Environment.GetEnvironmentVariable("STEPWISE_JSONATA") is { Length: > 0 } given ? Path.Combine(given, "node_modules") : null, Output("npm", "root", "-g") };
        return folders.OfType<string>().Select(static folder => Path.Combine(folder, "jsonata")).FirstOrDefault(static folder =>
            File.Exists(Path.Combine(folder, "package.json"))
            && JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "package.json")))!["version"]!.GetValue<string>() == Version
            && Output("node", "--version") is not null);
    }

    private static string? Output(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
