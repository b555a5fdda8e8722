namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>What a state reads agrees with what was written on the wire, inside a type too.</summary>
public sealed class WireTypeDiagnosticsTests
{
    [Theory]
    [InlineData("IReadOnlyList<string?>", "IReadOnlyList<string>", "something in it may be null; write 'IReadOnlyList<string?> value' and handle null")]
    [InlineData("Box<string?>", "Box<string>", "something in it may be null; write 'Box<string?> value' and handle null")]
    [InlineData("Dictionary<string, Box<string?>>", "Dictionary<string, Box<string>>", "something in it may be null; write 'Dictionary<string, Box<string?>> value' and handle null")]
    [InlineData("List<int?>", "List<int>", "something in it may be null; write 'List<int?> value' and handle null")]
    public void ASL203_Null_inside_a_value_is_not_lost(string written, string read, string advice)
    {
        Passed(written, "[|" + read + "|]").Reports("ASL203", $"'value' is read as {read}, but the value is {written}: {advice}");
        Passed(written, written).IsFine();
        Passed(read, written).IsFine();
    }

    [Fact]
    public void ASL203_A_converter_of_a_property_gives_its_value_a_form_that_no_parameter_has() => Marked.Source(
        """
        using System.Text.Json.Serialization;

        public enum Plain { None, One }
        public sealed record E([property: JsonConverter(typeof(JsonStringEnumConverter<Plain>))] Plain Q);

        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(IsOne))]
            public static partial void Start(E e);

            [Choice]
            public static NextState IsOne([From("e.Q")] [|Plain|] q) => q == Plain.One ? nameof(One) : nameof(Other);

            [Succeed]
            public static partial void One();

            [Succeed]
            public static partial void Other();
        }
        """)
        .Reports("ASL203", "'q' is read as Plain, but the value is Plain: JsonStringEnumConverter<Plain> gives the property another JSON form than its type has, which no parameter can read; read the whole object, or put the attribute on the type");

    [Fact]
    public void ASL203_A_null_forgiving_result_may_be_null() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Forgive))]
            public static partial void Start(string? note);

            [Pass(ResultName = "text", Next = nameof(Done))]
            public static string Forgive(string? note) => note!;

            [Succeed]
            public static object Done([|string|] text) => new { Text = text ?? "none" };
        }
        """)
        .Reports("ASL203", "'text' is read as string, but the value is string?: it may be null; write 'string? text' and handle null");

    [Fact]
    public void Envelopes_of_one_type_with_and_without_null_are_two_types() => Assert.Contains(
        "$exists($b.Payload.n) and $b.Payload.n != null ? $b.Payload.n : -1",
        TestBed.Definition(
            """
            using Stepwise;
            public sealed record R(int N);

            [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
            public sealed partial class Order
            {
                [Start(Next = nameof(First))]
                public static partial void Start(string id);

                [LambdaTask("first", ResultName = "a", Next = nameof(Second))]
                public static partial Task<LambdaResult<R>> First(string id);

                [LambdaTask("second", ResultName = "b", Next = nameof(Done))]
                public static partial Task<LambdaResult<R?>> Second(string id);

                [Succeed]
                public static object Done(LambdaResult<R> a, LambdaResult<R?> b) => new { A = a.Payload.N, B = b.Payload?.N ?? -1 };

                [Fail("OrderFailed")]
                public static partial void Failed();
            }
            """));

    [Fact]
    public void A_property_of_the_input_that_is_left_out_where_it_is_the_default_is_read_with_the_default()
    {
        const string Source =
            """
            using System.Text.Json.Serialization;
            using Stepwise;
            public sealed class In { [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Count { get; init; } public string Id { get; init; } = ""; }

            [StateMachine("order")]
            public sealed partial class Order
            {
                [Start(Next = nameof(Done))]
                public static partial void Start([Payload] In input);

                [Succeed]
                public static object Done(int count) => new { Next = count + 1 };
            }
            """;
        Assert.Contains(
            "($exists($states.context.Execution.Input.count) and $states.context.Execution.Input.count != null ? $states.context.Execution.Input.count : 0) + 1", TestBed.Definition(Source));
        var schema = TestBed.Artifacts(TestBed.Compile(Source)).Single(static artifact => artifact.Key.EndsWith("input.schema.json", StringComparison.Ordinal)).Value;
        Assert.Contains("\"id\"", schema[schema.IndexOf("\"required\"", StringComparison.Ordinal)..]);
        Assert.DoesNotContain("\"count\"", schema[schema.IndexOf("\"required\"", StringComparison.Ordinal)..]);
    }

    private static Marked Passed(string written, string read) => Marked.Source($$"""
        public sealed record Box<T>(T Value);

        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Make))]
            public static partial void Start(string id);

            [LambdaTask("make", ResultName = "value", Next = nameof(Use))]
            public static partial Task<{{written}}> Make(string id);

            [LambdaTask("use", End = true)]
            public static partial Task Use({{read}} value);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """);
}
