using Microsoft.CodeAnalysis;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>Declarations that are wrong, or unusual and fine.</summary>
public sealed class DeclarationVariantTests
{
    [Theory]
    [InlineData("[LambdaTask(\"f\", Next = nameof(Done))] public static Task [|Work|]() => Task.CompletedTask;", "a [LambdaTask] cannot have a body: the function does the work")]
    [InlineData("[LambdaTask(\"f\", Next = nameof(Done))] public static partial void [|Work|]();", "it must return Task, or Task<T> with the type of the result")]
    [InlineData("[LambdaTask(\"f\", Next = nameof(Done))] public static partial ValueTask [|Work|]();", "it must return Task, or Task<T> with the type of the result")]
    [InlineData("[ServiceTask(\"sns:publish\", Next = nameof(Done))] public static partial object [|Work|]();", "a [ServiceTask] without a body must return Task, or Task<T> with the type of the response")]
    [InlineData("[Pass(Next = nameof(Done))] public static partial int [|Work|]();", "a [Pass] must be a partial void method, or have a body that returns its value")]
    [InlineData("[Wait(Next = nameof(Done))] public static partial void [|Work|]();", "it needs [Wait(seconds)], or a body that returns TimeSpan or DateTimeOffset")]
    [InlineData("[Wait(5, Next = nameof(Done))] public static TimeSpan [|Work|]() => TimeSpan.FromSeconds(5);", "[Wait(seconds)] must be a partial void method without a body")]
    [InlineData("[Pass(Next = nameof(Done))] public partial void [|Work|]();", "a state must be a static method")]
    [InlineData("[Pass(Next = nameof(Done))] public static partial void [|Work|]<T>();", "a state cannot have type parameters")]
    [InlineData("[LambdaTask(\"f\", Next = nameof(Done))] public static partial Task Work(params string[] [|orderId|]);", "its parameter 'orderId' must be an ordinary one, without ref, in, out or params")]
    [InlineData("[LambdaTask(\"f\", Next = nameof(Done))] public static partial Task Work(WorkflowContext [|context|]);", "a WorkflowContext cannot be passed as a whole; compute the member that you need in a [Pass], and read its result")]
    [InlineData("[LambdaTask(\"f\", Next = nameof(Done))] public static partial Task Work([Payload] string[] [|orderId|], string[] other);", "[Payload] makes 'orderId' the whole object, so it must be the only parameter")]
    public void The_shape_must_fit(string state, string problem) => Marked.Members(
        $"    [Start(Next = nameof(Work))] public static partial void Start(string[] orderId, string[] other);\n    {state}",
        "StateMachine(\"order\")")
        .ReportsFirst("ASL008", $"'Work' does not fit its kind of state: {problem}");

    [Fact]
    public void A_choice_returns_NextState() => Marked.Members(
        """
            [Start(Next = nameof(Decide))] public static partial void Start(bool ready);
            [Choice] public static string [|Decide|](bool ready) => ready ? nameof(Done) : nameof(Failed);
        """,
        "StateMachine(\"order\")")
        .Reports("ASL008", "'Decide' does not fit its kind of state: a [Choice] returns NextState");

    [Fact]
    public void A_choice_has_more_than_one_way_out() => Marked.Members(
        """
            [Start(Next = nameof(Decide))] public static partial void Start(bool ready);
            [Choice] public static NextState [|Decide|](bool ready) => nameof(Done);
        """,
        "StateMachine(\"order\")")
        .ReportsFirst("ASL008", "'Decide' does not fit its kind of state: a [Choice] needs at least one condition; without one, set Next on the state before it instead");

    [Theory]
    [InlineData("TimeoutSeconds = [|0|]", "'TimeoutSeconds' cannot be 0: it must be 1 to 99,999,999")]
    [InlineData("TimeoutSeconds = 60, HeartbeatSeconds = [|60|]", "'HeartbeatSeconds' cannot be 60: it must be smaller than TimeoutSeconds")]
    [InlineData("ResultName = [|\"a b\"|]", "'ResultName' cannot be a b: it must be a C# identifier of at most 80 characters, because a parameter of that name reads it")]
    public void An_argument_of_a_task_must_be_valid(string argument, string message) => Marked.Members(
        $"""
            [Start(Next = nameof(Work))] public static partial void Start(string orderId);
            [LambdaTask("f", {argument}, Next = nameof(Done))] public static partial Task<Version> Work(string orderId);
        """)
        .Reports("ASL016", message);

    [Fact]
    public void A_result_that_is_not_there_has_no_name() => Marked.Members(
        """
            [Start(Next = nameof(Work))] public static partial void Start(string orderId);
            [LambdaTask("f", ResultName = [|"answer"|], Next = nameof(Done))] public static partial Task Work(string orderId);
        """)
        .Reports("ASL016", "'ResultName' cannot be \"answer\": the state has no result to name");

    [Theory]
    [InlineData("\"publish\"", "it must be service:action, such as \"sns:publish\", or \"aws-sdk:service:action\"")]
    [InlineData("\"sns:\"", "it must be service:action, such as \"sns:publish\", or \"aws-sdk:service:action\"")]
    [InlineData("\"aws-sdk:sns\"", "it must be service:action, such as \"sns:publish\", or \"aws-sdk:service:action\"")]
    [InlineData("\"activity:approve\"", "it must be service:action, such as \"sns:publish\", or \"aws-sdk:service:action\"")]
    [InlineData("\"arn:aws:states:::sns:publish\"", "it must be service:action, such as \"sns:publish\", or \"aws-sdk:service:action\"")]
    [InlineData("\"ecs:runTask.sync\"", "the pattern is not part of it: set Pattern = IntegrationPattern.RunJob for .sync, and take a TaskToken parameter for .waitForTaskToken")]
    public void A_service_task_names_service_and_action(string action, string reason) => Marked.Members(
        $$"""
            [Start(Next = nameof(Work))] public static partial void Start(string orderId);
            [ServiceTask([|{{action}}|], Next = nameof(Done))] public static object Work(string orderId) => new { orderId };
        """)
        .Reports("ASL016", $"'action' cannot be {action}: {reason}");

    [Theory]
    [InlineData("-")]
    [InlineData("reserve stock")]
    [InlineData("réserve")]
    [InlineData("stock/reserve")]
    public void A_function_has_a_name(string function) => Marked.Members(
        $$"""
            [Start(Next = nameof(Work))] public static partial void Start(string orderId);
            [LambdaTask([|"{{function}}"|], Next = nameof(Done))] public static partial Task Work(string orderId);
        """)
        .Reports("ASL016", $"'function' cannot be \"{function}\": it must be the function's name, such as \"validate-campaign\"");

    [Fact]
    public void A_state_of_a_JSONata_machine_is_not_JSONPath() => Marked.Members(
        """
            [Start(Next = nameof(Work))] public static partial void Start(string orderId);
            [Pass(QueryLanguage = [|QueryLanguage.JsonPath|], Next = nameof(Done))] public static partial void Work();
        """,
        "StateMachine(\"order\")")
        .ReportsFirst("ASL016", "'QueryLanguage' cannot be JsonPath: AWS allows a JSONata state in a JSONPath machine, not the reverse; set the machine's QueryLanguage to JsonPath, or remove this");

    [Fact]
    public void A_name_of_81_characters_is_too_long()
    {
        var name = new string('A', 81);
        Marked.Members(
            $"""
                [Start(Next = nameof({name}))] public static partial void Start(string orderId);
                [Pass(Next = nameof(Done))] public static partial void [|{name}|]();
            """,
            "StateMachine(\"order\")")
            .ReportsFirst("ASL012", $"'{name}' is not a valid state name: it has 81 characters; Step Functions allows 1 to 80. Set another name with StateName");
    }

    [Fact]
    public void A_method_with_a_long_name_may_have_a_short_one_on_AWS()
    {
        var name = new string('A', 81);
        Marked.Source($$"""
            [StateMachine("order")]
            public sealed partial class Order
            {
                [Start(Next = nameof({{name}}))] public static partial void Start(string orderId);
                [Succeed(StateName = "A")] public static partial void {{name}}();
            }
            """)
            .IsFine();
    }

    [Fact]
    public void Overloads_are_states_of_one_name() => Marked.Members(
        """
            [Start(Next = nameof(Work))] public static partial void Start(string orderId);
            [LambdaTask("f", Next = nameof(Done))] public static partial Task Work(string orderId);
            [LambdaTask("f", Next = nameof(Done))] public static partial Task [|Work|]();
        """)
        .Reports("ASL013", "The state name 'Work' is already used by 'Work': give one of the two methods another name or StateName");

    [Theory]
    [InlineData("Definition")]
    [InlineData("Workflow")]
    [InlineData("Output")]
    public void A_member_of_the_generated_part_is_reserved(string name) => Marked.Members(
        $"""
            [Start(Next = nameof({name}))] public static partial void Start(string orderId);
            [Pass(Next = nameof(Done))] public static partial void [|{name}|]();
        """,
        "StateMachine(\"order\")")
        .ReportsFirst("ASL014", $"'{name}' is reserved: the generated part of the class has a member with that name. Choose another name");

    [Theory]
    [InlineData("Workflow", "the generated part of the class has a member with that name")]
    [InlineData("Manifest", "the generated part of the class has a member with that name")]
    [InlineData("WorkInput", "it is the generated record of a task's payload")]
    public void A_class_cannot_have_the_name_of_a_generated_member(string name, string reason) => Marked.Source($$"""
        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class [|{{name}}|]
        {
            [Start(Next = nameof(Work))] public static partial void Start(string orderId);
            [LambdaTask("f", Next = nameof(Done))] public static partial Task Work(string orderId);
            [Succeed] public static partial void Done();
            [Fail("OrderFailed")] public static partial void Failed();
        }
        """)
        .Reports("ASL014", $"'{name}' is reserved: {reason}. Choose another name");

    [Fact]
    public void Every_member_of_the_generated_part_is_reserved()
    {
        var compilation = Marked.Compile("""
            [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
            public sealed partial class Order
            {
                [Start(Next = nameof(Work))] public static partial void Start(string orderId);
                [LambdaTask("f", Next = nameof(Done))] public static partial Task Work(string orderId);
                [Succeed] public static partial void Done();
                [Fail("OrderFailed")] public static partial void Failed();
            }
            """);
        var written = compilation.GetTypeByMetadataName("Order")!.GetMembers().Select(static member => member.Name).ToHashSet(StringComparer.Ordinal);
        var generated = TestBed.Generate(compilation, out _).GetTypeByMetadataName("Order")!.GetMembers()
            .Where(member => !member.IsImplicitlyDeclared && member is not IMethodSymbol { AssociatedSymbol: not null } && !written.Contains(member.Name))
            .Select(static member => member.Name)
            .ToList();
        Assert.Contains("ReadArtifact", generated);
        Assert.All(generated, static name => Assert.True(ReservedNames.IsMember(name, new HashSet<string> { "WorkInput" }), name));
    }

    [Fact]
    public void A_class_and_a_generic_class_may_have_one_name()
    {
        const string Members = "{ [Start(Next = nameof(Done))] public static partial void Start(string orderId); [Succeed] public static partial void Done(); }";
        var compilation = Marked.Compile($"[StateMachine(\"order\")] public sealed partial class Order {Members}\n[StateMachine(\"other\")] public sealed partial class Order<T> {Members}");
        TestBed.Generate(compilation, out var result);
        Assert.Null(Assert.Single(result.Results).Exception);
        Assert.Contains("order/order.asl.json", TestBed.Artifacts(compilation).Keys);
    }

    [Fact]
    public void A_name_with_a_line_break_breaks_neither_the_message_nor_the_generated_part()
    {
        var machine = Marked.Members("    [Start(Next = nameof(Done))] public static partial void Start(string orderId);", "StateMachine([|\"a\\nb\"|])");
        machine.ReportsFirst("ASL011", "'a\\u000Ab' is not a valid state machine name: use 1 to 80 of A-Z, a-z, 0-9, - and _");
        Assert.Empty(machine.CompilerErrors());

        var state = Marked.Members("    [Start(Next = nameof(Work))] public static partial void Start(string orderId);\n    [Pass(StateName = [|\"a\\nb\"|], Next = nameof(Done))] public static partial void Work();");
        state.ReportsFirst("ASL012", "'a\\u000Ab' is not a valid state name: the character '\\u000A' is not allowed. Set another name with StateName");
        Assert.Empty(state.CompilerErrors());
    }

    [Theory]
    [InlineData("[Pass(End = true)] public static void [|Work|]() => Console.WriteLine();", "a [Pass] must be a partial void method, or have a body that returns its value")]
    [InlineData("[Succeed] public static void [|Work|]() => Console.WriteLine();", "a [Succeed] must be a partial void method, or have a body that returns the output")]
    public void A_body_without_a_value_breaks_nothing_that_is_generated(string state, string problem)
    {
        var source = Marked.Members("    [Start(Next = nameof(Work))] public static partial void Start(string orderId);\n    " + state);
        source.ReportsFirst("ASL008", $"'Work' does not fit its kind of state: {problem}");
        Assert.Empty(source.CompilerErrors());
    }

    [Theory]
    [InlineData("short")]
    [InlineData("ushort")]
    [InlineData("sbyte")]
    [InlineData("byte")]
    [InlineData("char")]
    [InlineData("int")]
    public void A_number_may_be_a_constant_of_any_type_that_converts(string type)
    {
        var definition = TestBed.Definition($$"""
            using Stepwise;

            [StateMachine("order"), Catch(Next = nameof(Failed))]
            public sealed partial class Order
            {
                private const {{type}} Two = ({{type}})2;
                [Start(Next = nameof(Work))] public static partial void Start(string orderId);
                [Retry(BackoffRate = Two, MaxAttempts = Two), LambdaTask("f", TimeoutSeconds = Two, Next = nameof(Done))] public static partial Task Work(string orderId);
                [Succeed] public static partial void Done();
                [Fail("OrderFailed")] public static partial void Failed();
            }
            """);
        Assert.Contains("\"TimeoutSeconds\": 2", definition, StringComparison.Ordinal);
        Assert.Contains("\"MaxAttempts\": 2", definition, StringComparison.Ordinal);
        Assert.Contains("\"BackoffRate\": 2", definition, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_is_called_like_a_dictionary_is_an_object()
    {
        var artifacts = TestBed.Artifacts(Marked.Compile("""
            namespace Own
            {
                public interface IReadOnlyDictionary<TKey, TValue> { TKey Key { get; } TValue Value { get; } }

                [StateMachine("order")]
                public sealed partial class Order
                {
                    [Start(Next = nameof(Done))] public static partial void Start(Own.IReadOnlyDictionary<string, int> entry);
                    [Succeed] public static partial void Done();
                }
            }
            """));
        Assert.DoesNotContain("additionalProperties", artifacts["order/input.schema.json"], StringComparison.Ordinal);
        Assert.Contains("\"value\"", artifacts["order/input.schema.json"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_payload_is_reserved() => Marked.Members(
        """
            [Start(Next = nameof(Work))] public static partial void Start(string orderId);
            [LambdaTask("f", Next = nameof(WorkInput))] public static partial Task Work(string orderId);
            [Pass(Next = nameof(Done))] public static partial void [|WorkInput|]();
        """)
        .Reports("ASL014", "'WorkInput' is reserved: it is the generated record of a task's payload. Choose another name");

    [Fact]
    public void Two_parameters_that_differ_in_the_first_letter_s_case_are_one_property() => Marked.Members(
        """
            [Start(Next = nameof(Done))] public static partial void Start(string orderId, string [|OrderId|]);
        """,
        "StateMachine(\"order\")")
        .ReportsFirst("ASL014", "'OrderId' is reserved: the record Input would have the property OrderId twice. Choose another name");

    [Fact]
    public void A_workflow_inside_a_generic_class_is_generic() => Marked.Source("""
        public static partial class Workflows<T>
        {
            [StateMachine("order")]
            public sealed partial class [|Order|]
            {
                [Start(Next = nameof(Done))] public static partial void Start(string orderId);
                [Succeed] public static partial void Done();
            }
        }
        """)
        .Reports("ASL004", "'Order' cannot be a workflow because 'Workflows' has type parameters: remove them");

    [Fact]
    public void A_name_of_81_characters_is_no_machine_s()
    {
        var name = new string('a', 81);
        Marked.Members("    [Start(Next = nameof(Done))] public static partial void Start(string orderId);", $"StateMachine([|\"{name}\"|])")
            .ReportsFirst("ASL011", $"'{name}' is not a valid state machine name: use 1 to 80 of A-Z, a-z, 0-9, - and _");
    }

    [Fact]
    public void Generated_types_are_no_parameters() => Marked.Members(
        """
            [Start(Next = nameof(Work))] public static partial void Start(string orderId);
            [LambdaTask("f", Next = nameof(Done))] public static partial Task Work([Payload] [|Input|] input);
        """)
        .ReportsFirst("ASL019", "'Input' is generated, and the generator cannot read its own output: declare a record of your own, or read the values as parameters");

    [Fact]
    public void Generated_types_are_no_results() => Marked.Members(
        """
            [Start(Next = nameof(Work))] public static partial void Start(string orderId);
            [LambdaTask("f", Next = nameof(Done))] public static partial [|Task<Output>|] Work(string orderId);
        """)
        .ReportsFirst("ASL019", "'Output' is generated, and the generator cannot read its own output: declare a record of your own, or read the values as parameters");

    [Fact]
    public void A_raw_state_has_a_type() => Marked.Members(
        """
            [Start(Next = nameof(Work))] public static partial void Start(string orderId);
            [RawState([|"{}"|])] public static partial void Work();
        """,
        "StateMachine(\"order\")")
        .ReportsFirst("ASL020", "This JSON cannot be used as a state or as arguments: a state must be an object with a Type, such as \"Type\": \"Pass\"");

    [Fact]
    public void Keywords_are_names() => Marked.Source("""
        namespace @namespace.@event;

        public sealed record @record(string @class);

        [StateMachine("order"), Retry, Catch(Next = nameof(@throw))]
        public sealed partial class @class
        {
            [Start(Next = nameof(@event))]
            public static partial void @new(string @default, bool @if);

            [LambdaTask("f", Next = nameof(@switch))]
            public static partial Task<@record> @event(string @default);

            [Choice]
            public static NextState @switch(bool @if, @record record) => @if && record.@class == "x" ? nameof(@return) : nameof(@throw);

            [Succeed]
            public static object @return(string @default, @record record) => new { @default, record.@class };

            [Fail("Failed")]
            public static partial void @throw();
        }
        """)
        .IsFine();

    [Fact]
    public void The_global_namespace_is_a_place() => Marked.Source("""
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))] public static partial void Start(string orderId);
            [Succeed] public static partial void Done();
        }
        """)
        .IsFine();

    [Fact]
    public void Nesting_in_partial_types_of_any_kind_is_possible() => Marked.Source("""
        namespace Shop.Orders;

        public partial interface IOuter
        {
            public partial record struct Middle
            {
                [StateMachine("order")]
                internal sealed partial class Order
                {
                    [Start(Next = nameof(Done))] internal static partial void Start(string orderId);
                    [Succeed] internal static partial void Done();
                }
            }
        }
        """)
        .IsFine();

    [Fact]
    public void A_record_that_contains_itself_is_fine() => Marked.Source("""
        public sealed record Node(string Name, Node? Parent, IReadOnlyList<Node> Children, Dictionary<string, Node> ByName);

        [StateMachine("tree"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Tree
        {
            [Start(Next = nameof(Grow))] public static partial void Start(Node root);
            [LambdaTask("grow", Next = nameof(HasParent))] public static partial Task<Node> Grow(Node root);
            [Choice] public static NextState HasParent(Node node) => node.Parent is { Name: "top" } ? nameof(Done) : nameof(Failed);
            [Succeed] public static object Done(Node node) => new { node };
            [Fail("Failed")] public static partial void Failed();
        }
        """)
        .IsFine();

    [Theory]
    [InlineData("StateMachine(\"order\")")]
    [InlineData("StateMachine(\"order\", QueryLanguage = QueryLanguage.JsonPath)")]
    public void Names_of_functions_of_the_language_are_names(string attribute) => Marked.Source($$"""
        [{{attribute}}, Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Count))] public static partial void Start(int count, int[] sum);
            [LambdaTask("count", ResultName = "length", Next = nameof(IsLarge))] public static partial Task<int> Count(int count, int[] sum);
            [Choice] public static NextState IsLarge(int count, int length) => count > 1 && length == 2 ? nameof(Done) : nameof(Failed);
            [Succeed(QueryLanguage = QueryLanguage.Jsonata)] public static object Done(int count, int[] sum, int length) => new { count, sum, length };
            [Fail("Failed", QueryLanguage = QueryLanguage.Jsonata)] public static string? Failed(WorkflowError? error) => error?.Cause ?? "none";
        }
        """)
        .IsFine();
}
