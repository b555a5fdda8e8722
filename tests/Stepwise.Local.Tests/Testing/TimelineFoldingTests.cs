using CsCheck;
using Stepwise.Json;
using Stepwise.Local.Testing;

namespace Stepwise.Local.Tests.Testing;

/// <summary>What is repeated on a path is said once.</summary>
public sealed class TimelineFoldingTests
{
    [Theory]
    [InlineData("A", "A")]
    [InlineData("A B C", "A -> B -> C")]
    [InlineData("A A A", "A x 3")]
    [InlineData("A B C B C B C D", "A -> [B -> C] x 3 -> D")]
    [InlineData("Q M I M I M I Q M I M I M I E", "[Q -> [M -> I] x 3] x 2 -> E")]
    [InlineData("Q M I M I Q M I M I M I E", "Q -> [M -> I] x 2 -> Q -> [M -> I] x 3 -> E")]
    [InlineData("A A B A A B A A B", "[A x 2 -> B] x 3")]
    [InlineData("Q M C I Q I M C I M C I E", "Q -> M -> C -> I -> Q -> I -> [M -> C -> I] x 2 -> E")]
    [InlineData("A B A B C A B A B C", "[[A -> B] x 2 -> C] x 2")]
    public void Loops_are_folded_also_in_loops(string visits, string expected)
        => Assert.Equal(expected, string.Join(" -> ", TimelineFolding.Fold([.. visits.Split(' ').Select(Visit)])));

    [Fact]
    public void A_visit_that_failed_on_the_way_is_no_repetition_of_one_that_did_not()
    {
        var failed = Visit("B") with { Attempts = 2, Failures = [new(default, "Oops", null)] };
        Assert.Equal("[A -> B] x 2 -> A -> B (2 attempts) -> [A -> B] x 2", string.Join(" -> ", TimelineFolding.Fold([.. "A B A B A".Split(' ').Select(Visit), failed, .. "A B A B".Split(' ').Select(Visit)])));
    }

    [Fact]
    public void A_loop_spans_from_its_first_visit_to_its_last()
    {
        var start = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var loop = Assert.Single(TimelineFolding.Fold([.. Enumerable.Range(0, 6).Select(i => Visit(i % 2 == 0 ? "A" : "B") with { EnteredAt = start.AddMinutes(i) })]));
        Assert.Equal((3, "A", "B"), (loop.Count, loop.First.Name, loop.Last.Name));
        Assert.Equal((start, start.AddMinutes(5)), (loop.First.EnteredAt, loop.Last.EnteredAt));
    }

    [Fact]
    public void Folding_loses_no_visit_and_leaves_no_repetition()
        => Gen.Int[0, 2].List[0, 60].Sample(kinds =>
        {
            var steps = TimelineFolding.Fold([.. kinds.Select(kind => Visit("ABC"[kind].ToString()))]);
            Assert.Equal(kinds.Select(kind => "ABC"[kind].ToString()), Unfolded(steps));
            var texts = steps.Select(step => step.ToString()).ToList();
            for (var length = 1; length <= texts.Count / 2; length++)
            {
                for (var start = 0; start + (2 * length) <= texts.Count; start++)
                {
                    Assert.NotEqual(texts.Skip(start).Take(length), texts.Skip(start + length).Take(length));
                }
            }
        });

    private static IEnumerable<string> Unfolded(IEnumerable<TimelineStep> steps)
        => steps.SelectMany(step => step.Steps.Count == 0 ? [step.First.Name] : Enumerable.Repeat(Unfolded(step.Steps), step.Count).SelectMany(names => names));

    private static VisitedState Visit(string name) => new(name, "Pass", default, null, JsonObject.Empty, null, 0, []);
}
