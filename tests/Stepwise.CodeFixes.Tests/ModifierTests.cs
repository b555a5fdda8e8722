namespace Stepwise.CodeFixes.Tests;

public sealed class ModifierTests
{
    [Fact]
    public Task A_class_is_made_partial() => Fixing.Fixes(
        "ASL002",
        """
        using Stepwise;

        /// <summary>An order.</summary>
        [StateMachine("order")] // the name on AWS
        public sealed class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string id);

            [Succeed]
            public static partial void Done();
        }
        """,
        """
        using Stepwise;

        /// <summary>An order.</summary>
        [StateMachine("order")] // the name on AWS
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string id);

            [Succeed]
            public static partial void Done();
        }
        """);

    [Fact]
    public Task A_class_without_modifiers_keeps_its_comment() => Fixing.Fixes(
        "ASL002",
        """
        using Stepwise;

        [StateMachine("order")]
        // Not public.
        sealed /* on purpose */ class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start();

            [Succeed]
            public static partial void Done();
        }
        """,
        """
        using Stepwise;

        [StateMachine("order")]
        // Not public.
        sealed /* on purpose */ partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start();

            [Succeed]
            public static partial void Done();
        }
        """);

    [Fact]
    public Task Both_parts_of_a_class_in_two_files_are_made_partial() => Fixing.Fixes(
        "ASL002",
        [
            new SourceFile("Order.cs", """
                using Stepwise;

                [StateMachine("order")]
                public sealed class Order
                {
                    [Start(Next = nameof(Done))]
                    public static partial void Start();
                }
                """),
            new SourceFile("Order.States.cs", """
                using Stepwise;

                class Order
                {
                    [Succeed]
                    public static partial void Done();
                }
                """),
        ],
        [
            new SourceFile("Order.cs", """
                using Stepwise;

                [StateMachine("order")]
                public sealed partial class Order
                {
                    [Start(Next = nameof(Done))]
                    public static partial void Start();
                }
                """),
            new SourceFile("Order.States.cs", """
                using Stepwise;

                partial class Order
                {
                    [Succeed]
                    public static partial void Done();
                }
                """),
        ]);

    [Fact]
    public Task All_classes_of_a_project_are_made_partial_with_their_line_ends() => Fixing.FixesAll(
        "ASL002",
        [
            new SourceFile("Order.cs", Crlf("""
                using Stepwise;

                [StateMachine("order")]
                public sealed class Order
                {
                    [Start(Next = nameof(Done))]
                    public static partial void Start();

                    [Succeed]
                    public static partial void Done();
                }

                [StateMachine("refund")]
                public sealed class Refund
                {
                    [Start(Next = nameof(Done))]
                    public static partial void Start();

                    [Succeed]
                    public static partial void Done();
                }
                """)),
            new SourceFile("Invoice.cs", """
                using Stepwise;

                [StateMachine("invoice")]
                internal sealed class Invoice
                {
                    [Start(Next = nameof(Done))]
                    public static partial void Start();

                    [Succeed]
                    public static partial void Done();
                }
                """),
        ],
        [
            new SourceFile("Order.cs", Crlf("""
                using Stepwise;

                [StateMachine("order")]
                public sealed partial class Order
                {
                    [Start(Next = nameof(Done))]
                    public static partial void Start();

                    [Succeed]
                    public static partial void Done();
                }

                [StateMachine("refund")]
                public sealed partial class Refund
                {
                    [Start(Next = nameof(Done))]
                    public static partial void Start();

                    [Succeed]
                    public static partial void Done();
                }
                """)),
            new SourceFile("Invoice.cs", """
                using Stepwise;

                [StateMachine("invoice")]
                internal sealed partial class Invoice
                {
                    [Start(Next = nameof(Done))]
                    public static partial void Start();

                    [Succeed]
                    public static partial void Done();
                }
                """),
        ]);

    [Fact]
    public Task The_container_is_made_partial() => Fixing.Fixes(
        "ASL005",
        """
        using Stepwise;

        public static class Workflows
        {
            [StateMachine("order")]
            public sealed partial class Order
            {
                [Start(Next = nameof(Done))]
                public static partial void Start();

                [Succeed]
                public static partial void Done();
            }
        }
        """,
        """
        using Stepwise;

        public static partial class Workflows
        {
            [StateMachine("order")]
            public sealed partial class Order
            {
                [Start(Next = nameof(Done))]
                public static partial void Start();

                [Succeed]
                public static partial void Done();
            }
        }
        """);

    [Fact]
    public Task A_class_is_sealed_before_partial() => Fixing.Fixes(
        "ASL003",
        """
        using Stepwise;

        [StateMachine("order")]
        public partial class Order
        {
            [Start(Next = nameof(Done))]
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
    public Task All_classes_of_a_project_are_sealed() => Fixing.FixesAll(
        "ASL003",
        [
            new SourceFile("Workflows.cs", """
                using Stepwise;

                [StateMachine("order")]
                public partial class Order
                {
                    [Start(Next = nameof(Done))]
                    public static partial void Start();

                    [Succeed]
                    public static partial void Done();
                }

                [StateMachine("refund")]
                partial class Refund
                {
                    [Start(Next = nameof(Done))]
                    public static partial void Start();

                    [Succeed]
                    public static partial void Done();
                }
                """),
        ],
        [
            new SourceFile("Workflows.cs", """
                using Stepwise;

                [StateMachine("order")]
                public sealed partial class Order
                {
                    [Start(Next = nameof(Done))]
                    public static partial void Start();

                    [Succeed]
                    public static partial void Done();
                }

                [StateMachine("refund")]
                sealed partial class Refund
                {
                    [Start(Next = nameof(Done))]
                    public static partial void Start();

                    [Succeed]
                    public static partial void Done();
                }
                """),
        ]);

    [Fact]
    public async Task An_abstract_class_is_not_sealed() => Assert.Empty(await Fixing.Offered(
        "ASL003",
        """
        using Stepwise;

        [StateMachine("order")]
        public abstract partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start();

            [Succeed]
            public static partial void Done();
        }
        """));

    [Fact]
    public Task A_state_is_made_partial_below_its_documentation() => Fixing.Fixes(
        "ASL006",
        """
        using Stepwise;

        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start();

            /// <summary>The end.</summary>
            [Obsolete("soon"), Succeed]
            public static void Done();
        }
        """,
        """
        using Stepwise;

        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start();

            /// <summary>The end.</summary>
            [Obsolete("soon"), Succeed]
            public static partial void Done();
        }
        """);

    [Fact]
    public Task All_states_are_made_public() => Fixing.FixesAll(
        "ASL007",
        [
            new SourceFile("Order.cs", """
                using Stepwise;

                [StateMachine("order")]
                public sealed partial class Order
                {
                    [Start(Next = nameof(Done))]
                    static partial void Start();

                    /// <summary>The end.</summary>
                    [Succeed]
                    // nothing to do
                    static partial void Done();
                }
                """),
        ],
        [
            new SourceFile("Order.cs", """
                using Stepwise;

                [StateMachine("order")]
                public sealed partial class Order
                {
                    [Start(Next = nameof(Done))]
                    public static partial void Start();

                    /// <summary>The end.</summary>
                    [Succeed]
                    // nothing to do
                    public static partial void Done();
                }
                """),
        ]);

    private static string Crlf(string text) => text.ReplaceLineEndings("\r\n");
}
