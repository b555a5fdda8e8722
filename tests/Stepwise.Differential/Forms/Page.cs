using System.Text;

namespace Stepwise.Differential.Forms;

/// <summary>Writes the tables of a page of the documentation. Each stands between two marks; what stands outside of them is written by hand.</summary>
internal static class Page
{
    private const string End = "<!-- end -->";

    /// <summary>The page with what each form becomes.</summary>
    /// <param name="page">The page as it is.</param>
    /// <param name="forms">The forms.</param>
    public static string Write(string page, IReadOnlyList<TranslatedForm> forms) => Write(
        page, "forms", ["C#", "JSONata", "JSONPath", ""], forms.Select(static form => (form.Section.Name, (string[])[Code(form.Form.Code), Code(form.InJsonata), Code(form.InJsonPath), form.Form.Notes])));

    /// <summary>The page with why each refusal is refused, and with what to write.</summary>
    /// <param name="page">The page as it is.</param>
    /// <param name="refusals">The refusals.</param>
    public static string Write(string page, IReadOnlyList<ReportedRefusal> refusals) => Write(
        page, "refusals", ["C#", "finding", "such as"], refusals.Select(static refusal => (refusal.Section.Name, (string[])[Code(refusal.Refusal.Code), Escape(refusal.Message ?? ""), Code(refusal.Refusal.Instead ?? refusal.Refusal.Workflow)])));

    /// <exception cref="InvalidOperationException">The page has no mark for a section, or a mark for a section that does not exist.</exception>
    private static string Write(string page, string kind, string[] columns, IEnumerable<(string Section, string[] Cells)> rows)
    {
        var sections = rows.ToLookup(static row => row.Section, static row => row.Cells, StringComparer.Ordinal);
        var left = sections.Select(static section => section.Key).ToHashSet(StringComparer.Ordinal);
        var result = new StringBuilder();
        var position = 0;
        var open = $"<!-- {kind}: ";
        while (page.IndexOf(open, position, StringComparison.Ordinal) is var mark and >= 0)
        {
            var start = page.IndexOf('\n', mark) + 1;
            var name = page[(mark + open.Length)..page.IndexOf(" -->", mark, StringComparison.Ordinal)];
            var end = page.IndexOf(End, start, StringComparison.Ordinal);
            if (end < 0 || !left.Remove(name))
            {
                throw new InvalidOperationException($"The mark of the section '{name}' has no end, or there is no such section.");
            }

            result.Append(page, position, start - position);
            Row(result, columns);
            Row(result, [.. columns.Select(static _ => "---")]);
            foreach (var cells in sections[name])
            {
                Row(result, cells);
            }

            position = end;
        }

        return left.Count == 0
            ? result.Append(page, position, page.Length - position).ToString()
            : throw new InvalidOperationException("The page has no mark for the sections " + string.Join(", ", left) + ".");
    }

    private static void Row(StringBuilder result, string[] cells) => result.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Code(string? text) => text is null ? "" : text.Contains('`', StringComparison.Ordinal) ? $"`` {Escape(text)} ``" : $"`{Escape(text)}`";

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);
}
