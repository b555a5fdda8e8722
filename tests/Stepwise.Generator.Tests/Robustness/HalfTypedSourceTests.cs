using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Emission;
using Stepwise.Generator.Reading;
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

    /// <summary>Runs what generator and analyzer run, without the net that they have below it.</summary>
    private static void Check(string source, string what)
    {
        var compilation = TestBed.Compile(source, CampaignSample.Contracts);
        var watch = Stopwatch.StartNew();
        foreach (var type in Types(compilation.Assembly.GlobalNamespace))
        {
            foreach (var reference in type.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax() is not TypeDeclarationSyntax declaration || WorkflowReader.FindAttribute(declaration, "StateMachine") is null)
                {
                    continue;
                }

                try
                {
                    if (SignatureReader.Read(type, declaration, compilation.GetSemanticModel(declaration.SyntaxTree), CancellationToken.None) is { } signature)
                    {
                        SignatureEmitter.Emit(signature);
                    }

                    var (model, locations) = WorkflowReader.Read(type, declaration, compilation, CancellationToken.None);
                    foreach (var finding in WorkflowCompiler.Compile(model).Diagnostics)
                    {
                        Assert.InRange(finding.Anchor, 0, locations.Count - 1);
                        StatusWriter.Message(finding);
                    }
                }
                catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
                {
                    Assert.Fail($"{what}: {exception}");
                }
            }
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{what}: took {watch.Elapsed}");
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));
}
