using Stepwise.Jsonata.Syntax;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Validation;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Tests.Validation;

public class JsonataDepthTests
{
    /// <summary>Depths that jsonata 2.0.6 itself reaches, counted at its entry to an evaluation.</summary>
    [Theory]
    [InlineData("1", 1)]
    [InlineData("$x", 1)]
    [InlineData("$x.a.b.c", 2)]
    [InlineData("$x[0]", 1)]
    [InlineData("$x.a[-1]", 2)]
    [InlineData("$x[a = 1]", 4)]
    [InlineData("$x.y[a = 1]", 4)]
    [InlineData("1 + 2 * 3", 3)]
    [InlineData("(1; 2)", 2)]
    [InlineData("($a := 1; $b := $a + 1; $b)", 4)]
    [InlineData("false ? 1 : true ? 2 : 3", 3)]
    [InlineData("[1, [2]]", 3)]
    [InlineData("{'a': {'b': 1 + 1}}", 4)]
    [InlineData("$string(1)", 2)]
    [InlineData("1 ~> $string ~> $length", 3)]
    [InlineData("1 ~> function($v){ $v + 1 }", 3)]
    [InlineData("$map([1], function($v){ $v + 1 })", 3)]
    [InlineData("($f := function($v){ $v + 1 }; $map([1], $f))", 4)]
    [InlineData("($f := function($v){ $v + 1 }; $f(1))", 4)]
    [InlineData("[1..3]", 3)]
    [InlineData("$x^(a)", 3)]
    [InlineData("$x{a: b}", 3)]
    [InlineData("-$x", 2)]
    [InlineData("$exists($x.a) and $x.a != null", 4)]
    [InlineData("$substring('abc', 0, 1) = 'a'", 3)]
    [InlineData("'a' in ['a']", 3)]
    [InlineData("($r := 5 / 2; $r < 0 ? $ceil($r) : $floor($r))", 4)]
    [InlineData("$filter([1], function($v){ ($v > 0) and true })[]", 5)]
    [InlineData("[[1]][0][0]", 3)]
    [InlineData("($x.a)[0]", 3)]
    [InlineData("$lookup($x, 'a').b", 3)]
    public void The_count_is_that_of_jsonata(string expression, int depth) => Assert.Equal(depth, Depth(expression));

    /// <summary>The last expression of each kind that Step Functions was seen to accept nests exactly as many evaluations as are allowed.</summary>
    [Fact]
    public void The_greatest_expressions_that_are_accepted_have_the_greatest_depth()
    {
        Assert.Equal(Limits.NestedEvaluations, Depth(string.Join("+", Enumerable.Repeat("1", 100))));
        Assert.Equal(Limits.NestedEvaluations, Depth(new string('(', 99) + "1" + new string(')', 99)));
        Assert.Equal(Limits.NestedEvaluations, Depth("$type(" + new string('[', 98) + "1" + new string(']', 98) + ")"));
        Assert.Equal(Limits.NestedEvaluations, Depth("1" + string.Concat(Enumerable.Repeat("~>$string", 99))));
    }

    /// <summary>jsonata evaluates the items of an array at the same time, so that its entry counts them together. They are not nested.</summary>
    [Fact]
    public void Items_of_an_array_are_not_nested_in_each_other() => Assert.Equal(2, Depth("[1, 2, 3]"));

    [Fact]
    public void A_chain_of_any_length_is_counted() => Assert.Equal(20_000, Depth(string.Join(" & ", Enumerable.Repeat("$a", 20_000))));

    [Fact]
    public void A_function_that_calls_itself_is_counted_once() => Assert.Equal(7, Depth("($f := function($x){ $x <= 0 ? 0 : 1 + $f($x-1) }; $f(31))"));

    [Fact]
    public void The_validator_warns_of_an_expression_that_is_too_deep()
    {
        Assert.Empty(Problems(100));
        var problem = Assert.Single(Problems(101));
        Assert.Equal((DiagnosticCodes.DeepExpression, DefinitionSeverity.Warning), (problem.Code, problem.Severity));

        static IReadOnlyList<JsonataProblem> Problems(int terms) => JsonataCheck.Check(string.Join("+", Enumerable.Repeat("1", terms)), JsonataScope.Unknown, new HashSet<string>());
    }

    private static int Depth(string expression)
    {
        var tree = JsonataSyntax.Parse(expression);
        Assert.Empty(tree.Errors);
        return JsonataDepth.Of(tree.Root);
    }
}
