namespace Stepwise.CodeFixes.Tests;

public sealed class NullableTests
{
    [Fact]
    public Task A_value_that_is_not_always_set_is_made_nullable() => Fixing.Fixes(
        "ASL201",
        """
        using Stepwise;

        public sealed record Price(int Amount);

        [StateMachine("order"), Retry]
        public sealed partial class Order
        {
            [Start(Next = nameof(Estimate))]
            public static partial void Start(string id);

            [LambdaTask("estimate", Next = nameof(Book))]
            [Catch(Next = nameof(Book))]
            public static partial Task<Price> Estimate(string id);

            [LambdaTask("book", End = true)]
            [Catch(Next = nameof(Failed))]
            public static partial Task Book(string id, Price price);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """,
        """
        using Stepwise;

        public sealed record Price(int Amount);

        [StateMachine("order"), Retry]
        public sealed partial class Order
        {
            [Start(Next = nameof(Estimate))]
            public static partial void Start(string id);

            [LambdaTask("estimate", Next = nameof(Book))]
            [Catch(Next = nameof(Book))]
            public static partial Task<Price> Estimate(string id);

            [LambdaTask("book", End = true)]
            [Catch(Next = nameof(Failed))]
            public static partial Task Book(string id, Price? price);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """);

    [Fact]
    public Task An_input_that_may_be_null_is_read_as_nullable() => Fixing.Fixes(
        "ASL203",
        """
        using Stepwise;

        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Book))]
            public static partial void Start(int? amount);

            [LambdaTask("book", End = true)]
            public static partial Task Book(int amount);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """,
        """
        using Stepwise;

        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Book))]
            public static partial void Start(int? amount);

            [LambdaTask("book", End = true)]
            public static partial Task Book(int? amount);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """);

    [Fact]
    public async Task Nothing_is_offered_for_another_type() => Assert.Empty(await Fixing.Offered(
        "ASL203",
        """
        using Stepwise;

        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Book))]
            public static partial void Start(int amount);

            [LambdaTask("book", End = true)]
            public static partial Task Book(string amount);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """));
}
