using Stepwise.Generator.Model;
using Stepwise.Generator.Translation;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>Copies of records by <c>with</c>, their equality, and tests of their types.</summary>
public sealed class RecordTests
{
    private const string Members = """
        public sealed record Part(int Size, string? Note);
        public sealed record Whole(int N, Part Part, Part? More);
        public sealed record Listed(int N, int[] Items);
        public sealed record Own(int N) { public bool Equals(Own? other) => true; public override int GetHashCode() => 1; }
        public sealed record Copied(int N) { private Copied(Copied other) { N = other.N + 1; } }
        public sealed record Ignoring(int N) { [System.Text.Json.Serialization.JsonIgnore] public int M { get; set; } }
        public sealed record Doubled(int N) { public int Double => N * 2; }
        public sealed record Chain(int N, Chain? Next);
        public sealed class Plain { public int N { get; set; } }
        public sealed record OfPlain(Plain Plain);
        public sealed record Set(int N) { private int n; public int Other { get => n; init => n = value + 1; } }
        [System.Text.Json.Serialization.JsonDerivedType(typeof(Circle), "circle")]
        [System.Text.Json.Serialization.JsonDerivedType(typeof(Unnamed))]
        public abstract record Shape(string Label);
        public sealed record Circle(string Label, double R) : Shape(Label);
        public sealed record Unnamed(string Label) : Shape(Label);
        public sealed record Stranger(string Label) : Shape(Label);
        public sealed record InCircle(Circle Circle);
        """;

    private const string Parameters =
        "Part a, Part b, Part? c, Part? d, Whole w, Whole v, Listed l, Own o, Copied k, Ignoring i, Doubled db, Chain ch, OfPlain op, Set s, Shape shape, Shape? other, int n, string? u";

    [Theory]
    [InlineData("a with { Size = n }", "\"{% {'size': $n, 'note': $a.note} %}\"")]
    [InlineData("w with { Part = w.Part with { Note = u } }", "\"{% {'n': $w.n, 'part': {'size': $w.part.size, 'note': $exists($u) ? $u}, 'more': $w.more} %}\"")]
    [InlineData("new Part(n, u) with { Note = \"x\" }", """{"size":"{% $n %}","note":"x"}""")]
    public void With(string expression, string expected)
    {
        var read = Body.ReadValue("object", "{ return " + expression + "; }\n" + Members, parameters: Parameters);
        Assert.Equal([], read.Findings);
        Assert.Equal(expected, new JsonataTranslator(static name => "$" + name, read.Report).Template(read.Value!).ToJsonTemplate());
    }

    [Theory]
    [InlineData("a == b", "$a.size = $b.size and ($exists($a.note) and $a.note != null ? $a.note = $b.note : $not($exists($b.note) and $b.note != null))")]
    [InlineData("a != new Part(n, null)", "$not($a.size = $n and $not($exists($a.note) and $a.note != null))")]
    [InlineData("a == c", "$exists($c) and $c != null and $a.size = $c.size and ($exists($a.note) and $a.note != null ? $a.note = $c.note : $not($exists($c.note) and $c.note != null))")]
    [InlineData("c == d", "$not($exists($c) and $c != null) ? $not($exists($d) and $d != null) : $exists($d) and $d != null and $c.size = $d.size and ($exists($c.note) and $c.note != null ? $c.note = $d.note : $not($exists($d.note) and $d.note != null))")]
    [InlineData("a.Equals(b)", "$a.size = $b.size and ($exists($a.note) and $a.note != null ? $a.note = $b.note : $not($exists($b.note) and $b.note != null))")]
    [InlineData("(n, u) == (1, \"x\")", "$n = 1 and $exists($u) and $u = 'x'")]
    [InlineData("shape is Circle", "$shape.`$type` = 'circle'")]
    [InlineData("other is Circle { R: > 1 }", "$exists($other) and $other.`$type` = 'circle' and $exists($other.r) and $other.r != null and $other.r > 1")]
    [InlineData("other is Circle r && r.R > 1 && r.Label != \"\"", "$exists($other) and $other.`$type` = 'circle' and $other.r > 1 and $other.label != ''")]
    [InlineData("new Part(n, u!).Note is null", "$not($exists($u) and $u != null)")]
    public void Condition(string expression, string expected)
    {
        var read = Body.ReadValue("bool", "{ return " + expression + "; }\n" + Members, parameters: Parameters);
        Assert.Equal([], read.Findings);
        Assert.Equal(expected, new JsonataTranslator(static name => "$" + name, read.Report).Translate(read.Value!));
    }

    [Theory]
    [InlineData("bool", "l == l", "ASL301 «==» the comparison 'l == l' of records, which compares 'int[]' by reference,: compare the properties that matter")]
    [InlineData("bool", "o == o", "ASL301 «==» the comparison 'o == o' of records, which compares 'Own' by code of its own,: compare the properties that matter")]
    [InlineData("bool", "i == i", "ASL301 «==» the comparison 'i == i' of records, which compares 'M', which is not in the JSON,: compare the properties that matter")]
    [InlineData("bool", "ch == ch", "ASL301 «==» the comparison 'ch == ch' of records, which compares 'Chain' in itself, to any depth,: compare the properties that matter")]
    [InlineData("bool", "op == op", "ASL301 «==» the comparison 'op == op' of records, which compares 'Plain' by reference or by code of its own,: compare the properties that matter")]
    [InlineData("bool", "shape == other", "ASL301 «==» the comparison 'shape == other' of records, which compares the types that derive from 'Shape', too,: compare the properties that matter")]
    [InlineData("bool", "a.Equals((object)n)", "ASL301 «Equals» 'a.Equals((object)n)', which compares values of two types and is always false,: compare values of one type")]
    [InlineData("bool", "(a, l) == (b, l)", "ASL301 «==» the comparison '(a, l) == (b, l)' of records, which compares 'int[]' by reference,: compare the properties that matter")]
    [InlineData("object", "k with { N = 1 }", "ASL301 «with» 'with' of 'Copied', whose copy constructor has a body,: write 'new' and name every property")]
    [InlineData("object", "i with { M = 1 }", "ASL301 «M» the property 'M': it is not in the JSON: make it public, without [JsonIgnore]")]
    [InlineData("object", "db with { N = 1 }", "ASL301 «with» 'with' of 'Doubled', whose property 'Double' is computed or cannot be set,: mark the property [JsonIgnore], or write 'new' and name every property")]
    [InlineData("object", "s with { Other = 1 }", "ASL301 «with» the property 'Other', whose accessors have bodies,: build an anonymous object")]
    [InlineData("object", "shape with { Label = \"x\" }", "ASL301 «with» 'with' of 'Shape', which may be one of the types that derive from it,: seal the type, or write 'new' and name every property")]
    [InlineData("object", "c with { Size = 1 }", "ASL301 «with» 'with' of 'c', which may be null,: test it first")]
    [InlineData("bool", "shape is Unnamed", "ASL301 «Unnamed» a test for 'Unnamed', which 'Shape' registers without a discriminator,: pass one, as in [JsonDerivedType(typeof(Unnamed), \"...\")]")]
    [InlineData("bool", "shape is Stranger", "ASL301 «Stranger» a test for 'Stranger', which 'Shape' does not register,: add [JsonDerivedType(typeof(Stranger), \"...\")] to 'Shape'")]
    [InlineData("object", "shape is Circle r ? new InCircle(r) : null!", "ASL301 «r» a value for 'Circle' that has another JSON form than the property: declare the place as 'Shape', or write 'new'")]
    public void Refused(string type, string expression, string expected)
    {
        var read = Body.ReadValue(type, "{ return " + expression + "; }\n" + Members, parameters: Parameters);
        Assert.Equal([expected], read.Findings);
        Assert.IsType<InvalidExpression>(read.Value);
    }
}
