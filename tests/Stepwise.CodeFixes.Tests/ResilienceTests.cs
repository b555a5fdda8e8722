namespace Stepwise.CodeFixes.Tests;

public sealed class ResilienceTests
{
    private const string TwoTasks = """
        using Stepwise;

        /// <summary>An order.</summary>
        [StateMachine("order")]
        [Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string id);

            /// <summary>Reserves the goods.</summary>
            [LambdaTask("reserve", Next = nameof(Book))]
            public static partial Task Reserve(string id);

            [LambdaTask("book", End = true)] [Obsolete("soon")] public static partial Task Book(string id);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """;

    private const string Aliased = "using C = Stepwise.CatchAttribute;\nusing R = Stepwise.RetryAttribute;\nusing SM = Stepwise.StateMachineAttribute;\n" + """
        using Stepwise;

        [SM("order")]
        [Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string id);

            [LambdaTask("reserve", Next = nameof(Book))]
            public static partial Task Reserve(string id);

            [LambdaTask("book", End = true)]
            public static partial Task Book(string id);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }

        namespace Other
        {
            public sealed class RetryAttribute : Attribute;
        }
        """;

    [Fact]
    public Task A_retry_is_added_to_the_class() => Fixing.Fixes(
        "ASL401",
        TwoTasks,
        TwoTasks.Replace("[StateMachine(\"order\")]\n", "[StateMachine(\"order\")]\n[Retry(IntervalSeconds = 2, MaxAttempts = 3, BackoffRate = 2.0)]\n", StringComparison.Ordinal),
        "Retry every task of 'Order'");

    [Fact]
    public Task A_retry_is_added_below_an_alias_of_StateMachine() => Fixing.Fixes(
        "ASL401",
        Aliased,
        Aliased.Replace("[SM(\"order\")]\n", "[SM(\"order\")]\n[Retry(IntervalSeconds = 2, MaxAttempts = 3, BackoffRate = 2.0)]\n", StringComparison.Ordinal),
        "Retry every task of 'Order'");

    [Fact]
    public async Task A_retry_of_another_library_is_not_taken_for_one()
    {
        var source = Aliased
            .Replace("[SM(", "[Other.Retry, SM(", StringComparison.Ordinal)
            .Replace("[LambdaTask(\"reserve\"", "[Other.Retry, LambdaTask(\"reserve\"", StringComparison.Ordinal);
        Assert.Equal(["Retry every task of 'Order'", "Retry 'Reserve'"], await Fixing.Offered("ASL401", source));
    }

    [Fact]
    public async Task Attributes_in_a_namespace_Stepwise_of_another_assembly_are_not_taken_for_ones()
    {
        const string Own = "namespace Stepwise { public sealed class RetryAttribute : System.Attribute; public sealed class FailAttribute(string error) : System.Attribute { public string Error => error; } }";
        var retry = Aliased.Replace("[SM(", "[Retry, SM(", StringComparison.Ordinal).Replace("[LambdaTask(\"reserve\"", "[Retry, LambdaTask(\"reserve\"", StringComparison.Ordinal);
        Assert.Equal(["Retry every task of 'Order'", "Retry 'Reserve'"], await Fixing.Offered("ASL401", retry, Own));

        var fail = Aliased.Replace("[Catch(Next = nameof(Failed))]\n", "", StringComparison.Ordinal);
        Assert.Contains("Catch failures of 'Reserve' in 'Failed'", await Fixing.Offered("ASL402", fail));
        Assert.Contains("Catch failures of 'Reserve' in a new [Fail] 'WorkflowFailed'", await Fixing.Offered("ASL402", fail, Own));
    }

    [Fact]
    public async Task A_method_that_is_no_state_takes_no_failure()
    {
        var source = Aliased
            .Replace("[Catch(Next = nameof(Failed))]\n", "", StringComparison.Ordinal)
            .Replace("    [LambdaTask(\"reserve\"", "    [Obsolete] private static string? Describe(WorkflowError error) => error.Cause;\n\n    [LambdaTask(\"reserve\"", StringComparison.Ordinal);
        Assert.Contains("Catch failures of 'Reserve' in 'Failed'", await Fixing.Offered("ASL402", source));
    }

    [Fact]
    public Task A_catch_by_an_alias_says_where_failures_go() => Fixing.Fixes(
        "ASL402",
        Aliased.Replace("[Catch(Next = nameof(Failed))]\n", "", StringComparison.Ordinal).Replace("[LambdaTask(\"book\"", "[C(Next = nameof(Failed)), LambdaTask(\"book\"", StringComparison.Ordinal),
        Aliased.Replace("[Catch(Next = nameof(Failed))]\n", "", StringComparison.Ordinal).Replace("[LambdaTask(\"book\"", "[C(Next = nameof(Failed)), LambdaTask(\"book\"", StringComparison.Ordinal)
            .Replace("nameof(Book))]\n", "nameof(Book))]\n    [Catch(Next = nameof(Failed))]\n", StringComparison.Ordinal),
        "Catch failures of 'Reserve' in 'Failed'");

    [Fact]
    public Task A_retry_is_added_to_a_method_below_its_documentation() => Fixing.Fixes(
        "ASL401",
        TwoTasks,
        TwoTasks.Replace("nameof(Book))]\n", "nameof(Book))]\n    [Retry(IntervalSeconds = 2, MaxAttempts = 3, BackoffRate = 2.0)]\n", StringComparison.Ordinal),
        "Retry 'Reserve'");

    [Fact]
    public Task A_retry_is_added_to_all_methods() => Fixing.FixesAll(
        "ASL401",
        [new SourceFile("Order.cs", TwoTasks)],
        [
            new SourceFile("Order.cs", TwoTasks
                .Replace("nameof(Book))]\n", "nameof(Book))]\n    [Retry(IntervalSeconds = 2, MaxAttempts = 3, BackoffRate = 2.0)]\n", StringComparison.Ordinal)
                .Replace("[Obsolete(\"soon\")]", "[Obsolete(\"soon\")] [Retry(IntervalSeconds = 2, MaxAttempts = 3, BackoffRate = 2.0)]", StringComparison.Ordinal)),
        ],
        "Retry 'Reserve'");

    [Fact]
    public Task For_all_tasks_of_a_class_the_class_gets_one_retry() => Fixing.FixesAll(
        "ASL401",
        [new SourceFile("Order.cs", TwoTasks)],
        [
            new SourceFile("Order.cs", TwoTasks.Replace(
                "[StateMachine(\"order\")]\n", "[StateMachine(\"order\")]\n[Retry(IntervalSeconds = 2, MaxAttempts = 3, BackoffRate = 2.0)]\n", StringComparison.Ordinal)),
        ],
        "Retry every task of 'Order'");

    [Fact]
    public Task The_line_ends_of_the_file_are_kept() => Fixing.Fixes(
        "ASL401",
        TwoTasks.ReplaceLineEndings("\r\n"),
        TwoTasks.Replace("nameof(Book))]\n", "nameof(Book))]\n    [Retry(IntervalSeconds = 2, MaxAttempts = 3, BackoffRate = 2.0)]\n", StringComparison.Ordinal).ReplaceLineEndings("\r\n"),
        "Retry 'Reserve'");

    [Fact]
    public Task The_attribute_of_a_class_in_two_files_goes_where_StateMachine_is() => Fixing.Fixes(
        "ASL401",
        [
            new SourceFile("Order.cs", """
                using Stepwise;

                [StateMachine("order"), Catch(Next = nameof(Failed))] // deployed by hand
                public sealed partial class Order
                {
                    [Start(Next = nameof(Reserve))]
                    public static partial void Start(string id);

                    [Fail("OrderFailed")]
                    public static partial void Failed();
                }
                """),
            new SourceFile("Order.Tasks.cs", """
                using Stepwise;

                partial class Order
                {
                    [LambdaTask("reserve", End = true)]
                    public static partial Task Reserve(string id);
                }
                """),
        ],
        [
            new SourceFile("Order.cs", """
                using Stepwise;

                [StateMachine("order"), Catch(Next = nameof(Failed))] // deployed by hand
                [Retry(IntervalSeconds = 2, MaxAttempts = 3, BackoffRate = 2.0)]
                public sealed partial class Order
                {
                    [Start(Next = nameof(Reserve))]
                    public static partial void Start(string id);

                    [Fail("OrderFailed")]
                    public static partial void Failed();
                }
                """),
        ],
        "Retry every task of 'Order'");

    [Fact]
    public Task Names_are_qualified_where_the_using_is_missing() => Fixing.Fixes(
        "ASL402",
        """
        [Stepwise.StateMachine("order"), Stepwise.Retry]
        public sealed partial class Order
        {
            [Stepwise.Start(Next = nameof(Reserve))]
            public static partial void Start(string id);

            [Stepwise.LambdaTask("reserve", End = true)]
            public static partial Task Reserve(string id);
        }
        """,
        """
        [Stepwise.StateMachine("order"), Stepwise.Retry]
        public sealed partial class Order
        {
            [Stepwise.Start(Next = nameof(Reserve))]
            public static partial void Start(string id);

            [Stepwise.LambdaTask("reserve", End = true)]
            [Stepwise.Catch(Next = nameof(WorkflowFailed))]
            public static partial Task Reserve(string id);

            [Stepwise.Fail("WorkflowFailed")]
            public static string? WorkflowFailed(Stepwise.WorkflowError error) => error.Cause;
        }
        """,
        "Catch failures of 'Reserve' in a new [Fail] 'WorkflowFailed'");

    [Fact]
    public Task Names_are_qualified_where_another_type_has_them() => Fixing.Fixes(
        "ASL401",
        """
        using S = Stepwise;

        namespace Shop.Stepwise
        {
            public sealed class RetryAttribute : Attribute;

            [S.StateMachine("order"), S.Catch(Next = nameof(Failed))]
            public sealed partial class Order
            {
                [S.Start(Next = nameof(Reserve))]
                public static partial void Start(string id);

                [S.LambdaTask("reserve", End = true)]
                public static partial Task Reserve(string id);

                [S.Fail("OrderFailed")]
                public static partial void Failed();
            }
        }
        """,
        """
        using S = Stepwise;

        namespace Shop.Stepwise
        {
            public sealed class RetryAttribute : Attribute;

            [S.StateMachine("order"), S.Catch(Next = nameof(Failed))]
            public sealed partial class Order
            {
                [S.Start(Next = nameof(Reserve))]
                public static partial void Start(string id);

                [S.LambdaTask("reserve", End = true)]
                [global::Stepwise.Retry(IntervalSeconds = 2, MaxAttempts = 3, BackoffRate = 2.0)]
                public static partial Task Reserve(string id);

                [S.Fail("OrderFailed")]
                public static partial void Failed();
            }
        }
        """,
        "Retry 'Reserve'");

    [Fact]
    public Task A_catch_leads_where_other_catches_lead() => Fixing.Fixes(
        "ASL402",
        """
        using Stepwise;

        [StateMachine("order")]
        [Retry]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string id);

            [LambdaTask("reserve", Next = nameof(Book))]
            public static partial Task Reserve(string id);

            [LambdaTask("book", End = true)]
            [Catch(Next = nameof(Release))]
            public static partial Task Book(string id);

            [LambdaTask("release", Next = nameof(Failed))]
            [Catch(Next = nameof(Failed))]
            public static partial Task Release(string id);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """,
        """
        using Stepwise;

        [StateMachine("order")]
        [Retry]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string id);

            [LambdaTask("reserve", Next = nameof(Book))]
            [Catch(Next = nameof(Release))]
            public static partial Task Reserve(string id);

            [LambdaTask("book", End = true)]
            [Catch(Next = nameof(Release))]
            public static partial Task Book(string id);

            [LambdaTask("release", Next = nameof(Failed))]
            [Catch(Next = nameof(Failed))]
            public static partial Task Release(string id);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """,
        "Catch failures of 'Reserve' in 'Release'");

    [Fact]
    public Task A_catch_of_the_class_stands_below_its_retry() => Fixing.Fixes(
        "ASL402",
        """
        using Stepwise;

        [StateMachine("order")]
        [Retry]
        [Tracing]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string id);

            [LambdaTask("reserve", Next = nameof(IsThere))]
            public static partial Task Reserve(string id);

            [Choice]
            public static NextState IsThere(string id) => id == "" ? nameof(NotThere) : nameof(Done);

            [Succeed]
            public static partial void Done();

            [Fail("NotThere")]
            public static partial void NotThere();

            [Fail("OrderFailed")]
            public static string? Failed(WorkflowError error) => error.Cause;
        }
        """,
        """
        using Stepwise;

        [StateMachine("order")]
        [Retry]
        [Catch(Next = nameof(Failed))]
        [Tracing]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string id);

            [LambdaTask("reserve", Next = nameof(IsThere))]
            public static partial Task Reserve(string id);

            [Choice]
            public static NextState IsThere(string id) => id == "" ? nameof(NotThere) : nameof(Done);

            [Succeed]
            public static partial void Done();

            [Fail("NotThere")]
            public static partial void NotThere();

            [Fail("OrderFailed")]
            public static string? Failed(WorkflowError error) => error.Cause;
        }
        """,
        "Catch failures of every task of 'Order' in 'Failed'");

    [Fact]
    public Task A_workflow_without_a_failure_state_gets_one_for_all_its_tasks() => Fixing.FixesAll(
        "ASL402",
        [
            new SourceFile("Order.cs", """
                using Stepwise;

                [StateMachine("order"), Retry]
                public sealed partial class Order
                {
                    [Start(Next = nameof(Reserve))]
                    public static partial void Start(string id);

                    [LambdaTask("reserve", Next = nameof(Book))]
                    public static partial Task Reserve(string id);

                    [LambdaTask("book", End = true)]
                    public static partial Task Book(string id);
                }
                """),
        ],
        [
            new SourceFile("Order.cs", """
                using Stepwise;

                [StateMachine("order"), Retry]
                [Catch(Next = nameof(WorkflowFailed))]
                public sealed partial class Order
                {
                    [Start(Next = nameof(Reserve))]
                    public static partial void Start(string id);

                    [LambdaTask("reserve", Next = nameof(Book))]
                    public static partial Task Reserve(string id);

                    [LambdaTask("book", End = true)]
                    public static partial Task Book(string id);

                    [Fail("WorkflowFailed")]
                    public static string? WorkflowFailed(WorkflowError error) => error.Cause;
                }
                """),
        ],
        "Catch failures of every task of 'Order' in a new [Fail] 'WorkflowFailed'");

    [Fact]
    public Task All_methods_catch_in_one_new_state() => Fixing.FixesAll(
        "ASL402",
        [
            new SourceFile("Order.cs", """
                using Stepwise;

                [StateMachine("order"), Retry]
                public sealed partial class Order
                {
                    [Start(Next = nameof(Reserve))]
                    public static partial void Start(string id);

                    [LambdaTask("reserve", Next = nameof(Book))]
                    public static partial Task Reserve(string id);

                    [LambdaTask("book", Next = nameof(Done))]
                    public static partial Task Book(string id);

                    [Succeed]
                    public static partial void Done();
                }
                """),
        ],
        [
            new SourceFile("Order.cs", """
                using Stepwise;

                [StateMachine("order"), Retry]
                public sealed partial class Order
                {
                    [Start(Next = nameof(Reserve))]
                    public static partial void Start(string id);

                    [LambdaTask("reserve", Next = nameof(Book))]
                    [Catch(Next = nameof(WorkflowFailed))]
                    public static partial Task Reserve(string id);

                    [LambdaTask("book", Next = nameof(Done))]
                    [Catch(Next = nameof(WorkflowFailed))]
                    public static partial Task Book(string id);

                    [Succeed]
                    public static partial void Done();

                    [Fail("WorkflowFailed")]
                    public static string? WorkflowFailed(WorkflowError error) => error.Cause;
                }
                """),
        ],
        "Catch failures of 'Reserve' in a new [Fail] 'WorkflowFailed'");

    [Theory]
    [InlineData("\"States.Timout\"", "Errors.Timeout")]
    [InlineData("\"states.taskfailed\"", "Errors.TaskFailed")]
    [InlineData("\"States.ItemReadFailed\"", "\"States.ItemReaderFailed\"")]
    public Task A_misspelt_error_is_corrected(string written, string expected) => Fixing.Fixes("ASL404", WithRetry(written), WithRetry(expected));

    [Fact]
    public Task A_catch_of_a_missed_heartbeat_catches_the_timeout() =>
        Fixing.Fixes("ASL410", WithCatch("Errors.HeartbeatTimeout"), WithCatch("Errors.Timeout"));

    [Fact]
    public Task Transient_errors_of_Lambda_are_retried_too() => Fixing.Fixes(
        "ASL409",
        WithRetry("Errors.Timeout"),
        WithRetry("Errors.Timeout").Replace("[Retry(Errors.Timeout)]\n", "[Retry(Errors.Timeout)]\n    [Retry(Errors.LambdaTransient)]\n", StringComparison.Ordinal));

    private static string WithRetry(string error) => $$"""
        using Stepwise;

        [StateMachine("order"), Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string id);

            /// <summary>Reserves.</summary>
            [LambdaTask("reserve", End = true)]
            [Retry({{error}})]
            public static partial Task Reserve(string id);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """;

    private static string WithCatch(string error) => $$"""
        using Stepwise;

        [StateMachine("order"), Retry]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string id);

            [LambdaTask("reserve", End = true)]
            [Catch({{error}}, Next = nameof(Failed))]
            public static partial Task Reserve(string id);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """;
}
