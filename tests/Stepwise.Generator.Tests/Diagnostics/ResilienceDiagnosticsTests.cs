namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>Each finding of this kind at least once: its place and its text.</summary>
public sealed class ResilienceDiagnosticsTests
{
    [Fact]
    public void ASL401_A_task_has_no_Retry() => Marked.Source(
        """
        [StateMachine("order"), Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string orderId);

            [LambdaTask("reserve", End = true)]
            public static partial Task [|Reserve|](string orderId);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL401", "'Reserve' has no [Retry]: a transient failure fails the task. Put [Retry] on the method, or on the class for all tasks");

    [Fact]
    public void ASL402_A_task_has_no_Catch() => Marked.Source(
        """
        [StateMachine("order"), Retry]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string orderId);

            [LambdaTask("reserve", Next = nameof(IsReserved))]
            public static partial Task [|Reserve|](string orderId);

            [Choice]
            public static NextState IsReserved(string orderId) => orderId == "" ? nameof(Failed) : nameof(Done);

            [Succeed]
            public static partial void Done();

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL402", "'Reserve' has no [Catch]: if the task fails, the execution fails, and no state handles the error. Put [Catch(Next = nameof(...))] on the method, or on the class for all tasks");

    [Fact]
    public void ASL403_States_ALL_must_stand_alone_and_last() => Marked.Source(
        """
        [StateMachine("order"), Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string orderId);

            [LambdaTask("reserve", End = true)]
            [Retry([|Errors.All|], MaxAttempts = 2)]
            [Retry(Errors.Timeout, MaxAttempts = 5)]
            public static partial Task Reserve(string orderId);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL403", "States.ALL must be the only name of the last [Retry]: no [Retry] after it would ever be used. Step Functions rejects such a machine");

    [Fact]
    public void ASL404_There_is_no_such_error() => Marked.Source(
        """
        [StateMachine("order"), Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string orderId);

            [LambdaTask("reserve", End = true)]
            [Retry([|"States.Timout"|]), Retry(Errors.LambdaTransient)]
            public static partial Task Reserve(string orderId);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL404", "There is no error 'States.Timout': did you mean 'States.Timeout'?");

    [Fact]
    public void ASL405_The_class_s_default_applies_nowhere() => Marked.Source(
        """
        [StateMachine("order"), [|Retry|](MaxAttempts = 3)]
        public sealed partial class Order
        {
            [Start(Next = nameof(Pause))]
            public static partial void Start(string orderId);

            [Wait(5, End = true)]
            public static partial void Pause();
        }
        """)
        .Reports("ASL405", "This [Retry] on the class applies to no task: the workflow has no tasks. Remove it");

    [Fact]
    public void ASL406_A_task_waits_for_ever() => Marked.Source(
        """
        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Approve))]
            public static partial void Start(string orderId);

            [LambdaTask("ask-for-approval", End = true)]
            public static partial Task [|Approve|](string orderId, TaskToken token);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL406", "'Approve' waits for its task token without a timeout: if nobody sends the token back, the execution hangs. Set TimeoutSeconds or HeartbeatSeconds");

    [Fact]
    public void ASL407_The_error_cannot_be_handled() => Marked.Source(
        """
        [StateMachine("order"), Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string orderId);

            [LambdaTask("reserve", End = true)]
            [Retry([|"States.Runtime"|]), Retry(Errors.LambdaTransient)]
            public static partial Task Reserve(string orderId);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL407", "'States.Runtime' cannot be retried or caught, so this name in [Retry] has no effect. Remove it");

    [Fact]
    public void ASL408_The_exception_is_not_sealed() => Marked.Source(
        """
        public class OutOfStockException : Exception;

        [StateMachine("order"), Retry]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string orderId);

            [LambdaTask("reserve", End = true)]
            [Catch<[|OutOfStockException|]>(Next = nameof(OutOfStock))]
            public static partial Task Reserve(string orderId);

            [Fail("OutOfStock")]
            public static partial void OutOfStock();
        }
        """)
        .Reports("ASL408", "'OutOfStockException' is not sealed: Lambda reports only the name of the thrown type, not the names of its base types, so [Catch<OutOfStockException>] would miss derived exceptions. Seal it, or catch the derived types");

    [Fact]
    public void ASL409_Lambda_s_own_errors_are_not_retried() => Marked.Source(
        """
        [StateMachine("order"), Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string orderId);

            [LambdaTask("reserve", End = true)]
            [[|Retry|](Errors.Timeout)]
            public static partial Task Reserve(string orderId);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL409", "'Reserve' does not retry the transient errors of the Lambda service: add [Retry(Errors.LambdaTransient)]");

    [Fact]
    public void ASL409_A_default_that_leaves_them_out_is_reported_once() => Marked.Source(
        """
        [StateMachine("order"), Catch(Next = nameof(Failed)), [|Retry|](Errors.Timeout)]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string orderId);

            [LambdaTask("reserve", Next = nameof(Pay))]
            public static partial Task Reserve(string orderId);

            [LambdaTask("pay", End = true)]
            public static partial Task Pay(string orderId);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL409", "'Reserve' does not retry the transient errors of the Lambda service: add [Retry(Errors.LambdaTransient)]");

    [Fact]
    public void ASL410_A_missed_heartbeat_is_reported_as_States_Timeout() => Marked.Source(
        """
        [StateMachine("order"), Retry]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string orderId);

            [LambdaTask("reserve", End = true)]
            [Catch([|Errors.HeartbeatTimeout|], Next = nameof(Failed))]
            public static partial Task Reserve(string orderId);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL410", "This never catches a missed heartbeat: Step Functions reports it as States.Timeout. Catch Errors.Timeout");
}
