using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stepwise.Generator.Compiler;
using Stepwise.Generator.Emission;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Tests.Workflows;

namespace Stepwise.Generator.Tests.Robustness;

/// <summary>Source that somebody is typing never makes the generator or the analyzer throw.</summary>
public sealed class HalfTypedSourceTests
{
    private static readonly CSharpCompilation _whole = TestBed.Compile(("A.cs", CampaignSample.Workflow), ("B.cs", CampaignSample.Contracts));

    [Fact]
    public void Truncated_at_every_seventh_character()
    {
        for (var length = 0; length < CampaignSample.Workflow.Length; length += 7)
        {
            Check(CampaignSample.Workflow[..length], $"the first {length} characters");
        }
    }

    [Fact]
    public void With_every_single_token_deleted()
    {
        var source = CampaignSample.InJsonata;
        foreach (var token in CSharpSyntaxTree.ParseText(source, TestBed.ParseOptions).GetRoot().DescendantTokens())
        {
            if (token.Span.Length > 0)
            {
                Check(source.Remove(token.SpanStart, token.Span.Length), $"without '{token}' at {token.SpanStart}");
            }
        }
    }

    [Fact]
    public void With_every_tenth_token_doubled()
    {
        var source = CampaignSample.Workflow;
        var tokens = CSharpSyntaxTree.ParseText(source, TestBed.ParseOptions).GetRoot().DescendantTokens().Where(static token => token.Span.Length > 0).ToList();
        for (var i = 0; i < tokens.Count; i += 10)
        {
            Check(source.Insert(tokens[i].SpanStart, tokens[i].Text + " "), $"with '{tokens[i]}' twice at {tokens[i].SpanStart}");
        }
    }

    /// <summary>Runs what generator and analyzer run, without the net that they have below it.</summary>
    private static void Check(string source, string what)
    {
        // The references are bound once: only the edited tree is new, as in an editor.
        var compilation = _whole.ReplaceSyntaxTree(
            _whole.SyntaxTrees.Single(static tree => tree.FilePath == "A.cs"),
            CSharpSyntaxTree.ParseText(source, TestBed.ParseOptions, "A.cs"));
        var watch = Stopwatch.StartNew();
        foreach (var type in Types(compilation.Assembly.GlobalNamespace))
        {
            try
            {
                if (WorkflowClass.Find(type, CancellationToken.None) is not { } workflow)
                {
                    continue;
                }

                if (SignatureReader.Read(workflow, compilation, CancellationToken.None) is { } signature)
                {
                    SignatureEmitter.Emit(signature);
                }

                var (model, locations, _) = WorkflowReader.Read(workflow, compilation, CancellationToken.None);
                foreach (var finding in WorkflowCompiler.Compile(model, CancellationToken.None).Diagnostics)
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

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{what}: took {watch.Elapsed}");
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));
}
