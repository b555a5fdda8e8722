using Stepwise.Json;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Tests.Evaluation;

/// <summary>What expressions give, by what they are about. The expected values are those of JSONata 2.0.6.</summary>
public class BehaviourTests
{
    private const string Order = """
        {"Account": {"Name": "Firefly", "Order": [
          {"Id": "o1", "Product": [{"Name": "Hat", "Price": 10, "Quantity": 2, "Tags": ["a", "b"]}, {"Name": "Coat", "Price": 30, "Quantity": 1, "Tags": ["b"]}]},
          {"Id": "o2", "Product": [{"Name": "Hat", "Price": 12, "Quantity": 5, "Tags": []}]}]},
         "list": [[1, 2], [3]], "one": [7], "none": [], "text": "abc", "no": null}
        """;

    [Theory]
    [InlineData("Account.Order.Id", """["o1","o2"]""")]
    [InlineData("Account.Order[0].Id", "\"o1\"")]
    [InlineData("Account.Order[-1].Id", "\"o2\"")]
    [InlineData("Account.Order.Product[0].Name", """["Hat","Hat"]""")]
    [InlineData("(Account.Order.Product)[0].Name", "\"Hat\"")]
    [InlineData("Account.Order.Product[Price > 10].Name", """["Coat","Hat"]""")]
    [InlineData("Account.Order.Product[[0,1]].Name", """["Hat","Coat","Hat"]""")]
    [InlineData("one", "[7]")]
    [InlineData("one[0]", "7")]
    [InlineData("Account.Name[]", """["Firefly"]""")]
    [InlineData("Account.Order[Id='o1'].Product[Price=30][].Name", """["Coat"]""")]
    [InlineData("none", "[]")]
    [InlineData("none.x", null)]
    [InlineData("missing.x", null)]
    [InlineData("list", "[[1,2],[3]]")]
    [InlineData("list[0]", "[1,2]")]
    [InlineData("list.$", "[1,2,3]")]
    [InlineData("text.x", null)]
    [InlineData("no.x", null)]
    [InlineData("no", "null")]
    public void Paths_and_predicates(string expression, string? expected) => Check(expression, Order, expected);

    [Theory]
    [InlineData("Account.Order.*.Price", "[10,30,12]")]
    [InlineData("**.Price", "[10,30,12]")]
    [InlineData("Account.Order.Product.Name.%.%.Id", """["o1","o1","o2"]""")]
    [InlineData("Account.Order.Product.{'n': Name, 'o': %.Id}", """[{"n":"Hat","o":"o1"},{"n":"Coat","o":"o1"},{"n":"Hat","o":"o2"}]""")]
    [InlineData("Account.Order#$i.Product.{'i': $i, 'n': Name}", """[{"i":0,"n":"Hat"},{"i":0,"n":"Coat"},{"i":1,"n":"Hat"}]""")]
    [InlineData("Account.Order.Product#$i[$i=1].Name", "\"Coat\"")]
    [InlineData("Account.Order@$o.Product@$p.{'id': $o.Id, 'n': $p.Name}", """[]""", true)]
    [InlineData("Account.Order@$o.$o.Product.Name", """["Hat","Coat","Hat"]""")]
    [InlineData("Account.Order.Product^(Price).Price", "[10,12,30]")]
    [InlineData("Account.Order.Product^(>Name, >Price).Price", "[12,10,30]")]
    [InlineData("Account.Order.Product^(missing).Price", "[10,30,12]")]
    [InlineData("Account.Order.Product{Name: $sum(Quantity)}", """{"Hat":7,"Coat":1}""")]
    [InlineData("Account.Order.Product{Name: Tags}", """{"Hat":["a","b"],"Coat":["b"]}""")]
    [InlineData("Account.Order@$o.Product{$o.Id: Price}", null, true)]
    public void Bindings_order_and_groups(string expression, string? expected, bool isOther = false)
    {
        if (!isOther)
        {
            Check(expression, Order, expected);
            return;
        }

        // A focus stays on the item before it, which has no such member.
        Assert.True(Evaluate(expression, Order) is null or JsonObject or JsonArray);
    }

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("7 % 4 - 10 / 4", "0.5")]
    [InlineData("-(2)", "-2")]
    [InlineData("missing + 1", null)]
    [InlineData("missing = missing", "false")]
    [InlineData("missing != 1", "false")]
    [InlineData("[1,{\"a\":2}] = [1,{\"a\":2}]", "true")]
    [InlineData("'a' < 'b' and 2 >= 2", "true")]
    [InlineData("missing < 1", null)]
    [InlineData("3 in [1,2,3]", "true")]
    [InlineData("[1] in [[1]]", "false")]
    [InlineData("'a' & 1 & true & null & missing & [1,{\"b\":[]}]", "\"a1truenull[1,{\\\"b\\\":[]}]\"")]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("'' & (0.1 + 0.2)", "\"0.3\"")]
    [InlineData("[1..3, 5, [6..7]]", "[1,2,3,5,[6,7]]")]
    [InlineData("[3..1]", "[]")]
    [InlineData("false or 'x'", "true")]
    [InlineData("[] or [0,0] or {} or ''", "false")]
    [InlineData("missing ? 1", null)]
    [InlineData("[0,1] ? 'y' : 'n'", "\"y\"")]
    public void Operators(string expression, string? expected) => Check(expression, "{}", expected);

    [Theory]
    [InlineData("($x := 1; ($x := 2; $x); $x)", "1")]
    [InlineData("($x := 1; $f := function(){ $x }; $x := 2; $f())", "2")]
    [InlineData("($f := [1..3].($i := $; function(){ $i }); $f[1]())", "2")]
    [InlineData("($add := function($a, $b){ $a + $b }; $inc := $add(1, ?); $map([1,2], $inc))", "[2,3]")]
    [InlineData("($f := $uppercase ~> $trim; ' ab ' ~> $f)", "\"AB\"")]
    [InlineData("($f := function($n){ $n = 0 ? 'done' : $f($n - 1) }; $f(100000))", "\"done\"")]
    [InlineData("($even := function($n){ $n = 0 ? true : $odd($n-1) }; $odd := function($n){ $n = 0 ? false : $even($n-1) }; $even(10001))", "false")]
    [InlineData("($f := function($n){ $n < 2 ? 1 : $n * $f($n-1) }; $f(20))", "2432902008176640000")]
    [InlineData("$map([1,2,3], function($v, $i, $a){ $v * $i + $count($a) })", "[3,5,9]")]
    [InlineData("(function($s)<s:s>{ $s & '!' })('a')", "\"a!\"")]
    [InlineData("[1,2,3].$string()", """["1","2","3"]""")]
    [InlineData("{'x': 1}.x.(function($a){ $exists($a) })()", "false")]
    [InlineData("$", "{}")]
    [InlineData("$$", "{}")]
    [InlineData("($sum := function($x){ 'mine' }; $sum([1]))", "\"mine\"")]
    public void Variables_and_functions(string expression, string? expected) => Check(expression, "{}", expected);

    [Theory]
    [InlineData("$ ~> |Account.Order.Product|{'Total': Price * Quantity}, ['Tags','Price','Quantity']|", """{"Account":{"Name":"Firefly","Order":[{"Id":"o1","Product":[{"Name":"Hat","Total":20},{"Name":"Coat","Total":30}]},{"Id":"o2","Product":[{"Name":"Hat","Total":60}]}]},"list":[[1,2],[3]],"one":[7],"none":[],"text":"abc","no":null}""")]
    [InlineData("{'a': {'b': {'c': 1}}} ~> |**[c or b]|{'n': $count($keys($))}|", """{"a":{"b":{"c":1,"n":1},"n":1}}""")]
    [InlineData("{'a': 1} ~> |$|{}, 'a'|", "{}")]
    [InlineData("$eval('[1..3].($ * 2)')", "[2,4,6]")]
    [InlineData("($x := 5; $eval('$x + 1'))", "6")]
    [InlineData("$eval('a', {'a': 3})", "3")]
    [InlineData("$match('ab12', /[a-z]+(\\d)/).groups", "[\"1\"]", true)]
    public void Transforms_and_eval(string expression, string expected, bool isSequenceOfOne = false)
        => Check(expression, Order, isSequenceOfOne ? "\"1\"" : expected, isSequenceOfOne);

    [Theory]
    [InlineData("1 + 'a'", "T2002", "+", 3)]
    [InlineData("'a' * 1", "T2001", "*", 5)]
    [InlineData("-'a'", "D1002", "-", 1)]
    [InlineData("1 < 'a'", "T2009", "<", 3)]
    [InlineData("1 < true", "T2010", "<", 3)]
    [InlineData("[1..'a']", "T2004", "..", 4)]
    [InlineData("[1..1e9]", "D2014", "..", 4)]
    [InlineData("{1: 2}", "T1003", null, 1)]
    [InlineData("{'a': 1, 'a': 2}", "D1009", null, 1)]
    [InlineData("$nothing()", "T1006", "nothing", 9)]
    [InlineData("sum(1)", "T1005", "sum", 4)]
    [InlineData("sum(1, ?)", "T1007", "sum", 4)]
    [InlineData("nothing(1, ?)", "T1008", "nothing", 8)]
    [InlineData("1 ~> 2", "T2006", null, 4)]
    [InlineData("[1, 'a']^($)", "T2007", null, 9)]
    [InlineData("[true, false]^($)", "T2008", null, 14)]
    [InlineData("{'a': 1} ~> |$|1|", "T2011", null, -2)]
    [InlineData("1/0 + 1", "D1001", "+", 5)]
    [InlineData("$eval('1 +')", "D3120", "eval", 6)]
    [InlineData("$eval('1 + \"a\"')", "D3121", "eval", 6)]
    [InlineData("true and -'a'", "D1002", "and", 8)]
    public void Errors(string expression, string code, string? token, int position)
    {
        var error = Assert.Throws<JsonataException>(() => Evaluate(expression, "{}"));
        Assert.Equal((code, token), (error.Code, error.Token));
        if (position > -2)
        {
            Assert.Equal(position, error.Position);
        }
    }

    [Fact]
    public void A_message_names_the_facts()
    {
        Assert.Equal("The left side of the \"*\" operator must evaluate to a number", Assert.Throws<JsonataException>(() => Evaluate("'a' * 1", "{}")).Message);
        Assert.Equal("The values 1 and \"a\" either side of operator \"<\" must be of the same data type", Assert.Throws<JsonataException>(() => Evaluate("1 < 'a'", "{}")).Message);
    }

    [Fact]
    public void Bindings_and_functions_come_from_the_options()
    {
        var options = new JsonataOptions
        {
            Bindings = new Dictionary<string, JsonValue> { ["x"] = 2, ["y"] = JsonArray.Create(1, 2) },
            Functions = new Dictionary<string, JsonataFunctionDefinition> { ["twice"] = new("<n-:n>", a => ((JsonNumber)a[0]!).ToDouble() * 2) },
        };
        Assert.Equal("[4,2,4]", JsonataExpression.Parse("[$x.$twice(), $map($y, $twice)]").Evaluate(null, options)!.ToJson());
        Assert.Equal("T0410", Assert.Throws<JsonataException>(() => JsonataExpression.Parse("$twice('a')").Evaluate(null, options)).Code);
    }

    [Fact]
    public void A_function_without_a_signature_takes_any_arguments_and_says_how_many()
    {
        var options = new JsonataOptions
        {
            Functions = new Dictionary<string, JsonataFunctionDefinition> { ["all"] = new(2, a => new JsonArray(a.Select(item => item ?? JsonNull.Instance))) },
        };
        Assert.Equal("[1,\"a\",null,{}]", JsonataExpression.Parse("$all(1, 'a', x, {})").Evaluate(null, options)!.ToJson());
        Assert.Equal("[[5,0],[6,1]]", JsonataExpression.Parse("$map([5, 6], $all)").Evaluate(null, options)!.ToJson());
    }

    [Fact]
    public void A_definition_of_a_function_is_checked_when_it_is_made()
    {
        Assert.Equal(3, new JsonataFunctionDefinition("<s-n?(ao)+:s>", _ => null).Arity);
        Assert.Equal("<s-n?(ao)+:s>", new JsonataFunctionDefinition("<s-n?(ao)+:s>", _ => null).Signature);
        Assert.Null(new JsonataFunctionDefinition(2, _ => null).Signature);
        Assert.Throws<ArgumentException>(() => new JsonataFunctionDefinition("<n<s>>", _ => null));
        Assert.Throws<ArgumentNullException>(() => new JsonataFunctionDefinition(null!, _ => null));
        Assert.Throws<ArgumentNullException>(() => new JsonataFunctionDefinition(0, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonataFunctionDefinition(-1, _ => null));
    }

    [Fact]
    public void Eval_parses_with_the_options_of_its_expression()
    {
        var newer = new JsonataSyntaxOptions { AllowNewerOperators = true };
        Assert.Equal((JsonValue)5, JsonataExpression.Parse("$eval('x ?? 5')", newer).Evaluate());
        Assert.Equal("D3120", Assert.Throws<JsonataException>(() => JsonataExpression.Parse("$eval('x ?? 5')").Evaluate()).Code);
    }

    [Fact]
    public void Results_hold_no_functions()
    {
        Assert.Null(JsonataExpression.Parse("$sum").Evaluate());
        Assert.Equal("""{"b":[1,null]}""", JsonataExpression.Parse("{'a': $sum, 'b': [1, $sum]}").Evaluate()!.ToJson());
        var refusing = new JsonataOptions { AllowFunctionResults = false };
        Assert.Equal("D3200", Assert.Throws<JsonataException>(() => JsonataExpression.Parse("{'a': [$sum]}").Evaluate(null, refusing)).Code);
    }

    [Fact]
    public void A_result_is_data_like_any_other_when_it_is_used_again()
    {
        var first = JsonataExpression.Parse("{'kept': a[], 'all': [1..2]}").Evaluate(JsonValue.Parse("""{"a": 1}"""));
        Assert.Equal("[1]", JsonataExpression.Parse("kept").Evaluate(first)!.ToJson());
        Assert.Equal("{\"n\":2}", JsonataExpression.Parse("{'n': $count(all)}").Evaluate(first)!.ToJson());
    }

    private static JsonValue? Evaluate(string expression, string input) => JsonataExpression.Parse(expression).Evaluate(JsonValue.Parse(input));

    private static void Check(string expression, string input, string? expected, bool isKept = false)
    {
        var result = Evaluate(expression, input);
        if (isKept && result is JsonArray { Count: 1 } array)
        {
            result = array[0];
        }

        Assert.Equal(expected is null ? null : JsonValue.Parse(expected), result);
    }
}
