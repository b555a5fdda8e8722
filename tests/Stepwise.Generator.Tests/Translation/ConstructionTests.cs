namespace Stepwise.Generator.Tests.Translation;

/// <summary>What a constructor does (D10, D11): a creation is translated if it is exactly an assignment of members, and refused otherwise.</summary>
public sealed class ConstructionTests
{
    private const string Types = """
        public record Event(string Kind);
        public record Failed(string Why) : Event("failed");
        public record Named(string Why, string Kind) : Event(Kind);
        public sealed record Twice(string Why) : Failed(Why);
        public record Numbered<T>(T Number, long? Total);
        public sealed record Counted(int Size, int? More) : Numbered<int>(Size, More);
        public sealed record Late(string Why) : Numbered<int>(Total: 5, Number: 3);
        public sealed record Documented(string Name) { [JsonPropertyName("n")] public string Name { get; init; } = Name; }
        public record struct Pair(int A, string? B);
        public sealed record Leveled(string Name, [property: JsonIgnore] int Level = 3, int Rank = 4);
        public class Empty { public Empty() { } public int X { get; set; } public int Z { get; set; } }
        public sealed class DerivedEmpty : Empty { public int Y { get; set; } }

        public class Filled { public Filled() { X = 5; } public int X { get; set; } public int Z { get; set; } }
        public sealed class DerivedFilled : Filled { public int Y { get; set; } }
        public class Arrow { public Arrow() => X = 5; public int X { get; set; } }
        public record FilledRecord { public FilledRecord() { X = 5; } public int X { get; set; } public int Z { get; set; } }
        public struct FilledStruct { public FilledStruct() { X = 5; } public int X { get; set; } public int Z { get; set; } }
        public sealed class Chained : Filled { public Chained() : base() { } public int Y { get; set; } }
        public sealed record Explicit { public Explicit(int A) { this.A = A + 1; } public int A { get; init; } }
        public sealed record Guard(string Name, int N) { public int N { get; init; } = N < 0 ? 0 : N; }
        public sealed record Trimmed(string Name) { public string Name { get; init; } = Name.Trim(); }
        public sealed record Checked(int N) { private readonly int _check = N < 0 ? throw new ArgumentException("N") : N; public bool Is(int n) => _check == n; }
        public sealed record Hidden(int N) { [JsonIgnore] public bool Valid { get; } = N > 0; }
        public class Upper { private string name = ""; public string Name { get => name; set => name = value.ToUpperInvariant(); } }
        public sealed record InitBody(int A) { private int a; public int B { get => a; init => a = value + 1; } }
        public sealed record PositionalBody(string Name) { private string? name; public string Name { get => name ?? ""; init => name = value.Trim(); } }
        public sealed record Computing(int N) : Numbered<int>(N + 1, 1);
        public record Defaulted(int N = 5);
        public sealed record OnDefault(string Text) : Defaulted;
        public sealed record Both(string Why, string Other) : Event(Why);
        public class Renamed { [JsonPropertyName("old")] public virtual int N { get; set; } }
        public sealed class Renaming : Renamed { [JsonPropertyName("new")] public override int N { get; set; } }
        public sealed class Hiding : Renamed { [JsonPropertyName("new")] public new int N { get; set; } }
        """;

    private const string Parameters = "string t, int n, int? m, bool f";

    private static readonly string[] _inputs = ["""{"t":"a","n":-1,"f":true}""", """{"t":"","n":7,"m":3,"f":false}""", """{"t":" x ","n":0,"m":null,"f":true}"""];

    [Fact]
    public void A_creation_that_assigns_members_gives_what_csharp_gives() => new Agreement(Types, Parameters).Holds(
        [
            ("Failed", "new Failed(t)"),
            ("Named", "new Named(Kind: f ? \"a\" : t, Why: t)"),
            ("Twice", "new Twice(t)"),
            ("Counted", "new Counted(n, m)"),
            ("Late", "new Late(t)"),
            ("Late", "new Late(t) { Total = n }"),
            ("Documented", "new Documented(t)"),
            ("Both", "new Both(t, t)"),
            ("Leveled", "new Leveled(t)"),
            ("Pair", "new Pair(n + 1, t) { A = 2 }"),
            ("Pair", "new Pair { A = n }"),
            ("Pair", "new Pair(n, t)"),
            ("Empty", "new Empty { Z = n }"),
            ("DerivedEmpty", "new DerivedEmpty { Y = n, X = 1 }"),
        ],
        _inputs);

    [Fact]
    public void A_creation_that_does_more_is_refused() => new Agreement(Types, Parameters).Refuses(
        ("Filled", "new Filled { Z = n }", Constructor("Filled", "Filled")),
        ("DerivedFilled", "new DerivedFilled { Y = n }", Constructor("DerivedFilled", "Filled")),
        ("Arrow", "new Arrow()", Constructor("Arrow", "Arrow")),
        ("FilledRecord", "new FilledRecord { Z = n }", Constructor("FilledRecord", "FilledRecord")),
        ("FilledStruct", "new FilledStruct { Z = n }", Constructor("FilledStruct", "FilledStruct")),
        ("Chained", "new Chained { Y = n }", Constructor("Chained", "Filled")),
        ("Explicit", "new Explicit(n)", Constructor("Explicit", "Explicit")),
        ("Guard", "new Guard(t, -1)", Refusal("Guard", "the initial value of 'N', which is computed from the parameters of 'Guard',")),
        ("Trimmed", "new Trimmed(t)", Refusal("Trimmed", "the initial value of 'Name', which is computed from the parameters of 'Trimmed',")),
        ("Hidden", "new Hidden(n)", Refusal("Hidden", "the initial value of 'Valid', which is computed from the parameters of 'Hidden',")),
        ("Checked", "new Checked(n)", Refusal("Checked", "the initial value of the field '_check', which may be computed from the parameters of 'Checked',")),
        ("Upper", "new Upper { Name = t }", "ASL301 «Name» the property 'Name', whose accessors have bodies,: build an anonymous object"),
        ("InitBody", "new InitBody(1) { B = n }", "ASL301 «B» the property 'B', whose accessors have bodies,: build an anonymous object"),
        ("PositionalBody", "new PositionalBody(t)", "ASL301 «t» the argument 'Name', which sets no property that is in the JSON,: build an anonymous object"),
        ("Leveled", "new Leveled(t, 3)", "ASL301 «3» the argument 'Level', which sets no property that is in the JSON,: build an anonymous object"),
        ("Pair", "new Pair(4 / n, t) { A = 2 }", "ASL301 «A» a second value for 'A', whose first is computed and can fail,: give it one value"),
        ("Computing", "new Computing(n)", Refusal("Computing", "the argument 'N + 1' of the base 'Numbered', which is neither a parameter nor a constant,")),
        ("OnDefault", "new OnDefault(t)", Refusal("OnDefault", "the constructor of 'Defaulted', which is called with its default values,")),
        ("Both", "new Both(t + \"x\", t)", "ASL301 «t + \"x\"» a computed value for both 'Kind' and 'Why': compute it in a [Pass] of its own, and pass its result"),
        ("Renaming", "new Renaming { N = n }", "ASL301 «Renaming» the property 'N', which has another name in JSON than in 'Renamed',: give both the same name: a serializer writes both"),
        ("Hiding", "new Hiding { N = n }", "ASL301 «Hiding» the property 'N', which has another name in JSON than in 'Renamed',: give both the same name: a serializer writes both"));

    [Theory]
    [InlineData("new Library.Plain { A = n, B = t }", "")]
    [InlineData("new Library.Positional(n, t)", "")]
    [InlineData("new Library.Derived(t) { Kind = t }", "")]
    [InlineData("new Library.Plain { A = n }", "ASL301 «Library.Plain» the initial value of 'B', which is in another assembly,: give 'B' a value here")]
    [InlineData("new Library.Derived(t)", "ASL301 «Library.Derived» the initial value of 'Kind', which is in another assembly,: give 'Kind' a value here")]
    [InlineData("new Library.Explicit(n)", "ASL301 «Library.Explicit» the constructor of 'Explicit', which is in another assembly and is not that of a positional record,: build an anonymous object, or let a function build it")]
    public void A_type_of_another_assembly_is_read_alike_in_the_IDE_and_in_a_build(string body, string expected)
    {
        const string Library = """
            namespace Library;
            public class Plain { public int A { get; set; } public string B { get; set; } = ""; }
            public record Positional(int A, string B);
            public record Event(string Kind);
            public record Derived(string Why) : Event("derived");
            public record Explicit { public Explicit(int A) { this.A = A; } public int A { get; init; } }
            """;
        foreach (var isProject in new[] { true, false })
        {
            Assert.Equal(expected, string.Join("; ", Body.ReadBeside(Library, isProject, "object", body, "int n, string t").Findings));
        }
    }

    private static string Constructor(string type, string declaring) => Refusal(type, $"the constructor of '{declaring}', which is more than the parameters of a record,");

    private static string Refusal(string type, string what) => $"ASL301 «{type}» {what}: build an anonymous object, or let a function build it";
}
