using System.Text.Json.Nodes;
using Stepwise.Generator.Documentation;
using Stepwise.Generator.Emission;
using Stepwise.Generator.Model;
using Stepwise.StatesLanguage.Manifest;

namespace Stepwise.Generator.Tests.Workflows;

/// <summary>How documentation comments reach the manifest and the schemas.</summary>
public sealed class DocumentationTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Stepwise;

        namespace Orders;

        /// <summary>Places an order.</summary>
        /// <remarks>Sees to <see cref="Charge"/> &amp; <c>ship</c>.</remarks>
        /// <requirements><list type="bullet"><item><term>1.1</term><description>An order is paid.</description></item></list></requirements>
        /// <cost><para>One.</para><para>Two.</para></cost>
        /// <troubleshooting><list type="number"><item>First.</item><item>Second.</item></list></troubleshooting>
        [StateMachine("order", TimeoutSeconds = 60)]
        public sealed partial class OrderWorkflow
        {
            /// <param name="customer" example="c-17">Who orders.</param>
            /// <param name="count" example="3">How many.</param>
            /// <param name="kind" example="Express">How fast.</param>
            /// <param name="wrong" example="three"/>
            [Start(Next = nameof(Charge))]
            public static partial void Start(string customer, int count, Kind kind, int wrong);

            /// <remarks>Asks the bank.</remarks>
            [LambdaTask("charge", TimeoutSeconds = 30, StateName = "Charge card", Next = nameof(Done))]
            public static partial Task<Receipt> Charge(string customer);

            [Succeed]
            public static object Done(string customer, Receipt receipt) => new { customer, receipt.Number, receipt };
        }

        [JsonConverter(typeof(JsonStringEnumConverter<Kind>))]
        public enum Kind { [JsonStringEnumMemberName("normal")] Normal, [JsonStringEnumMemberName("express")] Express }

        /// <param name="Number" example="R-1">What is written on it.</param>
        public sealed record Receipt(string Number)
        {
            /// <summary>What was paid.</summary>
            /// <example>12.5</example>
            public decimal Amount { get; init; }

            public Receipt? Before { get; init; }
        }
        """;

    private static readonly IReadOnlyDictionary<string, string> _artifacts = TestBed.Artifacts(TestBed.Compile(Source));

    [Fact]
    public void Notes_of_class_and_state_are_in_the_manifest()
    {
        var manifest = JsonNode.Parse(_artifacts["order/manifest.json"])!;
        Assert.Equal(
            """{"remarks":[{"paragraph":["Sees to ",{"code":"Charge card"}," \u0026 ",{"code":"ship"},"."]}],"requirements":[{"items":[[{"strong":"1.1"}," An order is paid."]]}],"cost":[{"paragraph":["One."]},{"paragraph":["Two."]}],"troubleshooting":[{"items":[["First."],["Second."]],"numbered":true}]}""",
            manifest["notes"]!.ToJsonString());
        Assert.Equal("""{"remarks":[{"paragraph":["Asks the bank."]}]}""", manifest["states"]![0]!["notes"]!.ToJsonString());
        Assert.Null(manifest["states"]![1]!["notes"]);
    }

    [Fact]
    public void The_definition_has_the_summary_and_no_notes()
    {
        Assert.Contains("Places an order.", _artifacts["order/order.asl.json"], StringComparison.Ordinal);
        Assert.DoesNotContain("bank", _artifacts["order/order.asl.json"], StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_described_with_their_members_once_where_a_type_contains_itself()
    {
        var values = JsonNode.Parse(_artifacts["order/manifest.json"])!["values"]!.AsArray();
        Assert.Equal("Who orders.", (string?)values[0]!["description"]);
        var receipt = values.Single(value => (string?)value!["type"] == "Receipt")!;
        Assert.Equal(
            """[{"name":"number","type":"string","description":"What is written on it."},{"name":"amount","type":"decimal","description":"What was paid."},{"name":"before","type":"Receipt?"}]""",
            receipt["members"]!.ToJsonString());
    }

    [Fact]
    public void Examples_are_values_of_their_types_in_the_schemas()
    {
        var input = JsonNode.Parse(_artifacts["order/input.schema.json"])!["properties"]!;
        Assert.Equal("""{"type":"string","description":"Who orders.","examples":["c-17"]}""", input["customer"]!.ToJsonString());
        Assert.Equal("[3]", input["count"]!["examples"]!.ToJsonString());
        Assert.Equal("""["express"]""", input["kind"]!["examples"]!.ToJsonString());
        Assert.Null(input["wrong"]!["examples"]);
        var output = JsonNode.Parse(_artifacts["order/output.schema.json"])!;
        Assert.Equal("""["c-17"]""", output["properties"]!["customer"]!["examples"]!.ToJsonString());
        Assert.Equal("""["R-1"]""", output["properties"]!["number"]!["examples"]!.ToJsonString());
        Assert.Equal("[12.5]", output["$defs"]!["Receipt"]!["properties"]!["amount"]!["examples"]!.ToJsonString());
    }

    [Theory]
    [InlineData("Plain   text\n over lines.", """[{"paragraph":["Plain text over lines."]}]""")]
    [InlineData("A <b>bold</b> word, <paramref name=\"x\"/> and <see href=\"https://a.b/\"/>.", """[{"paragraph":["A ",{"strong":"bold"}," word, ",{"code":"x"}," and ","https://a.b/","."]}]""")]
    [InlineData("Before<list><item>one</item><item>two</item></list>after", """[{"paragraph":["Before"]},{"items":[["one"],["two"]]},{"paragraph":["after"]}]""")]
    [InlineData("<code>\n   if (a &lt; b)\n     c();\n</code>", """[{"code":"if (a < b)\n  c();"}]""")]
    [InlineData("a < b and a & b", """[{"paragraph":["a < b and a & b"]}]""")]
    [InlineData("<list><item>not closed", """[{"items":[["not closed"]]}]""")]
    [InlineData("<code>not closed", """[{"code":"not closed"}]""")]
    [InlineData(" \n ", null)]
    public void Notes_are_read(string body, string? expected)
        => Assert.Equal(expected, NoteReader.Read(body, static name => name) is { Count: > 0 } blocks ? ManifestWriter.Blocks(blocks).ToJson() : null);

    [Fact]
    public void A_note_that_is_being_typed_is_read()
    {
        const string Whole = "A <see cref=\"B\"/> &amp; <c>c</c><list type=\"number\"><item><term>t</term><description>d <b>e</b></description></item></list><code>\n  f\n</code><para>g</para>";
        for (var length = 0; length <= Whole.Length; length++)
        {
            NoteReader.Read(Whole[..length], static name => name);
            NoteReader.Read(Whole[length..], static name => name);
        }
    }

    [Theory]
    [InlineData(WireKind.Boolean, "true", "true")]
    [InlineData(WireKind.Boolean, "yes", null)]
    [InlineData(WireKind.Integer, "7", "7")]
    [InlineData(WireKind.Integer, "\"7\"", null)]
    [InlineData(WireKind.String, "7", "\"7\"")]
    [InlineData(WireKind.Array, "[1,2]", "[1,2]")]
    [InlineData(WireKind.Array, "1", null)]
    [InlineData(WireKind.Dictionary, "{\"a\":1}", "{\"a\":1}")]
    [InlineData(WireKind.Any, "free text", "\"free text\"")]
    public void An_example_is_a_value_of_its_type_or_none(object kind, string text, string? expected)
        => Assert.Equal(expected, ExampleValue.Of(text, new WireType((WireKind)kind, "x"))?.ToJson());
}
