namespace Stepwise.Generator.Tests.Translation;

/// <summary>What a place looks like on the wire is decided by its declaration and its attributes. Each test is a kind of place, and C# with System.Text.Json says what is right.</summary>
public sealed class WireTypeTests
{
    [Fact]
    public void Annotations_inside_a_type_belong_to_the_place() => new Agreement(
        """
        public sealed record Item(string Name);
        public sealed record Box<T>(T Value);
        public sealed record Sample(
            IReadOnlyList<string> A, IReadOnlyList<string?> B, IReadOnlyDictionary<string, string> C, IReadOnlyDictionary<string, string?> D, Box<string> E, Box<string?> F, Item?[] G, Item[] H);
        """,
        "Sample o, IReadOnlyList<string?> words").Holds(
        [
            ("string", "o.A[0]"),
            ("string", "o.B[0] ?? \"d\""),
            ("bool", "string.IsNullOrEmpty(o.B[0])"),
            ("string", "$\"<{o.B[0]}>\""),
            ("string", "o.D[\"k\"] ?? \"d\""),
            ("bool", "o.D[\"k\"] != \"v\""),
            ("string", "o.C[\"k\"] + (o.D[\"k\"] ?? \"d\")"),
            ("string", "o.E.Value + (o.F.Value ?? \"d\")"),
            ("string?", "o.F.Value"),
            ("string", "o.G[0]?.Name ?? \"d\""),
            ("bool", "o.G is [null, ..]"),
            ("string", "o.H[0].Name"),
            ("bool", "o.B is [null] or [\"y\"]"),
            ("string", "(words ?? o.A)[0] ?? \"d\""),
            ("string", "{ var f = o.F; return f.Value ?? \"d\"; }"),
        ],
        """{"o":{"a":["y"],"b":[null],"c":{"k":"v"},"d":{"k":null},"e":{"value":"q"},"f":{},"g":[null],"h":[{"name":"h"}]},"words":[null]}""",
        """{"o":{"a":["y"],"b":["y"],"c":{"k":"v"},"d":{"k":"v"},"e":{"value":"q"},"f":{"value":null},"g":[{"name":"g"}],"h":[{"name":"h"}]},"words":["w"]}""",
        """{"o":{"a":["y"],"b":[""],"c":{"k":"v"},"d":{"k":"w"},"e":{"value":"q"},"f":{"value":"r"},"g":[null],"h":[{"name":"h"}]},"words":["w"]}""");

    [Fact]
    public void A_reference_without_annotation_may_be_null() => new Agreement(
        """
        #nullable disable
        public sealed class Part { public string Note { get; set; } }
        public sealed class Old { public string Note { get; set; } public Part Sub { get; set; } public List<string> L { get; set; } public Dictionary<string, string> D { get; set; } public int N { get; set; } }
        #nullable restore
        public sealed record New(string? Note);
        """,
        "Old r, New s").Holds(
        [
            ("string", "r.Note ?? \"none\""),
            ("string?", "r.Note"),
            ("string", "r.Sub?.Note ?? \"none\""),
            ("bool", "string.IsNullOrEmpty(r.Note)"),
            ("bool", "r.Note != \"x\""),
            ("bool", "r.Note == s.Note"),
            ("int", "r.L?.Count ?? 0"),
            ("bool", "r.L is null or []"),
            ("string", "r.L?[0] ?? \"none\""),
            ("string", "$\"<{r.Note}>\""),
            ("bool", "r.Note is null"),
            ("bool", "r.Sub is { Note: null }"),
            ("bool", "r.Sub is not { Note: \"x\" }"),
            ("bool", "r.N == 1"),
            ("New", "new New(r.Note)"),
        ],
        """{"r":{"n":1},"s":{}}""",
        """{"r":{"note":null,"sub":null,"l":null,"d":null,"n":1},"s":{"note":null}}""",
        """{"r":{"note":"x","sub":{"note":"x"},"l":["x"],"n":2},"s":{"note":"x"}}""",
        """{"r":{"note":"","sub":{},"l":[null],"n":2},"s":{"note":"y"}}""");

    [Fact]
    public void A_null_forgiving_operator_does_nothing() => new Agreement(
        "public sealed record Sub(string? Note); public sealed record R(string Name, int N); public sealed record Sample(string? Note, Sub? Sub, int? Limit);",
        "Sample s, string? u, int? limit, int n").Holds(
        [
            ("string", "u! ?? \"d\""),
            ("bool", "string.IsNullOrEmpty(u!)"),
            ("bool", "u! != \"a\""),
            ("bool", "u! == \"a\""),
            ("string", "u! + \"x\""),
            ("string", "$\"<{s.Note!}>\""),
            ("bool", "s.Note! == s.Sub?.Note"),
            ("bool", "s.Sub?.Note! != u!"),
            ("R", "new R(u!, n)"),
            ("string", "(s.Sub!)?.Note ?? \"d\""),
            ("string?", "s.Note!"),
            ("bool", "limit! > 3"),
            ("int", "limit! ?? 5"),
            ("string", "{ var x = u!; return x ?? \"d\"; }"),
            ("bool", "u! is null"),
            ("bool", "u! is { } t && t != \"a\""),
        ],
        """{"s":{},"n":1}""",
        """{"s":{"note":null,"sub":null},"u":null,"limit":null,"n":1}""",
        """{"s":{"note":"a","sub":{"note":"a"},"limit":4},"u":"a","limit":4,"n":1}""",
        """{"s":{"note":"b","sub":{},"limit":4},"u":"b","limit":1,"n":1}""");

    [Fact]
    public void A_null_forgiving_operator_does_not_make_arithmetic_of_null() => new Agreement("", "string? u, int? limit").Refuses(
        ("bool", "string.CompareOrdinal(u!, \"a\") < 0", "ASL301 «CompareOrdinal» 'string.CompareOrdinal(u!, \"a\")' where 'u' may be null: handle null, as in 'x ?? y'"));

    [Fact]
    public void What_a_test_proves_is_known_behind_it() => new Agreement(
        "public sealed record Sub(string? Note, int Size); public sealed record Sample(string? Note, Sub? Sub, int? Limit);",
        "Sample? s, string? u, int? limit, int n").Holds(
        [
            ("bool", "u != null && u != \"a\""),
            ("bool", "u == null || u != \"a\""),
            ("bool", "limit == null || limit + 1 > n"),
            ("int?", "limit is null ? 0 : limit + 1"),
            ("bool", "!(limit is null || n < 0) && limit * 2 > n"),
            ("string", "string.IsNullOrEmpty(u) ? \"none\" : u"),
            ("string", "u is \"a\" or \"b\" ? u + n : \"none\""),
            ("bool", "s != null && s.Sub != null && s.Sub.Size > 1"),
            ("string?", "s?.Sub?.Note == \"x\" ? s.Sub.Note : null"),
            ("int?", "s switch { { Limit: null } => 0, { Limit: > 3 } => s.Limit - 1, null => n, _ => 7 }"),
            ("bool", "(u != null & n > 0) && string.CompareOrdinal(u, \"m\") < 0"),
        ],
        """{"n":1}""",
        """{"s":null,"u":null,"limit":null,"n":1}""",
        """{"s":{},"u":"a","limit":0,"n":1}""",
        """{"s":{"limit":4,"sub":{"note":"x","size":2}},"u":"z","limit":7,"n":-1}""",
        """{"s":{"limit":2,"sub":{"size":0}},"u":"","limit":7,"n":3}""");

    [Fact]
    public void A_variable_of_a_pattern_is_read_where_the_pattern_has_matched() => new Agreement(
        "public sealed record Sub(string? Note, int Size, Sub? Next); public sealed record Sample(Sub? Sub, bool Ok, bool? Maybe);",
        "Sample s, Sample? o, string t, bool flag").Holds(
        [
            ("int", "o is { Sub: { Size: var x } } ? x + 1 : 0"),
            ("int", "o is { Sub: { Size: var x and > 1 } } ? x + 1 : 0"),
            ("int", "o is { } v && v.Sub is { Size: var x } ? x + 1 : 0"),
            ("int", "o is { Sub: { Next: { Size: var x }, Size: var y } q } && x > 0 ? x + y + q.Size : 0"),
            ("int", "s.Sub is (_, var z, _) ? z + 1 : 0"),
            ("int", "(o?.Sub) is { Size: var x } ? x + 1 : 0"),
            ("bool", "o is { Ok: var k } && !k"),
            ("bool", "(o, flag) is ({ Ok: var k }, true) && k"),
            ("bool", "o is { Sub: { Note: var a } } && (a == null || a == t)"),
            ("bool", "o is { Maybe: var a } && (a ?? flag)"),
            ("object?", "o is { Sub: { Note: var a, Size: var b } c } ? new { A = a, B = b + 1, c.Next } : null"),
        ],
        """{"s":{"ok":true},"t":"a","flag":true}""",
        """{"s":{"sub":{"size":1},"ok":true},"o":null,"t":"a","flag":true}""",
        """{"s":{"sub":{"size":1},"ok":true},"o":{"sub":{"note":"a","size":3,"next":{"size":4}},"ok":true,"maybe":true},"t":"a","flag":true}""",
        """{"s":{"sub":{"size":0},"ok":true},"o":{"sub":{"note":null,"size":0,"next":{"size":4}},"ok":false,"maybe":null},"t":"a","flag":false}""");

    [Fact]
    public void The_left_side_of_a_coalesce_is_written_as_the_whole() => new Agreement(
        "public record Base(string Name); public sealed record Derived(string Name, int Extra) : Base(Name); public sealed record Sample(Derived? D, Base B, int? N, float? F);",
        "Sample s").Holds(
        [
            ("object", "(object?)s.D ?? s.B"),
            ("Base", "(s.D is null ? null : new Derived(s.D.Name, 1)) ?? s.B"),
            ("decimal", "s.N ?? 1.5m"),
            ("long", "s.N ?? 5L"),
            ("double", "s.F ?? 1.5"),
        ],
        """{"s":{"b":{"name":"b"}}}""",
        """{"s":{"d":{"name":"d","extra":2},"b":{"name":"b"},"n":3,"f":0.5}}""");

    [Fact]
    public void The_left_side_of_a_coalesce_is_not_written_otherwise_than_the_whole() => new Agreement(
        """
        public record Base(string Name);
        public sealed record Derived(string Name, int Extra) : Base(Name);
        public readonly record struct Metres(double Value) { public static implicit operator double(Metres metres) => metres.Value; }
        public sealed record Sample(Derived? D, Base B, char? Letter, Metres? Height);
        """,
        "Sample s").Refuses(
        ("Base", "s.D ?? s.B", "ASL301 «D» a 'Derived' where 'Base' is declared: declare it as 'Derived': the JSON has only what is declared"),
        ("int", "s.Letter ?? 5", "ASL301 «s.Letter» the number of a character: compare it with a character"),
        ("double", "s.Height ?? 1.5", "ASL301 «s.Height» the conversion to 'double': use a value of that type"));

    [Fact]
    public void A_member_that_is_left_out_where_it_is_the_default_is_the_default_where_it_is_missing() => new Agreement(
        """
        public enum Level { Low, High = 5 }
        public sealed record A(
            [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Count,
            [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Ok,
            [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] double Ratio,
            [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Guid Id,
            [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Level Level,
            [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] string? Note,
            [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int? Limit);
        public sealed record Holder(A? A);
        """,
        "A a, Holder h, int n, bool flag, Guid id").Holds(
        [
            ("int", "a.Count"),
            ("bool", "a.Count == 0"),
            ("bool", "a.Count != 1"),
            ("bool", "a.Count < 1"),
            ("bool", "!a.Ok"),
            ("bool", "a.Ok"),
            ("int", "a.Count + 1"),
            ("string", "$\"{a.Count}\""),
            ("double", "a.Ratio * 2"),
            ("bool", "a.Id == Guid.Empty"),
            ("bool", "a.Level == Level.Low"),
            ("bool", "a.Level is Level.High"),
            ("bool", "a is { Count: 0, Ok: false }"),
            ("bool", "a is (0, _, _, _, _, null, _)"),
            ("bool", "h.A is { Count: 0 }"),
            ("bool", "h.A?.Count == 0"),
            ("int?", "h.A?.Count"),
            ("int", "h.A?.Count ?? -1"),
            ("bool", "a.Note is null"),
            ("bool", "a.Limit is null"),
            ("A", "new A(n, flag, 1.5, id, Level.High, null, n)"),
            ("A", "new A(0, false, 0, Guid.Empty, Level.Low, \"x\", null)"),
            ("A", "new A(n, true, 2, id, Level.Low, a.Note, a.Limit)"),
        ],
        """{"a":{},"h":{},"n":0,"flag":false,"id":"00000000-0000-0000-0000-000000000000"}""",
        """{"a":{"count":1,"ok":true,"ratio":2.5,"id":"a0000000-0000-0000-0000-00000000000b","level":5,"note":"x","limit":3},"h":{"a":{}},"n":4,"flag":true,"id":"a0000000-0000-0000-0000-00000000000b"}""",
        """{"a":{"count":0,"ok":false,"level":0},"h":{"a":{"count":2}},"n":-4,"flag":true,"id":"00000000-0000-0000-0000-000000000000"}""");

    [Fact]
    public void A_member_that_is_not_always_there_is_refused_where_its_default_cannot_be_given() => new Agreement(
        """
        public struct Point { public int X { get; set; } }
        public sealed record A([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Count);
        public sealed class B
        {
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public Point P { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public int R { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] public int W { get; set; }
            public int Hidden { private get; set; }
        }
        """,
        "A a, B b, int n").Refuses(
        ("A", "new A(n + 1)", "ASL301 «n + 1» a computed value for 'Count', which is left out where it is the default,: compute it in a [Pass], or remove the property's [JsonIgnore]"),
        ("int", "b.P.X", "ASL301 «P» the property 'P': it is not in the JSON where it is the default of its type: remove its [JsonIgnore]"),
        ("int", "b.R", "ASL301 «R» the property 'R': System.Text.Json writes it and does not read it: remove its [JsonIgnore]"),
        ("int", "b.W", "ASL301 «W» the property 'W': it is not in the JSON: make it public, without [JsonIgnore]"),
        ("B", "new B { W = n }", "ASL301 «W = n» the property 'W': it is not in the JSON: make it public, without [JsonIgnore]"),
        ("B", "new B { Hidden = n }", "ASL301 «Hidden = n» the property 'Hidden': it is not in the JSON: make it public, without [JsonIgnore]"));

    [Fact]
    public void Numbers_that_may_be_text_are_of_an_unknown_form() => new Agreement(
        """
        public sealed record P([property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] int N, int M);
        public sealed record L([property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] IReadOnlyList<int>? Numbers, [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] double D);
        [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public record T(int N, string Text) { [JsonNumberHandling(JsonNumberHandling.Strict)] public int Strict { get; init; } }
        public sealed record Derived(int N, string Text) : T(N, Text);
        """,
        "P p, L l, T t, Derived d, int n, bool f").Refuses(
        ("bool", "p.N > 5", "ASL207 «p.N > 5» int with [JsonNumberHandling]: 'p.N > 5' cannot be tested"),
        ("bool", "p is { N: 5 }", "ASL207 «5» int with [JsonNumberHandling]: '5' cannot be tested"),
        ("int", "-p.N", "ASL207 «-p.N» int with [JsonNumberHandling]: '-p.N' cannot be computed"),
        ("int", "n + p.N", "ASL207 «n + p.N» int with [JsonNumberHandling]: 'n + p.N' cannot be computed"),
        ("int", "{ var x = n; x += p.N; return x; }", "ASL207 «x += p.N» int with [JsonNumberHandling]: 'x += p.N' cannot be computed"),
        ("string", "$\"{p.N}\"", "ASL207 «p.N» int with [JsonNumberHandling]: 'p.N' cannot be part of another text"),
        ("P", "new P(1, 2)", "ASL301 «1» a value for 'N' that has another JSON form than the property: remove its [JsonNumberHandling]"),
        ("int", "p.N", "ASL301 «p.N» 'p.N', which has another JSON form in its property than by its type,: remove its [JsonNumberHandling]"),
        ("int", "f ? p.N : n", "ASL301 «N» 'p.N', which has another JSON form than the value beside it,: remove its [JsonNumberHandling]"),
        ("object", "new { p.N }", "ASL301 «p.N» 'p.N', which has another JSON form in its property than by its type,: remove its [JsonNumberHandling]"),
        ("int", "l.Numbers![0]", "ASL301 «l.Numbers![0]» 'l.Numbers![0]': index an array, a list or a dictionary"),
        ("bool", "l.D > 1", "ASL207 «l.D > 1» double with [JsonNumberHandling]: 'l.D > 1' cannot be tested"),
        ("bool", "t.N == 10", "ASL207 «t.N == 10» int with [JsonNumberHandling]: 't.N == 10' cannot be tested"),
        ("long", "p.N", "ASL207 «N» int with [JsonNumberHandling]: 'p.N' cannot be converted to 'long'"),
        ("DayOfWeek", "(DayOfWeek)p.N", "ASL207 «DayOfWeek» int with [JsonNumberHandling]: '(DayOfWeek)p.N' cannot be converted to 'DayOfWeek'"),
        ("bool", "t.Strict == 10", ""),
        ("bool", "t.Text == \"x\"", ""),
        ("bool", "p.M == 10", ""),
        ("bool", "d.N == 10", ""));

    [Fact]
    public void The_place_decides_whether_a_type_is_told() => new Agreement(
        """
        [JsonDerivedType(typeof(Circle), "circle")]
        [JsonDerivedType(typeof(Square), 2)]
        [JsonDerivedType(typeof(Plain))]
        public abstract record Shape(string Label);
        public sealed record Circle(string Label, double R) : Shape(Label);
        public sealed record Square(string Label, double Side) : Shape(Label);
        public sealed record Plain(string Label, int N) : Shape(Label);
        public sealed record Drawing(Shape Shape, IReadOnlyList<Shape> All, Circle Own, object Any);

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
        [JsonDerivedType(typeof(Animal), "animal")]
        [JsonDerivedType(typeof(Dog), "dog")]
        public class Animal { public string Name { get; set; } = ""; }
        public sealed class Dog : Animal { public int Age { get; set; } }

        public interface INamed { string Name { get; } }
        public class Person : INamed { public string Name { get; set; } = ""; public int Age { get; set; } }
        public sealed class Boss : Person { public string Title { get; set; } = ""; }
        """,
        "Shape shape, Circle circle, string t, bool f, int n").Holds(
        [
            ("Shape", "new Circle(t, 1.5)"),
            ("Shape", "new Square(t, 2)"),
            ("Shape", "new Plain(t, n)"),
            ("Circle", "new Circle(t, 1.5)"),
            ("INamed", "(INamed)(Person)new Boss { Name = t, Age = n, Title = \"x\" }"),
            ("Shape", "f ? new Circle(t, 1.5) : new Square(t, 2)"),
            ("Shape?", "f ? null : new Square(t, 2)"),
            ("Shape", "n switch { 1 => new Circle(t, 1.5), _ => shape }"),
            ("Shape[]", "new Shape[] { new Circle(t, 1.5), shape, new Square(t, 2) }"),
            ("IReadOnlyList<Shape>", "[new Circle(t, 1.5), shape]"),
            ("Dictionary<string, Shape>", "new() { [\"a\"] = new Circle(t, 1.5) }"),
            ("Drawing", "new Drawing(new Circle(t, 1), [new Square(t, 2)], new Circle(t, 3), t)"),
            ("object", "new { Shape = (Shape)new Circle(t, 1), Own = new Circle(t, 2) }"),
            ("Shape", "{ Shape local = new Circle(t, 1.5); return local; }"),
            ("string", "((Shape)circle).Label"),
            ("Animal", "new Animal { Name = t }"),
            ("Animal", "new Dog { Name = t, Age = n }"),
            ("Dog", "new Dog { Name = t, Age = n }"),
            ("INamed", "new Person { Name = t, Age = n }"),
            ("Person", "new Boss { Name = t, Age = n, Title = \"x\" }"),
            ("object", "new Boss { Name = t, Age = n, Title = \"x\" }"),
        ],
        """{"shape":{"$type":"circle","label":"s","r":2},"circle":{"label":"c","r":3},"t":"T","f":true,"n":1}""",
        """{"shape":{"$type":2,"label":"s","side":2},"circle":{"label":"c","r":3},"t":"T","f":false,"n":5}""");

    [Fact]
    public void A_value_that_a_place_would_write_otherwise_is_refused() => new Agreement(
        """
        [JsonDerivedType(typeof(Circle), "circle")]
        public abstract record Shape(string Label);
        public sealed record Circle(string Label, double R) : Shape(Label);
        public sealed record Square(string Label, double Side) : Shape(Label);
        public class Person { public string Name { get; set; } = ""; }
        public sealed class Boss : Person { public string Title { get; set; } = ""; }
        """,
        "Shape shape, Circle circle, Boss boss, List<Boss> bosses, Shape[] shapes, string t").Refuses(
        ("Shape", "new Square(t, 1)", "ASL301 «Square» a 'Square' where 'Shape' is declared: add [JsonDerivedType(typeof(Square))] to 'Shape'"),
        ("Shape", "circle", "ASL301 «circle» a 'Circle' where 'Shape' is declared: declare it as 'Circle': the JSON has only what is declared"),
        ("Person", "boss", "ASL301 «boss» a 'Boss' where 'Person' is declared: declare it as 'Boss': the JSON has only what is declared"),
        ("IReadOnlyList<Person>", "bosses", "ASL301 «bosses» a 'List<Boss>' where 'IReadOnlyList<Person>' is declared: declare it as 'List<Boss>': the JSON has only what is declared"),
        ("object", "shape", "ASL301 «shape» a 'Shape' where 'object' is declared: declare it as 'Shape': whether the JSON of an object says its type depends on the place"),
        ("object", "new Circle(t, 1)", "ASL301 «Circle» a 'Circle' where 'object' is declared: declare it as 'Circle': whether the JSON of an object says its type depends on the place"),
        ("object", "circle", "ASL301 «circle» a 'Circle' where 'object' is declared: declare it as 'Circle': whether the JSON of an object says its type depends on the place"),
        ("IReadOnlyList<object>", "shapes", "ASL301 «shapes» a 'Shape[]' where 'IReadOnlyList<object>' is declared: declare it as 'Shape[]': the JSON has only what is declared"),
        ("IComparable", "t", "ASL301 «t» a 'string' where 'IComparable' is declared: declare it as 'string': the JSON has only what is declared"));

    [Fact]
    public void The_form_of_an_enum_belongs_to_the_place() => new Agreement(
        """
        public enum Plain { None, One, Two }
        [JsonConverter(typeof(JsonStringEnumConverter<Text>))] public enum Text { None, [JsonStringEnumMemberName("first")] One }
        public sealed record E(
            [property: JsonConverter(typeof(JsonStringEnumConverter<Plain>))] Plain Q,
            [property: JsonConverter(typeof(JsonStringEnumConverter<Plain>))] Plain Q2,
            [property: JsonConverter(typeof(JsonStringEnumConverter<Plain>))] Plain? R,
            Plain N,
            [property: JsonConverter(typeof(JsonNumberEnumConverter<Text>))] Text T,
            Text U);
        """,
        "E e, E? g, bool f, Plain p").Holds(
        [
            ("bool", "e.Q == Plain.One"),
            ("bool", "Plain.One == e.Q"),
            ("bool", "e.R == Plain.One"),
            ("bool", "e.R != Plain.One"),
            ("bool", "g?.Q == Plain.One"),
            ("bool", "e.R is Plain.One"),
            ("bool", "e.R is null or Plain.Two"),
            ("bool", "(f ? e.Q : e.Q2) == Plain.One"),
            ("bool", "(f ? e.Q : Plain.One) == Plain.One"),
            ("bool", "(f ? Plain.Two : e.Q) is Plain.One or Plain.Two"),
            ("bool", "(e.R ?? Plain.One) == Plain.One"),
            ("bool", "(e.R ?? e.Q) == Plain.One"),
            ("bool", "e.Q == e.Q2"),
            ("bool", "e.Q == (f ? Plain.One : Plain.Two)"),
            ("bool", "{ var q = f ? e.Q : Plain.Two; return q == Plain.Two; }"),
            ("int", "e.Q switch { Plain.One => 1, Plain.Two => 2, _ => 0 }"),
            ("bool", "(p switch { Plain.One => e.Q, _ => Plain.Two }) == Plain.Two"),
            ("bool", "e.T == Text.One"),
            ("bool", "e.U == Text.One"),
            ("bool", "(f ? e.T : Text.One) == Text.One"),
            ("E", "new E(Plain.One, f ? Plain.One : Plain.Two, null, e.N, Text.One, Text.One)"),
            ("E", "new E(e.Q, e.Q2, e.R, Plain.Two, e.T, e.U)"),
            ("Plain", "f ? Plain.One : e.N"),
        ],
        """{"e":{"q":"One","q2":"Two","r":"One","n":1,"t":1,"u":"first"},"f":true,"p":1}""",
        """{"e":{"q":"Two","q2":"One","n":0,"t":0,"u":"None"},"g":{"q":"One","q2":"Two","r":"One","n":1,"t":1,"u":"first"},"f":false,"p":0}""",
        """{"e":{"q":"Two","q2":"Two","r":null,"n":0,"t":0,"u":"None"},"g":null,"f":true,"p":2}""");

    [Fact]
    public void A_value_in_another_form_is_refused() => new Agreement(
        """
        public enum Plain { None, One, Two }
        public sealed record E([property: JsonConverter(typeof(JsonStringEnumConverter<Plain>))] Plain Q, Plain N, object Any, Plain? M);
        """,
        "E e, bool f, Plain p").Refuses(
        ("Plain", "e.Q", "ASL301 «e.Q» 'e.Q', which has another JSON form in its property than by its type,: put the converter on the enum"),
        ("Plain", "f ? e.Q : p", "ASL301 «Q» 'e.Q', which has another JSON form than the value beside it,: put the converter on the enum"),
        ("Plain", "e.M ?? e.Q", "ASL301 «Q» 'e.Q', which has another JSON form than the value beside it,: put the converter on the enum"),
        ("Plain", "p switch { Plain.One => e.N, _ => e.Q }", "ASL301 «Q» 'e.Q', which has another JSON form than the value beside it,: put the converter on the enum"),
        ("bool", "e.Q == e.N", "ASL301 «==» a comparison of 'e.Q == e.N': give both the same converter"),
        ("E", "new E(e.Q, e.Q, 1, null)", "ASL301 «Q» a value for 'N' that has another JSON form than the property: give both the same converter"),
        ("E", "new E(e.Q, e.N, e.Q, null)", "ASL301 «Q» 'e.Q', which has another JSON form in its property than by its type,: put the converter on the enum"),
        ("object", "e.Q", "ASL301 «Q» 'e.Q', which has another JSON form in its property than by its type,: put the converter on the enum"),
        ("Plain[]", "new[] { e.Q }", "ASL301 «e.Q» 'e.Q', which has another JSON form in its property than by its type,: put the converter on the enum"));

    [Fact]
    public void Conversions_of_enums_keep_the_number() => new Agreement(
        """
        public enum Level { Low, Middle = 5, High = 300 }
        public enum Tiny : byte { None, Most = 255 }
        public enum Huge : ulong { None, Max = ulong.MaxValue }
        [JsonConverter(typeof(JsonStringEnumConverter<Twin>))] public enum Twin { None, A, B = A, C }
        public sealed record E(Level Lv, Level? Rank, Tiny T, Huge Hg, Twin Tw, Twin? Maybe);
        """,
        "E e, int n, bool f").Holds(
        [
            ("bool", "(Level)n == Level.Middle"),
            ("bool", "(int)e.Lv == 5"),
            ("int", "(int)e.Lv + 1"),
            ("string", "$\"{(int)e.Lv}\""),
            ("int", "(int)e.T"),
            ("bool", "(long)e.Lv > 4"),
            ("bool", "(int?)e.Rank == 5"),
            ("bool", "e.Tw == Twin.B"),
            ("bool", "e.Tw != Twin.A"),
            ("bool", "e.Tw is Twin.A or Twin.None"),
            ("bool", "e.Maybe == Twin.B"),
            ("bool", "e.Maybe is not Twin.B"),
            ("int", "e.Tw switch { Twin.A => 1, Twin.C => 2, _ => 0 }"),
            ("Twin", "f ? Twin.B : Twin.C"),
        ],
        """{"e":{"lv":5,"rank":5,"t":255,"hg":18446744073709551615,"tw":"B","maybe":"B"},"n":5,"f":true}""",
        """{"e":{"lv":0,"t":0,"hg":0,"tw":"A","maybe":"A"},"n":0,"f":false}""",
        """{"e":{"lv":300,"rank":null,"t":7,"hg":1,"tw":"C"},"n":300,"f":false}""");

    [Fact]
    public void Numbers_of_an_enum_that_are_not_one_number_are_refused() => new Agreement(
        """
        public enum Huge : ulong { None, Max = ulong.MaxValue }
        [JsonConverter(typeof(JsonStringEnumConverter<Twin>))] public enum Twin { None, A, B = A, C }
        public sealed record E(Huge Hg, Twin Tw);
        """,
        "E e").Refuses(
        ("bool", "e.Hg == Huge.Max", "ASL301 «Huge.Max» 'Huge.Max', which is greater than long.MaxValue,: use a member of the enum that is smaller"),
        ("bool", "e.Tw == e.Tw", "ASL301 «==» a comparison of 'e.Tw == e.Tw': one value of the enum has two names in JSON: compare with the members of the enum"));

    [Fact]
    public void Conversions_between_numbers_and_enums_have_the_value_of_CSharp() => new Agreement(
        """
        public enum Level { Low, Middle = 5, High = 300 }
        public enum Tiny : byte { None, Most = 255 }
        public sealed record E(Level Lv, Level? Rank, Tiny T, double? Share);
        """,
        "E e, int n, double d, long big").Holds(
        [
            ("bool", "(Level)d == Level.Middle"),
            ("bool", "(Tiny)n == Tiny.None"),
            ("int", "e.Share is null ? 0 : (int)e.Share"),
            ("byte", "e.Rank is null ? (byte)0 : (byte)e.Rank"),
            ("int", "(int)d"),
        ],
        """{"e":{"lv":5,"t":255},"n":0,"d":5.7,"big":5}""",
        """{"e":{"lv":0,"rank":5,"t":0,"share":-2.5},"n":255,"d":-5.7,"big":0}""");

    [Fact]
    public void Keys_of_dictionaries_are_names() => new Agreement(
        """
        public enum Color { Red, Green }
        public sealed record D(Dictionary<int, string> ById, IReadOnlyDictionary<Color, string> ByColor, Dictionary<Guid, int> ByGuid, Dictionary<char, int> ByLetter, SortedDictionary<long, int?> ByLong, Dictionary<string, int> ByName);
        """,
        "D d, Dictionary<int, int>? maybe, string t").Holds(
        [
            ("bool", "d.ById.Count == 0"),
            ("int", "d.ById.Count"),
            ("int", "d.ByName.Count"),
            ("bool", "d.ByGuid is { Count: > 0 }"),
            ("int", "maybe?.Count ?? -1"),
            ("string?", "d.ById.Count == 0 ? null : d.ById[1]"),
            ("string", "d.ByColor[Color.Red]"),
            ("int", "d.ByLetter['x']"),
            ("int?", "d.ByLong[5000000000] ?? -1"),
            ("Dictionary<int, string>", "new()"),
            ("Dictionary<int, string>", "new() { [1] = t, [-2] = \"b\" }"),
            ("Dictionary<Color, string>", "new() { { Color.Green, t } }"),
            ("Dictionary<int, string>", "d.ById"),
        ],
        """{"d":{"byId":{},"byColor":{"Red":"r"},"byGuid":{},"byLetter":{"x":1},"byLong":{"5000000000":3},"byName":{}},"t":"T"}""",
        """{"d":{"byId":{"1":"a","2":"b"},"byColor":{"Red":"r","Green":"g"},"byGuid":{"a0000000-0000-0000-0000-00000000000b":1},"byLetter":{"x":1},"byLong":{"5000000000":null},"byName":{"k":1}},"maybe":{"7":1},"t":"T"}""",
        """{"d":{"byId":{"1":"a"},"byColor":{"Red":"r"},"byGuid":{},"byLetter":{"x":1},"byLong":{"5000000000":1},"byName":{"k":1,"l":2}},"maybe":{},"t":"T"}""");

    [Fact]
    public void Keys_whose_name_is_not_known_are_refused() => new Agreement("public sealed record D(Dictionary<int, string> ById, Dictionary<Guid, int> ByGuid);", "D d, int n, Guid id").Refuses(
        ("int", "d.ByGuid[id]", "ASL301 «id» a key of type 'Guid': use a string or an int"),
        ("object", "new Dictionary<int, string> { [n] = \"a\" }", "ASL301 «n» the key 'n': write a constant string, number, character or member of an enum, or a call of Deployed"));

    [Fact]
    public void Equality_that_is_identity_is_refused() => new Agreement(
        "public class Node { public int N { get; set; } } public sealed record W(byte[] Data, ReadOnlyMemory<byte> Mem, Node In);",
        "W x, byte[] z, string t, string s, Node i, object any").Refuses(
        ("bool", "x.Data == z", "ASL301 «==» 'x.Data == z', which compares references,: compare values of a type that has an equality of its own, such as two properties"),
        ("bool", "(object)t == (object)s", "ASL301 «==» '(object)t == (object)s', which compares references,: compare values of a type that has an equality of its own, such as two properties"),
        ("bool", "i == x.In", "ASL301 «==» 'i == x.In', which compares references,: compare values of a type that has an equality of its own, such as two properties"),
        ("bool", "any == (object)t", "ASL301 «==» 'any == (object)t', which compares references,: compare values of a type that has an equality of its own, such as two properties"),
        ("int", "x.Mem.Length", "ASL207 «Length» ReadOnlyMemory<byte>: 'x.Mem.Length' cannot be read"),
        ("bool", "i == null", ""),
        ("bool", "(object)t != null", ""),
        ("bool", "x.Data == null", ""));

    [Fact]
    public void A_set_has_each_element_once() => new Agreement("", "int n, int m").Holds(
        [
            ("HashSet<int>", "new HashSet<int> { 3, 1, 3 }"),
            ("HashSet<string>", "[\"a\", \"b\", \"a\"]"),
            ("HashSet<int>", "new HashSet<int> { n }"),
            ("HashSet<int>", "new HashSet<int>()"),
            ("List<int>", "new List<int> { n, n }"),
        ],
        """{"n":1,"m":2}""");

    [Fact]
    public void A_set_of_computed_elements_is_refused() => new Agreement("", "int n, int m").Refuses(
        ("HashSet<int>", "new HashSet<int> { n, n }", "ASL301 «HashSet<int>» a 'HashSet<int>' of more than one element: write an array, or constants in a HashSet: the JSON of a set depends on which elements are equal"),
        ("SortedSet<int>", "new SortedSet<int> { 2, 1 }", "ASL301 «SortedSet<int>» a 'SortedSet<int>' of more than one element: write an array, or constants in a HashSet: the JSON of a set depends on which elements are equal"));

    [Fact]
    public void A_test_of_the_type_of_an_object_is_refused() => new Agreement("public sealed record S(object Any, object? Maybe);", "S s, object any, JsonElement element").Refuses(
        ("bool", "any is int", "ASL301 «int» a test for 'int': System.Text.Json reads 'object' as JSON, so that the test is false for every value in C#: declare the type of the value, or write Asl.Jsonata<bool>(\"$type($arg0) = 'number'\", any)"),
        ("bool", "s.Any is string", "ASL301 «string» a test for 'string': System.Text.Json reads 'object' as JSON, so that the test is false for every value in C#: declare the type of the value, or write Asl.Jsonata<bool>(\"$type($arg0) = 'string'\", s.Any)"),
        ("bool", "any is string { Length: > 0 }", "ASL301 «string { Length: > 0 }» a test for 'string': System.Text.Json reads 'object' as JSON, so that the test is false for every value in C#: declare the type of the value, or write Asl.Jsonata<bool>(\"$type($arg0) = 'string'\", any)"),
        ("bool", "any is 5", "ASL301 «5» a comparison of '5': System.Text.Json reads it as a JsonElement, so that C# finds it unequal to every value: declare its type, or write Asl.Jsonata<bool>(\"$arg0 = $arg1\", any, 5)"),
        ("bool", "any is not > 1.5", "ASL301 «> 1.5» a comparison of '> 1.5': System.Text.Json reads it as a JsonElement, so that C# finds it unequal to every value: declare its type, or write Asl.Jsonata<bool>(\"$arg0 > $arg1\", any, 1.5)"),
        ("bool", "s.Maybe is null", ""),
        ("bool", "s.Maybe is { }", ""),
        ("bool", "any is not null", ""));
}
