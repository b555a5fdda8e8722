namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>Values at the edge of a state: fields of the document that share a name, members that are null although they are there, outputs of states that compute none.</summary>
public sealed class MachineEdgeTests
{
    private const string SnakeCase = "StateMachine(\"order\", QueryLanguage = QueryLanguage.JsonPath, JsonNaming = JsonNaming.SnakeCase), Retry, Catch(Next = nameof(Failed))";
    private const string JsonPath = "StateMachine(\"order\", QueryLanguage = QueryLanguage.JsonPath), Retry, Catch(Next = nameof(Failed))";

    [Theory]
    [InlineData(SnakeCase, "string orderId", "LambdaTask(\"find\", ResultName = [|\"order_id\"|], Next = nameof(Done))", "order_id", "'Find'")]
    [InlineData(JsonPath, "string OrderId", "LambdaTask(\"find\", ResultName = [|\"orderId\"|], Next = nameof(Done))", "orderId", "'Find'")]
    [InlineData(JsonPath, "[Payload] Input input", "LambdaTask(\"find\", ResultName = [|\"result\"|], Next = nameof(Done))", "result", "'Find'")]
    [InlineData(JsonPath, "[Payload] Input input", "LambdaTask(\"find\", ResultName = \"found\", Next = nameof(Done)), [|Catch|](Next = nameof(Failed), ResultName = \"mistake\")", "mistake", "this [Catch]")]
    public void A_result_does_not_take_the_field_of_an_input(string machine, string input, string task, string field, string writer) => Marked.Source($$"""
        public sealed record Input(
            [property: System.Text.Json.Serialization.JsonPropertyName("result")] string First,
            [property: System.Text.Json.Serialization.JsonPropertyName("mistake")] string Second);

        [{{machine}}]
        public sealed partial class Order
        {
            [Start(Next = nameof(Find))] public static partial void Start({{input}});
            [{{task}}] public static partial Task<int> Find();
            [Succeed] public static partial void Done();
            [Fail("OrderFailed")] public static partial void Failed();
        }
        """)
        .Reports("ASL205", $"'{field}' is a property of the input, and {writer} would overwrite it: give the result another ResultName");

    [Fact]
    public void A_variable_may_have_the_wire_name_of_an_input() => Marked.Source("""
        [StateMachine("order", JsonNaming = JsonNaming.SnakeCase), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Find))] public static partial void Start(string orderId);
            [LambdaTask("find", ResultName = "order_id", Next = nameof(Done))] public static partial Task<int> Find();
            [Succeed] public static object Done(int order_id, string orderId) => new { A = order_id, B = orderId };
            [Fail("OrderFailed")] public static partial void Failed();
        }
        """).IsFine();

    [Theory]
    [InlineData("error.[|Cause|]", "error.Cause")]
    [InlineData("$\"<{error.[|Error|]}>\"", "error.Error")]
    public void A_failure_from_outside_may_have_no_cause(string cause, string path) => Marked.Source($$"""
        [StateMachine("order", QueryLanguage = QueryLanguage.JsonPath), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Ask))] public static partial void Start(string orderId);
            [LambdaTask("ask", TimeoutSeconds = 60, Next = nameof(Done))] public static partial Task Ask(TaskToken token);
            [Succeed] public static partial void Done();
            [Fail("OrderFailed")] public static string? Failed(WorkflowError error) => {{cause}};
        }
        """)
        .Reports("ASL303", $"'{path}' may be missing or null here, and JSONPath has no value for that. Make it non-nullable if it is always set, or set QueryLanguage = QueryLanguage.Jsonata on this state");

    [Theory]
    [InlineData("arn:aws:states:::glue:startJobRun.sync", false)]
    [InlineData("arn:aws:states:::aws-sdk:s3:listBuckets", false)]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:ask", false)]
    [InlineData("arn:aws:states:::sqs:sendMessage.waitForTaskToken", true)]
    [InlineData("arn:aws:states:us-east-1:123456789012:activity:ask", true)]
    public void A_failure_of_a_raw_task_may_have_no_cause_if_somebody_else_ends_it(string resource, bool expected) => Assert.Equal(expected, Marked.Analyze($$"""
        [StateMachine("order", QueryLanguage = QueryLanguage.JsonPath), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Ask))] public static partial void Start(string orderId);
            [RawTask("{{resource}}", "{}", Next = nameof(Done))] public static partial Task Ask();
            [Succeed] public static partial void Done();
            [Fail("OrderFailed")] public static string? Failed(WorkflowError error) => error.Cause;
        }
        """).Any(static finding => finding.Id is "ASL303"));

    [Fact]
    public void A_failure_of_a_function_has_a_cause() => Marked.Source("""
        [StateMachine("order", QueryLanguage = QueryLanguage.JsonPath), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Ask))] public static partial void Start(string orderId);
            [LambdaTask("ask", TimeoutSeconds = 60, Next = nameof(Done))] public static partial Task Ask();
            [Succeed] public static partial void Done();
            [Fail("OrderFailed")] public static string? Failed(WorkflowError error) => $"{error.Error}: {error.Cause}";
        }
        """).IsFine();

    [Theory]
    [InlineData("failure?.[|Cause|]")]
    [InlineData("$\"<{failure?.[|Cause|]}>\"")]
    public void An_error_that_was_not_caught_on_each_path_has_no_cause(string cause) => Marked.Source($$"""
        [StateMachine("order", QueryLanguage = QueryLanguage.JsonPath), Retry]
        public sealed partial class Order
        {
            [Start(Next = nameof(Ask))] public static partial void Start(string orderId);
            [LambdaTask("ask", TimeoutSeconds = 60, Next = nameof(Failed)), Catch(Next = nameof(Failed), ResultName = "failure")] public static partial Task Ask();
            [Fail("OrderFailed")] public static string? Failed(WorkflowError? failure) => {{cause}};
        }
        """)
        .Reports("ASL303", "'failure.Cause' may be missing or null here, and JSONPath has no value for that. Make it non-nullable if it is always set, or set QueryLanguage = QueryLanguage.Jsonata on this state");

    [Fact]
    public void A_member_that_is_written_as_null_has_no_text() => Marked.Source("""
        public sealed record Note([property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)] string? Text);

        [StateMachine("order", QueryLanguage = QueryLanguage.JsonPath)]
        public sealed partial class Order
        {
            [Start(Next = nameof(Failed))] public static partial void Start(Note note);
            [Fail("OrderFailed")] public static string Failed(Note note) => $"<{note.[|Text|]}>";
        }
        """)
        .Reports("ASL303", "'note.Text' may be missing or null here, and JSONPath has no value for that. Make it non-nullable if it is always set, or set QueryLanguage = QueryLanguage.Jsonata on this state");

    [Theory]
    [InlineData("[Choice] public static NextState Next(WorkflowContext context) => context.[|RetryCount|] == 0 ? nameof(Done) : nameof(Failed);")]
    [InlineData("[Pass(Next = nameof(Done), ResultName = \"count\")] public static int Next(WorkflowContext context) => context.[|RetryCount|];")]
    [InlineData("[Wait(Next = nameof(Done))] public static TimeSpan Next(WorkflowContext context) => TimeSpan.FromSeconds(context.[|RetryCount|]);")]
    public void Only_a_task_counts_its_retries(string state)
    {
        foreach (var language in new[] { "Jsonata", "JsonPath" })
        {
            Marked.Members(
                "    [Start(Next = nameof(Next))] public static partial void Start(string orderId);\n    " + state,
                $"StateMachine(\"order\", QueryLanguage = QueryLanguage.{language})")
                .ReportsFirst("ASL301", "'RetryCount' outside of a task has no counterpart in the Amazon States Language. Read it in the body of a [ServiceTask]: only a task has a retry count in its context");
        }
    }

    [Fact]
    public void A_task_reads_its_retry_count() => Marked.Members("""
            [Start(Next = nameof(Tell))] public static partial void Start(string orderId);
            [ServiceTask("sns:publish", Next = nameof(Done))]
            public static object Tell(WorkflowContext context) => new { TopicArn = Deployed.Topic("orders"), Message = $"Attempt {context.RetryCount}" };
        """).IsFine();

    [Theory]
    [InlineData("long ms", "new { X = [|ms + 1000|] }")]
    [InlineData("uint u", "new { X = [|u + 1|] }")]
    [InlineData("int n, long ms", "new { X = [|n + ms|] }")]
    public void JSONPath_adds_32_bits(string input, string body) => Marked.Members($$"""
            [Start(Next = nameof(Send))] public static partial void Start({{input}});
            [Pass(ResultName = "sum", Next = nameof(Done))] public static object Send({{input}}) => {{body}};
        """, JsonPath)
        .ReportsFirst("ASL302", "Arithmetic with numbers that may need more than 32 bits, which States.MathAdd does not take, cannot be expressed in JSONPath. Set QueryLanguage = QueryLanguage.Jsonata on this state");

    [Fact]
    public void JSONPath_cannot_negate_the_least_integer() => Marked.Members("""
            [Start(Next = nameof(Send))] public static partial void Start(int n);
            [Pass(ResultName = "sum", Next = nameof(Done))] public static object Send(int n) => new { X = [|n - int.MinValue|] };
        """, JsonPath)
        .ReportsFirst("ASL302", "A subtraction of a value that is not a constant cannot be expressed in JSONPath. Set QueryLanguage = QueryLanguage.Jsonata on this state");

    [Theory]
    [InlineData("[Choice] public static NextState Next(Odd odd) => odd.[|Text|] == \"x\" ? nameof(Done) : nameof(Failed);")]
    [InlineData("[Pass(Next = nameof(Done), ResultName = \"copy\")] public static string Next(Odd odd) => odd.[|Text|];")]
    [InlineData("[Wait(Next = nameof(Done))] public static TimeSpan Next(Odd odd) => TimeSpan.FromSeconds(odd.[|Number|]);")]
    [InlineData("[Fail(\"E\")] public static string Next(Odd odd) => odd.[|Text|];")]
    public void A_path_has_no_name_that_deployment_tools_replace(string state) => Marked.Source($$"""
        public sealed record Odd(
            [property: System.Text.Json.Serialization.JsonPropertyName("${v}")] string Text,
            [property: System.Text.Json.Serialization.JsonPropertyName("%{v}")] int Number);

        [StateMachine("order", QueryLanguage = QueryLanguage.JsonPath)]
        public sealed partial class Order
        {
            [Start(Next = nameof(Next))] public static partial void Start(Odd odd);
            {{state}}
            [Succeed] public static partial void Done();
            [Fail("OrderFailed")] public static partial void Failed();
        }
        """)
        .ReportsFirst("ASL302", "A name with '${' or '%{' in a path cannot be expressed in JSONPath. Set QueryLanguage = QueryLanguage.Jsonata on this state");

    [Fact]
    public void What_passes_the_document_on_agrees_with_the_output() => Marked.Source("""
        [StateMachine("order", QueryLanguage = QueryLanguage.JsonPath)]
        public sealed partial class Order
        {
            [Start(Next = nameof(IsLarge))] public static partial void Start(string n);
            [Choice] public static NextState IsLarge(string n) => n == "1" ? nameof(Done) : nameof(Later);
            [Succeed(QueryLanguage = QueryLanguage.Jsonata)] public static object Done() => new { N = 1 };
            [Wait(1, End = true)] public static partial void [|Later|]();
        }
        """)
        .Reports("ASL208", "The output property 'n' is int in one state and string in 'Later'. Rename one of them, or give both the same type");

    [Theory]
    [InlineData("int n [|= 5|]", "an input that lacks 'n' does not get its default value: make the parameter nullable, and write 'n ?? 5' where it is read")]
    [InlineData("string? s [|= \"x\"|]", "an input that lacks 's' does not get its default value: make the parameter nullable, and write 's ?? \"x\"' where it is read")]
    public void An_input_has_no_default_value(string parameter, string expected) => Marked.Members(
        "    [Start(Next = nameof(Done))] public static partial void Start(" + parameter + ");")
        .ReportsFirst("ASL008", "'Start' does not fit its kind of state: " + expected);

    [Fact]
    public void An_input_that_may_be_missing_is_null() => Marked.Source("""
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))] public static partial void Start(string? s = null, int? n = null);
            [Succeed] public static partial void Done();
        }
        """).IsFine();

    [Fact]
    public void What_may_be_null_inside_a_value_is_no_other_output() => Marked.Source("""
        [StateMachine("order", QueryLanguage = QueryLanguage.JsonPath)]
        public sealed partial class Order
        {
            [Start(Next = nameof(IsLarge))] public static partial void Start(string n, IReadOnlyList<string?> words);
            [Choice] public static NextState IsLarge(string n) => n == "1" ? nameof(Done) : nameof(Later);
            [Succeed(QueryLanguage = QueryLanguage.Jsonata)] public static object Done(string n) => new { Words = (IReadOnlyList<string>)[n] };
            [Wait(1, End = true)] public static partial void Later();
        }
        """).IsFine();

    [Theory]
    [InlineData("object", "new { A = orderId }", "object", "new { A = note }", "string? A")]
    [InlineData("object", "new { A = note }", "object", "new { A = orderId }", "string? A")]
    [InlineData("Result", "new Result(orderId)", "object", "new { A = note }", "string? A")]
    [InlineData("string", "orderId", "string?", "note", ", string?, ITasks>")]
    public void An_output_may_be_null_where_one_state_may_give_null(string type, string first, string otherType, string second, string contract)
    {
        var compilation = Marked.Compile($$"""
            public sealed record Result(string A);

            [StateMachine("order")]
            public sealed partial class Order
            {
                [Start(Next = nameof(IsKnown))] public static partial void Start(string orderId, string? note);
                [Choice] public static NextState IsKnown(string orderId) => orderId == "1" ? nameof(First) : nameof(Second);
                [Succeed] public static {{type}} First(string orderId, string? note) => {{first}};
                [Succeed] public static {{otherType}} Second(string orderId, string? note) => {{second}};
            }
            """);
        var schema = TestBed.Artifacts(compilation).Single(static artifact => artifact.Key.EndsWith("output.schema.json", StringComparison.Ordinal)).Value;
        Assert.Contains("null", schema);
        Assert.DoesNotContain("required", schema);
        TestBed.Generate(compilation, out var result);
        var sources = string.Join("\n", result.GeneratedTrees.Select(static tree => tree.ToString()));
        Assert.Contains(contract, sources);
    }
}
