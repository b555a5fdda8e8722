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
            .Where((line, index) => line.StartsWith('[') && lines.ElementAtOrDefault(index + 1) == Exception)
            .SelectMany(Projects)
            .Where(static project => !PrivateFields(project).Any(static name => name[0] != '_' || !char.IsLower(name[1])))
            .ToArray();
        Assert.True(closed.Length == 0, "Delete these projects from the section of .editorconfig that is marked as open: " + string.Join(", ", closed));
    }

    /// <summary>The folders that a section such as <c>[src/{A,B}/**.cs]</c> names.</summary>
    private static IEnumerable<string> Projects(string section)
    {
        var folder = section[1..section.IndexOf('/', StringComparison.Ordinal)];
        var names = section[(folder.Length + 2)..section.LastIndexOf("/**", StringComparison.Ordinal)];
        return names.Trim('{', '}').Split(',').Select(name => Path.Combine(folder, name));
    }

    private static IEnumerable<string> PrivateFields(string project) =>
        from file in Directory.EnumerateFiles(Path.Combine(BoundProjects.Repository, project), "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        from field in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<FieldDeclarationSyntax>()
        where !field.Modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.ConstKeyword or SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword)
        from variable in field.Declaration.Variables
        select variable.Identifier.ValueText;
}
