using System.Reflection;
using System.Text.RegularExpressions;

namespace Stepwise.Build.Tests;

public sealed partial class DocumentationTests
{
    private static readonly string _root =
        typeof(DocumentationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static TheoryData<string> Ids =>
        [.. IdsIn(Path.Combine(_root, "src", "Stepwise.Build", "BuildDiagnosticIds.cs")).Concat(IdsIn(Path.Combine(_root, "src", "Stepwise", "build", "Stepwise.targets"))).Distinct()];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_has_its_page_and_its_line_in_the_overview(string id)
    {
        Assert.StartsWith($"# {id}: ", File.ReadAllText(Path.Combine(_root, "docs", "diagnostics", $"{id}.md")), StringComparison.Ordinal);
        Assert.Contains($"[{id}](diagnostics/{id}.md)", File.ReadAllText(Path.Combine(_root, "docs", "build.md")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> IdsIn(string file) => Id().Matches(File.ReadAllText(file)).Select(match => match.Value);

    [GeneratedRegex("ASL[0-9]{3}")]
    private static partial Regex Id();
}
