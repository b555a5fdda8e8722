using Stepwise.Json;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.StatesLanguage.Tests.Evaluation;

/// <summary>The functions that Step Functions adds to JSONata, and the limits of an expression.</summary>
public sealed class JsonataFunctionsTests
{
    private static readonly EvaluationScope _scope = new(JsonValue.Parse("{}"));

    [Theory]
    [InlineData("$range(0, 6, 2)", "[0,2,4,6]")]
    [InlineData("$range(10, 0, -5)", "[10,5,0]")]
    [InlineData("$range(1.7, 4, 1)", "[1,2,3,4]")]
    [InlineData("$range(-1.7, 1.9, 1)", "[-1,0,1]")]
    [InlineData("$range(1, 5, 2.9)", "[1,3,5]")]
    [InlineData("$range(3, 3, 1)", "3")]
    [InlineData("$range(3, 3, -1)", "3")]
    [InlineData("$count($range(1, 360145, 1))", "360145")]
    [InlineData("$partition([1,2,3,4,5], 2)", "[[1,2],[3,4],[5]]")]
    [InlineData("$partition([1,2,3], 2.9)", "[[1,2],[3]]")]
    [InlineData("$partition([1], 9)", "[[1]]")]
    [InlineData("$random(0)", "0.730967787376657")]
    [InlineData("$random(42)", "0.7275636800328681")]
    [InlineData("$random(0.9) = $random(0)", "true")]
    [InlineData("$random(-0.9) = $random(0)", "true")]
    [InlineData("$string($parse('{\"n\":9223372036854775807}').n)", "\"9223372036854775807\"")]
    [InlineData("$length('x') + 1 / 0", "\"Infinity\"")]
    public void Functions_give_what_AWS_gives(string expression, string expected)
        => Assert.Equal(JsonValue.Parse(expected), Evaluate(expression));

    [Theory]
    [InlineData("$range(5, 1, 1)")]
    [InlineData("$range(1, 5, -1)")]
    [InlineData("$range(1, 5, 0)")]
    [InlineData("$range(1, 5, 0.5)")]
    [InlineData("$range(1, 5)")]
    [InlineData("$partition([], 2)")]
    [InlineData("$partition([1, 2], 0)")]
    [InlineData("$partition([1, 2], 0.9)")]
    [InlineData("$partition([1, 2])")]
    [InlineData("$hash('a')")]
    public void Functions_give_nothing_where_AWS_gives_nothing(string expression)
        => Assert.EndsWith("returned nothing (undefined).", Failure(expression), StringComparison.Ordinal);

    [Theory]
    [InlineData("$partition([1], -1)", ". D3137: Second argument must be zero or greater")]
    [InlineData("$range('0', 4, 1)", ". T0410: Argument 1 of function \"range\" does not match function signature")]
    [InlineData("$range(0, 4, 1, 2)", ". T0410: Argument 4 of function \"range\" does not match function signature")]
    [InlineData("$hash(1, 'MD5')", ". T0410: Argument 1 of function \"hash\" does not match function signature")]
    [InlineData("$parse(null)", ". T0410: Argument 1 of function \"parse\" does not match function signature")]
    [InlineData("$uuid('a')", ". T0410: Argument 1 of function \"uuid\" does not match function signature")]
    [InlineData("$eval('1')", ". T1006: Attempted to invoke a non-function")]
    [InlineData("$range(1, 360146, 1)", ": Expression evaluation memory limit exceeded: Check for excessive memory usage")]
    [InlineData("$range(-9e18, 9e18, 1)", ": Expression evaluation memory limit exceeded: Check for excessive memory usage")]
    [InlineData("[1..873783]", ": Expression evaluation memory limit exceeded: Check for excessive memory usage")]
    [InlineData("$pad('', 8388608)", ": Expression evaluation memory limit exceeded: Check for excessive memory usage")]
    [InlineData("($f := function($x){ 1 + $f($x) }; $f(1))", ": Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive. Depth=101 max=100")]
    public void An_error_is_the_one_of_AWS(string expression, string reason)
        => Assert.Equal($"The JSONata expression '{expression}' specified for the field 'Output' threw an error during evaluation{reason}", Failure(expression));

    [Theory]
    [InlineData("$hash('a', 'md5')")]
    [InlineData("$parse('  ')")]
    [InlineData("$parse('1e400')")]
    [InlineData("$parse('{} {}')")]
    public void An_argument_that_a_function_refuses_is_D3137(string expression)
        => Assert.Contains("threw an error during evaluation. D3137: ", Failure(expression), StringComparison.Ordinal);

    [Fact]
    public void An_error_without_a_reason_has_an_id()
        => Assert.Matches("threw an internal error during evaluation\\. [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", Failure("$base64decode('a b')"));

    private static JsonValue Evaluate(string expression) => JsonataTemplate.Evaluate("Output", new JsonString("{% " + expression + " %}"), _scope);

    private static string Failure(string expression) => Assert.Throws<EvaluationException>(() => Evaluate(expression)).Message;
}
