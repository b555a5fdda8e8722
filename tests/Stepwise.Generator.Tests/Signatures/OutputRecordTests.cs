using Microsoft.CodeAnalysis;

namespace Stepwise.Generator.Tests.Signatures;

/// <summary>The record of an output that several ends put out reads what each of them writes.</summary>
public class OutputRecordTests
{
    private const string Source = """
        using System.Text.Json.Serialization;
        using Stepwise;

        public enum Level { Low, High }

        #nullable disable
        public sealed record Order(
            string Id,
            [property: JsonConverter(typeof(JsonStringEnumConverter<Level>))] Level Level,
            [property: JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)] int Size,
            [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Open);
        #nullable restore

        public sealed record Refund(
            [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Open);

        [StateMachine("w")]
        public sealed partial class W
        {
            [Start(Next = nameof(IsOrder))] public static partial void Start(Order order, Refund refund, bool isOrder);
            [Choice] public static NextState IsOrder(bool isOrder) => isOrder ? nameof(Ordered) : nameof(Refunded);
            [Succeed] public static Order Ordered(Order order) => order;
            [Succeed] public static Refund Refunded(Refund refund) => refund;
        }
        """;

    [Theory]
    [InlineData("JsonConverter(typeof(global::System.Text.Json.Serialization.JsonStringEnumConverter<global::Level>))] global::Level? Level")]
    [InlineData("JsonNumberHandling((global::System.Text.Json.Serialization.JsonNumberHandling)3)] int? Size")]
    [InlineData("JsonIgnoreCondition.WhenWritingDefault)] bool Open")]
    [InlineData("JsonIgnoreCondition.WhenWritingNull)] string? Id")]
    public void A_property_keeps_its_form_in_JSON(string expected)
    {
        var compilation = TestBed.Generate(TestBed.Compile(Source), out var result);

        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error));
        Assert.Contains(result.GeneratedTrees, tree => tree.ToString().Contains(expected, StringComparison.Ordinal));
    }
}
