using System.Composition;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Stepwise.Generator;

namespace Stepwise.CodeFixes.Tests;

public sealed class ProviderTests
{
    [Fact]
    public void Each_is_exported_for_csharp_and_shared()
    {
        Assert.NotEmpty(Fixing.All);
        foreach (var provider in Fixing.All)
        {
            var export = provider.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>();
            Assert.NotNull(export);
            Assert.Equal([LanguageNames.CSharp], export.Languages);
            Assert.NotNull(provider.GetType().GetCustomAttribute<SharedAttribute>());
        }
    }

    [Fact]
    public void Each_fixes_what_the_analyzer_reports()
    {
        var reported = new WorkflowAnalyzer().SupportedDiagnostics.Select(static descriptor => descriptor.Id).ToHashSet();
        Assert.All(Fixing.All.SelectMany(static provider => provider.FixableDiagnosticIds), id => Assert.Contains(id, reported));
    }

    [Fact]
    public void No_id_has_two_providers()
    {
        var ids = Fixing.All.SelectMany(static provider => provider.FixableDiagnosticIds).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }
}
