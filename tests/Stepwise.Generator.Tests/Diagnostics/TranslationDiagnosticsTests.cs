namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>Each finding of this kind at least once: its place and its text.</summary>
public sealed class TranslationDiagnosticsTests
{
    [Fact]
    public void ASL301_The_expression_has_no_counterpart() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(IsDomestic))]
            public static partial void Start(string country);

            [Choice]
            public static NextState IsDomestic(string country) => country.[|ToUpper|]() == "CH" ? nameof(Done) : nameof(Abroad);

            [Succeed]
            public static partial void Done();

            [Succeed]
            public static partial void Abroad();
        }
        """)
        .Reports("ASL301", "The method call 'country.ToUpper()' has no counterpart in the Amazon States Language. Write ToUpperInvariant(): ASL has no cultures");

    [Fact]
    public void ASL302_JSONPath_cannot_say_this() => Marked.Source(
        """
        [StateMachine("order", QueryLanguage = QueryLanguage.JsonPath)]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId, int amount);

            [[|Succeed|]]
            public static object Done(string orderId, int amount) => new { orderId, amount };
        }
        """)
        .Reports("ASL302", "A composed output cannot be expressed in JSONPath. Write [Succeed(QueryLanguage = QueryLanguage.Jsonata)] for this one state, or return one value unchanged");

    [Fact]
    public void ASL303_JSONPath_fails_on_a_missing_value() => Marked.Source(
        """
        public sealed record Price(int Amount, string? Remark);

        [StateMachine("order", QueryLanguage = QueryLanguage.JsonPath), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Estimate))]
            public static partial void Start(string orderId);

            [LambdaTask("estimate", Next = nameof(Book))]
            public static partial Task<Price> Estimate(string orderId);

            [LambdaTask("book", End = true)]
            public static partial Task Book([From("price.Remark")] string? [|remark|]);

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """)
        .Reports("ASL303", "'price.Remark' may be missing or null here, and JSONPath has no value for that. Make it non-nullable if it is always set, or set QueryLanguage = QueryLanguage.Jsonata on this state");

    [Fact]
    public void ASL304_The_number_is_not_exact_on_the_wire() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(IsLarge))]
            public static partial void Start(long amount);

            [Choice]
            public static NextState IsLarge(long amount) => [|amount > 100|] ? nameof(Large) : nameof(Small);

            [Succeed]
            public static partial void Large();

            [Succeed]
            public static partial void Small();
        }
        """)
        .Reports("ASL304", "'amount > 100' uses a long, which Step Functions reads as a double: a value above 2^53 is rounded, and two different numbers can be equal. Use int, or pass the number as a string");

    [Fact]
    public void ASL309_The_case_of_some_letters_is_not_exact() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(IsLarge))]
            public static partial void Start(string size);

            [Choice]
            public static NextState IsLarge(string size) => [|size.ToUpperInvariant()|] == "LARGE" ? nameof(Large) : nameof(Small);

            [Succeed]
            public static partial void Large();

            [Succeed]
            public static partial void Small();
        }
        """)
        .Reports("ASL309", "'size.ToUpperInvariant()' changes the case of letters as JavaScript does: for 122 letters, such as 'ß' and 'ı', .NET gives another text. Change the case in a function, or set the severity to none if the text has no such letters");

    [Fact]
    public void ASL305_Not_analysed() => Marked.Source(
        """
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Mark))]
            public static partial void Start(string orderId);

            [[|RawState|]("{ \"Type\": \"Pass\", \"End\": true }")]
            public static partial void Mark();
        }
        """)
        .Reports("ASL305", "'Mark' is emitted unchanged: Stepwise does not check what it reads and writes");
}
