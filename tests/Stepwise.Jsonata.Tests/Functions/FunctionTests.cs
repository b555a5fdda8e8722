using System.Globalization;
using Stepwise.Json;

namespace Stepwise.Jsonata.Tests.Functions;

public sealed class FunctionTests
{
    [Theory]
    [InlineData("$length('a\ud83d\ude00b')", "3")]
    [InlineData("$substring('a\ud83d\ude00b', 1, 1)", "\"\ud83d\ude00\"")]
    [InlineData("$substring('hello', -3)", "\"llo\"")]
    [InlineData("$substring('hello', -9, 2)", "\"he\"")]
    [InlineData("$substring('hello', 1, 0)", "\"\"")]
    [InlineData("$substringBefore('a/b/c', '/')", "\"a\"")]
    [InlineData("$substringAfter('a/b/c', '/')", "\"b/c\"")]
    [InlineData("$substringAfter('abc', 'x')", "\"abc\"")]
    [InlineData("$uppercase('stra\u00dfe \u0131 \ufb01')", "\"STRASSE I FI\"")]
    [InlineData("$lowercase('\u039f\u0394\u039f\u03a3 \u03a3')", "\"\u03bf\u03b4\u03bf\u03c2 \u03c3\"")]
    [InlineData("$trim(' \\n a \\t b ')", "\"a b\"")]
    [InlineData("$pad('x', 4, '\ud83d\ude00-')", "\"x\ud83d\ude00-\ud83d\ude00\"")]
    [InlineData("$pad('x', -3)", "\"  x\"")]
    [InlineData("$split('a, b, c', ', ', 2)", "[\"a\",\"b\"]")]
    [InlineData("$split('ab', '')", "[\"a\",\"b\"]")]
    [InlineData("$join(['a', 'b'], '-')", "\"a-b\"")]
    [InlineData("$replace('a.b.c', '.', '$', 1)", "\"a$b.c\"")]
    [InlineData("$string(0.1 + 0.2)", "\"0.3\"")]
    [InlineData("$string([1, {'a': $sum}])", "\"[1,{\\\"a\\\":\\\"\\\"}]\"")]
    public void Texts(string expression, string expected) => Gives(expression, expected);

    [Theory]
    [InlineData("$number('0x1F')", "31")]
    [InlineData("$number('-1.5e3')", "-1500")]
    [InlineData("$number(true)", "1")]
    [InlineData("$round(2.5)", "2")]
    [InlineData("$round(3.5)", "4")]
    [InlineData("$round(-0.5)", "0")]
    [InlineData("$round(4.525, 2)", "4.52")]
    [InlineData("$round(125, -1)", "120")]
    [InlineData("$formatBase(255, 16)", "\"ff\"")]
    [InlineData("$formatBase(-5, 2)", "\"-101\"")]
    [InlineData("$sum([])", "0")]
    [InlineData("$average([1, 2, 4.5])", "2.5")]
    [InlineData("$max([])", null)]
    [InlineData("$count(nothing)", "0")]
    [InlineData("$formatNumber(1234.5678, '#,##0.00')", "\"1,234.57\"")]
    [InlineData("$formatNumber(-3, '0;(0)')", "\"(3)\"")]
    [InlineData("$formatNumber(0.14, '01%')", "\"14%\"")]
    [InlineData("$formatNumber(1234.5678, '00.000e0')", "\"12.346e2\"")]
    [InlineData("$formatNumber(0, '0.0e0')", "\"0.0e0\"")]
    [InlineData("$formatNumber(-1234, '0.0e0')", "\"-1.2e3\"")]
    [InlineData("$formatNumber(1012.5, '#.###,\u0660\u0660', {'zero-digit': '\u0660', 'decimal-separator': ',', 'grouping-separator': '.'})", "\"\u0661.\u0660\u0661\u0662,\u0665\u0660\"")]
    [InlineData("$formatInteger(1999, 'I')", "\"MCMXCIX\"")]
    [InlineData("$formatInteger(123, 'w;o')", "\"one hundred and twenty-third\"")]
    [InlineData("$formatInteger(1234567, '#,##0')", "\"1,234,567\"")]
    [InlineData("$formatInteger(112, '0;o')", "\"112th\"")]
    [InlineData("$formatInteger(28, 'A')", "\"AB\"")]
    [InlineData("$parseInteger('twelve thousand, three hundred and forty-two', 'w')", "12342")]
    public void Numbers(string expression, string? expected) => Gives(expression, expected);

    [Theory]
    [InlineData("$fromMillis(1510067557121)", "\"2017-11-07T15:12:37.121Z\"")]
    [InlineData("$fromMillis(1510067557121, '[M01]/[D01]/[Y0001] [h#1]:[m01][P]')", "\"11/07/2017 3:12pm\"")]
    [InlineData("$fromMillis(1510067557121, '[H01]:[m01] [z]', '-0500')", "\"10:12 GMT-05:00\"")]
    [InlineData("$fromMillis(1521801216617, '[FNn], [D1o] [MNn] [Y]')", "\"Friday, 23rd March 2018\"")]
    [InlineData("$fromMillis(1104537600000, '[X]-W[W01]-[F1]')", "\"2004-W53-6\"")]
    [InlineData("$fromMillis(1104537600000, '[[[w], [x]]]')", "\"[5, 12]\"")]
    [InlineData("$fromMillis(-1)", "\"1969-12-31T23:59:59.999Z\"")]
    [InlineData("$toMillis('1970-01-01')", "0")]
    [InlineData("$toMillis('2018-02-29T00:00:00+01:00')", "1519858800000")]
    [InlineData("$toMillis('21st December 1881', '[D1o] [MNn] [Y]')", "-2777932800000")]
    [InlineData("$toMillis('2018-094', '[Y0001]-[d001]')", "1522800000000")]
    [InlineData("$toMillis('nonsense', '[Y]')", null)]
    [InlineData("$toMillis('13:45', '[H01]:[m01]') = $toMillis($fromMillis($millis(), '[Y]-[M]-[D]') & ' 13:45', '[Y]-[M]-[D] [H01]:[m01]')", "true")]
    public void Times(string expression, string? expected) => Gives(expression, expected);

    [Theory]
    [InlineData("$base64decode('aGVsbG8')", "\"hello\"")]
    [InlineData("$base64decode('_-8')", "\"\u00ff\u00ef\"")]
    [InlineData("$encodeUrl('https://x.y/?a=\u00e9 b#c')", "\"https://x.y/?a=%C3%A9%20b#c\"")]
    [InlineData("$encodeUrlComponent('?a=b')", "\"%3Fa%3Db\"")]
    [InlineData("$decodeUrl('%3Fa%20%C3%A9')", "\"%3Fa \u00e9\"")]
    [InlineData("$decodeUrlComponent('%3Fa%20%F0%9F%98%80')", "\"?a \ud83d\ude00\"")]
    public void Encodings(string expression, string expected) => Gives(expression, expected);

    [Theory]
    [InlineData("$sort([3, 1, 2])", "[1,2,3]")]
    [InlineData("$sort(['b', 'B', 'a'])", "[\"B\",\"a\",\"b\"]")]
    [InlineData("$sort([{'k': 2, 'n': 1}, {'k': 1, 'n': 2}, {'k': 2, 'n': 3}], function($l, $r) {$l.k > $r.k}).n", "[2,1,3]")]
    [InlineData("$distinct([1, '1', {'a': 1, 'b': 2}, {'b': 2, 'a': 1}, 1])", "[1,\"1\",{\"a\":1,\"b\":2}]")]
    [InlineData("$zip([1, 2, 3], ['a', 'b'])", "[[1,\"a\"],[2,\"b\"]]")]
    [InlineData("$merge([{'a': 1, 'b': 2}, {'a': 3}])", "{\"a\":3,\"b\":2}")]
    [InlineData("$spread({'a': 1, 'b': 2})", "[{\"a\":1},{\"b\":2}]")]
    [InlineData("$keys([{'a': 1}, {'b': 2, 'a': 3}])", "[\"a\",\"b\"]")]
    [InlineData("$lookup([{'a': [1, 2]}, {'a': 3}], 'a')", "[1,2,3]")]
    [InlineData("$map([1, 2], function($v, $i, $a) {$v * 10 + $i + $count($a)})", "[12,23]")]
    [InlineData("$reduce([1, 2, 3], function($p, $v) {$p * 10 + $v})", "123")]
    [InlineData("$reduce([], function($p, $v) {$p})", null)]
    [InlineData("$single([1, 2, 3], function($v) {$v > 2})", "3")]
    [InlineData("$sift({'a': 1, 'b': 2}, function($v) {$v > 1})", "{\"b\":2}")]
    [InlineData("$each({'a': 1, 'b': 2}, function($v, $k) {$k & $v})", "[\"a1\",\"b2\"]")]
    [InlineData("$type($clone([$sum])[0])", "\"string\"")]
    [InlineData("$shuffle([1..100]) ~> $sort = [1..100]", "true")]
    public void Collections(string expression, string? expected) => Gives(expression, expected);

    [Theory]
    [InlineData("$match('ababbb', /a(b+)/)", "[{\"match\":\"ab\",\"index\":0,\"groups\":[\"b\"]},{\"match\":\"abbb\",\"index\":2,\"groups\":[\"bbb\"]}]")]
    [InlineData("$replace('John Smith', /(\\w+)\\s(\\w+)/, '$2, $1')", "\"Smith, John\"")]
    [InlineData("$replace('265USD', /([0-9]+)USD/, '$$$1 $0 $2')", "\"$265 265USD \"")]
    [InlineData("$replace('abcdefghij', /(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)/, '$10$11$1')", "\"ja1a\"")]
    [InlineData("$replace('a1', /[a-z]/, function($m) {$uppercase($m.match)})", "\"A1\"")]
    [InlineData("$split('a1b22c', /\\d+/)", "[\"a\",\"b\",\"c\"]")]
    [InlineData("$contains('\u00e9', /\\w/)", "false")]
    [InlineData("$contains('\u0663', /\\d/)", "false")]
    [InlineData("$contains('a\u2028b', /a.b/)", "false")]
    [InlineData("$contains('a\\n', /a$/)", "false")]
    [InlineData("$contains('a\\n', /a$/m)", "true")]
    [InlineData("$contains('\u212a', /k/i)", "false")]
    [InlineData("$contains('b', /\\1b(a)?/)", "true")]
    [InlineData("$contains('x', /[]/)", "false")]
    [InlineData("$match('2024-02', /(?<y>\\d+)-(\\d+)/).groups", "[\"2024\",\"02\"]")]
    public void Patterns(string expression, string expected) => Gives(expression, expected);

    [Theory]
    [InlineData("$sum(['a'])", "T0412")]
    [InlineData("$length(1)", "T0410")]
    [InlineData("(1).$length()", "T0411")]
    [InlineData("$substring('a', 1, 2, 3)", "T0410")]
    [InlineData("$number('1e')", "D3030")]
    [InlineData("$sqrt(-1)", "D3060")]
    [InlineData("$power(10, 400)", "D3061")]
    [InlineData("$formatBase(1, 37)", "D3100")]
    [InlineData("$formatNumber(1, '0;0;0')", "D3080")]
    [InlineData("$formatNumber(1, '')", "D3085")]
    [InlineData("$formatInteger(1, '\u2460')", "D3130")]
    [InlineData("$formatInteger(1, '0\u0661')", "D3131")]
    [InlineData("$fromMillis(0, '[q]')", "D3132")]
    [InlineData("$fromMillis(0, '[YN]')", "D3133")]
    [InlineData("$fromMillis(0, '[Z00000]')", "D3134")]
    [InlineData("$fromMillis(0, '[Y')", "D3135")]
    [InlineData("$toMillis('12', '[s]') ~> $exists() and $toMillis('1 2', '[H] [s]')", "D3136")]
    [InlineData("$toMillis('x')", "D3110")]
    [InlineData("$encodeUrl('\\ud800')", "D3140")]
    [InlineData("$decodeUrlComponent('%ff')", "D3140")]
    [InlineData("$match('a', /x*/) ~> $count() = 1 and $exists($match('ab', /x*/))", "D1004")]
    [InlineData("$replace('a', '', 'b')", "D3010")]
    [InlineData("$replace('a', /a/, function() {1})", "D3012")]
    [InlineData("$split('a', 'b', -1)", "D3020")]
    [InlineData("$sort([1, 'a'])", "D3070")]
    [InlineData("$reduce([1, 2], function($x) {$x})", "D3050")]
    [InlineData("$single([1, 2])", "D3138")]
    [InlineData("$single([])", "D3139")]
    [InlineData("$error('no')", "D3137")]
    [InlineData("$assert(false)", "D3141")]
    [InlineData("$pad('a', 1e9)", "U1002")]
    public void Errors_have_the_codes_of_JSONata(string expression, string code) => Fails(expression, code);

    [Fact]
    public void An_error_names_the_function_the_argument_and_the_place()
    {
        var exception = Assert.Throws<JsonataException>(() => JsonataExpression.Parse("1 + $sum(['a'])").Evaluate());
        Assert.Equal("Argument 1 of function \"sum\" must be an array of \"numbers\"", exception.Message);
        Assert.Equal("sum", exception.Token);
        Assert.Equal(9, exception.Position);
    }

    [Fact]
    public void A_pattern_that_takes_for_ever_ends_with_the_time_of_the_evaluation()
    {
        var expression = JsonataExpression.Parse("$contains(s, /(a+)+b/)");
        var input = JsonObject.Create(("s", new string('a', 60)));
        var start = DateTime.UtcNow;
        var exception = Assert.Throws<JsonataException>(() => expression.Evaluate(input, new JsonataOptions { TimeLimit = TimeSpan.FromMilliseconds(300) }));
        Assert.Equal("U1001", exception.Code);
        Assert.True(DateTime.UtcNow - start < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void No_culture_and_no_time_zone_plays_a_part()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            Gives("[$uppercase('i'), $formatNumber(1.5, '0.0'), $string(1.5), $replace('I', /i/i, 'x'), $fromMillis(0, '[MN]')]", "[\"I\",\"1.5\",\"1.5\",\"x\",\"JANUARY\"]");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Gives(string expression, string? expected)
    {
        var actual = JsonataExpression.Parse(expression).Evaluate();
        Assert.Equal(expected is null ? null : JsonValue.Parse(expected), actual);
    }

    private static void Fails(string expression, string code)
        => Assert.Equal(code, Assert.Throws<JsonataException>(() => JsonataExpression.Parse(expression).Evaluate()).Code);
}
