using System.Globalization;
using CsCheck;
using Stepwise.Json;

namespace Stepwise.Jsonata.Tests.Evaluation;

/// <summary>Ranges and sums have short ways for the usual kinds of numbers; here are the borders between them.</summary>
public sealed class NumberArrayTests
{
    [Fact]
    public void Ranges_have_every_integer_on_both_sides_of_those_that_are_made_once()
        => Gen.Int[-1200, 1200].Select(Gen.Int[0, 400]).Sample(
            (first, length) =>
            {
                var range = Evaluate(string.Create(CultureInfo.InvariantCulture, $"[{first}..{first + length}]"));
                return range == JsonArray.Create([.. Enumerable.Range(first, length + 1).Select(i => (JsonValue)i)]);
            },
            iter: 2_000);

    [Fact]
    public void A_sum_adds_from_left_to_right_whatever_the_numbers()
        => Gen.OneOf(Gen.Double[-1e9, 1e9], Gen.Int.Select(i => (double)i), Gen.Long.Select(i => (double)i)).Array[1, 20].Sample(
            numbers =>
            {
                var sum = JsonataExpression.Parse("$sum($)").Evaluate(JsonArray.Create([.. numbers.Select(n => (JsonValue)n)]));
                return ((JsonNumber)sum!).ToDouble() == numbers.Aggregate(0.0, (a, b) => a + b);
            },
            iter: 2_000);

    [Theory]
    [InlineData("$sum([1, '2'])", "T0412")]
    [InlineData("$sum('2')", "T0412")]
    [InlineData("$sum([1, null])", "T0412")]
    [InlineData("$sum([1], 2)", "T0410")]
    [InlineData("$sum([1, [2]])", "T0412")]
    public void What_is_no_array_of_numbers_has_no_sum(string expression, string code)
    {
        var error = Assert.Throws<JsonataException>(() => Evaluate(expression));
        Assert.Equal(code, error.Code);
        Assert.Equal("sum", error.Token);
    }

    [Theory]
    [InlineData("$sum([])", "0")]
    [InlineData("$sum(5)", "5")]
    [InlineData("$sum([0.1, 0.2])", "0.30000000000000004")]
    [InlineData("$count([1023..1025])", "3")]
    public void Few_numbers_have_a_sum_too(string expression, string result) => Assert.Equal(JsonValue.Parse(result), Evaluate(expression));

    [Fact]
    public void The_sum_of_nothing_is_nothing() => Assert.Null(Evaluate("$sum(nothing)"));

    private static JsonValue? Evaluate(string expression) => JsonataExpression.Parse(expression).Evaluate();
}
