namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>Texts in bodies that look like substitutions.</summary>
public sealed class LooseSubstitutionTests
{
    [Theory]
    [InlineData("TableName = \"[|${OrdersTableName}|]\"", "${OrdersTableName}", "Deployed.Table(\"orders\")")]
    [InlineData("TableName = @\"[|${DailyOrders2Table}|]\"", "${DailyOrders2Table}", "Deployed.Table(\"daily-orders2\")")]
    [InlineData("StateMachineArn = \"[|${ShipmentStateMachineArn}|]\"", "${ShipmentStateMachineArn}", "Deployed.StateMachine(\"shipment\")")]
    [InlineData("queueUrl = \"[|${DialTasksQueueUrl}|]\"", "${DialTasksQueueUrl}", "Deployed.Queue(\"dial-tasks\")")]
    [InlineData("FunctionName = \"[|${HTTPWorkFunctionArn}|]\"", "${HTTPWorkFunctionArn}", "Deployed.Function(\"http-work\")")]
    [InlineData("SubnetId = \"[|${SubnetA}|]\"", "${SubnetA}", "Deployed.Value(\"SubnetA\")")]
    [InlineData("TableName = \"[|${TableName}|]\"", "${TableName}", "Deployed.Value(\"TableName\")")]
    [InlineData("TableName = \"prefix-[|${Orders}|]\"", "${Orders}", "Deployed.Value(\"Orders\")")]
    [InlineData("Arn = \"arn:aws:iam::[|${AWS::AccountId}|]:role/x\"", "${AWS::AccountId}", "Deployed.Value(\"AccountId\")")]
    [InlineData("Text = \"a\" + \"b[|${X}|]\" + \"c\"", "${X}", "Deployed.Value(\"X\")")]
    [InlineData("Text = $\"[|<${{X}}>|]{id}\"", "${X}", "Deployed.Value(\"X\")")]
    [InlineData("Text = [|$\"<${{X}}>{Fixed}\"|]", "${X}", "Deployed.Value(\"X\")")]
    [InlineData("TableName = [|Table|]", "${OrdersTableName}", "Deployed.Table(\"orders\")")]
    [InlineData("Text = id == \"[|${X}|]\" ? \"a\" : \"b\"", "${X}", "Deployed.Value(\"X\")")]
    [InlineData("Items = new[] { id, \"[|${X}|]\" }", "${X}", "Deployed.Value(\"X\")")]
    [InlineData("Items = new System.Collections.Generic.Dictionary<string, string> { [\"[|${X}|]\"] = id }", "${X}", "Deployed.Value(\"X\")")]
    [InlineData("Items = new System.Collections.Generic.Dictionary<string, string> { { \"[|${X}|]\", id } }", "${X}", "Deployed.Value(\"X\")")]
    public void ASL310_A_text_that_looks_like_a_substitution(string member, string text, string call) => Order(member)
        .ReportsFirst("ASL310", $"The deployment does not replace '{text}' in a text: write {call}. To keep it as it is, write Asl.Literal around the text");

    [Theory]
    [InlineData("id is \"[|${X}|]\"", "Deployed.Value(\"X\")")]
    [InlineData("id is not (\"a\" or \"[|${X}|]\")", "Deployed.Value(\"X\")")]
    [InlineData("id is \"a[|${X}|]b\"", "$\"...{Deployed.Value(\"X\")}...\"")]
    [InlineData("id is [|Table|]", "Deployed.Value(\"OrdersTableName\")")]
    [InlineData("id switch { \"[|${X}|]\" => true, _ => false }", "Deployed.Value(\"X\")")]
    public void ASL310_A_pattern_takes_a_constant(string condition, string call) => Order("Text = " + condition + " ? 1 : 2")
        .ReportsFirst("ASL310", Pattern(condition.Contains("Table", StringComparison.Ordinal) ? "${OrdersTableName}" : "${X}", call));

    [Theory]
    [InlineData("Text = Asl.Literal(\"Dear ${name}\")")]
    [InlineData("Text = \"${not closed\"")]
    [InlineData("Text = \"${}\"")]
    [InlineData("Text = \"${a b}\"")]
    [InlineData("Text = \"{X}$\"")]
    [InlineData("Text = $\"{Asl.Literal(\"${X}\")}{id}\"")]
    [InlineData("Text = $\"{Deployed.Value(\"X\")}{id}\"")]
    [InlineData("Text = id == Deployed.Value(\"X\") ? \"a\" : \"b\"")]
    [InlineData("Text = id == Asl.Literal(\"${X}\") ? \"a\" : \"b\"")]
    [InlineData("Items = new System.Collections.Generic.Dictionary<string, string> { [Asl.Literal(\"${X}\")] = id }")]
    public void Other_texts_are_fine(string member) => Order(member).IsFine();

    [Fact]
    public void ASL301_The_literal_is_a_constant() => Order("Text = Asl.Literal([|id|])")
        .ReportsFirst("ASL301", "A literal text that is computed has no counterpart in the Amazon States Language. Write a constant");

    [Theory]
    [InlineData("tables[\"[|${X}|]\"]")]
    [InlineData("tables.ContainsKey(\"[|${X}|]\")")]
    [InlineData("tables.TryGetValue(\"[|${X}|]\", out var found) ? found : 0")]
    public void ASL310_A_key_that_is_read(string value) => Tables(value)
        .ReportsFirst("ASL310", "The deployment does not replace '${X}' in a text: write Deployed.Value(\"X\"). To keep it as it is, write Asl.Literal around the text");

    [Theory]
    [InlineData("tables[Deployed.Value(\"X\")]")]
    [InlineData("tables[Asl.Literal(\"${X}\")]")]
    [InlineData("tables.ContainsKey(Deployed.Value(\"X\"))")]
    public void A_key_that_is_read_may_be_a_call(string value) => Tables(value).IsFine();

    private static string Pattern(string text, string call) =>
        $"The deployment does not replace '{text}' in a text: write a comparison with '== {call}', because a pattern and a case take only a constant. To keep it as it is, write a comparison with Asl.Literal";

    private static Marked Tables(string value) => Marked.Source($$"""
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Make))] public static partial void Start(System.Collections.Generic.Dictionary<string, int> tables);
            [Pass(End = true)] public static object Make(System.Collections.Generic.Dictionary<string, int> tables) => new { Value = {{value}} };
        }
        """);

    [Fact]
    public void ASL310_A_case_takes_a_constant() => Marked.Source("""
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Make))] public static partial void Start(string id);
            [Pass(End = true)] public static object Make(string id) { switch (id) { case "[|${X}|]": return new { A = 1 }; default: return new { A = 2 }; } }
        }
        """).ReportsFirst("ASL310", Pattern("${X}", "Deployed.Value(\"X\")"));

    [Fact]
    public void ASL301_An_ARN_is_not_a_name() => Order("Text = Deployed.Topic([|\"arn:aws:sns:eu-west-1:123456789012:orders\"|])")
        .ReportsFirst("ASL301", "An ARN as the name of a resource has no counterpart in the Amazon States Language. Write the resource's name, or the ARN as a text without Deployed");

    [Theory]
    [InlineData("Table", "arn:aws:dynamodb:eu-west-1:123456789012:table/orders")]
    [InlineData("Queue", "arn:aws:sqs:eu-west-1:123456789012:orders")]
    public void ASL301_An_ARN_does_not_stand_for_a_name_or_a_URL(string method, string arn) => Order($"Text = Deployed.{method}([|\"{arn}\"|])")
        .ReportsFirst("ASL301", "An ARN as the name of a resource has no counterpart in the Amazon States Language. Write the resource's name");

    [Fact]
    public void ASL301_The_name_of_a_value_is_a_key() => Order("Text = Deployed.Value([|\"subnet-a\"|])")
        .ReportsFirst("ASL301", "The value's name 'subnet-a' has no counterpart in the Amazon States Language. Use letters and digits, as in 'SubnetId'");

    [Fact]
    public void ASL017_A_value_has_the_key_of_a_resource() => Order("A = Deployed.Topic(\"orders\"), B = [|Deployed.Value(\"OrdersTopicArn\")|]")
        .ReportsFirst("ASL017", "'orders' and 'OrdersTopicArn' would both be the substitution ${OrdersTopicArn}: rename one of them, so that the letters and digits differ");

    private static Marked Order(string member) => Marked.Source($$"""
        [StateMachine("order")]
        public sealed partial class Order
        {
            private const string Fixed = "f";
            private const string Table = "${OrdersTableName}";

            [Start(Next = nameof(Make))] public static partial void Start(string id);
            [Pass(End = true)] public static object Make(string id) => new { {{member}} };
        }
        """);
}
