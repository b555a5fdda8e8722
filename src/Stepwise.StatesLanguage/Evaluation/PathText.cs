using System.Globalization;
using Stepwise.StatesLanguage.Paths;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Paths as errors of AWS's path library write them: <c>$['a'][0]['b']</c>.</summary>
internal static class PathText
{
    /// <summary>The first segments of a path.</summary>
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
