using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Tests.Vocabulary;

public partial class LimitsTests
{
    /// <summary>JSONata has figures of its own, of which some are equal by chance.</summary>
    private const string ProjectWithItsOwnFigures = "Stepwise.Jsonata";

    public static TheoryData<string> Figures()
    {
        var figures = new TheoryData<string>();
        foreach (var limit in typeof(Limits).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral))
        {
            // A small or a round figure, such as 80, 1,024 or 10,000, means something else in most places.
            if (limit.GetRawConstantValue() is int and > 1_000 and not (1_024 or 10_000) and var figure)
            {
                figures.Add(figure.ToString(CultureInfo.InvariantCulture));
            }
        }

        figures.Add(Limits.LogRetentionDays[^1].ToString(CultureInfo.InvariantCulture));
        return figures;
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_figure_stands_in_one_place(string figure)
    {
        var places = Code().Where(line => Regex.IsMatch(Separator().Replace(line.Text, ""), $@"(?<!\d){figure}(?!\d)")).Select(line => line.Place).ToList();

        Assert.Equal("Limits.cs", Path.GetFileName(Assert.Single(places)));
    }

    [Fact]
    public void The_forbidden_characters_stand_in_one_place()
    {
        var places = Code().Where(line => line.Text.Contains("\\\\^|~`$&", StringComparison.Ordinal)).Select(line => line.Place).ToList();

        Assert.Equal("Limits.cs", Path.GetFileName(Assert.Single(places)));
    }

    [Fact]
    public void The_days_of_retention_are_listed_for_a_message()
        => Assert.Equal("1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653", Limits.LogRetentionText);

    private static IEnumerable<(string Place, string Text)> Code()
    {
        var files = Directory.EnumerateFiles(Source(), "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(Source(), file).Split(Path.DirectorySeparatorChar) is var folders && folders[0] != ProjectWithItsOwnFigures && !folders.Contains("obj") && !folders.Contains("bin"))
            .ToList();
        Assert.True(files.Count > 300, "The sources are not where they are looked for.");
        return files.SelectMany(file => File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)).Select(line => (file, line)));
    }

    private static string Source([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "src"));

    [GeneratedRegex(@"(?<=\d)[_,](?=\d{3})")]
    private static partial Regex Separator();
}
