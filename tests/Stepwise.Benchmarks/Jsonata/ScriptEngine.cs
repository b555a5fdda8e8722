using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Stepwise.Benchmarks.Jsonata;

/// <summary>jsonata-js in a process of Node, which measures one line when it is told to.</summary>
internal sealed class ScriptEngine : IDisposable
{
    private const string Script = """
        const jsonata = require(process.argv[2]);
        const { bindings, lines, seconds } = JSON.parse(require('fs').readFileSync(process.argv[3], 'utf8'));
        const now = () => Number(process.hrtime.bigint()) / 1e9;

        async function run({ expression, isParsed }, count, compiled) {
          if (isParsed) {
            for (let i = 0; i < count; i++) await jsonata(expression).evaluate(undefined, bindings);
          } else {
            for (let i = 0; i < count; i++) await compiled.evaluate(undefined, bindings);
          }
        }

        async function measure(line) {
          const compiled = jsonata(line.expression);
          const result = JSON.stringify(await compiled.evaluate(undefined, bindings));
          let count = 1;
          for (const start = now(); now() - start < seconds; ) {
            const round = now();
            await run(line, count, compiled);
            if (now() - round < 0.002) count *= 2;
          }

          let best = 0;
          for (let round = 0; round < 200; round++) {
            const start = now();
            await run(line, count, compiled);
            best = Math.max(best, count / (now() - start));
          }

          console.log(JSON.stringify({ best, result }));
        }

        let turn = Promise.resolve();
        require('readline').createInterface({ input: process.stdin }).on('line', index => { turn = turn.then(() => measure(lines[Number(index)])); });
        """;

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private ScriptEngine(Process process, DirectoryInfo folder)
    {
        _process = process;
        _folder = folder;
    }

    /// <summary>Starts it with the library below <paramref name="library"/>/node_modules.</summary>
    public static ScriptEngine Start(string library, double seconds)
    {
        var module = Path.GetFullPath(Path.Combine(library, "node_modules", "jsonata"));
        if (!Directory.Exists(module))
        {
            throw new DirectoryNotFoundException($"STEPWISE_JSONATA names '{library}', which has no node_modules/jsonata. Run 'npm install jsonata@2.0.6' there.");
        }

        var folder = Directory.CreateTempSubdirectory("stepwise-benchmarks-");
        var script = Path.Combine(folder.FullName, "measure.js");
        var lines = Path.Combine(folder.FullName, "lines.json");
        File.WriteAllText(script, Script, Encoding.UTF8);
        File.WriteAllText(lines, $$"""{"seconds":{{seconds.ToString(CultureInfo.InvariantCulture)}},"bindings":{{JsonataLine.Bindings}},"lines":[{{string.Join(',', JsonataLine.All.Select(static line => $$"""{"expression":{{JsonSerializer.Serialize(line.Expression)}},"isParsed":{{(line.IsParsed ? "true" : "false")}}}"""))}}]}""");
        var process = Process.Start(new ProcessStartInfo("node", [script, module, lines]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        return new(process, folder);
    }

    /// <summary>The evaluations a second of the fastest round, and the result as JSON; null where there is none.</summary>
    public (double Rate, string? Result) Measure(int line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        var answer = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The process of Node has ended; what it said is above.");
        using var document = JsonDocument.Parse(answer);
        return (document.RootElement.GetProperty("best").GetDouble(), document.RootElement.TryGetProperty("result", out var result) ? result.GetString() : null);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
