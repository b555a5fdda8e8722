using System.Diagnostics;
using System.Text;
using Stepwise.Json;

namespace Stepwise.Jsonata.Tests.Functions;

/// <summary>Evaluates expressions with the reference implementation and with ours, and says where they differ.</summary>
internal static class Reference
{
    /// <summary>The time at which both evaluate.</summary>
    private static readonly DateTimeOffset _now = new(2024, 2, 29, 15, 4, 5, 678, TimeSpan.Zero);

    private const string Script = """
        const jsonata = require('jsonata');
        const fs = require('fs');
        const RealDate = Date;
        const hasHole = v => Array.isArray(v) ? v.some(i => i === undefined || hasHole(i)) : v !== null && typeof v === 'object' && Object.values(v).some(hasHole);
        global.Date = class extends RealDate { constructor(...a) { if (a.length) super(...a); else super(1709219045678); } };
        (async () => {
          const cases = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
          const results = [];
          for (const [expression, input] of cases) {
            let r;
            try {
              const value = await jsonata(expression).evaluate(input);
              r = value === undefined || typeof value === 'function' || (value && (value._jsonata_function || value._jsonata_lambda)) ? {} : hasHole(value) ? { failure: 'undefined in an array' } : { value };
            } catch (e) { r = e && e.code ? { code: e.code } : { failure: String(e && e.message) }; }
            results.push(r);
          }
          fs.writeFileSync(process.argv[3], JSON.stringify(results));
        })();
        """;

    public static string? Folder { get; } = Environment.GetEnvironmentVariable("STEPWISE_JSONATA") is { Length: > 0 } folder && Directory.Exists(Path.Combine(folder, "node_modules", "jsonata")) ? folder : null;

    /// <summary>The cases for which the two differ, in words. Where the reference fails without a code of its own, anything goes.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyList<(string Expression, JsonValue Input)> cases)
    {
        var expected = Run(cases);
        var differences = new List<string>();
        for (var i = 0; i < cases.Count; i++)
        {
            var actual = Ours(cases[i].Expression, cases[i].Input);
            if (!Agree((JsonObject)expected[i], actual))
            {
                differences.Add($"{cases[i].Expression}  on  {cases[i].Input}: {actual} instead of {expected[i]}");
            }
        }

        return differences;
    }

    private static bool Agree(JsonObject expected, JsonObject actual)
    {
        if (expected["failure"] is not null)
        {
            return actual["crash"] is null;
        }

        // JavaScript shows numbers that JSON does not have as null.
        return expected["value"] is JsonNull && actual["code"] is JsonString { Value: "D1001" } || Rounded(expected).Equals(Rounded(actual));
    }

    /// <summary>Numbers as doubles, which is all that JavaScript has.</summary>
    private static JsonValue Rounded(JsonValue value) => value switch
    {
        JsonNumber number => new JsonNumber(number.ToDouble()),
        JsonArray array => new JsonArray(array.Select(Rounded)),
        JsonObject @object => JsonObject.Create([.. @object.Members.Select(member => (member.Name, Rounded(member.Value)))]),
        _ => value,
    };

    private static JsonObject Ours(string expression, JsonValue input)
    {
        try
        {
            var value = JsonataExpression.Parse(expression).Evaluate(input, new JsonataOptions { TimeProvider = new Clock() });
            return value is null ? JsonObject.Empty : JsonObject.Create(("value", value));
        }
        catch (JsonataException exception)
        {
            return JsonObject.Create(("code", exception.Code));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return JsonObject.Create(("crash", exception.Message));
        }
    }

    private static JsonArray Run(IReadOnlyList<(string Expression, JsonValue Input)> cases)
    {
        var folder = Directory.CreateTempSubdirectory("jsonata-reference");
        try
        {
            var input = Path.Combine(folder.FullName, "cases.json");
            var output = Path.Combine(folder.FullName, "results.json");
            var script = Path.Combine(folder.FullName, "run.js");
            File.WriteAllText(input, new JsonArray(cases.Select(@case => JsonArray.Create(@case.Expression, @case.Input))).ToJson(), new UTF8Encoding(false));
            File.WriteAllText(script, Script);
            var start = new ProcessStartInfo("node", ["--stack-size=4000", script, input, output]) { RedirectStandardError = true };
            start.Environment["NODE_PATH"] = Path.Combine(Folder!, "node_modules");
            start.Environment["TZ"] = "UTC";
            using var node = Process.Start(start)!;
            var errors = node.StandardError.ReadToEnd();
            Assert.True(node.WaitForExit(120_000) && node.ExitCode == 0, errors);
            return (JsonArray)JsonValue.Parse(File.ReadAllText(output));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => _now;
    }
}
