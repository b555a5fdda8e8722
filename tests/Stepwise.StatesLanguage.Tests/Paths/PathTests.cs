using CsCheck;
using Stepwise.StatesLanguage.Paths;

namespace Stepwise.StatesLanguage.Tests.Paths;

public sealed class PathTests
{
    [Theory]
    [InlineData("$", "Input:", true)]
    [InlineData("$$", "Context:", true)]
    [InlineData("$x", "x:", true)]
    [InlineData("$größe.b", "größe:.b", true)]
    [InlineData("$.a.b", "Input:.a.b", true)]
    [InlineData("$$.Map.Item.Value", "Context:.Map.Item.Value", true)]
    [InlineData("$.my-field", "Input:.my-field", true)]
    [InlineData("$['a b']['it\\'s'][\"c\"]", "Input:.a b.it's.c", true)]
    [InlineData("$['a\\\"b\\\\c']", "Input:.a\\\"b\\c", true)]
    [InlineData("$[0]", "Input:[0]", true)]
    [InlineData("$.a[-2]", "Input:.a[-2]", true)]
    [InlineData("$.[0].b", "Input:[0].b", true)]
    [InlineData("$.a[*].b", "Input:.a*.b", false)]
    [InlineData("$.*", "Input:*", false)]
    [InlineData("$..age", "Input:...age", false)]
    [InlineData("$..[0]", "Input:..[0]", false)]
    [InlineData("$.a[1:]", "Input:.a[1:]", false)]
    [InlineData("$.a[-1:]", "Input:.a[-1:]", false)]
    [InlineData("$.a[:2]", "Input:.a[:2]", false)]
    [InlineData("$.a[1:5].b", "Input:.a[1:5].b", false)]
    [InlineData("$.a[0:6:2]", "Input:.a[0:6:2]", false)]
    [InlineData("$.a[0, 2]", "Input:.a<[0][2]>", false)]
    [InlineData("$['a','b']", "Input:<.a.b>", false)]
    [InlineData("$.a[?(@.b == 'x)' && @.c[0] > (1))].d", "Input:.a?@.b == 'x)' && @.c[0] > (1)?.d", false)]
    [InlineData("$.a[?(@.b==Failure)]", "Input:.a?@.b==Failure?", false)]
    [InlineData("$.a.length()", "Input:.a length()", false)]
    [InlineData("$.a  ", "Input:.a", true)]
    public void Paths_are_read(string text, string steps, bool isReference)
    {
        Assert.True(PathExpression.TryParse(text, out var path, out var error), error?.Message);
        Assert.Equal(steps, (path.Variable ?? path.Root.ToString()) + ":" + string.Concat(path.Segments.Select(Show)));
        Assert.Equal(isReference, path.IsReferencePath);
        Assert.Equal(text, path.Text);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("x", 0)]
    [InlineData(" $.a", 0)]
    [InlineData("$a-b", 2)]
    [InlineData("$.", 2)]
    [InlineData("$.a.", 4)]
    [InlineData("$..", 3)]
    [InlineData("$.a b", 3)]
    [InlineData("$.a[", 4)]
    [InlineData("$.a[0", 5)]
    [InlineData("$.a[]", 4)]
    [InlineData("$.a[x]", 4)]
    [InlineData("$.a['x]", 7)]
    [InlineData("$.a[?()]", 7)]
    [InlineData("$.a[?(@.b]", 10)]
    [InlineData("$.a[1:2,3]", 9)]
    [InlineData("$.a]", 3)]
    [InlineData("$.a[99999999999]", 4)]
    public void What_is_no_path_is_located(string text, int offset)
    {
        Assert.False(PathExpression.TryParse(text, out _, out var error));
        Assert.Equal(offset, error.Offset);
    }

    [Fact]
    public void Any_text_is_read_or_refused()
        => Gen.String[Gen.Char["$.[]()'\"\\*?@:,-ab0 {}"], 0, 20].Sample(
            text =>
            {
                var isPath = PathExpression.TryParse(text, out var path, out var pathError);
                var isCall = IntrinsicCall.TryParse(text, out var call, out var callError);
                return isPath == path is not null && isPath == pathError is null && isCall == call is not null && isCall == callError is null;
            },
            iter: 50_000);

    private static string Show(PathSegment segment) => segment switch
    {
        MemberSegment member => "." + member.Name,
        IndexSegment index => $"[{index.Index}]",
        WildcardSegment => "*",
        DescendantsSegment => "..",
        SliceSegment slice => $"[{slice.Start}:{slice.End}{(slice.Step is { } step ? $":{step}" : "")}]",
        UnionSegment union => "<" + string.Concat(union.Parts.Select(Show)) + ">",
        FilterSegment filter => $"?{filter.Condition}?",
        FunctionSegment function => $" {function.Name}({function.Arguments})",
        _ => "!",
    };
}
