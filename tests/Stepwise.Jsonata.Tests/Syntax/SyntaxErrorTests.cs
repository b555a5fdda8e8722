using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Tests.Syntax;

/// <summary>What is wrong in a text, where, and that the rest is read all the same.</summary>
public class SyntaxErrorTests
{
    [Theory]
    [InlineData("\"abc", "S0101", 4, "String literal must be terminated by a matching quote")]
    [InlineData("1e999", "S0102", 0, "Number out of range: \"1e999\"")]
    [InlineData("'a\\x'", "S0103", 3, "Unsupported escape sequence: \\\"x\"")]
    [InlineData("'\\u00g0'", "S0104", 2, "The escape sequence \\u must be followed by 4 hex digits")]
    [InlineData("a.`b", "S0105", 4, "Quoted property name must be terminated with a backquote (`)")]
    [InlineData("a /* b", "S0106", 2, "Comment has no closing tag")]
    [InlineData("a b", "S0201", 3, "Syntax error: \"b\"")]
    [InlineData("a 1", "S0201", 3, "Syntax error: 1")]
    [InlineData("[1, 2)", "S0202", 6, "Expected \"]\", got \")\"")]
    [InlineData("{'a' 1}", "S0202", 6, "Expected \":\", got 1")]
    [InlineData("(a", "S0203", 2, "Expected \")\" before end of expression")]
    [InlineData("a ! b", "S0204", 3, "Unknown operator: \"!\"")]
    [InlineData("", "S0207", 0, "Unexpected end of expression")]
    [InlineData("a.b.", "S0207", 4, "Unexpected end of expression")]
    [InlineData("function(a) { 1 }", "S0208", 10, "Parameter 1 of function definition must be a variable name (start with $)")]
    [InlineData("a{'b': c}[0]", null, 0, "")]
    [InlineData("$a{'b': c}[0]", "S0209", 11, "A predicate cannot follow a grouping expression in a step")]
    [InlineData("a{'b': c}{'d': e}", "S0210", 10, "Each step can only have one grouping expression")]
    [InlineData("= 1", "S0211", 1, "The symbol \"=\" cannot be used as a unary operator")]
    [InlineData("a := 1", "S0212", 1, "The left side of := must be a variable name (start with $)")]
    [InlineData("a.1", "S0213", 3, "The literal value 1 cannot be used as a step within a path expression")]
    [InlineData("a@b", "S0214", 3, "The right side of \"@\" must be a variable name (start with $)")]
    [InlineData("a#b", "S0214", 3, "The right side of \"#\" must be a variable name (start with $)")]
    [InlineData("a[0]@$v", "S0215", 5, "A context variable binding must precede any predicates on a step")]
    [InlineData("a^(b)@$v", "S0216", 6, "A context variable binding must precede the 'order-by' clause on a step")]
    [InlineData("a.%.%", "S0217", 4, "The object representing the 'parent' cannot be derived from this expression")]
    [InlineData("//", "S0301", 1, "Empty regular expressions are not allowed")]
    [InlineData("/a", "S0302", 2, "No terminating / in regular expression")]
    [InlineData("/+a/", "S0302", 4, "Invalid regular expression /+a/: Nothing to repeat")]
    [InlineData("function($a)<n<s>>{ 1 }", "S0401", 15, "Type parameters can only be applied to functions and arrays")]
    [InlineData("function($a)<(sa<n>)>{ 1 }", "S0402", 14, "Choice groups containing parameterized types are not supported")]
    public void Errors_have_jsonatas_codes_places_and_texts(string expression, string? code, int position, string message)
    {
        var errors = JsonataSyntax.Parse(expression).Errors;
        if (code is null)
        {
            Assert.Empty(errors);
            return;
        }

        Assert.Equal((code, position, message), (errors[0].Code, errors[0].Position, errors[0].Message));
    }

    [Theory]
    [InlineData("(a b; c d)", "b", "d")]
    [InlineData("[1 2, 3, 4 5]", "2", "5")]
    [InlineData("{'a' 1, 'b': , 'c': 2}", "1", ",")]
    [InlineData("$f(a b) + $g(c d)", "b", "d")]
    [InlineData("a) + (b c)", ")", "c")]
    [InlineData("'\\q' & '\\y'", "\\q", "\\y")]
    [InlineData("a ! b + = c", "!", "b", "=")]
    public void Several_errors_are_found_at_their_places(string expression, params string[] wrong)
        => Assert.Equal(wrong, JsonataSyntax.Parse(expression).Errors.Select(error => expression[error.Start..error.End]));

    [Fact]
    public void One_mistake_is_one_error()
    {
        foreach (var expression in new[] { "$f('abc", "$f(a.`b", "[1, /* 2]", "(a + [b", "$f(", "= a + b", "a.b.", "$f(a, )" })
        {
            Assert.Single(JsonataSyntax.Parse(expression).Errors);
        }
    }

    [Fact]
    public void What_could_be_read_is_in_the_tree()
    {
        var tree = JsonataSyntax.Parse("$f(a b, c) & d");
        Assert.Single(tree.Errors);
        Assert.Equal("(call $f(path(a), path(c)) Concatenate path(d))", TreeText.Of(tree.Root));
    }
}
