namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>Each finding of this kind at least once: its place and its text.</summary>
public sealed class PermissionDiagnosticsTests
{
    [Fact]
    public void ASL501_The_role_gets_a_wildcard() => Marked.Source(
        """
        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Notify))]
            public static partial void Start(string orderId, string topicArn);

            [[|ServiceTask|]("sns:publish", End = true)]
            public static object Notify(string orderId, string topicArn) => new { TopicArn = topicArn, Message = orderId };

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL501", "TODO");

    [Fact]
    public void ASL502_The_permissions_of_this_service_are_not_known() => Marked.Source(
        """
        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Notify))]
            public static partial void Start(string orderId);

            [[|ServiceTask|]("newservice:doIt", End = true)]
            public static object Notify(string orderId) => new { Id = orderId };

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL502", "TODO");
}
