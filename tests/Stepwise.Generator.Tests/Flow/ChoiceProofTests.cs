using Stepwise.Generator.Tests.Diagnostics;

namespace Stepwise.Generator.Tests.Flow;

/// <summary>What the conditions of a Choice prove about a value that may be null, or may never have been set.</summary>
public sealed class ChoiceProofTests
{
    [Theory]
    [InlineData("r is { N: > 2 } ? nameof(D) : nameof(A)")]
    [InlineData("r is null ? nameof(A) : nameof(D)")]
    [InlineData("r?.N > 2 && r.Ok ? nameof(D) : nameof(A)")]
    [InlineData("r switch { null => nameof(A), { Ok: true } => nameof(D), _ => nameof(D) }")]
    [InlineData("r switch { { N: 1 } => nameof(D), { N: 2 } => nameof(D), _ => nameof(A) }")]
    [InlineData("{ if (r is null) return nameof(A); if (r.Ok) return nameof(D); return nameof(D); }", true)]
    [InlineData("{ switch (r) { case null: return nameof(A); case { Ok: true }: return nameof(D); default: return nameof(D); } }", true)]
    [InlineData("{ if (n > 1) { if (r is { Ok: true }) return nameof(D); } return nameof(A); }", true)]
    [InlineData("{ var big = n > 1; if (!big || r is null) return nameof(A); return nameof(D); }", true)]
    public void A_proof_is_an_assignment(string body, bool isBlock = false)
    {
        Assert.Empty(Errors(Choice(body, isBlock), "Price"));
        Assert.Empty(Errors(Choice(body, isBlock), "Price?"));
    }

    [Theory]
    [InlineData("r is { N: > 2 } ? nameof(A) : nameof(D)")]
    [InlineData("n > 2 ? nameof(D) : nameof(A)")]
    [InlineData("r is { N: > 2 } || n > 1 ? nameof(D) : nameof(A)")]
    [InlineData("r switch { { Ok: true } => nameof(D), null when n > 1 => nameof(D), _ => nameof(A) }")]
    [InlineData("{ if (r is null && n > 1) return nameof(A); return nameof(D); }", true)]
    [InlineData("{ if (r is null) { if (n > 1) return nameof(A); } return nameof(D); }", true)]
    [InlineData("{ var other = r; r = new Price(1, true); if (r is not null) return nameof(D); return nameof(A); }", true)]
    public void What_does_not_prove_it_is_reported(string body, bool isBlock = false)
    {
        Assert.Equal(["ASL201"], Errors(Choice(body, isBlock), "Price"));
        Assert.Equal(["ASL203"], Errors(Choice(body, isBlock), "Price?"));
    }

    [Fact]
    public void Every_way_into_the_state_has_to_prove_it()
    {
        const string Proof = "[Choice] public static NextState Check(Price? r, int n) => r is { N: > 2 } ? nameof(D) : nameof(A);";
        Assert.Equal(["ASL201"], Errors(Proof, "Price", afterA: "D"));
        Assert.Equal(["ASL203"], Errors(Proof, "Price?", afterA: "D"));
    }

    [Fact]
    public void A_value_that_is_set_again_is_no_longer_proved()
    {
        const string Proof = """
            [Choice] public static NextState Check(Price? r, int n) => r is { N: > 2 } ? nameof(Again) : nameof(A);
            [LambdaTask("again", ResultName = "r", Next = nameof(D))] public static partial Task<Price?> Again();
            """;
        Assert.Equal(["ASL203"], Errors(Proof, "Price?"));
        Assert.Empty(Errors(Proof.Replace("Task<Price?>", "Task<Price>", StringComparison.Ordinal), "Price?"));
    }

    [Fact]
    public void A_path_is_proved_like_a_value()
    {
        const string Proof = "[Choice] public static NextState Check(Price? r, int n) => r is { Note: \"x\" } ? nameof(D) : nameof(A);";
        Assert.Empty(Errors(Proof, "Price?", read: "[From(\"r.Note\")] string note"));
        Assert.Equal(["ASL203"], Errors(Proof.Replace("Note: \"x\"", "N: 1", StringComparison.Ordinal), "Price?", read: "[From(\"r.Note\")] string note"));
    }

    private static string Choice(string body, bool isBlock) => "[Choice] public static NextState Check(Price? r, int n) " + (isBlock ? body : "=> " + body + ";");

    private static List<string> Errors(string choice, string result, string? afterA = null, string read = "Price r") => [.. Marked.Analyze($$"""
        using System.Threading.Tasks;

        public sealed record Price(int N, bool Ok) { public string? Note { get; init; } }

        [StateMachine("order"), Retry]
        public sealed partial class Order
        {
            [Start(Next = nameof(IsKnown))] public static partial void Start(bool known, int n);
            [Choice] public static NextState IsKnown(bool known) => known ? nameof(Get) : nameof({{(result == "Price" ? "Check" : "Get2")}});
            [LambdaTask("get", ResultName = "r", Next = nameof(Check)), Catch(Next = nameof(Failed))] public static partial Task<{{result}}> Get();
            {{(result == "Price" ? "" : "[LambdaTask(\"get\", ResultName = \"r\", Next = nameof(Check)), Catch(Next = nameof(Failed))] public static partial Task<Price?> Get2();")}}
            {{choice}}
            [LambdaTask("d", End = true), Catch(Next = nameof(Failed))] public static partial Task D({{read}});
            [Pass({{(afterA is null ? "End = true" : "Next = nameof(" + afterA + ")")}})] public static partial void A();
            [Fail("Failed")] public static partial void Failed();
        }
        """).Where(static finding => finding.Id is not "ASL405" && finding.Severity is Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Select(static finding => finding.Id)];
}
