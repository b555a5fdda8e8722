using Stepwise.Generator.Translation;

namespace Stepwise.Generator.Tests.Translation;

public class ChoiceTests
{
    [Theory]
    [InlineData("flag ? nameof(A) : nameof(B)", "$flag -> A; else B")]
    [InlineData("flag ? nameof(A) : n > 1 ? nameof(Workflow.B) : nameof(C)", "$flag -> A; $n > 1 -> B; else C")]
    [InlineData("n switch { > 0 => nameof(A), _ => nameof(B) }", "$n > 0 -> A; else B")]
    [InlineData("s switch { { Color: Color.Red } => nameof(A), { Ok: true } when n > 1 => nameof(B), _ => nameof(C) }", "$s.color = 'red' -> A; $s.ok and $n > 1 -> B; else C")]
    [InlineData("(flag, n) switch { (true, > 0) => nameof(A), (true, _) => nameof(B), (false, var x) when x < 0 => nameof(A), _ => nameof(C) }", "$flag and $n > 0 -> A; $flag -> B; $not($flag) and $n < 0 -> A; else C")]
    [InlineData("flag switch { true => nameof(A), false => nameof(B) }", "$flag -> A; else B")]
    [InlineData("(flag, s.Ok) switch { (true, true) => nameof(A), (true, false) => nameof(B), (false, _) => nameof(C) }", "$flag and $s.ok -> A; $flag and $not($s.ok) -> B; else C")]
    [InlineData("maybe switch { true => nameof(A), false => nameof(B), null => nameof(C) }", "$exists($maybe) and $maybe = true -> A; $exists($maybe) and $maybe = false -> B; else C")]
    [InlineData("s.Color switch { Color.Red => nameof(A), Color.Green => nameof(B) }", "$s.color = 'red' -> A; $s.color = 'Green' -> B")]
    [InlineData("flag ? n switch { 1 => nameof(A), _ => nameof(B) } : nameof(C)", "$flag and $n = 1 -> A; $flag -> B; else C")]
    [InlineData("n switch { 1 => flag ? nameof(A) : nameof(B), 2 or 3 => nameof(B), _ => s.Ok ? nameof(C) : nameof(A) }", "$n = 1 and $flag -> A; $n = 1 -> B; $n in [2, 3] -> B; $s.ok -> C; else A")]
    [InlineData("(nameof(A))", "else A")]
    [InlineData("true ? nameof(A) : nameof(B)", "else A")]
    [InlineData("NextState.FromString(nameof(A))", "else ", "ASL107 «NextState.FromString(nameof(A))» NextState.FromString(nameof(A)): write nameof(State)")]
    [InlineData("flag ? \"A\" : nameof(B)", "$flag -> ; else B", "ASL107 «\"A\"» \"A\": write nameof(State)")]
    [InlineData("flag ? n switch { 1 => nameof(A), 2 => nameof(B) } : nameof(C)", "$flag and $n = 1 -> A; $flag and $n = 2 -> B; else C", "ASL301 «switch» a nested switch that does not cover every value: add an arm '_ => nameof(State)'")]
    [InlineData("n switch { 1 => nameof(A), _ => throw new InvalidOperationException() }", "$n = 1 -> A", "ASL301 «throw» 'throw': go to a [Fail] state")]
    public void Arms(string body, string expected, string? finding = null)
    {
        var read = Body.ReadChoice(body);
        var translator = new JsonataTranslator(static name => "$" + name, read.Report);
        var arms = read.Arms.Select(arm => (arm.Condition is null ? "else" : translator.Translate(arm.Condition) + " ->") + " " + arm.Target.Member);
        Assert.Equal(finding is null ? [] : [finding], read.Findings);
        Assert.Equal(expected, string.Join("; ", arms));
    }

    [Fact]
    public void A_text_in_place_of_nameof_is_offered_to_the_fix()
    {
        var finding = Assert.Single(Body.ReadChoice("flag ? \"A\" : nameof(B)").Diagnostics);
        Assert.Equal("Member", finding.Properties[0].Name);
        Assert.Equal("A", finding.Properties[0].Value);
    }
}
