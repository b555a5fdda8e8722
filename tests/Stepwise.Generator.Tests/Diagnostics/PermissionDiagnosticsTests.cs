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
        .Reports("ASL501", "The role gets sns:Publish on '*' for 'Notify'. TopicArn is computed when the state runs");

    [Fact]
    public void ASL502_The_permissions_of_this_service_are_not_known() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Both))]
            public static partial void Start(string orderId);

            [[|RawState|]("{ \"Type\": \"Parallel\", \"Branches\": [{ \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Succeed\" } } }], \"End\": true }")]
            public static partial void Both();
        }
        """)
        .Reports("ASL502", "The role gets no permission for 'Both', because what Parallel needs is not known: add it to the role by hand");
}
