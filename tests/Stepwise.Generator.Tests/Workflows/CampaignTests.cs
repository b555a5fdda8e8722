using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Snapshooter.Xunit;

namespace Stepwise.Generator.Tests.Workflows;

/// <summary>The reference system, compiled whole.</summary>
public sealed class CampaignTests
{
    [SharedReferenceFact]
    public void The_definition_is_the_reference_definition()
    {
        var expected = File.ReadAllText(Path.Combine(Repository.SharedReference!, "campaign-execution.asl.json"));
        var actual = TestBed.Definition(CampaignSample.Workflow, CampaignSample.Contracts);
        Assert.Equal(Minified(expected), Minified(actual));
    }

    [Fact]
    public void The_files_are_those_of_the_snapshot()
    {
        var artifacts = TestBed.Artifacts(TestBed.Compile(CampaignSample.Workflow, CampaignSample.Contracts));
        Assert.Equal(
            [
                "campaign-execution/campaign-execution.asl.json",
                "campaign-execution/campaign-execution.policy.json",
                "campaign-execution/campaign-execution.trust.json",
                "campaign-execution/input.schema.json",
                "campaign-execution/manifest.json",
                "campaign-execution/output.schema.json",
            ],
            artifacts.Keys);
        Join(artifacts).MatchSnapshot();
    }

    [Fact]
    public void The_same_source_compiles_to_pure_jsonata()
    {
        var definition = TestBed.Definition(CampaignSample.InJsonata, CampaignSample.Contracts);
        definition.MatchSnapshot();
        var root = JsonNode.Parse(definition)!;
        Assert.Equal("JSONata", (string?)root["QueryLanguage"]);
        Assert.Equal(17, root["States"]!.AsObject().Count);
        Assert.DoesNotContain("Path\"", definition, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_one_state_for_each_method()
    {
        var states = JsonNode.Parse(TestBed.Definition(CampaignSample.Workflow, CampaignSample.Contracts))!["States"]!.AsObject();
        Assert.Equal(
            [
                "ValidateCampaign", "CheckValidation", "QueryEligibleContacts", "CheckContactsAvailable", "MonitorProgress", "CheckCampaignStatus", "IsCampaignComplete",
                "GenerateReport", "ReportGenerationFailed", "NotifyUser", "CampaignCompleted", "NoContactsToProcess", "CampaignPaused", "CampaignCancelled", "ValidationFailed",
                "NotifyFailure", "CampaignFailed",
            ],
            states.Select(static state => state.Key));
    }

    [Fact]
    public void The_generated_part_compiles_without_a_warning_and_is_that_of_the_snapshot()
    {
        var updated = TestBed.Generate(TestBed.Compile(CampaignSample.Workflow, CampaignSample.Contracts), out var result);
        Assert.Empty(updated.GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Warning or DiagnosticSeverity.Error));
        result.Results[0].GeneratedSources.First(static source => !source.HintName.Contains(".artifacts.", StringComparison.Ordinal)).SourceText.ToString().MatchSnapshot();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_is_reported_on_it(bool inJsonata) =>
        Assert.Empty(TestBed.Analyze(TestBed.Compile(inJsonata ? CampaignSample.InJsonata : CampaignSample.Workflow, CampaignSample.Contracts)));

    private static string Minified(string json) => JsonSerializer.Serialize(JsonNode.Parse(json));

    private static string Join(IReadOnlyDictionary<string, string> artifacts) =>
        string.Join("\n", artifacts.Select(static artifact => "==== " + artifact.Key + "\n" + artifact.Value));
}
