using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>The JavaScript implementation, jsonata 2.0.6, as a process: one run evaluates many expressions over many sets of variables.</summary>
internal static class JsonataReference
{
    private const string Script = """
        const jsonata = require(process.argv[1]);
        const { expressions, inputs } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
        (async () => {
            const rows = [];
            for (const text of expressions) {
                const row = [];
                let expression;
                try { expression = jsonata(text); } catch (e) { rows.push(inputs.map(() => ({ error: 'syntax: ' + e.message }))); continue; }
                for (const input of inputs) {
                    try {
                        const value = await expression.evaluate(undefined, input);
                        row.push(value === undefined ? { missing: true } : { value });
                    } catch (e) { row.push({ error: (e.code || '') + ' ' + e.message }); }
                }
                rows.push(row);
            }
            process.stdout.write(JSON.stringify(rows));
        })();
        """;

    /// <summary>The package's folder; null where Node or the package is not installed.</summary>
    public static string? Package { get; } = Find();

    /// <summary>The results: one row for each expression, one column for each input. Each has <c>value</c>, <c>missing</c> or <c>error</c>.</summary>
    public static JsonArray Evaluate(IEnumerable<string> expressions, IEnumerable<JsonObject> inputs)
    {
        var request = new JsonObject
        {
            ["expressions"] = new JsonArray([.. expressions.Select(static text => JsonValue.Create(text))]),
            ["inputs"] = new JsonArray([.. inputs.Select(static input => input.DeepClone())]),
        };
        return Run(Script, request);
    }

    /// <summary>Runs a script in Node, which finds the folder of the package in <c>process.argv[1]</c>.</summary>
    /// <param name="script">The script.</param>
    /// <param name="request">What the script reads from its standard input.</param>
    /// <returns>What the script writes to its standard output.</returns>
    /// <exception cref="InvalidOperationException">The script failed.</exception>
    public static JsonArray Run(string script, JsonNode request)
    {
        using var process = Process.Start(new ProcessStartInfo("node", ["-e", script, Package!])
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
            ? JsonNode.Parse(output.GetAwaiter().GetResult(), documentOptions: new JsonDocumentOptions { MaxDepth = 256 })!.AsArray()
            : throw new InvalidOperationException(error.GetAwaiter().GetResult());
    }

    private static string? Find()
    {
        var folders = new[] { Environment.GetEnvironmentVariable("STEPWISE_JSONATA") is { Length: > 0 } given ? Path.Combine(given, "node_modules") : null, Output("npm", "root", "-g") };
        foreach (var folder in folders)
        {
            if (folder is not null && File.Exists(Path.Combine(folder, "jsonata", "package.json"))
                && JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "jsonata", "package.json")))!["version"]!.GetValue<string>() == "2.0.6"
                && Output("node", "--version") is not null)
            {
                return Path.Combine(folder, "jsonata");
            }
        }

        return null;
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
