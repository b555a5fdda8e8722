using Stepwise.Generator.Model;
using Stepwise.Generator.Translation;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>Methods, computed properties and static values of the project stand where they are used, as a person would write them.</summary>
public sealed class MethodTests
{
    private const string Members = """
        public static int Twice(int x) => x * 2;
        public static int Square(int x) => x * x;
        public static int First(int a, int b) => a;
        public static int Both(int a, int b = 7) { var total = a + b; return total * total; }
        public static string Or(string? value, string other) => value ?? other;
        public static bool IsBig(Shape shape) => shape.Sides > 5;
        public static T Pick<T>(bool c, T a, T b) => c ? a : b;
        public static string Id() => Asl.Jsonata<string>("$uuid()");
        public static readonly int Most = 3;
        public static readonly string[] Names = ["a", "b"];
        public static readonly Shape Square4 = new(4, null);
        public static int Least => Most - 1;
        public static string Kind { get; } = "k";
        public sealed record Shape(int Sides, string? Name)
        {
            [System.Text.Json.Serialization.JsonIgnore] public bool IsRound => Sides == 0;
            public int Missing(int n) => n - this.Sides;
        }
        public static int Fact(int n) => n == 0 ? 1 : n * Fact(n - 1);
        public static int Even(int n) => n == 0 ? 1 : Odd(n - 1);
        public static int Odd(int n) => n == 0 ? 0 : Even(n - 1);
        public static int Parse(ref int n) => n;
        public static async Task<int> LaterAsync(int n) => n;
        public static void Nothing(int n) { }
        public static int Guess(int n) { while (n > 1) { n--; } return n; }
        public static int Root(double d) => (int)Math.Log(d);
        public static T[] Pair<T>(T a, T b) => [a, b];
        public static int Counter = 1;
        public static readonly int Late = Later + 1;
        public static readonly int Later = 5;
        public static readonly int Unset;
        public static readonly int Set = 1;
        public static readonly Guid Random = Guid.NewGuid();
        public static readonly int Called = Twice(2);
        public static int Changing { get; set; } = 1;
        public static int Length(string value) => value == "" ? 0 : 1;
        static Workflow() { Set = 2; }
        public class Open { public virtual int Size() => 1; public virtual int Weight => 2; }
        """;

    [Theory]
    [InlineData("int", "Twice(n)", "$n * 2")]
    [InlineData("int", "Twice(n + m)", "($n + $m) * 2")]
    [InlineData("int", "Square(n)", "$n * $n")]
    [InlineData("int", "Square(n + m)", "($x := $n + $m; $x * $x)")]
    [InlineData("int", "Square(n + m) - Square(m + 1)", "($x := $n + $m; $x2 := $m + 1; $x * $x - $x2 * $x2)")]
    [InlineData("int", "Square(Square(Twice(n)))", "($x := $n * 2; $x2 := $x * $x; $x2 * $x2)")]
    [InlineData("int", "Both(n)", "($total := $n + 7; $total * $total)")]
    [InlineData("int", "Both(b: n, a: 1)", "($total := 1 + $n; $total * $total)")]
    [InlineData("int", "First(n, m + 1)", "$n")]
    [InlineData("string", "Or(note, text)", "$exists($note) and $note != null ? $note : $text")]
    [InlineData("string", "Or(text, \"x\")", "$text")]
    [InlineData("string", "Or(note!, \"x\")", "$exists($note) and $note != null ? $note : 'x'")]
    [InlineData("bool", "IsBig(new Shape(n, note))", "$n > 5")]
    [InlineData("int?", "Pick(flag, limit, n)", "$flag ? ($exists($limit) ? $limit : null) : $n")]
    [InlineData("bool", "Id() == Id()", "($uuid()) = ($uuid())")]
    [InlineData("bool", "flag && Square(n / m) > 1", "$flag and ($x := ($dividend := $n; $divisor := $m; $divisor = 0 ? $error('Attempted to divide by zero.') : ($quotient := $dividend / $divisor; $quotient < 0 ? $ceil($quotient) : $floor($quotient))); $x * $x > 1)")]
    [InlineData("int", "n + Most + Least", "$n + 3 + (3 - 1)")]
    [InlineData("string", "Kind + Names[1] + Square4.Sides", "'kb4'")]
    [InlineData("int", "Names.Length", "$count(['a', 'b'])")]
    [InlineData("bool", "new Shape(n, null).IsRound", "$n = 0")]
    public void Inlined(string type, string expression, string expected) => Assert.Equal(expected, Translate(type, "{ return " + expression + "; }\n" + Members));

    [Theory]
    [InlineData("int", "int Next(int x) => x + n; return Next(Next(m));", "$m + $n + $n")]
    [InlineData("int", "var a = n * m; return Add(1) - Add(2); int Add(int b) { var c = a + b; return c * c; }", "($a := $n * $m; $c := $a + 1; $c2 := $a + 2; $c * $c - $c2 * $c2)")]
    [InlineData("string", "static string Name(int? x) => x switch { null => \"none\", > 3 => \"big\", _ => \"small\" }; return Name(limit);", "$not($exists($limit) and $limit != null) ? 'none' : $limit > 3 ? 'big' : 'small'")]
    [InlineData("int", "int Next(int x) { x = x + 1; return x * n; } return Next(m);", "($x := $m + 1; $x * $n)")]
    public void Local_function(string type, string body, string expected) => Assert.Equal(expected, Translate(type, "{ " + body + " }"));

    [Theory]
    [InlineData("int", "Fact(n)", "ASL301 «Fact» the recursive call of 'Fact' (Fact -> Fact): compute it in a Lambda function, or repeat a state with a [Choice]")]
    [InlineData("int", "Even(n) + Even(m)", "ASL301 «Even» the recursive call of 'Even' (Even -> Odd -> Even): compute it in a Lambda function, or repeat a state with a [Choice]")]
    [InlineData("int", "Parse(ref n)", "ASL301 «ref n» the argument 'n', which is passed by reference,: declare the parameter without 'ref', 'out' and 'in'")]
    [InlineData("Task<int>", "LaterAsync(n)", "ASL301 «LaterAsync» the method 'LaterAsync', which is asynchronous,: call a method that returns a value")]
    [InlineData("int", "Guess(n)", "ASL301 «while» a loop in a body: make the loop of states with a [Choice], or let a function compute it")]
    [InlineData("int", "Root(1) + Root(2)", "ASL301 «Log» the method call 'Math.Log(d)': use Abs, Max, Min, Clamp, Floor, Ceiling, Truncate, Round or Sign, or let a function compute it")]
    [InlineData("object", "Pair(n, m)", "ASL301 «Pair» the generic 'Pair', which uses 'T[]',: write it for the type that it is used with")]
    [InlineData("int", "Length(note)", "ASL301 «note» 'note' for 'string value' where it may be null: test it first, or declare the parameter with '?'")]
    [InlineData("int", "Counter", "ASL301 «Counter» the static field 'Counter', which can change,: make it 'static readonly' or a const")]
    [InlineData("int", "Late", "ASL301 «Late» 'Late', whose initial value uses 'Later',: write constants, or make it a computed property")]
    [InlineData("int", "Unset", "ASL301 «Unset» the static field 'Unset', which has no initial value,: give it its value where it is declared")]
    [InlineData("int", "Set", "ASL301 «Set» 'Set', which the static constructor of 'Workflow' uses, and can change,: give it its value where it is declared, and use it nowhere in the constructor")]
    [InlineData("Guid", "Random", "ASL301 «NewGuid» the method call 'Guid.NewGuid()': write Asl.Jsonata<Guid>(\"$uuid()\") in a JSONata state")]
    [InlineData("int", "Called", "ASL301 «Called» 'Called', whose initial value uses 'Twice',: write constants, or make it a computed property")]
    [InlineData("int", "Changing", "ASL301 «Changing» the static property 'Changing', which can change,: remove its 'set'")]
    [InlineData("int", "new Open().Size()", "ASL301 «Size» the method 'Size', which another type can override,: remove 'virtual' and 'override', or make it static")]
    public void Refused(string type, string expression, string expected)
    {
        var read = Body.ReadValue(type, "{ return " + expression + "; }\n" + Members);
        Assert.Equal([expected], read.Findings.Distinct());
        Assert.Equal(read.Diagnostics.Count, read.Diagnostics.Distinct().Count() + (expression.Contains(" + ", StringComparison.Ordinal) ? 1 : 0));
        Assert.IsType<InvalidExpression>(read.Value);
    }

    /// <summary>A method that calls another one twice, and so on, becomes 2^20 operations. That is refused at the call, once, and in no time.</summary>
    [Fact]
    public void A_call_that_doubles_and_doubles_is_refused()
    {
        var methods = string.Join("\n", Enumerable.Range(1, 20).Select(static i => $"public static int F{i}(int x) => F{i - 1}(x + 1) + F{i - 1}(x * 2);"));
        var read = Body.ReadValue("int", "{ return F20(n) + F20(m); } public static int F0(int x) => x;\n" + methods);
        Assert.Equal(["ASL301 «F20» 'F20', with which the body becomes more than 10,000 operations,: call other methods fewer times in it, or compute a part in a [Pass] of its own"], read.Findings);
    }

    [Fact]
    public void A_static_value_that_is_too_large_is_refused_where_it_makes_the_body_too_large()
    {
        var read = Body.ReadValue("int", "{ return Table[0] + Table[1] + Table[2]; } public static readonly int[] Table = [" + string.Join(", ", Enumerable.Range(0, 6_000)) + "];");
        Assert.Equal(["ASL301 «Table» 'Table', with which the body becomes more than 10,000 operations,: call other methods fewer times in it, or compute a part in a [Pass] of its own"], read.Findings);
    }

    /// <summary>A method whose argument is read twice has one variable for each call: no copy of a copy.</summary>
    [Fact]
    public void An_argument_that_is_read_twice_is_computed_once()
    {
        var calls = string.Concat(Enumerable.Repeat("Square(", 12)) + "n + 1" + new string(')', 12);
        Assert.True(Translate("int", "{ return " + calls + "; }\n" + Members).Length < 400);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_method_of_another_assembly_has_no_body(bool isProject)
    {
        const string Library = "namespace Other; public static class Math2 { public static int Twice(int x) => x * 2; public static readonly int Most = 3; public static int Least => 2; }";
        Assert.Equal(
            ["ASL301 «Twice» the method call 'Other.Math2.Twice(n)', whose body is in another assembly,: write the method in this project, or call it in a Lambda function"],
            Body.ReadBeside(Library, isProject, "int", "Other.Math2.Twice(n)", "int n").Findings);
        Assert.Equal(
            ["ASL301 «Most» the field 'Most', whose value is in another assembly,: write its value as a constant"],
            Body.ReadBeside(Library, isProject, "int", "Other.Math2.Most", "int n").Findings);
        Assert.Equal(
            ["ASL301 «Least» the property 'Math2.Least', whose body is in another assembly,: write its value as a constant"],
            Body.ReadBeside(Library, isProject, "int", "Other.Math2.Least", "int n").Findings);
    }

    private static string Translate(string type, string body)
    {
        var read = Body.ReadValue(type, body);
        Assert.NotNull(read.Value);
        var text = new JsonataTranslator(static name => "$" + name, read.Report).Translate(read.Value);
        Assert.Equal([], read.Findings.Where(static finding => !finding.StartsWith("ASL305", StringComparison.Ordinal) && !finding.StartsWith("ASL306", StringComparison.Ordinal)));
        return text;
    }
}
