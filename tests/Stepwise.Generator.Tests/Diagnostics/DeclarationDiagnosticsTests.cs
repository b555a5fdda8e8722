namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>Each finding of this kind at least once: its place and its text.</summary>
public sealed class DeclarationDiagnosticsTests
{
    [Fact]
    public void ASL002_A_workflow_class_must_be_partial() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed class [|Order|]
        {
            [Start(Next = nameof(Done))]
            public static void Start(string orderId) { }

            [Succeed]
            public static object Done(string orderId) => new { orderId };
        }
        """)
        .Reports("ASL002", "'Order' must be partial: the generator adds its records and the bodies of its states");

    [Fact]
    public void ASL003_A_workflow_class_must_be_sealed() => Marked.Source(
        """
        [StateMachine("order")]
        public partial class [|Order|]
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId);

            [Succeed]
            public static partial void Done();
        }
        """)
        .Reports("ASL003", "'Order' must be sealed: a workflow class cannot have derived classes");

    [Theory]
    [InlineData("static")]
    [InlineData("abstract")]
    public void ASL003_says_which_modifier_sealed_excludes(string modifier) => Marked.Source(
        $$"""
        [StateMachine("order")]
        public {{modifier}} partial class [|Order|]
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId);

            [Succeed]
            public static partial void Done();
        }
        """)
        .Reports("ASL003", $"'Order' must be sealed and not {modifier}: a workflow class cannot have derived classes");

    [Fact]
    public void ASL004_A_workflow_class_cannot_be_generic() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class [|Order|]<TItem>
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId);

            [Succeed]
            public static partial void Done();
        }
        """)
        .Reports("ASL004", "'Order' cannot be a workflow because 'Order' has type parameters: remove them");

    [Fact]
    public void ASL005_The_class_around_a_workflow_must_be_partial() => Marked.Source(
        """
        public static class [|Workflows|]
        {
            [StateMachine("order")]
            public sealed partial class Order
            {
                [Start(Next = nameof(Done))]
                public static void Start(string orderId) { }

                [Succeed]
                public static object Done(string orderId) => new { orderId };
            }
        }
        """)
        .Reports("ASL005", "'Workflows' must be partial: the generator adds members to the workflow 'Order' inside it");

    [Fact]
    public void ASL006_A_state_without_a_body_must_be_partial() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId);

            [Succeed]
            public static void [|Done|]();
        }
        """)
        .Reports("ASL006", "'Done' must be partial: it has no body, and the generator adds one");

    [Fact]
    public void ASL007_A_state_needs_an_accessibility_modifier() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId);

            [Succeed]
            static partial void [|Done|]();
        }
        """)
        .Reports("ASL007", "'Done' needs an accessibility modifier, such as public: without one, the compiler accepts the method even if the generator did not run");

    [Fact]
    public void ASL008_The_method_does_not_fit_its_kind_of_state() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Pause))]
            public static partial void Start(string orderId);

            [Wait(Next = nameof(Done))]
            public static int [|Pause|]() => 60;

            [Succeed]
            public static partial void Done();
        }
        """)
        .Reports("ASL008", "'Pause' does not fit its kind of state: a [Wait] with a body must return TimeSpan or DateTimeOffset");

    [Fact]
    public void ASL009_A_workflow_needs_a_start() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class [|Order|]
        {
            [Succeed]
            public static partial void Done();
        }
        """)
        .Reports("ASL009", "'Order' has no [Start]: add a method '[Start(Next = nameof(...))] public static partial void Start(...);' whose parameters are the input");

    [Fact]
    public void ASL010_A_workflow_has_one_start() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId);

            [Start(Next = nameof(Done))]
            public static partial void [|Restart|](string orderId);

            [Succeed]
            public static partial void Done();
        }
        """)
        .Reports("ASL010", "'Restart' is a second [Start]: 'Start' already declares the input. Remove one of them");

    [Fact]
    public void ASL011_The_workflow_s_name_is_not_valid() => Marked.Source(
        """
        [StateMachine([|"order processing"|])]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId);

            [Succeed]
            public static partial void Done();
        }
        """)
        .Reports("ASL011", "'order processing' is not a valid state machine name: use 1 to 80 of A-Z, a-z, 0-9, - and _");

    [Fact]
    public void ASL012_The_state_s_name_is_not_valid() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId);

            [Succeed(StateName = [|"Done?"|])]
            public static partial void Done();
        }
        """)
        .Reports("ASL012", "'Done?' is not a valid state name: the character '?' is not allowed. Set another name with StateName");

    [Fact]
    public void ASL013_Two_states_have_one_name() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Pause))]
            public static partial void Start(string orderId);

            [Wait(5, Next = nameof(Done))]
            public static partial void Pause();

            [Succeed(StateName = "Pause")]
            public static partial void [|Done|]();
        }
        """)
        .Reports("ASL013", "The state name 'Pause' is already used by 'Pause': give one of the two methods another name or StateName");

    [Fact]
    public void ASL014_The_name_is_reserved() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string [|clone|]);

            [Succeed]
            public static partial void Done();
        }
        """)
        .Reports("ASL014", "'clone' is reserved: the record Input cannot have a property Clone. Choose another name");

    [Fact]
    public void ASL015_A_method_is_one_state() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId);

            [Succeed, [|Fail|]("OrderFailed")]
            public static partial void Done();
        }
        """)
        .Reports("ASL015", "'Done' is already a [Succeed] and cannot also be a [Fail]: remove one of the two attributes");

    [Fact]
    public void ASL016_The_attribute_s_value_is_not_valid() => Marked.Source(
        """
        [StateMachine("order"), Retry(BackoffRate = [|0.5|]), Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string orderId);

            [LambdaTask("reserve", End = true)]
            public static partial Task Reserve(string orderId);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL016", "'BackoffRate' cannot be 0.5: it must be at least 1.0");

    [Fact]
    public void ASL017_Two_resources_have_one_substitution() => Marked.Source(
        """
        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string orderId);

            [LambdaTask("reserve-stock", Next = nameof(Release))]
            public static partial Task Reserve(string orderId);

            [[|LambdaTask|]("reserve_stock", End = true)]
            public static partial Task Release(string orderId);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL017", "'reserve-stock' and 'reserve_stock' would both be the substitution ${ReserveStockFunctionArn}: rename one of them, so that the letters and digits differ");

    [Fact]
    public void ASL018_Two_workflows_have_one_name() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId);

            [Succeed]
            public static partial void Done();
        }

        [StateMachine("order")]
        public sealed partial class [|OrderAgain|]
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId);

            [Succeed]
            public static partial void Done();
        }
        """)
        .Reports("ASL018", "The name 'order' is already used by 'Order': give each workflow its own name, because its files have that name");

    [Fact]
    public void ASL019_Generated_types_cannot_be_read_by_the_generator() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId);

            [Succeed]
            public static object Done(string orderId) => new [|Output|](orderId);
        }
        """)
        .Reports("ASL019", "'Output' is generated, and the generator cannot read its own output: declare a record of your own, or read the values as parameters");

    [Fact]
    public void ASL020_The_JSON_is_not_valid() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Pause))]
            public static partial void Start(string orderId);

            [RawState([|"{ 'Type': 'Succeed' }"|])]
            public static partial void Pause();
        }
        """)
        .Reports("ASL020", "This JSON cannot be used as a state or as arguments: line 1, column 3: A name in double quotes should be here, not '''");

    [Fact]
    public void ASL021_The_attribute_has_no_effect_here() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Pause))]
            public static partial void Start(string orderId);

            [Wait(5, Next = nameof(Done))]
            [[|Retry|](MaxAttempts = 2)]
            public static partial void Pause();

            [Succeed]
            public static partial void Done();
        }
        """)
        .Reports("ASL021", "[Retry] has no effect on 'Pause': only tasks are retried and caught");
}
