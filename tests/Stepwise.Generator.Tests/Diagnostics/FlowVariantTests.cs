namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>Wrong graphs, values and attributes of resilience beyond the first example of each.</summary>
public sealed class FlowVariantTests
{
    [Fact]
    public void Nothing_leads_back_to_the_start() => Marked.Members(
        """
            [Start(Next = nameof(Pause))] public static partial void Start(string orderId);
            [Wait(5, Next = nameof([|Start|]))] public static partial void Pause();
        """,
        "StateMachine(\"order\")")
        .Reports("ASL101", "'Start' is not a state of this workflow: [Start] declares the input and is not a state");

    [Fact]
    public void A_target_like_no_state_lists_the_states() => Marked.Members(
        """
            [Start(Next = nameof([|Ship|]))] public static partial void Start(string orderId);
        """,
        "StateMachine(\"order\")")
        .Reports("ASL101", "'Ship' is not a state of this workflow: its states are Done, Failed");

    [Fact]
    public void The_catch_of_the_class_leads_to_a_state() => Marked.Members(
        """
            [Start(Next = nameof(Work))] public static partial void Start(string orderId);
            [LambdaTask("f", Next = nameof(Done))] public static partial Task Work(string orderId);
        """,
        "StateMachine(\"order\"), Retry, Catch(Next = nameof([|Faild|]))")
        .Reports("ASL101", "'Faild' is not a state of this workflow: did you mean nameof(Failed)?");

    [Fact]
    public void A_catch_leads_somewhere() => Marked.Members(
        """
            [Start(Next = nameof(Work))] public static partial void Start(string orderId);
            [LambdaTask("f", Next = nameof(Done)), [|Catch|]] public static partial Task Work(string orderId);
        """,
        "StateMachine(\"order\"), Retry")
        .Reports("ASL102", "'[Catch]' has no next state: write Next = nameof(...) with the state that handles the failure");

    [Fact]
    public void The_start_leads_somewhere() => Marked.Members(
        """
            [Start] public static partial void [|Start|](string orderId);
        """,
        "StateMachine(\"order\")")
        .Reports("ASL102", "'Start' has no next state: write Next = nameof(...) with the first state");

    [Fact]
    public void Raw_json_leads_to_states() => Marked.Members(
        """"
            [Start(Next = nameof(Raw))] public static partial void Start(string orderId);
            [RawState([|"""{"Type":"Pass","Next":"Dnoe"}"""|])] public static partial void Raw();
        """",
        "StateMachine(\"order\")")
        .Reports("ASL101", "'Dnoe' is not a state of this workflow: did you mean nameof(Done)?");

    [Fact]
    public void A_misspelt_arm_has_the_nearest_state() => Marked.Members(
        """
            [Start(Next = nameof(Decide))] public static partial void Start(bool ready);
            [Choice] public static NextState Decide(bool ready) => ready ? nameof([|Dnoe|]) : nameof(Failed);
        """,
        "StateMachine(\"order\")")
        .Reports("ASL107", "'Dnoe' cannot be an arm of a [Choice]: did you mean nameof(Done)?");

    [Fact]
    public void States_that_lead_only_to_each_other_are_not_reached() => Marked.Members(
        """
            [Start(Next = nameof(Decide))] public static partial void Start(bool ready);
            [Choice] public static NextState Decide(bool ready) => ready ? nameof(Done) : nameof(Failed);
            [Wait(5, Next = nameof(Pong))] public static partial void [|Ping|]();
            [Wait(5, Next = nameof(Ping))] public static partial void Pong();
        """,
        "StateMachine(\"order\")")
        .Reports("ASL104", "'Ping' cannot be reached, nor can Pong: no Next, Choice or Catch on a path from the start leads to it. Step Functions rejects such a machine. Add a transition to it, or delete it");

    [Fact]
    public void What_only_an_unreached_state_leads_to_is_named_with_it() => Marked.Members(
        """
            [Start(Next = nameof(Decide))] public static partial void Start(bool ready);
            [Choice] public static NextState Decide(bool ready) => ready ? nameof(Done) : nameof(Failed);
            [Wait(5, Next = nameof(B))] public static partial void [|A|]();
            [Wait(5, Next = nameof(C))] public static partial void B();
            [Choice] public static NextState C(bool ready) => ready ? nameof(D) : nameof(E);
            [Pass(Next = nameof(Done))] public static partial void D();
            [Pass(Next = nameof(Done))] public static partial void E();
        """,
        "StateMachine(\"order\")")
        .Reports("ASL104", "'A' cannot be reached, nor can B, C, D and 1 more after it: no Next, Choice or Catch on a path from the start leads to it. Step Functions rejects such a machine. Add a transition to it, or delete it");

    [Fact]
    public void An_input_that_may_be_null_is_read_as_nullable() => Marked.Members(
        """
            [Start(Next = nameof(Work))] public static partial void Start(int? amount);
            [LambdaTask("f", Next = nameof(Done))] public static partial Task Work([|int|] amount);
        """)
        .Reports("ASL203", "'amount' is read as int, but the value is int?: it may be null; write 'int? amount' and handle null");

    [Fact]
    public void A_name_like_no_value_lists_what_is_in_reach() => Marked.Members(
        """
            [Start(Next = nameof(Work))] public static partial void Start(string orderId, DateTimeOffset due);
            [LambdaTask("f", Next = nameof(Done))] public static partial Task Work(int [|quantity|]);
        """)
        .Reports("ASL202", "'Work' reads 'quantity', but no value has this name: available are orderId (string), due (DateTimeOffset)");

    [Fact]
    public void A_caught_error_does_not_take_another_value_s_name() => Marked.Source("""
        [StateMachine("order"), Retry]
        public sealed partial class Order
        {
            [Start(Next = nameof(Work))] public static partial void Start(string error);
            [LambdaTask("f", End = true), [|Catch|](Next = nameof(Failed))] public static partial Task Work(string error);
            [Fail("OrderFailed")] public static partial void Failed();
        }
        """)
        .Reports("ASL205", "'error' is a property of the input, and this [Catch] would overwrite it: give the result another ResultName");

    [Fact]
    public void The_source_of_a_parameter_is_a_name() => Marked.Members(
        """
            [Start(Next = nameof(Work))] public static partial void Start(string orderId);
            [LambdaTask("f", Next = nameof(Done))] public static partial Task Work([From([|"$.orderId"|])] string id);
        """)
        .ReportsFirst("ASL209", "[From(\"$.orderId\")] cannot be read: it must be the name of a value, or of a member of one: 'statusResult.Metrics.Answered'");

    [Theory]
    [InlineData("long", "amount > 1", "'amount > 1' uses a long, which Step Functions reads as a double: a value above 2^53 is rounded, and two different numbers can be equal. Use int, or pass the number as a string")]
    [InlineData("decimal", "amount == 1.5m", "'amount == 1.5m' uses a decimal, which Step Functions reads as a double: a value above 2^53 is rounded, and two different numbers can be equal. Use int, or pass the number as a string")]
    public void Numbers_that_a_double_does_not_hold_are_compared_with_a_warning(string type, string test, string message) => Marked.Members(
        $"""
            [Start(Next = nameof(Decide))] public static partial void Start({type} amount);
            [Choice] public static NextState Decide({type} amount) => [|{test}|] ? nameof(Done) : nameof(Failed);
        """,
        "StateMachine(\"order\")")
        .Reports("ASL304", message);

    [Fact]
    public void A_property_behind_an_unknown_converter_is_not_read() => Marked.Members(
        """
            [System.Text.Json.Serialization.JsonConverter(typeof(object))] public sealed record Odd(string Name);
            [Start(Next = nameof(Decide))] public static partial void Start(Odd odd);
            [Choice] public static NextState Decide(Odd odd) => odd.[|Name|] == "x" ? nameof(Done) : nameof(Failed);
        """,
        "StateMachine(\"order\")")
        .Reports("ASL207", "The JSON form of 'Odd' is not known, so 'odd.Name' cannot be read. Such a value can only be passed on as a whole");

    [Fact]
    public void States_ALL_covers_the_names_beside_it() => Marked.Members(
        """
            [Start(Next = nameof(Work))] public static partial void Start(string orderId);
            [LambdaTask("f", Next = nameof(Done)), Retry(Errors.Timeout, [|Errors.All|])] public static partial Task Work(string orderId);
        """,
        "StateMachine(\"order\"), Catch(Next = nameof(Failed))")
        .Reports("ASL403", "States.ALL must be the only name of the last [Retry]: it already covers the other names of its attribute. Step Functions rejects such a machine");

    [Fact]
    public void Names_that_begin_with_States_are_those_of_AWS() => Marked.Members(
        """
            [Start(Next = nameof(Work))] public static partial void Start(string orderId);
            [LambdaTask("f", Next = nameof(Done)), Retry([|"States.SomethingElse"|]), Retry] public static partial Task Work(string orderId);
        """,
        "StateMachine(\"order\"), Catch(Next = nameof(Failed))")
        .Reports("ASL404", "There is no error 'States.SomethingElse': names that begin with 'States.' are reserved for AWS");

    [Fact]
    public void A_default_that_every_task_replaces_is_idle() => Marked.Members(
        """
            [Start(Next = nameof(Work))] public static partial void Start(string orderId);
            [LambdaTask("f", Next = nameof(Done)), Retry(MaxAttempts = 1), Catch(Next = nameof(Failed))] public static partial Task Work(string orderId);
        """,
        "StateMachine(\"order\"), [|Catch|](Next = nameof(Failed))")
        .Reports("ASL405", "This [Catch] on the class applies to no task: every task has its own, or is part of the failure path itself. Remove it");

    [Fact]
    public void What_only_the_failure_path_reaches_needs_no_catch() => Marked.Source("""
        [StateMachine("order"), Retry, Catch(Next = nameof(Release))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))] public static partial void Start(string orderId);
            [LambdaTask("reserve", End = true)] public static partial Task Reserve(string orderId);
            [LambdaTask("release", Next = nameof(Failed))] public static partial Task Release(string orderId);
            [Fail("OrderFailed")] public static string? Failed(WorkflowError error) => error.Cause;
        }
        """)
        .Reports("ASL402", "");

    [Fact]
    public void Without_nullable_annotations_a_reference_may_be_missing() => Marked.Source("""
        #nullable disable
        public sealed record Price(int Amount);

        [StateMachine("order"), Retry]
        public sealed partial class Order
        {
            [Start(Next = nameof(Estimate))] public static partial void Start(string id);
            [LambdaTask("estimate", Next = nameof(Book)), Catch(Next = nameof(Book))] public static partial Task<Price> Estimate(string id);
            [LambdaTask("book", End = true), Catch(Next = nameof(Failed))] public static partial Task Book(string id, Price price);
            [Fail("OrderFailed")] public static partial void Failed();
        }
        """).IsFine();
}
