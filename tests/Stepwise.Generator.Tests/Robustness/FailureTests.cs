using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Stepwise.Generator.Compiler;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Tests.Workflows;

namespace Stepwise.Generator.Tests.Robustness;

/// <summary>What happens when Stepwise itself fails, or is told to stop.</summary>
public sealed class FailureTests
{
    [Fact]
    public void A_failure_of_the_signature_is_reported_once_at_the_class()
    {
        var findings = Analyze(new WorkflowAnalyzer(static (_, _, _) => throw new InvalidOperationException("it broke")));
        var finding = Assert.Single(findings);
        Assert.Equal("ASL001", finding.Id);
        Assert.Contains("InvalidOperationException: it broke", finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("CampaignExecution", finding.Location.SourceTree!.ToString().Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length));
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

    private static ImmutableArray<Diagnostic> Analyze(WorkflowAnalyzer analyzer) => TestBed
        .Generate(TestBed.Compile(CampaignSample.Workflow, CampaignSample.Contracts), out _)
        .WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
}
