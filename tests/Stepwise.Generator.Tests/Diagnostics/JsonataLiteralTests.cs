namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>JSONata in C# literals: what is wrong is marked inside the literal, whatever its form.</summary>
public sealed class JsonataLiteralTests
{
    private const string Incomplete = "Step Functions rejects this JSONata: Expected \")\", got \"b\"";

    [Fact]
    public void ASL306_The_JSONata_is_not_valid() => Pass("\"$sum([1, 2] [|b|])\"").Reports("ASL306", Incomplete);

    [Fact]
    public void ASL307_The_JSONata_cannot_work() => Pass("\"1 + [|$sum([1], 2)|]\"")
        .Reports("ASL307", "Step Functions accepts this JSONata, but it fails or returns nothing when it runs: The function '$sum' takes 1 argument, not 2; the call fails when it runs");

    [Theory]
    [InlineData("""
        "$f(\"a\\n\", \u0061 [|b|])"
        """)]
    [InlineData("""
        "$f(\x61, '\t' [|\u0062|])"
        """)]
    [InlineData("""
        @"$f(""a"",
            'c' [|b|])"
        """)]
    [InlineData(""""
        """$f("a" [|b|])"""
        """")]
    [InlineData(""""
        """
          $f(
            "a"
            [|b|]
          )
          """
        """")]
    [InlineData(""""
        "$f(" + (@"""a"" " + """[|b|]""") + ")"
        """")]
    public void An_expression_is_marked_in_literals_of_all_forms(string literal) => Pass(literal.Replace("$f", "$string", StringComparison.Ordinal)).Reports("ASL306", Incomplete);

    [Fact]
    public void A_constant_that_is_declared_elsewhere_is_marked_as_a_whole() => Pass("[|Text|]", "private const string Text = \"$sum(1 b)\";").Reports("ASL306", Incomplete);

    [Theory]
    [InlineData("\"[|$$|].a\"", "'$$' is not supported. The context object is $states.context, the input $states.input")]
    [InlineData("\"[|$eval|]('1')\"", "The function $eval is not supported. Use $parse for JSON text")]
    [InlineData("\"[|phone|] = 1\"", "Reference to 'phone' at the top level is not supported. There is no context item; read the state's input as $states.input.phone")]
    [InlineData("\"1 [|+|]\"", "Unexpected end of expression")]
    [InlineData("\"$sum([|1|]\"", "Expected \")\" before end of expression")]
    [InlineData("\"1 + [|'a|]\"", "String literal must be terminated by a matching quote")]
    [InlineData("\"'a[|\\\\q|]'\"", "Unsupported escape sequence: \\\"q\"")]
    public void What_Step_Functions_refuses(string literal, string problem) => Pass(literal).Reports("ASL306", "Step Functions rejects this JSONata: " + problem);

    [Fact]
    public void Several_mistakes_are_all_marked() => Pass("\"[1 [|2|], 3, 4 [|5|]]\"")
        .ReportsEach("ASL306", "Step Functions rejects this JSONata: Expected \"]\", got 2", "Step Functions rejects this JSONata: Expected \"]\", got 5");

    [Theory]
    [InlineData("""
        "{ \"Type\": \"Pass\", \"Output\": { \"a\": [\"{% $string(1 [|b|]) %}\"] }, \"End\": true }"
        """)]
    [InlineData("""
        "{ \"Type\": \"Pass\", \"Output\": \"{% $string(\\\"\\u00e4\\\" [|\\u0062|]) %}\", \"End\": true }"
        """)]
    [InlineData(""""
        """
          {
            "Type": "Pass",
            "Output": "{% $string(\"x\"\n[|b|]) %}",
            "End": true
          }
          """
        """")]
    [InlineData("""
        @"{ ""Type"": ""Pass"", ""Output"": ""{% $string(1 [|b|]) %}"", ""End"": true }"
        """)]
    public void The_JSON_of_a_raw_state(string literal) => Raw("RawState(" + literal + ")").Reports("ASL306", Incomplete);

    [Fact]
    public void States_in_a_raw_state_have_their_own_language()
    {
        const string Map = "{ 'Type': 'Map', 'End': true, 'QueryLanguage': 'JSONata', 'Items': '{% [1 QUERY] %}', 'ItemProcessor': { 'StartAt': 'A', 'States': { 'A': { 'Type': 'Pass', MEMBER, 'End': true } } } }";
        string Literal(string query, string member)
            => "RawState(\"\"\"" + Map.Replace("QUERY", query, StringComparison.Ordinal).Replace("MEMBER", member, StringComparison.Ordinal).Replace('\'', '"') + "\"\"\")";
        const string Attributes = "StateMachine(\"order\", QueryLanguage = QueryLanguage.JsonPath)";
        Raw(Literal("", "'Comment': '{% 1 1 %}', 'Result': '{% 1 1 %}'"), Attributes).IsFine();
        Raw(Literal("[|2|]", "'Result': '{% 1 1 %}'"), Attributes).Reports("ASL306", "Step Functions rejects this JSONata: Expected \"]\", got 2");
        Raw(Literal("", "'QueryLanguage': 'JSONata', 'Output': '{% 1 [|1|] %}'"), Attributes).Reports("ASL306", "Step Functions rejects this JSONata: Syntax error: 1");
    }

    [Fact]
    public void The_arguments_of_a_raw_task() => Raw("RawTask(\"arn:aws:states:::sqs:sendMessage\", \"{ \\\"QueueUrl\\\": \\\"u\\\", \\\"MessageBody\\\": \\\"{% $string(1 [|b|]) %}\\\" }\", End = true), Retry, Catch(Next = nameof(Failed))")
        .Reports("ASL306", Incomplete);

    private static Marked Pass(string literal, string members = "") => Marked.Source($$"""
        [StateMachine("order")]
        public sealed partial class Order
        {
            {{members}}

            [Start(Next = nameof(Mark))]
            public static partial void Start(string orderId);

            [Pass(ResultName = "mark", Next = nameof(Done))]
            public static string Mark(string orderId) => Asl.Jsonata<string>({{literal}}, orderId);

            [Succeed]
            public static partial void Done();
        }
        """);

    private static Marked Raw(string attribute, string attributes = "StateMachine(\"order\")") => Marked.Source($$"""
        [{{attributes}}]
        public sealed partial class Order
        {
            [Start(Next = nameof(Mark))]
            public static partial void Start(string orderId);

            [{{attribute}}]
            public static partial {{(attribute.StartsWith("RawTask", StringComparison.Ordinal) ? "Task" : "void")}} Mark();
            {{(attribute.Contains("Failed", StringComparison.Ordinal) ? "[Fail(\"OrderFailed\")] public static partial void Failed();" : "")}}
        }
        """);
}
