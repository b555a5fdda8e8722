using CsCheck;
using Stepwise.StatesLanguage.Paths;

namespace Stepwise.StatesLanguage.Tests.Paths;

public sealed class IntrinsicTests
{
    [Theory]
    [InlineData("States.UUID()", "States.UUID()")]
    [InlineData("States.Array()", "States.Array()")]
    [InlineData("States.Array('Foo', 2020, -1.5e3, $.someJson, null, true, false)", "States.Array(\"Foo\" 2020 -1500 $.someJson null true false)")]
    [InlineData("States.Format('a {}, b {}',$.a,$$.Execution.Id)  ", "States.Format(\"a {}, b {}\" $.a $$.Execution.Id)")]
    [InlineData("States.Format('it\\'s \\{\\} \\\\', $.a)", "States.Format(\"it's {} \\\\\" $.a)")]
    [InlineData("States.ArrayGetItem( States.StringSplit($.k , '/'), 0)", "States.ArrayGetItem(States.StringSplit($.k  \"/\") 0)")]
    [InlineData("States.MathAdd(States.ArrayLength($.a), -1)", "States.MathAdd(States.ArrayLength($.a) -1)")]
    [InlineData("States.ArrayGetItem($.a[?(@.k == 'x,)')].v, 0)", "States.ArrayGetItem($.a[?(@.k == 'x,)')].v 0)")]
    [InlineData("States.Format('Line\n{}', $x)", "States.Format(\"Line\\n{}\" $x)")]
    public void Calls_are_read(string text, string shown)
    {
        Assert.True(IntrinsicCall.TryParse(text, out var call, out var error), error?.Message);
        Assert.Equal(shown, Show(call));
    }

    [Theory]
    [InlineData("States.Foo(1)", "no intrinsic function 'States.Foo'")]
    [InlineData("Format('{}')", "no intrinsic function 'Format'")]
    [InlineData(" States.UUID()", "name of a function is expected here")]
    [InlineData("States.Format('{}', $.x", "',' or ')'")]
    [InlineData("States.UUID() x", "more text follows")]
    [InlineData("States.UUID", "'(' should follow")]
    [InlineData("States.UUID(", "An argument is expected here")]
    [InlineData("States.Array(1,)", "name of a function is expected here")]
    [InlineData("States.StringToJson('{\\\"a\\\"}')", "are escapes")]
    [InlineData("States.Format('abc, $.x)", "not closed")]
    [InlineData("States.UUID(1)", "does not take 1 arguments")]
    [InlineData("States.ArrayLength($.a,$.b)", "does not take 2 arguments")]
    [InlineData("States.JsonMerge($.a,$.b)", "does not take 2 arguments")]
    [InlineData("States.MathRandom(1)", "does not take 1 arguments")]
    [InlineData("States.MathAdd(1,'-1')", "takes numbers")]
    [InlineData("States.Array(01)", "no number")]
    [InlineData("States.Array(\"a\")", "name of a function is expected here")]
    [InlineData("States.Array($.a[)", "should follow '['")]
    public void What_is_no_call_is_explained(string text, string message)
    {
        Assert.False(IntrinsicCall.TryParse(text, out _, out var error));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_calls_may_lie_in_each_other()
    {
        static string Nested(int depth) => string.Concat(Enumerable.Repeat("States.Array(", depth)) + "1" + new string(')', depth);
        Assert.True(IntrinsicCall.TryParse(Nested(10), out var call, out _));
        Assert.Equal(10, call.Depth);
        Assert.False(IntrinsicCall.TryParse(Nested(11), out _, out var error));
        Assert.Contains("10 levels deep", error.Message, StringComparison.Ordinal);
        Assert.False(IntrinsicCall.TryParse(Nested(1_000_000), out _, out _));
    }

    [Fact]
    public void The_template_of_a_text_keeps_the_escapes_that_Format_needs()
    {
        Assert.True(IntrinsicCall.TryParse("States.Format('\\{} \\'{}\\'', $.a)", out var call, out _));
        Assert.Equal("\\{} '{}'", Assert.IsType<LiteralArgument>(call.Arguments[0]).Template);
    }

    [Fact]
    public void Any_text_is_read_or_refused()
        => Gen.Select(Pick.From("States.Array", "States.Format", "States.UUID"), Gen.String[Gen.Char["$.[]()'\\,0-{} nulltrue"], 0, 20]).Sample(
            (name, rest) => IntrinsicCall.TryParse(name + rest, out var call, out var error) ? call is not null : error is not null,
            iter: 30_000);

    private static string Show(IntrinsicCall call) => call.Function + "(" + string.Join(" ", call.Arguments.Select(argument => argument switch
    {
        LiteralArgument literal => literal.Value.ToJson(),
        PathArgument path => path.Path.Text,
        CallArgument nested => Show(nested.Call),
        _ => "!",
    })) + ")";
}
