using System.Diagnostics;
using Stepwise.Json;

namespace Stepwise.Jsonata.Tests.Evaluation;

/// <summary>Whatever an expression does, it ends with an error within its limits: no stack overflows, nothing hangs, memory stays bounded.</summary>
public class LimitTests
{
    private static readonly JsonataOptions _short = new() { TimeLimit = TimeSpan.FromMilliseconds(500) };

    [Theory]
    [InlineData("($f := function(){ $f() }; $f())", "U1001")]
    [InlineData("($f := function(){ 1 + $f() }; $f())", "U1001")]
    [InlineData("($f := function($n){ $map([1,2], function($x){ $f($n + 1) }) }; $f(0))", "U1001")]
    [InlineData("($f := function($n){ $n = 0 ? 1 : $f($n - 1) + $f($n - 1) }; $f(60))", "U1001")]
    [InlineData("($f := $f ~> $f; $g := function($x){ $g($x) }; $g(1))", "U1001|T2006")]
    [InlineData("[1..1e9]", "D2014")]
    [InlineData("[-5e6..5e6]", "D2014")]
    [InlineData("($f := function($s){ $f($s & $s) }; $f('aaaaaaaa'))", "U1002|U1001")]
    [InlineData("($f := function($a){ $f($append($a, $a)) }; $f([1..8]))", "U1002|U1001")]
    [InlineData("($f := function($a){ $f([$a, $a]) }; $f([1..8]))", "U1002|U1001")]
    [InlineData("$map([1..100000], function($i){ [1..1000000] })", "U1002|U1001")]
    [InlineData("$reduce([1..60], function($a, $i){ {'a': $a, 'b': $a} }, {}) ~> $string", "U1002|U1001")]
    [InlineData("$reduce([1..60], function($a, $i){ {'a': $a, 'b': $a} }, {}).**", "U1002|U1001")]
    [InlineData("$reduce([1..60], function($a, $i){ [[$a], [$a]] }, [0]) ? 1 : 2", "U1001")]
    [InlineData("($a := $reduce([1..60], function($a, $i){ {'a': $a, 'b': $a} }, {}); $b := $reduce([1..60], function($a, $i){ {'a': $a, 'b': $a} }, {}); $a = $b)", "U1001")]
    [InlineData("$eval('$eval(\"1\")')", null)]
    [InlineData("($t := '$eval($t)'; $eval($t))", "D3121|U1001")]
    [InlineData("$sort([1..100000], function($a, $b){ $sort([1..1000], function($c, $d){ true }) })", "U1001")]
    [InlineData("/(a+)+$/ ~> $match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')", "U1001|T0410|T0412")]
    [InlineData("$match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', /(a+)+$/)", "U1001")]
    public void Hostile_expressions_end(string expression, string? codes)
    {
        var watch = Stopwatch.StartNew();
        string? code = null;
        try
        {
            JsonataExpression.Parse(expression).Evaluate(null, _short);
        }
        catch (JsonataException error)
        {
            code = error.Code;
        }

        Assert.Contains(code ?? "", codes?.Split('|') ?? [""]);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"It took {watch.Elapsed}.");
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("-", "")]
    [InlineData("1+", "")]
    [InlineData("1+(", ")")]
    [InlineData("$f(", ")")]
    [InlineData("a[", "]")]
    [InlineData("{'a':", "}")]
    [InlineData("function(){", "}")]
    [InlineData("a.", "")]
    [InlineData("a?", "")]
    [InlineData("$x:=", "")]
    [InlineData("a~>", "")]
    public void A_depth_of_100000_is_an_error_or_a_result(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000));
        try
        {
            JsonataExpression.Parse(text).Evaluate(JsonObject.Empty);
        }
        catch (JsonataException error)
        {
            Assert.NotEmpty(error.Code);
        }
    }

    [Fact]
    public void Deep_data_is_an_error_or_a_result()
    {
        JsonValue deep = 1;
        for (var i = 0; i < 100_000; i++)
        {
            deep = i % 2 == 0 ? JsonArray.Create(deep) : JsonObject.Create(("a", deep));
        }

        foreach (var expression in new[] { "$", "**", "*", "a", "$string($)", "$ = $", "[$] = [[$]]", "$ ? 1 : 2", "$ ~> |$|{}|", "$merge([$])", "{'x': $}", "$clone($)", "$distinct([$, $])" })
        {
            try
            {
                JsonataExpression.Parse(expression).Evaluate(deep);
            }
            catch (JsonataException error)
            {
                Assert.NotEmpty(error.Code);
            }
        }
    }

    [Fact]
    public void The_depth_is_counted_as_JSONata_counts_it()
    {
        var factorial = JsonataExpression.Parse("($f := function($n){ $n = 0 ? 1 : $n * $f($n - 1) }; $f(100))");
        Assert.Equal("U1001", Assert.Throws<JsonataException>(() => factorial.Evaluate(null, new JsonataOptions { MaxDepth = 302 })).Code);
        Assert.NotNull(factorial.Evaluate(null, new JsonataOptions { MaxDepth = 310 }));
    }

    [Fact]
    public void Deep_recursion_ends_on_a_small_stack()
    {
        string? code = null;
        var thread = new Thread(
            () => code = Record(() => JsonataExpression.Parse("($f := function($n){ 1 + $f($n + 1) }; $f(0))").Evaluate(null, new JsonataOptions { MaxDepth = int.MaxValue / 2 })),
            maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal("U1001", code);
    }

    [Fact]
    public void An_evaluation_is_cancelled()
    {
        using var source = new CancellationTokenSource(50);
        var endless = JsonataExpression.Parse("($f := function(){ $f() }; $f())");
        Assert.Throws<OperationCanceledException>(() => endless.Evaluate(null, new JsonataOptions { CancellationToken = source.Token, TimeLimit = TimeSpan.FromSeconds(30) }));
    }

    private static string? Record(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (JsonataException error)
        {
            return error.Code;
        }
    }
}
