using Stepwise.Json;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Tests.Syntax;

/// <summary>What expressions are read as.</summary>
public class TreeTests
{
    [Theory]
    [InlineData("a", "path(a)")]
    [InlineData("a.b.c", "path(a, b, c)")]
    [InlineData("a . `b c` .\"d\"", "path(a, b c, d)")]
    [InlineData("'a'.b", "path(a, b)")]
    [InlineData("$.a", "path($, a)")]
    [InlineData("$$.a.*.**", "path($$, a, *, **)")]
    [InlineData("and.or.in", "path(and, or, in)")]
    [InlineData("(a.b).c", "path(block(path(a, b)), c)")]
    [InlineData("λ.function", "path(λ, function)")]
    public void Steps_in_a_row_are_one_path(string expression, string expected) => Assert.Equal(expected, TreeText.Of(expression));

    [Theory]
    [InlineData("1 + 2 * 3", "(1 Add (2 Multiply 3))")]
    [InlineData("1 - 2 - 3", "((1 Subtract 2) Subtract 3)")]
    [InlineData("a & b = c and d or e", "((((path(a) Concatenate path(b)) Equal path(c)) And path(d)) Or path(e))")]
    [InlineData("a in [1..3]", "(path(a) In [(1 Range 3)])")]
    [InlineData("a or b and c", "(path(a) Or (path(b) And path(c)))")]
    [InlineData("-a.b", "-(path(a, b))")]
    [InlineData("-5", "-5")]
    [InlineData("- 5", "-5")]
    [InlineData("--a", "-(-(path(a)))")]
    [InlineData("2 / 3 % 4", "((2 Divide 3) Modulo 4)")]
    [InlineData("a != 1 = true", "((path(a) NotEqual 1) Equal true)")]
    [InlineData("a ? b : c ? d : e", "(path(a) ? path(b) : (path(c) ? path(d) : path(e)))")]
    [InlineData("a ? b", "(path(a) ? path(b))")]
    [InlineData("$a := $b := 1", "($a := ($b := 1))")]
    [InlineData("a ~> $f ~> $g(1)", "((path(a) ~> $f) ~> call $g(1))")]
    public void Operators_bind_as_they_do_in_jsonata(string expression, string expected) => Assert.Equal(expected, TreeText.Of(expression));

    [Theory]
    [InlineData("a[0]", "path(a[0])")]
    [InlineData("a[b=1][0].c", "path(a[(path(b) Equal 1)][0], c)")]
    [InlineData("$x[0]", "$x?[0]")]
    [InlineData("$x[0].a", "path($x?[0], a)")]
    [InlineData("a.$x[0]", "path(a, $x[0])")]
    [InlineData("(a)[0]", "block(path(a))?[0]")]
    [InlineData("[1, 2][0]", "[1, 2]?[0]")]
    [InlineData("a#$i[0]#$j", "path(a[0][#j]#i)")]
    [InlineData("a@$v[0]", "path(a[0]@v)")]
    public void Predicates_belong_to_a_step_or_to_a_value(string expression, string expected) => Assert.Equal(expected, TreeText.Of(expression));

    [Theory]
    [InlineData("a[]", "path[](a keep) keep")]
    [InlineData("a.b[]", "path[](a, b keep)")]
    [InlineData("a[].b", "path[](a keep, b) keep")]
    [InlineData("a[0][]", "path[](a[0] keep) keep")]
    [InlineData("$x[]", "$x keep")]
    [InlineData("a[] ~> $f", "(path[](a keep) keep ~> $f) keep")]
    public void Empty_brackets_keep_arrays_of_one(string expression, string expected) => Assert.Equal(expected, TreeText.Of(expression));

    [Theory]
    [InlineData("[a].b", "path([path(a)] whole, b)")]
    [InlineData("a.[b]", "path(a, [path(b)] whole)")]
    [InlineData("([a].b).c", "path(block(path([path(a)] whole, b)) whole, c)")]
    public void Arrays_at_the_ends_of_a_path_stay_whole(string expression, string expected) => Assert.Equal(expected, TreeText.Of(expression));

    [Theory]
    [InlineData("a^(b)", "path(a, ^(<path(b)))")]
    [InlineData("a.b^(>c, <d)[0].e", "path(a, b, ^(>path(c), <path(d))[0], e)")]
    [InlineData("a{b: c}", "path(a) by {path(b): path(c)}")]
    [InlineData("{'a': 1, 'b': [2]}", "{'a': 1, 'b': [2]}")]
    [InlineData("|a|{'b': 1}, ['c']|", "|path(a)|{'b': 1}, ['c']|")]
    [InlineData("(a; b;)", "block(path(a), path(b))")]
    [InlineData("()", "block()")]
    public void Constructors_sorts_and_transforms(string expression, string expected) => Assert.Equal(expected, TreeText.Of(expression));

    [Theory]
    [InlineData("$f(1, a)", "call $f(1, path(a))")]
    [InlineData("f()", "call path(f)()")]
    [InlineData("$f(?, 1)", "partial $f(?, 1)")]
    [InlineData("function($a, $b) { $a + $b }", "lambda(a, b){($a Add $b)}")]
    [InlineData("λ($s) < s - : n > { 1 }(2)", "call lambda(s)<s-:n>{1}(2)")]
    [InlineData("function($n) { $n = 0 ? 1 : ($f(1); $f($n)) }", "lambda(n){(($n Equal 0) ? 1 : block(call $f(1), call $f($n)))}")]
    [InlineData("function() { $f()[0] }", "lambda(){call $f()?[0]}")]
    public void Functions_and_their_tail_calls(string expression, string expected) => Assert.Equal(expected, TreeText.Of(expression));

    [Theory]
    [InlineData("a.b.%.c", "path(a, b<!0, %!0, c)")]
    [InlineData("a.b.c.%.%", "path(a, b<!1, c<!0, %!0, %!1)")]
    [InlineData("a.b[%.c]", "path(a, b[path(%!0, c)]<!0)")]
    [InlineData("a.b.{'c': %.d}", "path(a, b<!0, {'c': path(%!0, d)})")]
    [InlineData("a.(b.%)", "path(a, block(path(b<!0, %!0)))")]
    [InlineData("a.(%.b)", "path(a<!0, block(path(%!0, b)))")]
    [InlineData("a.b^(%.c)", "path(a, b<!0, ^(<path(%!0, c)))")]
    [InlineData("a.(% + %)", "path(a<!0, block((%!0 Add %!0)))")]
    public void Parents_are_kept_by_the_step_that_has_them_as_its_input(string expression, string expected) => Assert.Equal(expected, TreeText.Of(expression));

    [Theory]
    [InlineData("a /* b */ . c", "path(a, c)")]
    [InlineData("/*/*/a/**/", "path(a)")]
    [InlineData("a\t\n\r\v.b", "path(a, b)")]
    [InlineData("/a\\/[/]+/im", "/a\\/[/]+/im")]
    [InlineData("4/2", "(4 Divide 2)")]
    [InlineData("'\\u0041\\n\\\\'", "'A\n\\'")]
    [InlineData("1.5e-3", "0.0015")]
    [InlineData("[1..2]", "[(1 Range 2)]")]
    [InlineData("1.5", "1.5")]
    [InlineData("true.false", null)]
    public void Tokens(string expression, string? expected)
    {
        if (expected is null)
        {
            Assert.Equal("S0213", Assert.Single(JsonataSyntax.Parse(expression).Errors.Take(1)).Code);
            return;
        }

        Assert.Equal(expected, TreeText.Of(expression));
    }

    [Theory]
    [InlineData("a ?? b", "(call $exists(path(a)) ? path(a) : path(b))")]
    [InlineData("a.b ?: 'c'", "(path(a, b) ? path(a, b) : 'c')")]
    public void Newer_operators_are_an_option(string expression, string expected)
    {
        Assert.Equal("S0211", JsonataSyntax.Parse(expression).Errors[0].Code);
        var tree = JsonataSyntax.Parse(expression, new() { AllowNewerOperators = true });
        Assert.Empty(tree.Errors);
        Assert.Equal(expected, TreeText.Of(tree.Root));
    }

    [Fact]
    public void Nodes_know_where_their_text_is()
    {
        const string Text = " $sum( orders[ price > 10 ].total ) + -2";
        var root = Assert.IsType<BinaryNode>(JsonataSyntax.Parse(Text).Root);
        var call = Assert.IsType<CallNode>(root.Left);
        var path = Assert.IsType<PathNode>(Assert.Single(call.Arguments));
        var filter = Assert.IsType<FilterStage>(Assert.Single(path.Steps[0].Stages));
        Assert.Equal("$sum( orders[ price > 10 ].total ) + -2", Span(root));
        Assert.Equal("$sum( orders[ price > 10 ].total )", Span(call));
        Assert.Equal("$sum", Span(call.Procedure));
        Assert.Equal("orders[ price > 10 ].total", Span(path));
        Assert.Equal("orders[ price > 10 ]", Span(path.Steps[0]));
        Assert.Equal("total", Span(path.Steps[1]));
        Assert.Equal("price > 10", Span(filter.Predicate));
        Assert.Equal("-2", Span(root.Right));
        Assert.Equal(Text.IndexOf('+', StringComparison.Ordinal) + 1, root.Position);

        static string Span(JsonataNode node) => Text[node.Start..node.End];
    }

    [Fact]
    public void Numbers_are_doubles()
    {
        var literal = Assert.IsType<LiteralNode>(JsonataSyntax.Parse("9007199254740993").Root);
        Assert.Equal(new JsonNumber(9007199254740992), literal.Value);
    }
}
