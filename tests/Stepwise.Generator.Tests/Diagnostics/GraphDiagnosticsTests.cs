namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>Each finding of this kind at least once: its place and its text.</summary>
public sealed class GraphDiagnosticsTests
{
    [Fact]
    public void ASL101_The_target_is_not_a_state() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = [|"Dnoe"|])]
            public static partial void Start(string orderId);

            [Succeed]
            public static partial void Done();
        }
        """)
        .Reports("ASL101", "'Dnoe' is not a state of this workflow: did you mean nameof(Done)?");

    [Fact]
    public void ASL102_A_state_needs_a_way_out() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Pause))]
            public static partial void Start(string orderId);

            [[|Wait|](5)]
            public static partial void Pause();
        }
        """)
        .Reports("ASL102", "'Pause' has no next state: write Next = nameof(...), or End = true if the execution ends here");

    [Fact]
    public void ASL103_A_state_has_one_way_out() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Pause))]
            public static partial void Start(string orderId);

            [Wait(5, Next = nameof(Done), End = [|true|])]
            public static partial void Pause();

            [Succeed]
            public static partial void Done();
        }
        """)
        .Reports("ASL103", "'Pause' has both Next and End: remove one of them");

    [Fact]
    public void ASL104_The_state_cannot_be_reached() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId);

            [Succeed]
            public static partial void Done();

            [Pass(Next = nameof(Done))]
            public static partial void [|Archive|]();
        }
        """)
        .Reports("ASL104", "'Archive' cannot be reached: no Next, Choice or Catch on a path from the start leads to it. Step Functions rejects such a machine. Add a transition to it, or delete it");

    [Fact]
    public void ASL105_The_workflow_cannot_end() => Marked.Source(
        """
        [StateMachine("poll")]
        public sealed partial class [|Poll|]
        {
            [Start(Next = nameof(Pause))]
            public static partial void Start(string orderId);

            [Wait(60, Next = nameof(Mark))]
            public static partial void Pause();

            [Pass(Next = nameof(Pause))]
            public static partial void Mark();
        }
        """)
        .Reports("ASL105", "'Poll' cannot end: it has no [Succeed], no [Fail] and no state with End = true. Step Functions rejects such a machine. Add one of them");

    [Fact]
    public void ASL106_No_way_leads_from_here_to_an_end() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(IsPaid))]
            public static partial void Start(bool isPaid);

            [Choice]
            public static NextState IsPaid(bool isPaid) => isPaid ? nameof(Done) : nameof(Pause);

            [Wait(60, Next = nameof(Pause))]
            public static partial void [|Pause|]();

            [Succeed]
            public static partial void Done();
        }
        """)
        .Reports("ASL106", "No path from 'Pause' leads to an end: an execution that enters this state never ends by itself. Add a [Choice] that leaves the loop");

    [Fact]
    public void ASL107_A_Choice_leads_to_states() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(IsPaid))]
            public static partial void Start(bool isPaid);

            [Choice]
            public static NextState IsPaid(bool isPaid) => isPaid ? nameof(Done) : [|"Unpaid"|];

            [Succeed]
            public static partial void Done();

            [Fail("Unpaid")]
            public static partial void Unpaid();
        }
        """)
        .Reports("ASL107", "'\"Unpaid\"' cannot be an arm of a [Choice]: write nameof(State)");

    [Fact]
    public void ASL108_A_loop_goes_round_without_waiting() => Marked.Source(
        """
        public sealed record Status(bool IsDone);

        [StateMachine("poll"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Poll
        {
            [Start(Next = nameof(Check))]
            public static partial void Start(string jobId);

            [LambdaTask("check", Next = nameof(IsDone))]
            public static partial Task<Status> Check(string jobId);

            [Choice]
            public static NextState [|IsDone|](Status status) => status.IsDone ? nameof(Done) : nameof(Check);

            [Succeed]
            public static partial void Done();

            [Fail("PollFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL108", "The loop Check -> IsDone -> Check runs without waiting: each iteration costs state transitions, and 25,000 history events end the execution. Add a [Wait] to it");

    [Theory]
    [InlineData("[RawTask(\"arn:aws:states:::glue:startJobRun.sync\", \"{}\", Next = nameof(IsDone))] public static partial Task Check();")]
    [InlineData("[RawTask(\"arn:aws:states:::aws-sdk:ecs:runTask.waitForTaskToken\", \"{}\", Next = nameof(IsDone))] public static partial Task Check();")]
    [InlineData("[RawTask(\"arn:aws:states:us-east-1:123456789012:activity:check\", \"{}\", Next = nameof(IsDone))] public static partial Task Check();")]
    [InlineData("""[RawState("{ \"Type\": \"Task\", \"Resource\": \"arn:aws:states:::glue:startJobRun.sync\", \"Next\": \"IsDone\" }")] public static partial void Check();""")]
    public void ASL108_Time_passes_in_a_raw_task_that_waits(string check)
    {
        var source = Loop(check);
        Assert.DoesNotContain(Marked.Analyze(source), static finding => finding.Id is "ASL108");
        foreach (var pattern in new[] { ".sync", ".waitForTaskToken" })
        {
            var response = source.Replace(pattern, "", StringComparison.Ordinal);
            Assert.Equal(response != source, Marked.Analyze(response).Any(static finding => finding.Id is "ASL108"));
        }
    }

    private static string Loop(string check) => $$"""
        [StateMachine("poll"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Poll
        {
            [Start(Next = nameof(Check))]
            public static partial void Start(string jobId);

            {{check}}

            [Choice]
            public static NextState IsDone(string jobId) => jobId == "" ? nameof(Done) : nameof(Check);

            [Succeed]
            public static partial void Done();

            [Fail("PollFailed")]
            public static partial void Failed();
        }
        """;

    [Fact]
    public void ASL109_The_definition_is_not_valid() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Mark))]
            public static partial void Start(string orderId);

            [RawState("{ \"Type\": \"Pass\", \"Coment\": \"marks it\", \"End\": true }")]
            public static partial void [|Mark|]();
        }
        """)
        .Reports("ASL109", "Step Functions would reject the definition at /States/Mark: Field 'Coment' is not supported. A Pass state has no such field; remove it");

    [Fact]
    public void ASL109_A_fault_in_a_nested_machine_is_reported_on_the_member_that_contains_it() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Mark))]
            public static partial void Start(string orderId);

            [RawState("{ \"Type\": \"Parallel\", \"Branches\": [{ \"StartAt\": \"Inner\", \"States\": { \"Inner\": { \"Type\": \"Pass\", \"Coment\": \"marks it\", \"End\": true } } }], \"End\": true }")]
            public static partial void [|Mark|]();
        }
        """)
        .Reports("ASL109", "Step Functions would reject the definition at /States/Mark/Branches[0]/States/Inner: Field 'Coment' is not supported. A Pass state has no such field; remove it");
}
