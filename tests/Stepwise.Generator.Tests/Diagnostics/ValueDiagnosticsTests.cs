namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>Each finding of this kind at least once: its place and its text.</summary>
public sealed class ValueDiagnosticsTests
{
    [Fact]
    public void ASL201_A_value_is_not_set_on_every_path() => Marked.Source(
        """
        public sealed record Price(int Amount);

        [StateMachine("order"), Retry]
        public sealed partial class Order
        {
            [Start(Next = nameof(Estimate))]
            public static partial void Start(string orderId);

            [LambdaTask("estimate", Next = nameof(Book))]
            [Catch(Next = nameof(Book))]
            public static partial Task<Price> Estimate(string orderId);

            [LambdaTask("book", End = true)]
            [Catch(Next = nameof(Failed))]
            public static partial Task Book(string orderId, Price [|price|]);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL201", "'price' is not set on every path to 'Book': nothing sets it on Start -> Estimate -> (error) -> Book. It is set by Estimate. Make the parameter nullable ('Price? price') and handle null, or lead that path to another state");

    [Fact]
    public void ASL202_No_value_has_this_name() => Marked.Source(
        """
        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(string orderId);

            [LambdaTask("reserve", End = true)]
            public static partial Task Reserve(string [|ordrId|]);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL202", "'Reserve' reads 'ordrId', but no value has this name: did you mean 'orderId'? Available are orderId (string)");

    [Fact]
    public void ASL203_The_value_has_another_type() => Marked.Source(
        """
        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))]
            public static partial void Start(Guid orderId);

            [LambdaTask("reserve", End = true)]
            public static partial Task Reserve([|string|] orderId);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL203", "'orderId' is read as string, but the value is Guid: write 'Guid orderId'");

    [Fact]
    public void ASL204_One_name_for_two_types() => Marked.Source(
        """
        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Count))]
            public static partial void Start(string orderId);

            [LambdaTask("count", ResultName = "answer", Next = nameof(Describe))]
            public static partial Task<int> Count(string orderId);

            [LambdaTask("describe", ResultName = [|"answer"|], Next = nameof(Done))]
            public static partial Task<string> Describe(string orderId);

            [Succeed]
            public static partial void Done();

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL204", "'answer' is written with two types, int and string: give the result of 'Describe' a ResultName of its own");

    [Fact]
    public void ASL205_A_result_hides_an_input() => Marked.Source(
        """
        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Normalize))]
            public static partial void Start(string address);

            [LambdaTask("normalize", ResultName = [|"address"|], Next = nameof(Done))]
            public static partial Task<string> Normalize(string address);

            [Succeed]
            public static partial void Done();

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL205", "'address' is a property of the input, and 'Normalize' would overwrite it: give the result another ResultName");

    [Fact]
    public void ASL206_The_result_needs_a_name() => Marked.Source(
        """
        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Count))]
            public static partial void Start(string orderId);

            [LambdaTask("count", Next = nameof(Done))]
            public static partial [|Task<int>|] Count(string orderId);

            [Succeed]
            public static partial void Done();

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL206", "The result of 'Count' needs a ResultName, by which later states read it: no name follows from the type 'int'");

    [Fact]
    public void ASL207_It_is_not_known_what_this_is_on_the_wire() => Marked.Source(
        """
        public sealed class ColorConverter : System.Text.Json.Serialization.JsonConverter<Color>
        {
            public override Color Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => Color.Red;

            public override void Write(System.Text.Json.Utf8JsonWriter writer, Color value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue("#f00");
        }

        [System.Text.Json.Serialization.JsonConverter(typeof(ColorConverter))]
        public enum Color { Red, Green }

        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(IsRed))]
            public static partial void Start(Color color);

            [Choice]
            public static NextState IsRed(Color color) => [|color == Color.Red|] ? nameof(Done) : nameof(Other);

            [Succeed]
            public static partial void Done();

            [Succeed]
            public static partial void Other();
        }
        """)
        .Reports("ASL207", "The JSON form of 'Color' is not known, so 'color == Color.Red' cannot be tested. Such a value can only be passed on as a whole");

    [Fact]
    public void ASL208_One_output_property_has_two_types() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(IsLarge))]
            public static partial void Start(int amount);

            [Choice]
            public static NextState IsLarge(int amount) => amount > 100 ? nameof(Large) : nameof(Small);

            [Succeed]
            public static object Large(int amount) => new { Result = amount };

            [Succeed]
            public static object [|Small|](int amount) => new { Result = "small" };
        }
        """)
        .Reports("ASL208", "The output property 'result' is int in one state and string in 'Small'. Rename one of them, or give both the same type");

    [Fact]
    public void ASL209_The_source_cannot_be_read() => Marked.Source(
        """
        public sealed record Customer(string Name, string City);

        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Ship))]
            public static partial void Start(Customer customer);

            [LambdaTask("ship", End = true)]
            public static partial Task Ship([From([|"customer.Town"|])] string city);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL209", "[From(\"customer.Town\")] cannot be read: Customer has no property 'Town' in JSON; it has Name, City");

    [Fact]
    public void ASL209_An_array_has_no_properties() => Marked.Source(
        """
        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Ship))]
            public static partial void Start(string[] lines);

            [LambdaTask("ship", End = true)]
            public static partial Task Ship([From([|"lines.Length"|])] int count);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL209", "[From(\"lines.Length\")] cannot be read: string[] has no property 'Length' in JSON");

    [Theory]
    [InlineData("[StateMachine(\"order\"), Retry, Catch(Next = nameof(Failed), ResultName = \"failure\")]", "")]
    [InlineData("[StateMachine(\"order\"), Retry]", "[Catch(Next = nameof(Failed), ResultName = \"failure\")] ")]
    public void A_member_of_an_error_can_be_read_wherever_the_catch_stands(string onClass, string onTask)
    {
        var source = $$"""
            {{onClass}}
            public sealed partial class Order
            {
                [Start(Next = nameof(Ship))]
                public static partial void Start(string orderId);

                {{onTask}}[LambdaTask("ship", End = true)]
                public static partial Task Ship(string orderId);

                [Fail("OrderFailed")]
                public static string? Failed([From("failure.Cause")] string? why) => why;
            }
            """;
        Marked.Source(source).IsFine();
        Assert.Contains("$failure.Cause", TestBed.Artifacts(Marked.Compile(source))["order/order.asl.json"], StringComparison.Ordinal);
    }
}
