using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>The pages in docs/diagnostics: there is one for each finding, and what it shows is what happens.</summary>
public sealed partial class DocumentationTests
{
    /// <summary>What no source can trigger at will.</summary>
    private static readonly string[] _withoutExample = ["ASL001"];

    private static readonly DiagnosticDescriptor[] _descriptors = [.. new WorkflowAnalyzer().SupportedDiagnostics.OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal)];

    public static TheoryData<string> Ids => [.. _descriptors.Select(static descriptor => descriptor.Id)];

    public static TheoryData<string> IdsWithExample => [.. _descriptors.Select(static descriptor => descriptor.Id).Except(_withoutExample)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_finding_has_a_page_with_its_title_and_severity(string id)
    {
        var page = Page(id);
        var descriptor = _descriptors.Single(descriptor => descriptor.Id == id);
        var heading = page.Split('\n')[0];
        Assert.Equal($"# {id}: {descriptor.Title}", heading, ignoreCase: true);
        var severity = descriptor.DefaultSeverity is DiagnosticSeverity.Info ? "Information" : descriptor.DefaultSeverity.ToString();
        Assert.Contains(
            descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)
                ? $"\n{severity}. It cannot be configured: Stepwise emits no definition while this error exists.\n"
                : $"\n{severity}, configurable: `dotnet_diagnostic.{id}.severity = none` in `.editorconfig`.\n",
            page,
            StringComparison.Ordinal);
        Assert.Contains("\n**Why.** ", page, StringComparison.Ordinal);
        Assert.Contains("\n**How to fix.** ", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(IdsWithExample))]
    public void The_wrong_example_has_the_finding_and_no_other_error(string id)
    {
        var page = Page(id);
        var findings = Marked.Analyze(Example(page, "wrong"));
        Assert.Contains(findings, finding => finding.Id == id);
        Assert.DoesNotContain(findings, finding => finding.Id != id && finding.Severity is DiagnosticSeverity.Error);
        Assert.Equal(Quote().Match(page).Groups[1].Value, findings.First(finding => finding.Id == id).GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(IdsWithExample))]
    public void The_right_example_has_no_finding_and_compiles(string id)
    {
        var source = Example(Page(id), "right");
        Assert.DoesNotContain(Marked.Analyze(source), finding => finding.Id == id || finding.Severity is DiagnosticSeverity.Error);
        Marked.Source(source).IsFine();
    }

    /// <summary>With the environment variable STEPWISE_WRITE_DOCS=1 the table is written instead of compared.</summary>
    [Fact]
    public void The_table_lists_all_pages()
    {
        var expected = Table();
        var path = Path.Combine(Repository.Root, "docs", "diagnostics", "README.md");
        if (Environment.GetEnvironmentVariable("STEPWISE_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, Repository.Read("docs", "diagnostics", "README.md"));
    }

    private static string Table()
    {
        var text = new StringBuilder("""
            # Diagnostics

            Stepwise reports these diagnostics in the editor while you type, and in the build. The first digit of an id is its area: ASL0 declarations, ASL1 the graph, ASL2 values, ASL3 translation, ASL4 resilience,
            ASL5 permissions and deployment. If an error prevents the definition, its severity cannot be configured. All other severities can be configured in `.editorconfig`.

            | id | severity | what it says | configurable |
            |---|---|---|---|

            """);
        foreach (var descriptor in _descriptors)
        {
            var severity = descriptor.DefaultSeverity is DiagnosticSeverity.Info ? "information" : descriptor.DefaultSeverity is DiagnosticSeverity.Error ? "error" : "warning";
            var configurable = descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable) ? "no" : "yes";
            text.Append(CultureInfo.InvariantCulture, $"| [{descriptor.Id}]({descriptor.Id}.md) | {severity} | {descriptor.Title} | {configurable} |\n");
        }

        text.Append("\nReported by the build:\n\n| id | what it says |\n|---|---|\n");
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "docs", "diagnostics"), "ASL*.md").Order(StringComparer.Ordinal))
        {
            var id = Path.GetFileNameWithoutExtension(file);
            if (!Array.Exists(_descriptors, descriptor => descriptor.Id == id))
            {
                var heading = File.ReadLines(file).First()["# ASL000: ".Length..];
                text.Append(CultureInfo.InvariantCulture, $"| [{id}]({id}.md) | {char.ToUpperInvariant(heading[0])}{heading[1..]} |\n");
            }
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Page(string id) => Repository.Read("docs", "diagnostics", id + ".md");

    /// <summary>The block of C# whose first line is the comment.</summary>
    private static string Example(string page, string kind)
    {
        var open = $"```csharp\n// {kind}\n";
        var start = page.IndexOf(open, StringComparison.Ordinal);
        Assert.True(start >= 0, "The page has no block that begins with '// " + kind + "'.");
        start += open.Length;
        return page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("^> (.+)$", RegexOptions.Multiline)]
    private static partial Regex Quote();
}
