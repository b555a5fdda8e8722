using System.Text.RegularExpressions;
using Stepwise.Json;
using Stepwise.Json.Tests;

namespace Stepwise.Jsonata.Tests.Evaluation;

/// <summary>The examples of the package's README do what it says.</summary>
public partial class ReadmeTests
{
    [Fact]
    public void The_table_of_examples_is_true()
    {
        var rows = Row().Matches(ReadmeExamples.Read("Stepwise.Jsonata"));
        Assert.True(rows.Count >= 8);
        foreach (Match row in rows)
        {
            var expression = row.Groups[1].Value.Replace("\\|", "|", StringComparison.Ordinal);
            var result = JsonataExpression.Parse(expression).Evaluate(JsonValue.Parse(row.Groups[2].Value));
            Assert.Equal(JsonValue.Parse(row.Groups[3].Value), result);
        }
    }

    [Fact]
    public void The_first_example_is_true()
    {
#pragma warning disable IDE1006 // The README's code writes to Console.
        using var Console = new StringWriter();
#pragma warning restore IDE1006
        var expression = JsonataExpression.Parse("$sum(items.(price * quantity)) & ' ' & $currency");
        var input = JsonValue.Parse("""{"items": [{"price": 2, "quantity": 3}, {"price": 1.5, "quantity": 2}]}""");
        var options = new JsonataOptions { Bindings = new Dictionary<string, JsonValue> { ["currency"] = "EUR" } };
        var result = expression.Evaluate(input, options);
        Console.WriteLine(result);
        Assert.Equal("\"9 EUR\"", Console.ToString().TrimEnd());
        ReadmeExamples.AssertTested("Stepwise.Jsonata");
    }

    [Fact]
    public void The_example_of_a_function_is_true()
    {
#pragma warning disable IDE1006 // The README's code writes to Console.
        using var Console = new StringWriter();
#pragma warning restore IDE1006
        var options = new JsonataOptions
        {
            Functions = new Dictionary<string, JsonataFunctionDefinition>
            {
                ["slug"] = new("<s-:s>", arguments => ((JsonString)arguments[0]!).Value.ToLowerInvariant().Replace(' ', '-')),
            },
        };
        var result = JsonataExpression.Parse("title.$slug()").Evaluate(JsonValue.Parse("""{"title": "Hello World"}"""), options);
        Console.WriteLine(result);
        Assert.Equal("\"hello-world\"", Console.ToString().TrimEnd());
        ReadmeExamples.AssertTested("Stepwise.Jsonata");
    }

    [Fact]
    public void The_error_is_the_one_that_is_quoted()
    {
        var error = Assert.Throws<JsonataException>(() => JsonataExpression.Parse("1 + 'a'").Evaluate());
        Assert.Contains($"{error.Code}, \"{error.Message}\"", ReadmeExamples.Read("Stepwise.Jsonata"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\| `([^\n]+?)` \| `(\{[^\n]*?)` \| `([^\n]+?)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
