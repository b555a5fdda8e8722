using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Incremental;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Tests.Incremental;

/// <summary>What the memo finds again, and what it does not.</summary>
public sealed class ReadingMemoTests
{
    private readonly ReadingMemo<string> memo = new(new CompilationStamps(StampParts.All));
    private readonly CSharpCompilation compilation = TestBed.Compile(("A.cs", "class A { }"), ("B.cs", "class B { int M() => 1; }"), ("C.cs", "class C { int M() => 1; }"));

    [Fact]
    public void A_reading_is_found_after_an_edit_of_a_body_that_was_not_looked_into()
    {
        Add("B.cs");
        Assert.True(IsFoundIn(Edit("C.cs", "class C { int M() => 2; }")));
    }

    [Fact]
    public void A_reading_is_not_found_after_an_edit_of_a_body_that_was_looked_into()
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
        Assert.False(IsFoundIn(compilation.WithOptions(compilation.Options.WithAllowUnsafe(true))));
        Assert.False(IsFoundIn(compilation.RemoveReferences(compilation.References.First())));
        Assert.False(IsFoundIn(compilation.AddReferences(TestBed.Compile("public class D { }").ToMetadataReference())));
        Assert.False(IsFoundIn(compilation.WithAssemblyName("Other")));
    }

    [Fact]
    public void A_referenced_project_is_known_by_its_declarations()
    {
        var with = compilation.AddReferences(TestBed.Compile("public class D { public int M() => 1; }").ToMetadataReference());
        memo.Add(Declaration, with, new SourceTrees(), "read");
        Assert.True(IsFoundIn(compilation.AddReferences(TestBed.Compile("public class D { public int M() => 2; }").ToMetadataReference())));
        Assert.False(IsFoundIn(compilation.AddReferences(TestBed.Compile("public class D { public long M() => 1; }").ToMetadataReference())));
    }

    [Fact]
    public void Two_projects_that_share_a_file_have_a_reading_each()
    {
        var other = Edit("C.cs", "class C { long M() => 1; }");
        memo.Add(Declaration, compilation, new SourceTrees(), "of one");
        memo.Add(Declaration, other, new SourceTrees(), "of the other");
        Assert.True(memo.TryGet(Declaration, compilation, out var one));
        Assert.True(memo.TryGet(Declaration, other, out var two));
        Assert.Equal(("of one", "of the other"), (one, two));
    }

    private TypeDeclarationSyntax Declaration => Tree("A.cs").GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().Single();

    private Microsoft.CodeAnalysis.SyntaxTree Tree(string path) => compilation.SyntaxTrees.Single(tree => tree.FilePath == path);

    private void Add(params string[] consulted)
    {
        var trees = new SourceTrees();
        foreach (var path in consulted)
        {
            trees.Add(Tree(path));
        }

        memo.Add(Declaration, compilation, trees, "read");
        Assert.True(IsFoundIn(compilation));
    }

    private CSharpCompilation Edit(string path, string text) => compilation.ReplaceSyntaxTree(Tree(path), CSharpSyntaxTree.ParseText(text, TestBed.ParseOptions, path));

    private bool IsFoundIn(CSharpCompilation edited) => memo.TryGet(Declaration, edited, out _);
}
