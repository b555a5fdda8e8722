using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stepwise.Generator.Compiler;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Tests.Robustness;
using Stepwise.Generator.Tests.Workflows;

namespace Stepwise.Generator.Tests.Incremental;

/// <summary>What an edit makes the generator do again.</summary>
public sealed class IncrementalTests
{
    private const string Unrelated = "namespace Elsewhere { class C { int x; } }";

    [Fact]
    public void The_same_compilation_again_does_nothing() =>
        AssertReasons(Edit("X.cs", Unrelated), signature: IncrementalStepRunReason.Unchanged, workflow: IncrementalStepRunReason.Unchanged, artifacts: IncrementalStepRunReason.Cached);

    [Fact]
    public void An_unrelated_edit_ends_at_the_models() =>
        AssertReasons(Edit("X.cs", Unrelated + "\nclass D { }"), IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached);

    [Fact]
    public void A_comment_in_the_class_ends_at_the_models() =>
        AssertReasons(
            Edit("A.cs", CampaignSample.Workflow.Replace("    [Choice]\n", "    // A thought.\n    [Choice]\n\n", StringComparison.Ordinal)),
            IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached);

    [Fact]
    public void A_body_changes_the_workflow_and_not_the_signature() =>
        AssertReasons(
            Edit("A.cs", CampaignSample.Workflow.Replace("> 0 =>", "> 1 =>", StringComparison.Ordinal)),
            IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified);

    [Fact]
    public void A_body_that_means_the_same_ends_at_the_models() =>
        AssertReasons(
            Edit("A.cs", CampaignSample.Workflow.Replace("> 0 =>", "> (0) =>", StringComparison.Ordinal)),
            IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached);

    [Fact]
    public void A_renamed_property_of_a_record_in_another_file_reaches_the_definition()
    {
        var contracts = CampaignSample.Contracts.Replace("int ContactCount)", "[property: JsonPropertyName(\"contacts\")] int ContactCount)", StringComparison.Ordinal);
        var run = Edit("B.cs", contracts);
        AssertReasons(run, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified);
        Assert.Contains("$.dispatchResult.contacts", Artifacts(run), StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_of_a_record_that_nothing_reads_reaches_the_manifest_which_describes_results()
    {
        var run = Edit("B.cs", CampaignSample.Contracts.Replace("int ContactCount)", "int ContactCount, int Skipped = 0)", StringComparison.Ordinal));
        AssertReasons(run, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified);
        Assert.Contains("skipped", Artifacts(run), StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_of_a_record_ends_at_the_models() =>
        AssertReasons(
            Edit("B.cs", CampaignSample.Contracts.Replace("record DispatchResult(int ContactCount);", "record DispatchResult(int ContactCount) { public int Twice() => ContactCount * 2; }", StringComparison.Ordinal)),
            IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached);

    [Fact]
    public void A_new_parameter_changes_both() =>
        AssertReasons(
            Edit("A.cs", CampaignSample.Workflow.Replace("Start(Guid campaignId, string executionSource)", "Start(Guid campaignId, string executionSource, bool urgent)", StringComparison.Ordinal)),
            IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified);

    [Fact]
    public void An_edit_that_only_changes_findings_leaves_the_signature()
    {
        // A Catch less: a warning more, the same declarations, another definition.
        var run = Edit("A.cs", CampaignSample.Workflow.Replace("[Catch(Next = nameof(NotifyFailure))]\n", "", StringComparison.Ordinal).Replace("[Catch(Next = nameof(ReportGenerationFailed))]", "[Catch(Next = nameof(ReportGenerationFailed)), Catch(Errors.Timeout, Next = nameof(NotifyFailure))]", StringComparison.Ordinal));
        AssertReasons(run, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void A_class_over_two_files_is_one_workflow_and_an_edit_of_either_part_reaches_it()
    {
        var (first, second) = DeterminismTests.SplitClass();
        var compilation = TestBed.Compile(("A.cs", first), ("A2.cs", second), ("B.cs", CampaignSample.Contracts), ("X.cs", Unrelated));
        var driver = TestBed.Driver(trackSteps: true).RunGenerators(compilation);
        Assert.Contains("CheckCampaignStatus", AllText(driver), StringComparison.Ordinal);
        driver = driver.RunGenerators(Replace(compilation, "A2.cs", second.Replace("[Wait(60,", "[Wait(30,", StringComparison.Ordinal)));
        AssertReasons(driver.GetRunResult(), IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified);
        Assert.Contains("\\\"Seconds\\\": 30", AllText(driver), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_sources_give_equal_models_and_other_sources_do_not()
    {
        var one = Models(CampaignSample.Workflow);
        var same = Models(CampaignSample.Workflow);
        var other = Models(CampaignSample.Workflow.Replace("[Wait(60,", "[Wait(61,", StringComparison.Ordinal));
        Assert.NotSame(one, same);
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, other);
    }

    private static Model.WorkflowModel Models(string source)
    {
        var compilation = TestBed.Compile(source, CampaignSample.Contracts);
        var type = compilation.GetTypeByMetadataName("CampaignSystem.CampaignExecution")!;
        return WorkflowReader.Read(WorkflowClass.Find(type, CancellationToken.None)!, compilation, CancellationToken.None).Model;
    }

    private static GeneratorDriverRunResult Edit(string path, string source)
    {
        var compilation = TestBed.Compile(("A.cs", CampaignSample.Workflow), ("B.cs", CampaignSample.Contracts), ("X.cs", Unrelated));
        var driver = TestBed.Driver(trackSteps: true).RunGenerators(compilation);
        return driver.RunGenerators(Replace(compilation, path, source)).GetRunResult();
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, string path, string source)
    {
        var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        return compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(source, TestBed.ParseOptions, path));
    }

    private static void AssertReasons(GeneratorDriverRunResult run, IncrementalStepRunReason signature, IncrementalStepRunReason workflow, IncrementalStepRunReason artifacts)
    {
        Assert.Equal(signature, Reason(run, StepwiseGenerator.SignatureStep));
        Assert.Equal(workflow, Reason(run, StepwiseGenerator.WorkflowStep));
        Assert.Equal(artifacts, Reason(run, StepwiseGenerator.ArtifactsStep));
        foreach (var (_, steps) in run.Results[0].TrackedOutputSteps)
        {
            foreach (var output in steps.SelectMany(static step => step.Outputs))
            {
                var isSignature = signature is not IncrementalStepRunReason.Modified && output.Reason is IncrementalStepRunReason.Cached;
                Assert.True(isSignature || signature is IncrementalStepRunReason.Modified || artifacts is IncrementalStepRunReason.Modified, $"An output ran again: {output.Reason}");
            }
        }
    }

    private static IncrementalStepRunReason Reason(GeneratorDriverRunResult run, string step) =>
        Assert.Single(Assert.Single(run.Results[0].TrackedSteps[step]).Outputs).Reason;

    private static string Artifacts(GeneratorDriverRunResult run) => string.Join("\n", run.Results[0].GeneratedSources.Select(static source => source.SourceText.ToString()));

    private static string AllText(GeneratorDriver driver) => Artifacts(driver.GetRunResult());
}
