using System.Text;

namespace Stepwise.Differential.Forms;

/// <summary>Writes the tables of the page docs/expressions.md. Each stands between two marks; what stands outside of them is written by hand.</summary>
internal static class FormPage
{
    private const string End = "<!-- end -->";

    /// <summary>The page with tables of these forms.</summary>
    /// <param name="page">The page as it is.</param>
    /// <param name="forms">The forms.</param>
    /// <exception cref="InvalidOperationException">The page has no place for a section, or a place for a section that does not exist.</exception>
    public static string Write(string page, IReadOnlyList<TranslatedForm> forms)
    {
        var left = forms.Select(static form => form.Section.Name).Distinct().ToHashSet(StringComparer.Ordinal);
        var result = new StringBuilder();
        var position = 0;
        while (page.IndexOf("<!-- forms: ", position, StringComparison.Ordinal) is var mark and >= 0)
        {
            var start = page.IndexOf('\n', mark) + 1;
            var name = page[(mark + "<!-- forms: ".Length)..page.IndexOf(" -->", mark, StringComparison.Ordinal)];
            var end = page.IndexOf(End, start, StringComparison.Ordinal);
            if (end < 0 || !left.Remove(name))
            {
                throw new InvalidOperationException($"The mark of the section '{name}' has no end, or there is no such section.");
            }

            result.Append(page, position, start - position).Append("| C# | JSONata | JSONPath | |\n|---|---|---|---|\n");
            foreach (var item in forms.Where(form => form.Section.Name == name))
            {
                result.Append("| ").Append(Code(item.Form.Code)).Append(" | ").Append(Code(item.InJsonata)).Append(" | ").Append(Code(item.InJsonPath)).Append(" | ").Append(item.Form.Notes).Append(" |\n");
            }

            position = end;
        }

        return left.Count == 0
            ? result.Append(page, position, page.Length - position).ToString()
            : throw new InvalidOperationException("The page has no mark for the sections " + string.Join(", ", left) + ".");
    }

    private static string Code(string? text) => text is null ? "" : text.Contains('`', StringComparison.Ordinal) ? $"`` {Escape(text)} ``" : $"`{Escape(text)}`";

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);
}
