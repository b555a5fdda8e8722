using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stepwise.Generator.Tests.Workflows;

/// <summary>What each kind of state becomes, in both languages.</summary>
public sealed class StateTests
{
    private const string Contracts = """
        public sealed record Order(Guid Id, string Customer, decimal Total, string? Note, Address Address, IReadOnlyList<string> Tags);
        public sealed record Address(string City, string? Street);
        public sealed record Receipt(string Number, int DelaySeconds, DateTimeOffset PickupAt, TimeSpan Pause);
        """;

    [Fact]
    public void A_lambda_task_reads_its_parameters_and_writes_its_result()
    {
        const string Body = """
            [Start(Next = nameof(Take))] public static partial void Start(Guid orderId, string? note);
            [LambdaTask("take-order", TimeoutSeconds = 9, HeartbeatSeconds = 3, Next = nameof(Done))]
            public static partial Task<Receipt> Take(Guid orderId);
            [Succeed] public static partial void Done();
            """;
        AssertState(Body, "Take",
            jsonPath: """{"Type":"Task","Resource":"${TakeOrderFunctionArn}","Parameters":{"orderId.$":"$.orderId"},"ResultPath":"$.receipt","TimeoutSeconds":9,"HeartbeatSeconds":3,"Next":"Done"}""",
            jsonata: """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"${TakeOrderFunctionArn}","Payload":{"orderId":"{% $states.context.Execution.Input.orderId %}"}},"Assign":{"receipt":"{% $states.result.Payload %}"},"TimeoutSeconds":9,"HeartbeatSeconds":3,"Next":"Done"}""");
    }

    [Fact]
    public void A_task_that_returns_nothing_keeps_the_document_as_it_is()
    {
        const string Body = """
            [Start(Next = nameof(Take))] public static partial void Start(Guid orderId);
            [LambdaTask("take-order", Next = nameof(Done))] public static partial Task Take();
            [Succeed] public static partial void Done();
            """;
        AssertState(Body, "Take",
            jsonPath: """{"Type":"Task","Resource":"${TakeOrderFunctionArn}","Parameters":{},"ResultPath":null,"Next":"Done"}""",
            jsonata: """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"${TakeOrderFunctionArn}","Payload":{}},"Next":"Done"}""");
    }

    [Fact]
    public void A_payload_parameter_is_the_whole_payload()
    {
        const string Body = """
            [Start(Next = nameof(Load))] public static partial void Start([Payload] Order order);
            [LambdaTask("load", Next = nameof(Use))] public static partial Task<Receipt> Load(Guid id, string customer);
            [LambdaTask("use", Next = nameof(Done))] public static partial Task Use([Payload] Receipt receipt);
            [Succeed] public static partial void Done();
            """;
        AssertState(Body, "Load",
            jsonPath: """{"Type":"Task","Resource":"${LoadFunctionArn}","Parameters":{"id.$":"$.id","customer.$":"$.customer"},"ResultPath":"$.receipt","Next":"Use"}""",
            jsonata: """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"${LoadFunctionArn}","Payload":{"id":"{% $states.context.Execution.Input.id %}","customer":"{% $states.context.Execution.Input.customer %}"}},"Assign":{"receipt":"{% $states.result.Payload %}"},"Next":"Use"}""");
        AssertState(Body, "Use",
            jsonPath: """{"Type":"Task","Resource":"${UseFunctionArn}","InputPath":"$.receipt","ResultPath":null,"Next":"Done"}""",
            jsonata: """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"${UseFunctionArn}","Payload":"{% $receipt %}"},"Next":"Done"}""");
    }

    [Fact]
    public void From_reads_another_value_or_a_member_of_one()
    {
        const string Body = """
            [Start(Next = nameof(Load))] public static partial void Start(Guid orderId);
            [LambdaTask("load", Next = nameof(Use))] public static partial Task<Order> Load(Guid orderId);
            [LambdaTask("use", Next = nameof(Done))] public static partial Task Use([From("order.Address.City")] string city, [From("orderId")] Guid reference);
            [Succeed] public static partial void Done();
            """;
        AssertState(Body, "Use",
            jsonPath: """{"Type":"Task","Resource":"${UseFunctionArn}","Parameters":{"city.$":"$.order.address.city","reference.$":"$.orderId"},"ResultPath":null,"Next":"Done"}""",
            jsonata: """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"${UseFunctionArn}","Payload":{"city":"{% $order.address.city %}","reference":"{% $states.context.Execution.Input.orderId %}"}},"Next":"Done"}""");
    }

    /// <summary>The property is missing where it is 0. Where its owner is null, it is null, and not 0.</summary>
    [Fact]
    public void From_reads_a_member_that_is_left_out_of_a_value_that_may_be_null()
    {
        const string Body = """
            public sealed record Counted([property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)] int Count);
            [Start(Next = nameof(Use))] public static partial void Start(Counted? counted);
            [Pass(End = true)] public static int Use([From("counted.Count")] int? count) => count ?? -1;
            """;
        var output = (string?)JsonNode.Parse(State(Body, "Use", jsonPath: false))!["Output"];
        Assert.Equal(
            "{% $not($exists($states.context.Execution.Input.counted) and $states.context.Execution.Input.counted != null) ? -1 : $exists($states.context.Execution.Input.counted.count) and $states.context.Execution.Input.counted.count != null ? $states.context.Execution.Input.counted.count : 0 %}",
            output);
    }

    [Fact]
    public void A_nullable_member_drops_out_of_a_jsonata_payload()
    {
        const string Body = """
            [Start(Next = nameof(Load))] public static partial void Start(Guid orderId, string? note);
            [LambdaTask("load", Next = nameof(Done))] public static partial Task Load(Guid orderId, string? note);
            [Succeed] public static partial void Done();
            """;
        var payload = (string?)JsonNode.Parse(State(Body, "Load", jsonPath: false))!["Arguments"]!["Payload"];
        Assert.Equal("{% {'orderId': $states.context.Execution.Input.orderId, 'note': $states.context.Execution.Input.note} %}", payload?.Replace('"', '\''));
    }

    [Fact]
    public void A_task_token_makes_the_task_wait()
    {
        const string Body = """
            [Start(Next = nameof(Ask))] public static partial void Start(Guid orderId);
            [LambdaTask("ask", TimeoutSeconds = 60, Next = nameof(Done))] public static partial Task<Receipt> Ask(Guid orderId, TaskToken token);
            [Succeed] public static partial void Done();
            """;
        AssertState(Body, "Ask",
            jsonPath: """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","Parameters":{"FunctionName":"${AskFunctionArn}","Payload":{"orderId.$":"$.orderId","token.$":"$$.Task.Token"}},"ResultPath":"$.receipt","TimeoutSeconds":60,"Next":"Done"}""",
            jsonata: """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","Arguments":{"FunctionName":"${AskFunctionArn}","Payload":{"orderId":"{% $states.context.Execution.Input.orderId %}","token":"{% $states.context.Task.Token %}"}},"Assign":{"receipt":"{% $states.result %}"},"TimeoutSeconds":60,"Next":"Done"}""");
    }

    [Fact]
    public void A_service_task_takes_a_request_of_the_sdk()
    {
        const string Body = """
            [Start(Next = nameof(Queue))] public static partial void Start(Guid orderId, Address address);
            [ServiceTask("sqs:sendMessage", Next = nameof(Done))]
            public static object Queue(Guid orderId, WorkflowContext context, Address address) => new Amazon.SQS.Model.SendMessageRequest
            {
                QueueUrl = Deployed.Queue("dial-tasks"),
                MessageBody = $"{orderId} of {context.ExecutionName} for {address.City}",
                DelaySeconds = 5,
            };
            [Succeed] public static partial void Done();
            """;
        AssertState(Body, "Queue",
            jsonPath: """{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"QueueUrl":"${DialTasksQueueUrl}","MessageBody.$":"States.Format('{} of {} for {}', $.orderId, $$.Execution.Name, $.address.city)","DelaySeconds":5},"ResultPath":null,"Next":"Done"}""",
            jsonata: """{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Arguments":{"QueueUrl":"${DialTasksQueueUrl}","MessageBody":"{% $states.context.Execution.Input.orderId & ' of ' & $states.context.Execution.Name & ' for ' & $states.context.Execution.Input.address.city %}","DelaySeconds":5},"Next":"Done"}""");
    }

    [Fact]
    public void A_partial_service_task_has_its_parameters_as_arguments_and_keeps_the_response()
    {
        const string Body = """
            [Start(Next = nameof(Get))] public static partial void Start(string tableName);
            [ServiceTask("aws-sdk:dynamodb:describeTable", Next = nameof(Done))] public static partial Task<Receipt> Get(string tableName);
            [Succeed] public static partial void Done();
            """;
        AssertState(Body, "Get",
            jsonPath: """{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:dynamodb:describeTable","Parameters":{"TableName.$":"$.tableName"},"ResultPath":"$.receipt","Next":"Done"}""",
            jsonata: """{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:dynamodb:describeTable","Arguments":{"TableName":"{% $states.context.Execution.Input.tableName %}"},"Assign":{"receipt":"{% $states.result %}"},"Next":"Done"}""");
    }

    [Fact]
    public void End_makes_the_result_the_output()
    {
        const string Body = """
            [Start(Next = nameof(Take))] public static partial void Start(Guid orderId);
            [LambdaTask("take", End = true)] public static partial Task<int> Take(Guid orderId);
            """;
        AssertState(Body, "Take",
            jsonPath: """{"Type":"Task","Resource":"${TakeFunctionArn}","Parameters":{"orderId.$":"$.orderId"},"End":true}""",
            jsonata: """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"${TakeFunctionArn}","Payload":{"orderId":"{% $states.context.Execution.Input.orderId %}"}},"Output":"{% $states.result.Payload %}","End":true}""");
    }

    [Fact]
    public void A_wait_takes_a_constant_a_time_span_or_an_instant()
    {
        const string Body = """
            [Start(Next = nameof(Fixed))] public static partial void Start(int seconds, DateTimeOffset at);
            [Wait(30, Next = nameof(Minutes))] public static partial void Fixed();
            [Wait(Next = nameof(Computed))] public static TimeSpan Minutes() => TimeSpan.FromMinutes(5);
            [Wait(Next = nameof(Until))] public static TimeSpan Computed(int seconds) => TimeSpan.FromSeconds(seconds);
            [Wait(Next = nameof(Done))] public static DateTimeOffset Until(DateTimeOffset at) => at;
            [Succeed] public static partial void Done();
            """;
        AssertState(Body, "Fixed", """{"Type":"Wait","Seconds":30,"Next":"Minutes"}""", """{"Type":"Wait","Seconds":30,"Next":"Minutes"}""");
        AssertState(Body, "Minutes", """{"Type":"Wait","Seconds":300,"Next":"Computed"}""", """{"Type":"Wait","Seconds":300,"Next":"Computed"}""");
        AssertState(Body, "Computed",
            jsonPath: """{"Type":"Wait","SecondsPath":"$.seconds","Next":"Until"}""",
            jsonata: """{"Type":"Wait","Seconds":"{% $states.context.Execution.Input.seconds %}","Next":"Until"}""");
        AssertState(Body, "Until",
            jsonPath: """{"Type":"Wait","TimestampPath":"$.at","Next":"Done"}""",
            jsonata: """{"Type":"Wait","Timestamp":"{% $states.context.Execution.Input.at %}","Next":"Done"}""");
    }

    [Fact]
    public void A_pass_is_a_marker_or_computes_a_value()
    {
        const string Body = """
            [Start(Next = nameof(Marker))] public static partial void Start(Guid orderId, Order order);
            [Pass(Next = nameof(Computed))] public static partial void Marker();
            [Pass(Next = nameof(Constant))] public static Address Computed(Order order) => new(order.Customer, "Main Street");
            [Pass(ResultName = "limit", Next = nameof(Copy))] public static int Constant() => 7;
            [Pass(ResultName = "where", Next = nameof(Done))] public static Address Copy(Order order) => order.Address;
            [Succeed] public static partial void Done();
            """;
        AssertState(Body, "Marker", """{"Type":"Pass","Next":"Computed"}""", """{"Type":"Pass","Next":"Computed"}""");
        AssertState(Body, "Computed",
            jsonPath: """{"Type":"Pass","Parameters":{"city.$":"$.order.customer","street":"Main Street"},"ResultPath":"$.address","Next":"Constant"}""",
            jsonata: """{"Type":"Pass","Assign":{"address":{"city":"{% $states.context.Execution.Input.order.customer %}","street":"Main Street"}},"Next":"Constant"}""");
        AssertState(Body, "Constant",
            jsonPath: """{"Type":"Pass","Result":7,"ResultPath":"$.limit","Next":"Copy"}""",
            jsonata: """{"Type":"Pass","Assign":{"limit":7},"Next":"Copy"}""");
        AssertState(Body, "Copy",
            jsonPath: """{"Type":"Pass","InputPath":"$.order.address","ResultPath":"$.where","Next":"Done"}""",
            jsonata: """{"Type":"Pass","Assign":{"where":"{% $states.context.Execution.Input.order.address %}"},"Next":"Done"}""");
    }

    [Fact]
    public void A_succeed_is_a_marker_or_the_output()
    {
        const string Body = """
            [Start(Next = nameof(Which))] public static partial void Start(Guid orderId, bool whole, Order order);
            [Choice] public static NextState Which(bool whole) => whole ? nameof(Whole) : nameof(Empty);
            [Succeed] public static Order Whole(Order order) => order;
            [Succeed] public static partial void Empty();
            """;
        AssertState(Body, "Which",
            jsonPath: """{"Type":"Choice","Choices":[{"Variable":"$.whole","BooleanEquals":true,"Next":"Whole"}],"Default":"Empty"}""",
            jsonata: """{"Type":"Choice","Choices":[{"Condition":"{% $states.context.Execution.Input.whole %}","Next":"Whole"}],"Default":"Empty"}""");
        AssertState(Body, "Whole",
            jsonPath: """{"Type":"Succeed","OutputPath":"$.order"}""",
            jsonata: """{"Type":"Succeed","Output":"{% $states.context.Execution.Input.order %}"}""");
        AssertState(Body, "Empty", """{"Type":"Succeed"}""", """{"Type":"Succeed","Output":{}}""");
    }

    [Theory]
    [InlineData("Wait(1, End = true)", "\"Type\":\"Wait\",\"Seconds\":1")]
    [InlineData("Pass(End = true)", "\"Type\":\"Pass\"")]
    public void A_state_that_ends_without_a_value_puts_out_no_result_of_the_state_before(string attribute, string fields)
    {
        var body = $$"""
            [Start(Next = nameof(Take))] public static partial void Start(Guid orderId);
            [LambdaTask("take", Next = nameof(Check))] public static partial Task<Receipt> Take(Guid orderId);
            [Choice] public static NextState Check(Receipt receipt) => receipt.DelaySeconds > 1 ? nameof(Done) : nameof(Last);
            [{{attribute}}] public static partial void Last();
            [Succeed(QueryLanguage = QueryLanguage.Jsonata)] public static object Done(Receipt receipt) => new { receipt.DelaySeconds };
            """;
        AssertState(body, "Last", "{" + fields + ",\"End\":true}", "{" + fields + ",\"Output\":{},\"End\":true}");
    }

    [Fact]
    public void A_fail_computes_its_cause()
    {
        const string Body = """
            [Start(Next = nameof(Bad))] public static partial void Start(Guid orderId);
            [Fail("OrderInvalid")] public static string Bad(Guid orderId) => $"Order {orderId} is invalid";
            """;
        AssertState(Body, "Bad",
            jsonPath: """{"Type":"Fail","Error":"OrderInvalid","CausePath":"States.Format('Order {} is invalid', $.orderId)"}""",
            jsonata: """{"Type":"Fail","Error":"OrderInvalid","Cause":"{% 'Order ' & $states.context.Execution.Input.orderId & ' is invalid' %}"}""");
    }

    [Fact]
    public void A_catch_names_the_error_and_a_method_s_own_attributes_replace_the_class_s()
    {
        const string Body = """
            [Start(Next = nameof(Take))] public static partial void Start(Guid orderId);
            [LambdaTask("take", Next = nameof(Done))]
            [Retry(Errors.LambdaTransient, IntervalSeconds = 1, MaxAttempts = 6, BackoffRate = 1.5, MaxDelaySeconds = 20, Jitter = JitterStrategy.Full)]
            [Catch<OutOfStock>(Next = nameof(Sorry), ResultName = "stock"), Catch(Next = nameof(Broken))]
            public static partial Task Take(Guid orderId);
            [Fail("Sorry")] public static string? Sorry(WorkflowError stock) => stock.Cause;
            [Fail("Broken")] public static string? Broken(WorkflowError error) => error.Error;
            [Succeed] public static partial void Done();
            """;
        const string Exception = "public sealed class OutOfStock : Exception;";
        const string Retry = """[{"ErrorEquals":["Lambda.ServiceException","Lambda.AWSLambdaException","Lambda.SdkClientException","Lambda.TooManyRequestsException"],"IntervalSeconds":1,"MaxAttempts":6,"BackoffRate":1.5,"MaxDelaySeconds":20,"JitterStrategy":"FULL"}]""";
        AssertState(Body, "Take",
            jsonPath: """{"Type":"Task","Resource":"${TakeFunctionArn}","Parameters":{"orderId.$":"$.orderId"},"ResultPath":null,"Retry":""" + Retry
                + ""","Catch":[{"ErrorEquals":["OutOfStock"],"ResultPath":"$.stock","Next":"Sorry"},{"ErrorEquals":["States.ALL"],"ResultPath":"$.error","Next":"Broken"}],"Next":"Done"}""",
            jsonata: """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"${TakeFunctionArn}","Payload":{"orderId":"{% $states.context.Execution.Input.orderId %}"}},"Retry":""" + Retry
                + ""","Catch":[{"ErrorEquals":["OutOfStock"],"Assign":{"stock":"{% $states.errorOutput %}"},"Next":"Sorry"},{"ErrorEquals":["States.ALL"],"Assign":{"caughtError":"{% $states.errorOutput %}"},"Next":"Broken"}],"Next":"Done"}""",
            Exception);
    }

    [Fact]
    public void A_jsonata_state_of_a_jsonpath_machine_keeps_the_document()
    {
        const string Body = """
            [Start(Next = nameof(Take))] public static partial void Start(Guid orderId, string? note);
            [LambdaTask("take", QueryLanguage = QueryLanguage.Jsonata, Next = nameof(Sum))]
            [Catch(Next = nameof(Broken))]
            public static partial Task<Receipt> Take(Guid orderId, string? note);
            [Pass(QueryLanguage = QueryLanguage.Jsonata, ResultName = "twice", Next = nameof(Check))] public static int Sum(Receipt receipt) => receipt.DelaySeconds * 2;
            [Choice(QueryLanguage = QueryLanguage.Jsonata)] public static NextState Check(int twice) => twice > 10 ? nameof(Done) : nameof(Broken);
            [Fail("Broken")] public static partial void Broken();
            [Succeed] public static partial void Done();
            """;
        Assert.Equal(
            """{"Type":"Task","QueryLanguage":"JSONata","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"${TakeFunctionArn}","Payload":"{% {\"orderId\": $states.input.orderId, \"note\": $states.input.note} %}"},"Output":"{% $merge([$states.input, {\"receipt\": $states.result.Payload}]) %}","Catch":[{"ErrorEquals":["States.ALL"],"Output":"{% $merge([$states.input, {\"error\": $states.errorOutput}]) %}","Next":"Broken"}],"Next":"Sum"}""",
            State(Body, "Take", jsonPath: true).Replace("'orderId'", "\\\"orderId\\\"", StringComparison.Ordinal).Replace("'note'", "\\\"note\\\"", StringComparison.Ordinal));
        Assert.Equal(
            """{"Type":"Pass","QueryLanguage":"JSONata","Output":"{% $merge([$states.input, {\"twice\": $states.input.receipt.delaySeconds * 2}]) %}","Next":"Check"}""",
            State(Body, "Sum", jsonPath: true));
        Assert.Equal(
            """{"Type":"Choice","QueryLanguage":"JSONata","Choices":[{"Condition":"{% $states.input.twice > 10 %}","Next":"Done"}],"Default":"Broken"}""",
            State(Body, "Check", jsonPath: true));
    }

    [Fact]
    public void Raw_states_and_raw_tasks_are_emitted_as_they_stand()
    {
        const string Body = """"
            [Start(Next = nameof(Spread))] public static partial void Start(Guid orderId);
            [RawState("""{ "Type": "Pass", "Comment": "as it stands", "Next": "List all" }""")] public static partial void Spread();
            [RawTask("arn:aws:states:::aws-sdk:s3:listBuckets", """{ "MaxBuckets": 3 }""", StateName = "List all", ResultName = "buckets", Next = nameof(Done))]
            public static partial Task<System.Text.Json.JsonElement> ListAll();
            [Succeed] public static partial void Done();
            """";
        AssertState(Body, "Spread", """{"Type":"Pass","Comment":"as it stands","Next":"List all"}""", """{"Type":"Pass","Comment":"as it stands","Next":"List all"}""");
        AssertState(Body, "List all",
            jsonPath: """{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:s3:listBuckets","Parameters":{"MaxBuckets":3},"ResultPath":"$.buckets","Next":"Done"}""",
            jsonata: """{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:s3:listBuckets","Arguments":{"MaxBuckets":3},"Assign":{"buckets":"{% $states.result %}"},"Next":"Done"}""");
    }

    [Fact]
    public void Jsonata_of_the_author_is_taken_as_it_stands()
    {
        const string Body = """
            [Start(Next = nameof(Count))] public static partial void Start(Order order);
            [Pass(ResultName = "tags", Next = nameof(Done))] public static int Count(Order order) => Asl.Jsonata<int>("$count($arg0)", order.Tags);
            [Succeed] public static partial void Done();
            """;
        Assert.Equal(
            """{"Type":"Pass","Assign":{"tags":"{% ($arg0 := $states.context.Execution.Input.order.tags; $count($arg0)) %}"},"Next":"Done"}""",
            State(Body, "Count", jsonPath: false));
    }

    [Fact]
    public void Arguments_of_the_author_s_jsonata_hide_no_value()
    {
        const string Body = """
            [Start(Next = nameof(Take))] public static partial void Start(Guid orderId);
            [LambdaTask("take", ResultName = "arg0", Next = nameof(Difference))] public static partial Task<int> Take(Guid orderId);
            [Pass(ResultName = "difference", Next = nameof(Done))] public static int Difference(int arg0) => Asl.Jsonata<int>("$arg0 - $arg1", arg0 + 7, arg0);
            [Succeed] public static partial void Done();
            """;
        Assert.Equal(
            """{"Type":"Pass","Assign":{"difference":"{% ($arg0 := $arg0Value + 7; $arg1 := $arg0Value; $arg0 - $arg1) %}"},"Next":"Done"}""",
            State(Body, "Difference", jsonPath: false));
    }

    [Fact]
    public void Text_that_looks_like_a_substitution_or_an_expression_stays_text()
    {
        const string Body = """
            [Start(Next = nameof(Text))] public static partial void Start(Guid orderId);
            [Pass(ResultName = "text", Next = nameof(Bad))] public static string Text() => Asl.Literal("${Home} and %{x}");
            [Fail("Bad ${Error}", Cause = "{% not an expression %}")] public static partial void Bad();
            """;
        foreach (var jsonPath in new[] { true, false })
        {
            var definition = Definition(Body, jsonPath);
            Assert.DoesNotContain("${Home}", definition, StringComparison.Ordinal);
            Assert.DoesNotContain("%{x}", definition, StringComparison.Ordinal);
            Assert.DoesNotContain("${Error}", definition, StringComparison.Ordinal);
            Assert.Contains("${Home} and %{x}", JsonNode.Parse(definition)!.ToJsonString(_readable), StringComparison.Ordinal);
            Assert.Equal("Bad ${Error}", (string?)JsonNode.Parse(definition)!["States"]!["Bad"]!["Error"]);
        }

        Assert.Equal("{% not an expression %}", (string?)JsonNode.Parse(Definition(Body, jsonPath: true))!["States"]!["Bad"]!["Cause"]);
        Assert.Equal("{% '{% not an expression %}' %}", (string?)JsonNode.Parse(Definition(Body, jsonPath: false))!["States"]!["Bad"]!["Cause"]);
    }

    [Fact]
    public void Values_named_like_functions_of_jsonata_get_a_suffix()
    {
        const string Body = """
            [Start(Next = nameof(One))] public static partial void Start(int sum);
            [Pass(ResultName = "count", Next = nameof(Two))] public static int One(int sum) => sum;
            [Pass(ResultName = "countValue", Next = nameof(Three))] public static int Two(int count) => count;
            [Pass(ResultName = "states", Next = nameof(Done))] public static int Three(int countValue) => countValue;
            [Succeed] public static object Done(int count, int states) => new { count, states };
            """;
        Assert.Equal("""{"Type":"Pass","Assign":{"countValueValue":"{% $states.context.Execution.Input.sum %}"},"Next":"Two"}""", State(Body, "One", jsonPath: false));
        Assert.Equal("""{"Type":"Pass","Assign":{"countValue":"{% $countValueValue %}"},"Next":"Three"}""", State(Body, "Two", jsonPath: false));
        Assert.Equal("""{"Type":"Pass","Assign":{"statesValue":"{% $countValue %}"},"Next":"Done"}""", State(Body, "Three", jsonPath: false));
    }

    [Theory]
    [InlineData("JsonNaming.AsWritten", "orderId", "Address", "City")]
    [InlineData("JsonNaming.SnakeCase", "order_id", "address", "city")]
    public void Names_on_the_wire_follow_the_naming(string naming, string input, string member, string inner)
    {
        var definition = TestBed.Definition($$"""
            using Stepwise;
            [StateMachine("orders", QueryLanguage = QueryLanguage.JsonPath, JsonNaming = {{naming}})]
            public sealed partial class Orders
            {
                [Start(Next = nameof(Load))] public static partial void Start(Guid orderId);
                [LambdaTask("load", Next = nameof(Use))] public static partial Task<Order> Load(Guid orderId);
                [Choice] public static NextState Use(Order order) => order.Address.City == "Bern" ? nameof(Done) : nameof(Other);
                [Succeed] public static partial void Done();
                [Succeed] public static partial void Other();
            }
            {{Contracts}}
            """);
        var states = JsonNode.Parse(definition)!["States"]!;
        Assert.Equal("$." + input, (string?)states["Load"]!["Parameters"]![input + ".$"]);
        Assert.Equal($"$.order.{member}.{inner}", (string?)states["Use"]!["Choices"]![0]!["Variable"]);
    }

    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static void AssertState(string body, string state, string jsonPath, string jsonata, string more = "")
    {
        Assert.Equal(jsonPath, State(body, state, jsonPath: true, more));
        Assert.Equal(jsonata, State(body, state, jsonPath: false, more));
    }

    private static string State(string body, string state, bool jsonPath, string more = "") =>
        JsonNode.Parse(Definition(body, jsonPath, more))!["States"]![state]!.ToJsonString(_readable);

    private static string Definition(string body, bool jsonPath, string more = "") => TestBed.Definition($$"""
        using Stepwise;
        [StateMachine("orders", QueryLanguage = QueryLanguage.{{(jsonPath ? "JsonPath" : "Jsonata")}})]
        public sealed partial class Orders
        {
        {{body}}
        }
        {{Contracts}}
        {{more}}
        """);
}
