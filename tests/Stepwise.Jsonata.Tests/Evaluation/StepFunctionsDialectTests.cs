using Stepwise.Json;

namespace Stepwise.Jsonata.Tests.Evaluation;

/// <summary>What Step Functions evaluates differently from JSONata 2.0.6, and that JSONata itself stays as it is.</summary>
public sealed class StepFunctionsDialectTests
{
    private static readonly JsonataOptions _jsonata = new();
    private static readonly JsonataOptions _stepFunctions = new() { Dialect = JsonataDialect.StepFunctions };

    [Theory]
    [InlineData("1 / 0", "\"Infinity\"", "D1001")]
    [InlineData("-1 / 0", "\"-Infinity\"", "D1001")]
    [InlineData("-(1 / 0)", "\"-Infinity\"", "D1001")]
    [InlineData("0 / 0", "\"NaN\"", "D1001")]
    [InlineData("5 % 0", "\"NaN\"", "D1001")]
    [InlineData("1e308 * 10", "\"Infinity\"", "D1001")]
    [InlineData("[1 / 0, 2]", "[\"Infinity\",2]", "D1001")]
    [InlineData("{'a': 0 / 0}", "{\"a\":\"NaN\"}", "D1001")]
    [InlineData("{'a': 1}{'b': a / 0}", "{\"b\":\"Infinity\"}", "D1001")]
    [InlineData("[1, 2].{'k': $ / 0}", "[{\"k\":\"Infinity\"},{\"k\":\"Infinity\"}]", "D1001")]
    [InlineData("$string(1 / 0)", "\"Infinity\"", "D3001")]
    [InlineData("'is ' & 1 / 0", "\"is Infinity\"", "D3001")]
    [InlineData("1 / (1 / 0)", "0", "D1001")]
    [InlineData("1 / 0 ? 'yes' : 'no'", "\"yes\"", "D1001")]
    [InlineData("0 / 0 ? 'yes' : 'no'", "\"no\"", null)]
    public void Infinity_and_NaN_become_their_names(string expression, string expected, string? code)
    {
        Assert.Equal(JsonValue.Parse(expected), Evaluate(expression, _stepFunctions));
        if (code is null)
        {
            Assert.Equal(JsonValue.Parse(expected), Evaluate(expression, _jsonata));
        }
        else
        {
            Assert.Equal(code, Code(expression, _jsonata));
        }
    }

    [Theory]
    [InlineData("1234567890123456", "1234567890123456", "1234567890123460")]
    [InlineData("-1234567890123456", "-1234567890123456", "-1234567890123460")]
    [InlineData("1.5e20", "150000000000000000000", "150000000000000000000")]
    [InlineData("123456789012345680000", "123456789012345680000", "123456789012346000000")]
    [InlineData("1e21", "1e+21", "1e+21")]
    [InlineData("1e21 - 1", "1e+21", "1e+21")]
    [InlineData("0.1 + 0.2", "0.3", "0.3")]
    [InlineData("1e-7", "1e-7", "1e-7")]
    public void Whole_numbers_below_1e21_become_exact_texts(string number, string expected, string inJsonata)
    {
        foreach (var (expression, around) in new[] { ($"$string({number})", ("", "")), ($"'' & ({number})", ("", "")), ($"$string([{number}])", ("[", "]")), ($"$string({{'a': {number}}})", ("{\"a\":", "}")) })
        {
            Assert.Equal(new JsonString(around.Item1 + expected + around.Item2), Evaluate(expression, _stepFunctions));
            Assert.Equal(new JsonString(around.Item1 + inJsonata + around.Item2), Evaluate(expression, _jsonata));
        }
    }

    [Theory]
    [InlineData("(", ")", 98)]
    [InlineData("[", "]", 98)]
    [InlineData("{'a':", "}", 98)]
    [InlineData("-", "", 98)]
    [InlineData("1+", "", 99)]
    public void A_hundred_evaluations_nest(string before, string after, int most)
    {
        Evaluate(Nested(most), _stepFunctions);
        var error = Assert.Throws<JsonataException>(() => Evaluate(Nested(most + 1), _stepFunctions));
        Assert.Equal("U1001", error.Code);
        Assert.Equal("Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive. Depth=101 max=100", error.Message);
        Evaluate(Nested(most + 1), _jsonata);

        // A name is a path with a step: two evaluations.
        string Nested(int levels) => string.Concat(Enumerable.Repeat(before, levels)) + "a" + string.Concat(Enumerable.Repeat(after, levels));
    }

    [Theory]
    [InlineData("($f := function($x){ $x <= 0 ? 0 : 1 + $f($x-1) }; $f(31))", "31")]
    [InlineData("($f := function($x){ $x <= 0 ? 'end' : $f($x-1) }; $f(5000))", "\"end\"")]
    [InlineData("$sum($map([1..2000], function($v){ ($v) }))", "2001000")]
    [InlineData("$reduce([1..500], function($a, $b){ $a + $b })", "125250")]
    public void A_recursion_counts_only_while_it_nests(string expression, string expected)
        => Assert.Equal(JsonValue.Parse(expected), Evaluate(expression, _stepFunctions));

    [Theory]
    [InlineData("($f := function($x){ $x <= 0 ? 0 : 1 + $f($x-1) }; $f(60))", "60")]
    [InlineData("($f := function($x){ $x <= 0 ? 0 : [$f($x-1)] }; $f(60)) ~> $type()", "\"array\"")]
    [InlineData("($f := function($n){ $n <= 0 ? 0 : 1 + (($n - 1) ~> $f) }; $f(40))", "40")]
    [InlineData("$eval('($f := function($n){ $n <= 0 ? 0 : 1 + $f($n-1) }; $f(60))')", "60")]
    [InlineData("($deep := function(){ DEEP }; $f := function($n){ $n > 0 ? 1 + $f($n-1) : $deep() }; $f(10))", "11")]
    public void A_recursion_that_nests_too_deeply_fails(string expression, string inJsonata)
    {
        expression = expression.Replace("DEEP", new string('(', 80) + "1" + new string(')', 80), StringComparison.Ordinal);
        Assert.Equal("U1001", Code(expression, _stepFunctions));
        Assert.Equal(JsonValue.Parse(inJsonata), Evaluate(expression, _jsonata));
    }

    [Fact]
    public void What_was_evaluated_before_it_is_counted_is_evaluated_again()
    {
        // A branch that is not evaluated nests deeply, so the call may nest too deeply, and all is counted from the beginning. The next evaluation counts at once.
        var deep = new string('(', 80) + "1" + new string(')', 80);
        var calls = 0;
        var options = _stepFunctions with { Functions = new Dictionary<string, JsonataFunctionDefinition>(StringComparer.Ordinal) { ["note"] = new(0, _ => new JsonNumber((long)++calls)) } };
        var expression = JsonataExpression.Parse("($n := 1; $note(); $f := function($x){ $x > 0 ? $f($x-1) + 1 : $x < 0 ? " + deep + " : 0 }; $n := $n + 1; $f(25) + $n)");
        Assert.Equal(new JsonNumber(27L), expression.Evaluate(null, options));
        Assert.Equal(2, calls);
        Assert.Equal(new JsonNumber(27L), expression.Evaluate(null, options));
        Assert.Equal(3, calls);
    }

    [Fact]
    public void Composed_functions_are_no_error_of_the_engine()
    {
        const string Composed = "($f := function($x){ $x + 1 }; $compose := function($n, $g){ $n = 0 ? $g : $compose($n - 1, $g ~> $f) }; $all := $compose(150, $f); $all(0))";
        Assert.Equal("U1001", Code(Composed, _stepFunctions) ?? "U1001");
        Assert.Equal(new JsonNumber(151L), Evaluate(Composed, _jsonata));
    }

    [Theory]
    [InlineData("[1, 2, 3][1 / 0]")]
    [InlineData("[1, 2, 3][0 / 0]")]
    public void An_index_that_is_not_finite_selects_nothing(string expression) => Assert.Null(Evaluate(expression, _stepFunctions));

    [Theory]
    [InlineData("$base64decode('YQ==')", null)]
    [InlineData("$base64decode('YQ')", null)]
    [InlineData("$base64decode('YQ=')", "U1003")]
    [InlineData("$base64decode('_-8')", "U1003")]
    [InlineData("$base64decode('a b')", "U1003")]
    [InlineData("$base64decode('Y')", "U1003")]
    public void Base64_is_what_Java_decodes(string expression, string? code)
    {
        Assert.Equal(code, Code(expression, _stepFunctions));
        Assert.Null(Code(expression, _jsonata));
    }

    [Theory]
    [InlineData("$big = 9007199254740992", "true")]
    [InlineData("9007199254740992 = $big", "true")]
    [InlineData("$big = 9007199254740993", "true")]
    [InlineData("$big != 9007199254740992", "false")]
    [InlineData("$big in [9007199254740992]", "true")]
    [InlineData("[$big] = [9007199254740992]", "true")]
    [InlineData("{'a': $big} = {'a': 9007199254740992}", "true")]
    [InlineData("$count($distinct([$big, 9007199254740992]))", "1")]
    [InlineData("$count($distinct([{'a': $big}, {'a': 9007199254740992}]))", "1")]
    [InlineData("$big = 9007199254740994", "false")]
    [InlineData("$big <= 9007199254740992", "true")]
    public void Numbers_are_compared_as_doubles(string expression, string expected)
    {
        var bindings = new Dictionary<string, JsonValue> { ["big"] = new JsonNumber(9007199254740993) };
        foreach (var options in new[] { _jsonata, _stepFunctions })
        {
            Assert.Equal(JsonValue.Parse(expected), JsonataExpression.Parse(expression).Evaluate(null, options, bindings));
        }
    }

    private static JsonValue? Evaluate(string expression, JsonataOptions options)
        => JsonataExpression.Parse(expression).Evaluate(JsonObject.Create(("a", 1)), options, null);

    private static string? Code(string expression, JsonataOptions options)
    {
        try
        {
            Evaluate(expression, options);
            return null;
        }
        catch (JsonataException error)
        {
            return error.Code;
        }
    }
}
