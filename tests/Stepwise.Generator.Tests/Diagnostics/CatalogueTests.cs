using System.Globalization;
using Microsoft.CodeAnalysis;

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

    private static IEnumerable<string> Rules(string file) => Repository.Read("src", "Stepwise.Generator", file)
        .Split('\n')
        .Where(static line => line.StartsWith("ASL", StringComparison.Ordinal));
}
