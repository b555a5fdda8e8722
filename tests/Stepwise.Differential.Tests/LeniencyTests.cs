using System.Text.Json.Nodes;
using Stepwise.Differential.Places;
using Stepwise.Differential.Running;
using Stepwise.Differential.Trees;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Tests;

/// <summary>The proof takes two results for one only where the documentation says so.</summary>
public class LeniencyTests
{
    [Theory]
    [InlineData("1", "01")]
    [InlineData("1", " 1")]
    [InlineData("1:00", "01:00")]
    [InlineData("00:00:01", "00:00:01.0000000")]
    [InlineData("6000.00:00:00", "6000.00:00:00.0000001")]
    [InlineData("7000.00:00:00", "7000.00:00:01")]
    public void Texts_that_differ_are_not_one_TimeSpan(string left, string right) => Assert.False(JsonEquality.AreEqual(left, right));

    [Fact]
    public void A_TimeSpan_of_more_than_17_years_is_not_exact_to_the_tick() => Assert.True(JsonEquality.AreEqual("7000.00:00:00", "7000.00:00:00.0000001"));

    [Theory]
    [InlineData("equality", "@ == @", true)]
    [InlineData("order", "@ < @", true)]
    [InlineData("coalesce", "@ ?? @", false)]
    [InlineData("newPositional", "new(#, #)", false)]
    public void JsonPath_does_not_read_what_is_compared_with_null(string kind, string template, bool expected)
    {
        var type = new TypeRef(new ScalarType("int", Scalar.Int));
        var body = new Node(kind, null, template, new Node("null", type.Nullable, "(int?)null"), new Node("index", type, "xs[3]"));
        Assert.Equal(expected, Unchecked.Is(new KeyNotFoundException(), body, Language.JsonPath, isChoice: false, ownTypes: null));
    }

    [Theory]
    [InlineData("discard", true)]
    [InlineData("nullPattern", false)]
    public void JsonPath_does_not_read_what_every_value_matches(string pattern, bool expected)
    {
        var type = new TypeRef(new ScalarType("int", Scalar.Int));
        var both = new Node("andPattern", type, "@ and @", new Node("discard", type, "var _"), new Node(pattern, type, "p"));
        var body = new Node("is", null, "@ is #", new Node("index", type, "xs[3]"), both);
        Assert.Equal(expected, Unchecked.Is(new KeyNotFoundException(), body, Language.JsonPath, isChoice: false, ownTypes: null));
    }

    [Fact]
    public void A_division_by_zero_is_lenient_only_for_doubles()
    {
        var number = new TypeRef(new ScalarType("double", Scalar.Double));
        var literal = new Node("literal", number, "1d");
        Assert.False(Leniency.Of(new Node("arithmetic", number, "@ + @", literal, literal), ownTypes: null).FailsForInfinity);
        Assert.True(Leniency.Of(new Node("quotient", number, "@ / @", literal, literal), ownTypes: null).FailsForInfinity);
    }

    [Fact]
    public void What_agrees_only_because_it_may_differ_is_counted()
    {
        var comparison = new Comparison([], new Outcome(JsonValue.Create(1)), new Outcome(null, "D3137: Attempted to divide by zero.")) { Leniency = Leniency.None with { FailsForInfinity = true } };
        Assert.True(comparison.Agrees);
        Assert.True(comparison.NeedsLeniency);
        Assert.False((comparison with { Actual = comparison.Expected }).NeedsLeniency);
        Assert.False((comparison with { Leniency = Leniency.None }).NeedsLeniency);
    }
}
