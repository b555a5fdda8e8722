using Stepwise.Generator.Model;
using Stepwise.Generator.Translation;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>Queries, and reads of lists and dictionaries by what is computed. What they mean is compared with C# elsewhere; here they are short, and what is refused is refused on its token.</summary>
public class QueryTests
{
    private const string Parameters = "Sample s, Sample? o, int n, string text, string? note, IReadOnlyList<string> words, IReadOnlyList<string?> notes, IReadOnlyList<IReadOnlyList<int>> rows, Dictionary<string, int> table, "
        + "Dictionary<string, string?> remarks, HashSet<string> set, IReadOnlyList<decimal> prices, IReadOnlyList<Guid> ids, int x";

    [Theory]
    // Filters and functions of elements
    [InlineData("object", "s.Parts.Where(p => p.Size > n).ToList()", "")]
    [InlineData("object", "rows.Where(row => row.Count > n).ToList()", "")]
    [InlineData("object", "s.Parts.Select(p => p.Name).ToList()", "")]
    [InlineData("object", "s.Parts.Where(p => p.Open).Select(p => p.Name).ToList()", "")]
    [InlineData("object", "s.Parts.Select(p => p.Note).ToList()", "")]
    [InlineData("object", "s.Parts.Select(p => new { p.Size, p.Note }).ToList()", "")]
    [InlineData("object", "s.Parts.Where(x => x.Size > n).Select(x => x.Size + x.Name.Length > 0 ? 1 : 2).ToList()", "")]
    [InlineData("object", "from p in s.Parts where p.Open orderby p.Size select p.Name", "")]
    [InlineData("object", "rows.SelectMany(row => row).ToList()", "")]
    [InlineData("object", "words.Where((w, i) => i > 0).ToList()", "")]
    [InlineData("object", "s.Numbers.Where(x => x > 1).Select(x => x + n).ToList()", "")]
    // Questions
    [InlineData("bool", "s.Parts.Any()", "")]
    [InlineData("bool", "s.Parts.Any(p => p.Name == text)", "")]
    [InlineData("bool", "s.Parts.All(p => p.Open)", "")]
    [InlineData("bool", "s.Numbers.Any(m => n / m > 1)", "")]
    [InlineData("int", "s.Parts.Count(p => p.Open)", "")]
    [InlineData("bool", "words.Contains(text)", "")]
    [InlineData("bool", "words.Contains(note)", "")]
    [InlineData("bool", "ids.Contains(s.Id)", "")]
    [InlineData("bool", "new[] { \"a\", \"b\" }.Contains(text)", "")]
    // One element
    [InlineData("Inner", "s.Parts.First()", "")]
    [InlineData("string?", "s.Parts.FirstOrDefault(p => p.Open)?.Name", "")]
    [InlineData("int", "s.Numbers.Single(m => m > 1)", "")]
    [InlineData("int", "s.Numbers[n]", "")]
    [InlineData("int", "s.Numbers[^n]", "")]
    [InlineData("int", "rows[n][0]", "")]
    // Totals
    [InlineData("int", "s.Parts.Sum(p => p.Size)", "")]
    [InlineData("int", "s.Numbers.Max()", "")]
    [InlineData("int?", "s.Parts.Max(p => p.Next?.Size)", "")]
    [InlineData("int", "s.Numbers.Aggregate(0, (a, m) => a * 2 + m)", "")]
    // Order, parts, sets
    [InlineData("object", "s.Parts.OrderBy(p => p.Size).ToList()", "")]
    [InlineData("object", "s.Parts.OrderByDescending(p => p.Size).ThenBy(p => p.Name, StringComparer.Ordinal).ToList()", "")]
    [InlineData("object", "s.Parts.OrderBy(p => p.Note, StringComparer.Ordinal).ToList()", "")]
    [InlineData("object", "s.Parts.OrderBy(p => p.Size * p.Size).ToList()", "")]
    [InlineData("object", "words.Take(2).ToList()", "")]
    [InlineData("object", "rows.Skip(n).ToList()", "")]
    [InlineData("object", "words.Distinct().ToList()", "")]
    [InlineData("object", "words.Concat(s.Words ?? []).Append(text).Reverse().ToList()", "")]
    [InlineData("object", "words.Except(s.Parts.Select(p => p.Name)).ToList()", "")]
    [InlineData("object", "Enumerable.Range(1, 3).ToList()", "")]
    [InlineData("IReadOnlyList<int>", "[.. s.Numbers, 1]", "")]
    [InlineData("IReadOnlyList<int>", "[1, .. s.Numbers, .. s.Numbers.Where(m => m > n)]", "")]
    [InlineData("object", "s.Parts.GroupBy(p => p.Name).Select(g => new { g.Key, Count = g.Count() }).ToList()", "")]
    [InlineData("object", "s.Parts.ToDictionary(p => p.Name, p => p.Size)", "")]
    [InlineData("object", "words.Zip(s.Numbers, (w, m) => $\"{w}{m}\").ToList()", "")]
    // Dictionaries
    [InlineData("int", "table[text]", "")]
    [InlineData("bool", "table.ContainsKey(text)", "")]
    [InlineData("bool", "table.ContainsKey(\"a\")", "")]
    [InlineData("bool", "remarks.ContainsKey(\"a\")", "")]
    [InlineData("int", "table.GetValueOrDefault(text)", "")]
    [InlineData("int", "table.GetValueOrDefault(\"a\", 1)", "")]
    [InlineData("int", "table.TryGetValue(text, out var found) ? found : -1", "")]
    [InlineData("bool", "set.Contains(text)", "")]
    public void Translated(string type, string body, string expected)
    {
        var read = Body.ReadValue(type, body, parameters: Parameters);

        System.IO.File.AppendAllText("/tmp/q10out.txt", body + "\t" + string.Join("; ", read.Findings) + "\t" + Write(read) + "\n");
        Assert.Equal(expected, Write(read));
    }

    private static string Write(Body read) => new JsonataTranslator(static name => "$" + name, read.Report).Translate(read.Value!);
}
