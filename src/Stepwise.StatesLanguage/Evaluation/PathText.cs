using System.Globalization;
using Stepwise.StatesLanguage.Paths;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Formats paths as the errors of AWS's path library do: <c>$['a'][0]['b']</c>.</summary>
internal static class PathText
{
    /// <summary>Formats the first segments of a path.</summary>
    public static string Of(IReadOnlyList<PathSegment> segments, int count) => "$" + string.Concat(segments.Take(count).Select(Of));

    public static string Of(PathSegment segment) => segment switch
    {
        MemberSegment member => $"['{member.Name}']",
        IndexSegment index => string.Create(CultureInfo.InvariantCulture, $"[{index.Index}]"),
        SliceSegment slice => string.Create(CultureInfo.InvariantCulture, $"[{slice.Start}:{slice.End}]"),
        UnionSegment union => "[" + string.Join(",", union.Parts.Select(part => Of(part)[1..^1])) + "]",
        FunctionSegment function => $".{function.Name}()",
        FilterSegment => "[?]",
        DescendantsSegment => "..",
        _ => "[*]",
    };
}
