using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Incremental;

namespace Stepwise.Generator.Tests.Incremental;

/// <summary>What the memo finds again, and what it does not.</summary>
public sealed class ReadingMemoTests
{
    private readonly ReadingMemo<string> _memo = new(new CompilationStamps(StampParts.All));
    private readonly CSharpCompilation _compilation = TestBed.Compile(("A.cs", "class A { }"), ("B.cs", "class B { int M() => 1; }"), ("C.cs", "class C { int M() => 1; }"));

    [Fact]
    public void A_reading_is_found_after_an_edit_of_a_body_in_a_file_that_is_not_of_the_class()
    {
        Add("B.cs");
        Assert.True(IsFoundIn(Edit("C.cs", "class C { int M() => 2; }")));
    }

    [Fact]
    public void A_reading_is_not_found_after_an_edit_of_a_body_in_a_file_of_the_class()
    {
        Add("B.cs");
        Assert.False(IsFoundIn(Edit("B.cs", "class B { int M() => 2; }")));
    }

    [Fact]
    public void A_reading_is_not_found_after_an_edit_of_a_declaration()
    {
        Add();
        Assert.False(IsFoundIn(Edit("C.cs", "class C { long M() => 1; }")));
    }

    [Fact]
    public void A_reading_is_not_found_with_other_options_or_references()
    {
        Add();
        Assert.False(IsFoundIn(_compilation.WithOptions(_compilation.Options.WithAllowUnsafe(true))));
        Assert.False(IsFoundIn(_compilation.RemoveReferences(_compilation.References.First())));
        Assert.False(IsFoundIn(_compilation.AddReferences(TestBed.Compile("public class D { }").ToMetadataReference())));
        Assert.False(IsFoundIn(_compilation.WithAssemblyName("Other")));
    }

    /// <summary>An <c>.editorconfig</c> can say that a file is generated. Then the compiler ignores the project's nullable context in it.</summary>
    [Fact]
    public void A_reading_is_not_found_where_other_files_count_as_generated()
    {
        Add();
        Assert.False(IsFoundIn(_compilation.WithOptions(_compilation.Options.WithSyntaxTreeOptionsProvider(new AllGenerated()))));
    }

    [Fact]
    public void A_referenced_project_is_known_by_its_declarations()
    {
        var with = _compilation.AddReferences(TestBed.Compile("public class D { public int M() => 1; }").ToMetadataReference());
        _memo.Add(Declaration, with, new SourceTrees(), "read");
        Assert.True(IsFoundIn(_compilation.AddReferences(TestBed.Compile("public class D { public int M() => 2; }").ToMetadataReference())));
        Assert.False(IsFoundIn(_compilation.AddReferences(TestBed.Compile("public class D { public long M() => 1; }").ToMetadataReference())));
    }

    [Fact]
    public void Two_projects_that_share_a_file_have_a_reading_each()
    {
        var other = Edit("C.cs", "class C { long M() => 1; }");
        _memo.Add(Declaration, _compilation, new SourceTrees(), "of one");
        _memo.Add(Declaration, other, new SourceTrees(), "of the other");
        Assert.True(_memo.TryGet(Declaration, _compilation, out var one));
        Assert.True(_memo.TryGet(Declaration, other, out var two));
        Assert.Equal(("of one", "of the other"), (one, two));
    }

    private TypeDeclarationSyntax Declaration => Tree("A.cs").GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().Single();

    private SyntaxTree Tree(string path) => _compilation.SyntaxTrees.Single(tree => tree.FilePath == path);

    private void Add(params string[] ofClass)
    {
        var trees = new SourceTrees();
        foreach (var path in ofClass)
        {
            trees.Add(Tree(path));
        }

        _memo.Add(Declaration, _compilation, trees, "read");
        Assert.True(IsFoundIn(_compilation));
    }

    private CSharpCompilation Edit(string path, string text) => _compilation.ReplaceSyntaxTree(Tree(path), CSharpSyntaxTree.ParseText(text, TestBed.ParseOptions, path));

    private bool IsFoundIn(CSharpCompilation edited) => _memo.TryGet(Declaration, edited, out _);

    private sealed class AllGenerated : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.MarkedGenerated;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = default;
            return false;
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = default;
            return false;
        }
    }
}
