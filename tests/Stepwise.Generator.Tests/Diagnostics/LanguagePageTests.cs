using System.Text.RegularExpressions;

namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>The page docs/language.md names every attribute, and its example compiles.</summary>
public sealed partial class LanguagePageTests
{
    private static readonly string _page = Repository.Read("docs", "language.md");

    /// <summary>All attributes that an author writes. The generator itself writes the artifacts.</summary>
    public static TheoryData<string> Attributes =>
    [
        .. typeof(StateMachineAttribute).Assembly.GetExportedTypes()
            .Where(static type => typeof(Attribute).IsAssignableFrom(type) && !type.IsAbstract && type != typeof(WorkflowArtifactAttribute))
            .Select(static type => type.IsGenericType ? type.Name.Split('`')[0] + "<" : type.Name)
            .Select(static name => name.Replace("Attribute", "", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Every_attribute_is_on_the_page(string name) => Assert.Matches(name.EndsWith('<') ? $@"\[{name}" : $@"\[{name}[(\]]", _page);

    [Fact]
    public void The_example_compiles_without_findings()
    {
        var source = Example().Match(_page).Groups[1].Value;
        Assert.Empty(Marked.Analyze(source));
        Marked.Source(source).IsFine();
    }

    [GeneratedRegex("```csharp\n(.+?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
