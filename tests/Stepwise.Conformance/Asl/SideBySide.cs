using System.Globalization;
using Stepwise.Json;
using Stepwise.Local;

namespace Stepwise.Conformance.Asl;

/// <summary>Prints what was recorded beside what came out.</summary>
internal static class SideBySide
{
    private const int Width = 60;

    public static void Print(TextWriter output, AslCase @case, LocalExecution execution, IReadOnlyList<string> differences)
    {
        output.WriteLine($"{@case.Group}/{@case.Name}");
        output.WriteLine($"  recorded  {@case.Record.Outcome}");
        output.WriteLine($"  now       {execution.Status} output {execution.Output?.ToJson() ?? "none"}, error {execution.Error ?? "none"}, cause {execution.Cause ?? "none"}");
        PrintEvents(output, @case.Record.Events ?? [], [.. execution.Events.Select(item => item.ToJson())]);
        foreach (var difference in differences)
        {
            output.WriteLine("  " + difference);
        }

        output.WriteLine();
    }

    private static void PrintEvents(TextWriter output, IReadOnlyList<JsonObject> expected, IReadOnlyList<JsonObject> actual)
    {
        var isSame = expected.Count > 0;
        for (var i = 0; i < Math.Max(expected.Count, actual.Count); i++)
        {
            var left = i < expected.Count ? Line(expected[i]) : "";
            var right = i < actual.Count ? Line(actual[i]) : "";
            var isFirst = isSame && left != right;
            isSame &= left == right;
            output.WriteLine($"{(isFirst ? "->" : "  ")}{left.PadRight(Width)} | {right}");
            if (isFirst)
            {
                output.WriteLine($"     recorded  {(i < expected.Count ? expected[i].ToJson() : "nothing")}");
                output.WriteLine($"     now       {(i < actual.Count ? actual[i].ToJson() : "nothing")}");
            }
        }
    }

    private static string Line(JsonObject item)
    {
        var details = item.Members.Select(member => member.Value).OfType<JsonObject>().FirstOrDefault();
        var name = details is null ? null : details["name"] ?? details["resource"] ?? details["error"];
        return string.Create(CultureInfo.InvariantCulture, $"{item["id"],4} {item["previousEventId"],4} {(item["type"] as JsonString)?.Value} {(name as JsonString)?.Value} {details?["index"]}").TrimEnd();
    }
}
