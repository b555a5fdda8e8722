using System.Diagnostics;
using System.Globalization;
using Stepwise.Benchmarks.Json;
using Stepwise.Json;
using Stepwise.Jsonata;

namespace Stepwise.Benchmarks.Jsonata;

/// <summary>Measures the evaluator, beside jsonata-js where STEPWISE_JSONATA names a folder that has it. Both take turns, line by line, each thread alone.</summary>
internal static class JsonataComparison
{
    /// <summary>Measures all lines, or those whose name contains <paramref name="part"/>.</summary>
    public static IReadOnlyList<JsonataRow> Run(bool isQuick, string part)
    {
        var seconds = isQuick ? 0.5 : 2;
        var bindings = (JsonObject)JsonValue.Parse(JsonataLine.Bindings);
        var options = JsonataOptions.Default with { Bindings = bindings.Members.ToDictionary(static member => member.Name, static member => member.Value, StringComparer.Ordinal) };
        using var script = Environment.GetEnvironmentVariable("STEPWISE_JSONATA") is { Length: > 0 } library ? ScriptEngine.Start(library, seconds) : null;
        var rows = new List<JsonataRow>();
        for (var i = 0; i < JsonataLine.All.Count; i++)
        {
            var line = JsonataLine.All[i];
            if (!line.Name.Contains(part, StringComparison.Ordinal))
            {
                continue;
            }

            var theirs = script?.Measure(i);
            var expression = JsonataExpression.Parse(line.Expression);
            var result = expression.Evaluate(null, options);
            var work = line.IsParsed
                ? (Func<JsonValue?>)(() => JsonataExpression.Parse(line.Expression).Evaluate(null, options))
                : () => expression.Evaluate(null, options);
            var isSame = theirs is null || (theirs.Value.Result is { } text ? result is not null && JsonValue.Parse(text) == result : result is null);
            rows.Add(Measure(work, seconds) with { Line = line, Script = theirs?.Rate, IsSame = isSame });
        }

        return rows;
    }

    /// <summary>Warms up, then takes the fastest of 200 rounds, as the script does.</summary>
    private static JsonataRow Measure(Func<JsonValue?> work, double seconds)
    {
        // Rounds are short, so that the fastest is one that other processes have left alone.
        var count = 1;
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < seconds;)
        {
            if (Time(work, count) < 0.002)
            {
                count *= 2;
            }
        }

        var best = 0.0;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 200; round++)
        {
            best = Math.Max(best, count / Time(work, count));
        }

        return new(null!, best, (GC.GetAllocatedBytesForCurrentThread() - allocated) / 200.0 / count, null, true);
    }

    private static double Time(Func<JsonValue?> work, int count)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            work();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public static void Write(IReadOnlyList<JsonataRow> rows, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors, load {JsonComparison.Load()}, .NET {Environment.Version}; evaluations a second in the fastest of 200 rounds"));
        output.WriteLine("  expression              Stepwise    bytes  jsonata-js   ratio        goal  reached");
        foreach (var row in rows)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {row.Line.Name,-22}{row.Rate,10:F0}{row.Bytes,9:F0}{row.Script,12:F0}{row.Rate / row.Script,8:F1}{row.Line.Goal,12:F0}  {row.Verdict}"));
        }
    }

    /// <summary>Says in one line whether all lines reach what they are to reach.</summary>
    public static bool WriteVerdict(IReadOnlyList<JsonataRow> rows, TextWriter output)
    {
        var missed = rows.Count(static row => !row.IsReached);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows.Count - missed} of {rows.Count} lines reach {JsonataLine.KnownFactor:F1} times the known figure{(rows.Any(static row => row.Script is not null) ? $" and {JsonataLine.ScriptFactor:F0} times jsonata-js" : "; jsonata-js was not measured, set STEPWISE_JSONATA")}."));
        return missed == 0;
    }
}
