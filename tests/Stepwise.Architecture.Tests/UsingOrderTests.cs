using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stepwise.Architecture.Tests;

/// <summary>
/// The using directives of each file are in the order of <c>dotnet format style</c>. Neither the build (IDE0055) nor <c>dotnet format whitespace</c> checks the order,
/// and <c>dotnet format style</c> has to load all projects, which takes minutes.
/// </summary>
public class UsingOrderTests
{
    [Fact]
    public void Using_directives_are_sorted()
    {
        var files = new[] { "samples", "src", "tests" }
            .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(BoundProjects.Repository, folder), "*.cs", SearchOption.AllDirectories))
            .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToList();
        Assert.True(files.Count > 500, "The files are found.");
        Assert.Empty(files.AsParallel().AsOrdered().SelectMany(static file => Misplaced(File.ReadAllText(file), file)));
    }

    [Theory]
    [InlineData("using System; using System.Linq; using Alpha; using Alpha.Beta; using AlphaBeta; using static Alpha.A; using Z = Alpha.Z;")]
    [InlineData("global using B; using A;")]
    [InlineData("using SystemTests; namespace N { using A; using B; }")]
    public void The_order_of_dotnet_format_is_accepted(string source) => Assert.Empty(Misplaced(source, "File.cs"));

    [Theory]
    [InlineData("using Alpha; using System;")]
    [InlineData("using System.Linq; using System;")]
    [InlineData("using AlphaBeta; using Alpha.Beta;")]
    [InlineData("using static Alpha.A; using Beta;")]
    [InlineData("using Z = Alpha.Z; using Beta;")]
    [InlineData("using B = Beta; using A = Alpha;")]
    [InlineData("namespace N { using B; using A; }")]
    public void Another_order_is_found(string source) => Assert.Equal("File.cs:1", Assert.Single(Misplaced(source, "File.cs")));

    /// <summary>The places of the directives that must stand before the directive above them.</summary>
    private static IEnumerable<string> Misplaced(string source, string file)
    {
        var root = CSharpSyntaxTree.ParseText(source, path: file).GetCompilationUnitRoot();
        return root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .GroupBy(static directive => directive.Parent)
            .SelectMany(static group => group.Zip(group.Skip(1)))
            .Where(static pair => Compare(pair.First, pair.Second) > 0)
            .Select(static pair => Place.Of(pair.Second).ToString());
    }

    private static int Compare(UsingDirectiveSyntax first, UsingDirectiveSyntax second) =>
        Rank(first) is var rank && rank.CompareTo(Rank(second)) is not 0 and var order ? order : StringComparer.OrdinalIgnoreCase.Compare(Name(first), Name(second));

    /// <summary>Global directives come first, then those without alias and <c>static</c>, and among these the namespace <c>System</c>.</summary>
    private static (bool IsLocal, int Kind, bool IsOther) Rank(UsingDirectiveSyntax directive) => (
        !directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword),
        directive.Alias is not null ? 2 : directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword) ? 1 : 0,
        directive.Alias is null && directive.NamespaceOrType.GetFirstToken().ValueText != "System");

    /// <summary>The name, with a separator that sorts before each letter: <c>A.B</c> comes before <c>AB</c>.</summary>
    private static string Name(UsingDirectiveSyntax directive) => (directive.Alias?.Name.Identifier.ValueText ?? directive.NamespaceOrType.ToString()).Replace('.', '\u0001');
}
