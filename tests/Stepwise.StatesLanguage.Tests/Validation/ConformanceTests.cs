using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Validation;
using Xunit.Abstractions;

namespace Stepwise.StatesLanguage.Tests.Validation;

/// <summary>The validator against definitions whose verdicts are known: recorded on AWS, from other validators' suites, and from published collections.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    private sealed record Case(string File, string Expected, string Basis, string Reason, bool IsExpress);

    [SharedFact("conformance/validation/index.json")]
    public void Real_definitions_are_accepted_and_broken_ones_refused()
    {
        var cases = Cases("index.json", "basis", "expectedReason");
        var falseRejects = cases.Where(c => c.Expected == "valid" && Errors(c).Count > 0).ToList();
        var missed = cases.Where(c => c.Expected == "invalid" && Errors(c).Count == 0).ToList();
        Report("false reject", falseRejects);
        Report("missed", missed);
        var invalid = cases.Count(c => c.Expected == "invalid");
        output.WriteLine($"valid: {cases.Count(c => c.Expected == "valid")}, falsely rejected {falseRejects.Count}; invalid: {invalid}, caught {invalid - missed.Count}");

        // What only an emulator accepts proves nothing about AWS.
        Assert.DoesNotContain(falseRejects, c => c.Basis != "localstack-only");
        Assert.True(invalid - missed.Count >= invalid * 95 / 100, $"{missed.Count} of {invalid} broken definitions pass.");
    }

    [SharedFact("conformance/validation/probes.json")]
    public void Each_rule_is_kept()
    {
        var probes = Cases("probes.json", "aws", "rule");
        var falseRejects = probes.Where(c => c.Expected != "invalid" && Errors(c).Count > 0).ToList();
        var invalid = probes.Where(c => c.Expected == "invalid").ToList();
        var missed = invalid.Where(c => Errors(c).Count == 0).ToList();
        var warnings = probes.Where(c => c.Expected == "warn").ToList();
        var silent = warnings.Where(c => Validate(c).Count == 0).ToList();
        Report("false reject", falseRejects);
        Report("missed", missed);
        Report("without warning", silent);
        output.WriteLine($"invalid: {invalid.Count}, refused {invalid.Count - missed.Count}, of the rest warned of {missed.Count(c => Validate(c).Count > 0)}; "
            + $"warnings: {warnings.Count}, given {warnings.Count - silent.Count}; others falsely rejected {falseRejects.Count}");
        Assert.Empty(falseRejects);
        Assert.Empty(silent);
        Assert.True(invalid.Count - missed.Count >= invalid.Count * 93 / 100, $"{missed.Count} of {invalid.Count} rules are not kept.");
    }

    [SharedFact("conformance/validation/index.json")]
    public void Every_definition_survives_reading_and_writing()
    {
        foreach (var @case in Cases("index.json", "basis", "expectedReason"))
        {
            var text = File.ReadAllText(PathOf(@case));
            if (!JsonValue.TryParse(text, out var source, out _))
            {
                continue;
            }

            var read = DefinitionReader.Read(text);
            if (read.Machine is { } machine && (!read.HasErrors || @case.Expected == "valid"))
            {
                Assert.True(DefinitionWriter.ToJson(machine) == WithoutFalseEnds(source), @case.File);
            }
        }
    }

    private void Report(string what, IEnumerable<Case> cases)
    {
        foreach (var @case in cases)
        {
            output.WriteLine($"{what}: {@case.File} [{@case.Basis}] {@case.Reason}");
            foreach (var diagnostic in Validate(@case))
            {
                output.WriteLine("    " + diagnostic);
            }
        }
    }

    private static List<DefinitionDiagnostic> Errors(Case @case) => [.. Validate(@case).Where(diagnostic => diagnostic.Severity == DefinitionSeverity.Error)];

    private static IReadOnlyList<DefinitionDiagnostic> Validate(Case @case)
        => DefinitionValidator.Validate(File.ReadAllText(PathOf(@case)), new() { Type = @case.IsExpress ? StateMachineType.Express : StateMachineType.Standard });

    private static string PathOf(Case @case) => Path.Combine(SharedCases.Conformance!, "validation", @case.File);

    private static List<Case> Cases(string index, string basis, string reason)
    {
        var entries = (JsonArray)JsonValue.Parse(File.ReadAllText(Path.Combine(SharedCases.Conformance!, "validation", index)));
        return [.. entries.Cast<JsonObject>().Select(entry => new Case(Text(entry, "file"), Text(entry, "expected"), Text(entry, basis), Text(entry, reason), Text(entry, reason).Contains("Express state machine", StringComparison.Ordinal)))];
    }

    private static string Text(JsonObject entry, string name) => entry[name] is JsonString text ? text.Value : "";

    /// <summary>The writer leaves <c>"End": false</c> away, which means the same.</summary>
    private static JsonValue WithoutFalseEnds(JsonValue value) => value switch
    {
        JsonArray array => new JsonArray(array.Select(WithoutFalseEnds)),
        JsonObject @object => JsonObject.Create(@object.Members.Where(m => !(m.Name == "End" && m.Value == JsonBoolean.False)).Select(m => (m.Name, WithoutFalseEnds(m.Value))).ToArray()),
        _ => value,
    };
}
