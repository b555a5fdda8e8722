using System.Globalization;
using Stepwise.Generator.Tests.Workflows;

namespace Stepwise.Generator.Tests.Robustness;

/// <summary>Same input, same bytes.</summary>
public sealed class DeterminismTests
{
    private static readonly string _expected = Everything([("A.cs", CampaignSample.Workflow), ("B.cs", CampaignSample.Contracts)]);

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fr-FR")]
    [InlineData("fi-FI")]
    public void The_culture_changes_no_byte(string culture)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(_expected, Everything([("A.cs", CampaignSample.Workflow), ("B.cs", CampaignSample.Contracts)]));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [Fact]
    public void The_time_zone_changes_no_byte()
    {
        // A body with an instant: the only place where a time zone could come in.
        const string Source = """
            using Stepwise;
            [StateMachine("clock")]
            public sealed partial class Clock
            {
                [Start(Next = nameof(Until))] public static partial void Start(DateTimeOffset at);
                [Wait(Next = nameof(Done))] public static DateTimeOffset Until(DateTimeOffset at) => at;
                [Succeed] public static partial void Done();
            }
            """;
        var before = Everything([("A.cs", Source)]);
        var zone = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", "Pacific/Auckland");
            TimeZoneInfo.ClearCachedData();
            Assert.Equal(before, Everything([("A.cs", Source)]));
            Assert.Equal(_expected, Everything([("A.cs", CampaignSample.Workflow), ("B.cs", CampaignSample.Contracts)]));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Fact]
    public void The_order_of_files_changes_no_byte()
    {
        Assert.Equal(_expected, Everything([("B.cs", CampaignSample.Contracts), ("A.cs", CampaignSample.Workflow)]));
        var (first, second) = SplitClass();
        Assert.Equal(
            Everything([("A.cs", first), ("B.cs", second), ("C.cs", CampaignSample.Contracts)]),
            Everything([("C.cs", CampaignSample.Contracts), ("B.cs", second), ("A.cs", first)]));
    }

    [Fact]
    public void Line_endings_change_no_byte() =>
        Assert.Equal(_expected, Everything(
        [
            ("A.cs", CampaignSample.Workflow.Replace("\n", "\r\n", StringComparison.Ordinal)),
            ("B.cs", CampaignSample.Contracts.Replace("\n", "\r\n", StringComparison.Ordinal)),
        ]));

    [Fact]
    public void No_line_ends_with_a_carriage_return() => Assert.DoesNotContain('\r', _expected);

    /// <summary>The class in two parts, cut before a state in its middle.</summary>
    internal static (string First, string Second) SplitClass()
    {
        const string Cut = "    [Wait(60, Next";
        var at = CampaignSample.Workflow.IndexOf(Cut, StringComparison.Ordinal);
        return (
            CampaignSample.Workflow[..at] + "}\n",
            "using Stepwise;\n\nnamespace CampaignSystem;\n\npartial class CampaignExecution\n{\n" + CampaignSample.Workflow[at..]);
    }

    private static string Everything((string Path, string Source)[] files)
    {
        TestBed.Generate(TestBed.Compile(files), out var result);
        return string.Join("\n", result.Results[0].GeneratedSources
            .OrderBy(static source => source.HintName, StringComparer.Ordinal)
            .Select(static source => source.HintName + "\n" + source.SourceText));
    }
}
