using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stepwise.Generator.Tests.Workflows;

namespace Stepwise.Generator.Tests.Robustness;

/// <summary>Source that somebody is typing never makes the generator or the analyzer throw.</summary>
public sealed class HalfTypedSourceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Truncated_at_every_seventh_character(bool inJsonata)
    {
        var source = inJsonata ? CampaignSample.InJsonata : CampaignSample.Workflow;
        for (var length = 0; length < source.Length; length += 7)
        {
            Check(source[..length], $"the first {length} characters");
        }
    }

    [Fact]
    public void With_every_single_token_deleted()
    {
        var tree = CSharpSyntaxTree.ParseText(CampaignSample.Workflow, TestBed.ParseOptions);
        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            if (token.Span.Length > 0)
            {
                Check(CampaignSample.Workflow.Remove(token.SpanStart, token.Span.Length), $"without '{token}' at {token.SpanStart}");
            }
        }
    }

    [Fact]
    public void With_every_single_token_doubled()
    {
        var tree = CSharpSyntaxTree.ParseText(CampaignSample.InJsonata, TestBed.ParseOptions);
        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            if (token.Span.Length > 0)
            {
                Check(CampaignSample.InJsonata.Insert(token.SpanStart, token.Text + " "), $"with '{token}' twice at {token.SpanStart}");
            }
        }
    }

    /// <summary>Runs both on the source. The generator must not fail; the analyzer neither throws nor reports an internal error.</summary>
    private static void Check(string source, string what)
    {
        var compilation = TestBed.Compile(source, CampaignSample.Contracts);
        var watch = Stopwatch.StartNew();
        var driver = TestBed.Driver().RunGenerators(compilation);
        var result = driver.GetRunResult().Results[0];
        Assert.True(result.Exception is null, $"{what}: {result.Exception}");
        foreach (var generated in result.GeneratedSources)
        {
            Assert.False(generated.SourceText.ToString().Contains("ASL001", StringComparison.Ordinal), $"{what}: {generated.SourceText}");
        }

        foreach (var type in Types(compilation.Assembly.GlobalNamespace))
        {
            foreach (var reference in type.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax declaration
                    && Reading.WorkflowReader.FindAttribute(declaration, "StateMachine") is not null)
                {
                    var (model, locations) = Reading.WorkflowReader.Read(type, declaration, compilation, CancellationToken.None);
                    foreach (var finding in WorkflowCompiler.Compile(model).Diagnostics)
                    {
                        Assert.InRange(finding.Anchor, 0, locations.Count - 1);
                    }
                }
            }
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{what}: took {watch.Elapsed}");
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));
}
