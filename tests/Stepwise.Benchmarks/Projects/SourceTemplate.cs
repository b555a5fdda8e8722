using System.Globalization;

namespace Stepwise.Benchmarks.Projects;

/// <summary>The text of a file, with places for the number of the file and for what edits change.</summary>
internal sealed record SourceTemplate(string Text)
{
    /// <summary>The text of file <paramref name="index"/> after so many edits of each kind.</summary>
    public string Fill(int index, int comment = 0, int body = 0, int signature = 0) => Text
        .Replace("__INDEX__", Number(index), StringComparison.Ordinal)
        .Replace("__COMMENT__", Number(comment), StringComparison.Ordinal)
        .Replace("__BODY__", Number(body), StringComparison.Ordinal)
        .Replace("__SIGNATURE__", Number(signature), StringComparison.Ordinal);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
