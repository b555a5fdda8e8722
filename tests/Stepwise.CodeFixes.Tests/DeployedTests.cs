namespace Stepwise.CodeFixes.Tests;

public sealed class DeployedTests
{
    [Theory]
    [InlineData("TableName = \"${OrdersTableName}\"", "TableName = Deployed.Table(\"orders\")")]
    [InlineData("TableName = Table", "TableName = Deployed.Table(\"daily-orders\")")]
    [InlineData("SubnetId = @\"${SubnetA}\"", "SubnetId = Deployed.Value(\"SubnetA\")")]
    [InlineData("Arn = \"arn:aws:sns:${AWS::Region}:1:{x}\\n${Name}\"", "Arn = $\"arn:aws:sns:{Deployed.Value(\"Region\")}:1:{{x}}\\n{Deployed.Value(\"Name\")}\"")]
    [InlineData("Text = id + \"<${X}>\"", "Text = id + $\"<{Deployed.Value(\"X\")}>\"")]
    [InlineData("Text = \"a\" + \"<${X}>\"", "Text = \"a\" + $\"<{Deployed.Value(\"X\")}>\"")]
    [InlineData("Text = $\"{id}${{X}} ${{Y}}\"", "Text = $\"{id}{Deployed.Value(\"X\")} {Deployed.Value(\"Y\")}\"")]
    [InlineData("Tables = new System.Collections.Generic.Dictionary<string, int> { [\"${X}\"] = 1 }", "Tables = new System.Collections.Generic.Dictionary<string, int> { [Deployed.Value(\"X\")] = 1 }")]
    [InlineData("Text = $$\"\"\"{{id}}${X}\"\"\"", "Text = $$\"\"\"{{id}}{{Deployed.Value(\"X\")}}\"\"\"")]
    public Task A_text_that_looks_like_a_substitution_becomes_a_call(string before, string after) => Fixing.Fixes("ASL310", Source(before), Source(after));

    [Theory]
    [InlineData("Text = \"Dear ${name}\"", "Text = Asl.Literal(\"Dear ${name}\")")]
    [InlineData("Text = Table", "Text = Asl.Literal(Table)")]
    public Task A_text_can_be_kept(string before, string after) => Fixing.Fixes("ASL310", Source(before), Source(after), "Keep the text with Asl.Literal");

    [Theory]
    [InlineData("Text = id is \"${X}\" ? 1 : 2")]
    [InlineData("Text = id is not (\"a\" or (\"${X}\")) ? 1 : 2")]
    [InlineData("Text = id switch { \"${X}\" => 1, _ => 2 }")]
    [InlineData("Text = id is Table ? 1 : 2")]
    [InlineData("Text = id is \"a${X}b\" ? 1 : 2")]
    public async Task Nothing_is_offered_in_a_pattern(string member) => Assert.Empty(await Fixing.Offered("ASL310", Source(member)));

    [Fact]
    public async Task Nothing_is_offered_in_a_case() => Assert.Empty(await Fixing.Offered("ASL310", Source("Text = 1").Replace(
        "public static object Make(string id) => new { Text = 1 };",
        "public static object Make(string id) { switch (id) { case \"${X}\": return new { A = 1 }; default: return new { A = 2 }; } }",
        StringComparison.Ordinal)));

    private static string Source(string member) => $$"""
        using Stepwise;

        [StateMachine("order")]
        public sealed partial class Order
        {
            private const string Table = "${DailyOrdersTableName}";

            [Start(Next = nameof(Make))]
            public static partial void Start(string id);

            [Pass(End = true)]
            public static object Make(string id) => new { {{member}} };
        }
        """;
}
