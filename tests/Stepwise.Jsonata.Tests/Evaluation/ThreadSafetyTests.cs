using Stepwise.Json;

namespace Stepwise.Jsonata.Tests.Evaluation;

/// <summary>One expression serves many threads.</summary>
public class ThreadSafetyTests
{
    [Fact]
    public void Evaluations_do_not_see_each_other()
    {
        var expression = JsonataExpression.Parse(
            """
            ($total := 0; $add := function($a, $b){ $a + $b }; $n := $;
             $items := [1..20].($i := $; {'i': $i, 'f': $add($i, ?)});
             $sum($items[i % 2 = 0].f($n)) + $count($match($string($n), /\d/)) + $reduce([1..$n], $add))
            """);
        var expected = Enumerable.Range(1, 50).Select(n => expression.Evaluate(n)).ToList();
        Parallel.For(0, 4000, i => Assert.Equal(expected[i % 50], expression.Evaluate(i % 50 + 1)));
        Assert.Equal(50, expected.Distinct().Count());
    }
}
