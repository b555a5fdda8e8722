using System.Text.Json;

namespace CampaignSystem;

/// <summary>Prints a machine for a reader: its files, its states with where they lead, and what its role may do.</summary>
internal static class MachineSummary
{
    public static void Print(string name, string definition, string policy, string folder, TextWriter output)
    {
        using var machine = JsonDocument.Parse(definition);
        using var role = JsonDocument.Parse(policy);
        var states = machine.RootElement.GetProperty("States");

        output.WriteLine($"{name}: {Text(machine.RootElement, "Comment")}");
        output.WriteLine();
        output.WriteLine($"Files in {folder}");
        foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            output.WriteLine($"  {Path.GetFileName(file),-34}{new FileInfo(file).Length,8:N0} bytes");
        }

        output.WriteLine();
        output.WriteLine($"States ({states.EnumerateObject().Count()}), starting at {Text(machine.RootElement, "StartAt")}");
        var width = states.EnumerateObject().Max(state => state.Name.Length) + 2;
        foreach (var state in states.EnumerateObject())
        {
            output.WriteLine($"  {state.Name.PadRight(width)}{Text(state.Value, "Type"),-9}{string.Join(", ", Transitions(state.Value))}");
        }

        output.WriteLine();
        output.WriteLine("The role may");
        foreach (var statement in role.RootElement.GetProperty("Statement").EnumerateArray())
        {
            output.WriteLine($"  {string.Join(", ", Texts(statement.GetProperty("Action")))}");
            output.WriteLine($"      on {string.Join(", ", Texts(statement.GetProperty("Resource")))}");
        }
    }

    private static IEnumerable<string> Transitions(JsonElement state)
    {
        if (state.TryGetProperty("Choices", out var choices))
        {
            foreach (var choice in choices.EnumerateArray())
            {
                yield return "-> " + Text(choice, "Next");
            }
        }

        if (state.TryGetProperty("Default", out var otherwise))
        {
            yield return "else -> " + otherwise.GetString();
        }

        if (state.TryGetProperty("Next", out var next))
        {
            yield return "-> " + next.GetString();
        }

        if (state.TryGetProperty("Retry", out var retries))
        {
            foreach (var retry in retries.EnumerateArray())
            {
                yield return $"retry {(retry.TryGetProperty("MaxAttempts", out var attempts) ? attempts.GetInt32() : 3)}x";
            }
        }

        if (state.TryGetProperty("Catch", out var catchers))
        {
            foreach (var catcher in catchers.EnumerateArray())
            {
                yield return "on error -> " + Text(catcher, "Next");
            }
        }
    }

    private static string Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) ? value.GetString() ?? "" : "";

    private static IEnumerable<string> Texts(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().Select(item => item.GetString() ?? "") : [value.GetString() ?? ""];
}
