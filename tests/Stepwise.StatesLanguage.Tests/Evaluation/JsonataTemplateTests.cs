using CsCheck;
using Stepwise.Json;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.StatesLanguage.Tests.Evaluation;

public sealed class JsonataTemplateTests
{
    private static readonly EvaluationScope _scope = new(JsonValue.Parse("""{"name":"Ada","items":[1,2,3],"one":[7]}"""))
    {
        Context = JsonValue.Parse("""{"Execution":{"Name":"run"}}"""),
        Variables = new Dictionary<string, JsonValue> { ["total"] = 5, ["list"] = JsonValue.Parse("[1]") },
        Result = JsonValue.Parse("""{"Payload":{"ok":true}}"""),
    };

    [Theory]
    [InlineData("""{"a":"{% $states.input.name %}","b":["{% $total + 1 %}",{"c":"{%$states.context.Execution.Name%}"}],"d":"$.name","e":1}""", """{"a":"Ada","b":[6,{"c":"run"}],"d":"$.name","e":1}""")]
    [InlineData("\"{% $states.result.Payload.ok %}\"", "true")]
    [InlineData("\"{% $list %}\"", "[1]")]
    [InlineData("\"{% $states.input.one %}\"", "[7]")]
    [InlineData("\"{% null %}\"", "null")]
    [InlineData("\"{% $partition([1,2,3], 2) %}\"", "[[1,2],[3]]")]
    [InlineData("\"{% $range(1, 7, 3) %}\"", "[1,4,7]")]
    [InlineData("\"{% $range(3, 1, -1) %}\"", "[3,2,1]")]
    [InlineData("\"{% $range(1, 2, 9) %}\"", "1")]
    [InlineData("\"{% $sum($range(1, 1000, 1)) %}\"", "500500")]
    [InlineData("\"{% $hash('input data', 'MD5') %}\"", "\"812f45842bc6d66ee14572ce20db8e86\"")]
    [InlineData("\"{% $parse('{\\\"a\\\":[1,null]}').a %}\"", "[1,null]")]
    [InlineData("\"{% $random(3) = $random(3) and $random(3) != $random(4) and $random() < 1 %}\"", "true")]
    [InlineData("\"{% $length($uuid()) %}\"", "36")]
    [InlineData("\"{% $map([1, 2], $range(?, 3, 1)) %}\"", "[[1,2,3],[2,3]]")]
    [InlineData("\"{% $exists($states.errorOutput) %}\"", "false")]
    [InlineData("\"{% $exists($missing) ? 1 : 2 %}\"", "2")]
    [InlineData("\" {% not an expression\"", "\" {% not an expression\"")]
    public void Fields_evaluate(string template, string expected) => Assert.Equal(JsonValue.Parse(expected), JsonataTemplate.Evaluate("Output", JsonValue.Parse(template), _scope));

    [Theory]
    [InlineData("$missing", "returned nothing (undefined).")]
    [InlineData("$", "returned nothing (undefined).")]
    [InlineData("$$", "returned nothing (undefined).")]
    [InlineData("$states.input.none", "returned nothing (undefined).")]
    [InlineData("$sum", "returned an unsupported result type.")]
    [InlineData("function($x){$x}", "returned an unsupported result type.")]
    [InlineData("$nope(1)", "threw an error during evaluation. T1006: Attempted to invoke a non-function")]
    [InlineData("$eval('1')", "threw an error during evaluation. T1006: Attempted to invoke a non-function")]
    [InlineData("1 + 'a'", "threw an error during evaluation. T2002: The right side of the \"+\" operator must evaluate to a number")]
    [InlineData("$error('stop')", "threw an error during evaluation. D3137: stop")]
    public void An_expression_that_fails_is_named_with_its_field(string expression, string outcome)
    {
        var template = JsonObject.Create(("a", JsonObject.Create(("b", "{% " + expression + " %}"))));
        var exception = Assert.Throws<EvaluationException>(() => JsonataTemplate.Evaluate("Output", template, _scope));
        Assert.Equal("States.QueryEvaluationError", exception.Error);
        Assert.Equal("Output/a/b", exception.Location);
        Assert.Equal($"The JSONata expression '{expression}' specified for the field 'Output/a/b' {outcome}", exception.Message);
    }

    [Theory]
    [InlineData("$hash('a', 'CRC')")]
    [InlineData("$parse('{')")]
    [InlineData("$hash(1, 'MD5')")]
    [InlineData("1 +")]
    public void What_cannot_be_evaluated_is_an_error_of_the_state(string expression)
    {
        var exception = Assert.Throws<EvaluationException>(() => JsonataTemplate.Evaluate("Output", "{% " + expression + " %}", _scope));
        Assert.Equal("States.QueryEvaluationError", exception.Error);
        Assert.StartsWith($"The JSONata expression '{expression}' specified for the field 'Output' threw an error during evaluation. ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"{% 'string' %}\"", "The JSONata expression ''string'' specified for the field 'Items' returned an unexpected result type. Expected 'array', but was 'string' for value: \"string\"")]
    [InlineData("\"{% {'foo': 'bar'} %}\"", "The JSONata expression '{'foo': 'bar'}' specified for the field 'Items' returned an unexpected result type. Expected 'array', but was 'object' for value: {\"foo\":\"bar\"}")]
    [InlineData("\"{% null %}\"", "The JSONata expression 'null' specified for the field 'Items' returned an unexpected result type. Expected 'array', but was 'null' for value: null")]
    [InlineData("\"{% $states.input.items[0] %}\"", "The JSONata expression '$states.input.items[0]' specified for the field 'Items' returned an unexpected result type. Expected 'array', but was 'number' for value: 1")]
    public void A_field_of_the_wrong_kind_says_what_it_is(string template, string cause)
    {
        var exception = Assert.Throws<EvaluationException>(() => JsonataTemplate.Evaluate("Items", JsonValue.Parse(template), JsonKind.Array, _scope));
        Assert.Equal(cause, exception.Message);
        Assert.Equal("Items", exception.Location);
    }

    [Fact]
    public void A_cause_names_the_state_and_the_event()
        => Assert.Equal("An error occurred while executing the state 'S' (entered at the event id #2). Why", new EvaluationException("States.Runtime", "Why").CauseIn("S", 2));

    [Fact]
    public void What_has_a_seed_comes_again()
    {
        static JsonValue Draw() => JsonataTemplate.Evaluate("Output", "{% [$random(), $uuid(), $shuffle([1..9])] %}", new(JsonNull.Instance) { Random = new(5) });
        Assert.Equal(Draw(), Draw());
    }

    [Fact]
    public void Any_expression_is_evaluated_or_refused()
    {
        string[] pieces =
        [
            "$states", "$states.input", "$states.context", "$x", "$", "$$", ".a", ".b", ".*", ".**", "[0]", "[a=1]", "(", ")", "[", "]", "{", "}", "'a'", "\"b\"", "1", "0.5", "1e308", " + ", " - ", " * ", " / ", " % ", " & ", " = ", " and ",
            " in ", "..", " ? ", " : ", ", ", ";", ":=", "~>", "^(a)", "@$v", "#$i", "%", "function($n){", "$sum(", "$map(", "$string(", "$partition(", "$range(", "$hash(", "$random(", "$uuid(", "$parse(", "$eval(", "$now()", "/a+/", "|$|{'a':1}|", "null", "true",
        ];
        Gen.Select(EvaluationGen.Pieces(pieces), EvaluationGen.Value).Sample(
            (expression, value) =>
            {
                var scope = new EvaluationScope(value) { Context = value, Variables = new Dictionary<string, JsonValue> { ["x"] = value }, TimeLimit = TimeSpan.FromSeconds(2) };
                try
                {
                    return JsonataTemplate.Evaluate("Output", "{% " + expression + " %}", scope) is not null;
                }
                catch (EvaluationException exception)
                {
                    return exception.Error == "States.QueryEvaluationError";
                }
            },
            iter: 4000);
    }
}
