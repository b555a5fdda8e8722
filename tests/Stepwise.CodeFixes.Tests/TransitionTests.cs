namespace Stepwise.CodeFixes.Tests;

public sealed class TransitionTests
{
    [Fact]
    public Task A_string_in_a_choice_becomes_nameof() => Fixing.FixesAll(
        "ASL107",
        [
            new SourceFile("Order.cs", """
                using Stepwise;

                [StateMachine("order")]
                public sealed partial class Order
                {
                    [Start(Next = nameof(IsLarge))]
                    public static partial void Start(int amount);

                    [Choice]
                    public static NextState IsLarge(int amount) => amount > 100 ? "Review" : /* at once */ "Accept";

                    [Succeed]
                    public static partial void Review();

                    [Succeed]
                    public static partial void Accept();
                }
                """),
        ],
        [
            new SourceFile("Order.cs", """
                using Stepwise;

                [StateMachine("order")]
                public sealed partial class Order
                {
                    [Start(Next = nameof(IsLarge))]
                    public static partial void Start(int amount);

                    [Choice]
                    public static NextState IsLarge(int amount) => amount > 100 ? nameof(Review) : /* at once */ nameof(Accept);

                    [Succeed]
                    public static partial void Review();

                    [Succeed]
                    public static partial void Accept();
                }
                """),
        ]);

    [Fact]
    public Task A_misspelt_string_in_a_choice_becomes_nameof_of_the_nearest_state() => Fixing.Fixes(
        "ASL107",
        """
        using Stepwise;

        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(IsLarge))]
            public static partial void Start(int amount);

            [Choice]
            public static NextState IsLarge(int amount) => amount > 100 ? "Reviw" : nameof(@event);

            [Succeed]
            public static partial void Review();

            [Succeed]
            public static partial void @event();
        }
        """,
        """
        using Stepwise;

        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(IsLarge))]
            public static partial void Start(int amount);

            [Choice]
            public static NextState IsLarge(int amount) => amount > 100 ? nameof(Review) : nameof(@event);

            [Succeed]
            public static partial void Review();

            [Succeed]
            public static partial void @event();
        }
        """);

    [Fact]
    public Task A_misspelt_arm_is_corrected() => Fixing.Fixes(
        "ASL107",
        """
        using Stepwise;

        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(IsLarge))]
            public static partial void Start(int amount);

            [Choice]
            public static NextState IsLarge(int amount) => amount > 100 ? nameof(Reviw) : nameof(Accept);

            [Succeed]
            public static partial void Review();

            [Succeed]
            public static partial void Accept();
        }
        """,
        """
        using Stepwise;

        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(IsLarge))]
            public static partial void Start(int amount);

            [Choice]
            public static NextState IsLarge(int amount) => amount > 100 ? nameof(Review) : nameof(Accept);

            [Succeed]
            public static partial void Review();

            [Succeed]
            public static partial void Accept();
        }
        """);

    [Theory]
    [InlineData("nameof(Dnoe)")]
    [InlineData("\"Dnoe\"")]
    [InlineData("nameof(Order.Dnoe)")]
    public Task A_misspelt_target_is_corrected(string written) => Fixing.Fixes(
        "ASL101",
        $$"""
        using Stepwise;

        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = {{written}})]
            public static partial void Start();

            [Succeed]
            public static partial void Done();
        }
        """,
        """
        using Stepwise;

        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start();

            [Succeed]
            public static partial void Done();
        }
        """);

    [Fact]
    public Task A_misspelt_target_of_a_catch_is_corrected() => Fixing.Fixes(
        "ASL101",
        """
        using Stepwise;

        [StateMachine("order")]
        [Retry, Catch(Next = nameof(OrderFaild))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string id);

            [LambdaTask("reserve", End = true)]
            public static partial Task Reserve(string id);

            [Fail("OrderFailed")]
            public static partial void OrderFailed();
        }
        """,
        """
        using Stepwise;

        [StateMachine("order")]
        [Retry, Catch(Next = nameof(OrderFailed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string id);

            [LambdaTask("reserve", End = true)]
            public static partial Task Reserve(string id);

            [Fail("OrderFailed")]
            public static partial void OrderFailed();
        }
        """);

    [Fact]
    public async Task Raw_json_is_not_replaced_by_nameof() => Assert.Empty(await Fixing.Offered(
        "ASL101",
        """"
        using Stepwise;

        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Raw))]
            public static partial void Start();

            [RawState("""{"Type": "Pass", "Next": "Dnoe"}""")]
            public static partial void Raw();

            [Succeed]
            public static partial void Done();
        }
        """"));

    [Fact]
    public async Task Nothing_is_offered_for_a_target_like_no_state() => Assert.Empty(await Fixing.Offered(
        "ASL101",
        """
        using Stepwise;

        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = "Something else")]
            public static partial void Start();

            [Succeed]
            public static partial void Done();
        }
        """));

    [Theory]
    [InlineData("Go on: remove End", "[Wait(5, Next = nameof(Done))]")]
    [InlineData("End here: remove Next", "[Wait(5, End = true)]")]
    public Task Of_Next_and_End_one_is_removed(string title, string expected) => Fixing.Fixes(
        "ASL103",
        """
        using Stepwise;

        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Pause))]
            public static partial void Start();

            [Wait(5, Next = nameof(Done), End = true)]
            public static partial void Pause();

            [Succeed]
            public static partial void Done();
        }
        """,
        $$"""
        using Stepwise;

        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Pause))]
            public static partial void Start();

            {{expected}}
            public static partial void Pause();

            [Succeed]
            public static partial void Done();
        }
        """,
        title);
}
