using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stepwise.Architecture.Tests;

/// <summary>The naming rules of <c>.editorconfig</c> are errors of the build. This test sees to it that its list of projects that do not keep to them yet gets shorter.</summary>
public class NamingTests
{
    private const string Exception = "dotnet_naming_rule.private_fields.severity = none";

    [Fact]
    public void A_project_whose_private_fields_may_have_other_names_still_has_some()
    {
        var lines = File.ReadAllLines(Path.Combine(BoundProjects.Repository, ".editorconfig"));
        var closed = lines
            .Where((line, index) => line.StartsWith("[src/", StringComparison.Ordinal) && lines.ElementAtOrDefault(index + 1) == Exception)
            .SelectMany(static section => section["[src/".Length..section.LastIndexOf("/**", StringComparison.Ordinal)].Trim('{', '}').Split(','))
            .Where(static project => !PrivateFields(project).Any(static name => name[0] != '_' || !char.IsLower(name[1])))
            .ToArray();
        Assert.True(closed.Length == 0, "Delete these projects from the section of .editorconfig that is marked as open: " + string.Join(", ", closed));
    }

    [Fact]
    public void The_list_stands_where_the_test_looks_for_it()
    {
        var lines = File.ReadAllLines(Path.Combine(BoundProjects.Repository, ".editorconfig"));
        Assert.All(
            Enumerable.Range(0, lines.Length).Where(index => lines[index] == Exception),
            index => Assert.StartsWith("[src/", lines[index - 1], StringComparison.Ordinal));
    }

    private static IEnumerable<string> PrivateFields(string project) =>
        from file in Directory.EnumerateFiles(Path.Combine(BoundProjects.Repository, "src", project), "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        from field in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<FieldDeclarationSyntax>()
        where !field.Modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.ConstKeyword or SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword)
        from variable in field.Declaration.Variables
        select variable.Identifier.ValueText;
}
