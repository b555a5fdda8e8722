using System.CommandLine;
using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Validation;

namespace Stepwise.Conformance.Validation;

/// <summary><c>validation DIR</c>: definitions whose verdicts are known (<c>index.json</c>), and minimal ones, one per rule (<c>probes.json</c>).</summary>
internal static class ValidationCommand
{
    public static Command Make()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "A folder with index.json, probes.json, or both." }.AcceptExistingOnly();
        var command = new Command("validation", "Checks definitions whose verdicts are known.") { folder };
        command.SetAction(result => Run(result.GetRequiredValue(folder).FullName, result.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string folder, TextWriter output)
    {
        var tally = new Tally(output);
        foreach (var (index, reason) in new[] { ("index.json", "expectedReason"), ("probes.json", "rule") })
        {
            var file = Path.Combine(folder, index);
            if (File.Exists(file) && JsonValue.Parse(File.ReadAllText(file)) is JsonArray entries)
            {
                foreach (var entry in entries.OfType<JsonObject>())
                {
                    Check(folder, entry, Text(entry, reason), Path.GetFileNameWithoutExtension(index), tally);
                }
            }
        }

        return tally.Print();
    }

    private static void Check(string folder, JsonObject entry, string reason, string index, Tally tally)
    {
        var file = Text(entry, "file");
        var expected = Text(entry, "expected");
        var group = $"{index} {expected}";
        var isExpress = reason.Contains("Express state machine", StringComparison.Ordinal);
        var found = DefinitionValidator.Validate(File.ReadAllText(Path.Combine(folder, file)), new() { Type = isExpress ? StateMachineType.Express : StateMachineType.Standard });
        var error = found.FirstOrDefault(diagnostic => diagnostic.Severity == DefinitionSeverity.Error);
        var why = expected switch
        {
            "invalid" => error is null ? "accepted, although: " + reason : null,
            "warn" => error is not null ? $"refused: {error}" : found.Count == 0 ? "no warning, although: " + reason : null,
            _ => error is not null ? $"refused: {error}" : null,
        };
        if (why is null)
        {
            tally.Pass(group);
        }
        else
        {
            tally.Fail(group, file, why);
        }
    }

    private static string Text(JsonObject entry, string name) => entry[name] is JsonString text ? text.Value : "";
}
