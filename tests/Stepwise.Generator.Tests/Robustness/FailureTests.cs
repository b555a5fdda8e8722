using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Stepwise.Generator.Compiler;
using Stepwise.Generator.Emission;
using Stepwise.Generator.Incremental;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Tests.Workflows;

namespace Stepwise.Generator.Tests.Robustness;

/// <summary>What happens when Stepwise itself fails, or is told to stop.</summary>
public sealed class FailureTests
{
    [Fact]
    public void A_failure_of_the_signature_is_reported_once_at_the_class()
    {
        var findings = Analyze(new WorkflowAnalyzer(static _ => throw new InvalidOperationException("it broke")));
        var finding = Assert.Single(findings);
        Assert.Equal("ASL001", finding.Id);
        Assert.Contains("InvalidOperationException: it broke", finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("CampaignExecution", finding.Location.SourceTree!.ToString().Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length));
    }

    [Fact]
    public void A_signature_that_cannot_be_emitted_is_reported_and_takes_no_other_workflow_with_it()
    {
        static string Emit(SignatureModel signature) =>
            signature.ClassName == "Broken" ? throw new InvalidOperationException("it broke") : SignatureEmitter.Emit(signature);

        var compilation = TestBed.Compile("""
            using Stepwise;

            [StateMachine("broken")]
            public sealed partial class Broken
            {
                [Start(Next = nameof(Done))] public static partial void Start(string id);
                [Succeed] public static partial void Done();
            }

            [StateMachine("sound")]
            public sealed partial class Sound
            {
                [Start(Next = nameof(Done))] public static partial void Start(string id);
                [Succeed] public static partial void Done();
            }
            """);
        var driver = CSharpGeneratorDriver.Create([new StepwiseGenerator(new WorkflowReadings(StampParts.All), Emit).AsSourceGenerator()], parseOptions: TestBed.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var diagnostics);
        Assert.Empty(diagnostics);
        var result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        string[] files = [.. result.GeneratedSources.Select(static source => source.HintName)];
        Assert.EndsWith(".artifacts.stepwise.g.cs", Assert.Single(files, static name => name.StartsWith("Broken.", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(2, files.Count(static name => name.StartsWith("Sound.", StringComparison.Ordinal)));

        var finding = Assert.Single(Analyze(new WorkflowAnalyzer(Emit), updated));
        Assert.Equal("ASL001", finding.Id);
        Assert.Equal("Broken", finding.Location.SourceTree!.ToString().Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length));
    }

    [Fact]
    public void A_cancelled_token_stops_the_compiler()
    {
        var compilation = TestBed.Compile(CampaignSample.Workflow, CampaignSample.Contracts);
        var type = compilation.GetTypeByMetadataName("CampaignSystem.CampaignExecution")!;
        var model = WorkflowReader.Read(WorkflowClass.Find(type, CancellationToken.None)!, compilation, CancellationToken.None).Model;
        Assert.False(WorkflowCompiler.Compile(model, CancellationToken.None).Artifacts.IsEmpty);
        Assert.Throws<OperationCanceledException>(() => WorkflowCompiler.Compile(model, new CancellationToken(canceled: true)));
    }

    private static ImmutableArray<Diagnostic> Analyze(WorkflowAnalyzer analyzer) =>
        Analyze(analyzer, TestBed.Generate(TestBed.Compile(CampaignSample.Workflow, CampaignSample.Contracts), out _));

    private static ImmutableArray<Diagnostic> Analyze(WorkflowAnalyzer analyzer, Compilation compilation) =>
        compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
}
