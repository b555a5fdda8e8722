using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>The descriptors themselves.</summary>
public sealed class CatalogueTests
{
    private static IEnumerable<DiagnosticDescriptor> Descriptors => new WorkflowAnalyzer().SupportedDiagnostics.OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal);

    [Fact]
    public void Each_has_a_title_a_message_and_a_page()
    {
        foreach (var descriptor in Descriptors)
        {
            var title = descriptor.Title.ToString(CultureInfo.InvariantCulture);
            var message = descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture);
            Assert.Matches("^ASL[0-9]{3}$", descriptor.Id);
            Assert.NotEmpty(title);
            Assert.False(title.EndsWith('.'), title);
            Assert.NotEmpty(message);
            Assert.False(message.EndsWith('.'), message);
            Assert.EndsWith("/docs/diagnostics/" + descriptor.Id + ".md", descriptor.HelpLinkUri, StringComparison.Ordinal);
            Assert.True(descriptor.IsEnabledByDefault);
        }
    }

    [Fact]
    public void An_error_that_stops_the_definition_cannot_be_configured()
    {
        // ASL404 is the exception: the machine would be created, and only one of its retriers or catchers would be idle.
        var configurable = Descriptors
            .Where(static descriptor => descriptor.DefaultSeverity is DiagnosticSeverity.Error && !descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable))
            .Select(static descriptor => descriptor.Id);
        Assert.Equal(["ASL404"], configurable);
        Assert.DoesNotContain(
            Descriptors,
            static descriptor => descriptor.DefaultSeverity is not DiagnosticSeverity.Error && descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));
    }

    [Fact]
    public void The_release_notes_list_all_of_them()
    {
        var shipped = Rules("AnalyzerReleases.Shipped.md");
        var unshipped = Rules("AnalyzerReleases.Unshipped.md");
        Assert.Equal(
            Descriptors.Select(static descriptor => $"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}"),
            shipped.Concat(unshipped).Order(StringComparer.Ordinal));
    }

    /// <summary>Hosts that skip the end of the compilation must know which findings they do not have. RS1037 checks that for descriptors that are fields, and these are made by a method.</summary>
    [Fact]
    public async Task What_is_reported_at_the_end_of_the_compilation_says_so()
    {
        const string Workflow = "[StateMachine(\"order\")] public sealed partial class {0} {{ [Start(Next = nameof(Done))] public static partial void Start(); [Succeed] public static partial void Done(); }}";
        var compilation = TestBed.Generate(
            TestBed.Compile("global using Stepwise;\n" + string.Format(CultureInfo.InvariantCulture, Workflow, "One") + string.Format(CultureInfo.InvariantCulture, Workflow, "Two")), out _);
        var result = await compilation.WithAnalyzers([new WorkflowAnalyzer()]).GetAnalysisResultAsync(CancellationToken.None);
        Assert.Equal(["ASL018"], result.CompilationDiagnostics.Values.SelectMany(static found => found).Select(static diagnostic => diagnostic.Id));
        Assert.Equal(["ASL018"], Descriptors.Where(static descriptor => descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd)).Select(static descriptor => descriptor.Id));
    }

    private static IEnumerable<string> Rules(string file) => Repository.Read("src", "Stepwise.Generator", file)
        .Split('\n')
        .Where(static line => line.StartsWith("ASL", StringComparison.Ordinal));
}
