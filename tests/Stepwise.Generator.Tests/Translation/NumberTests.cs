using Stepwise.Generator.Model;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>Numbers: operators that C# lifts to values that may be null, functions of Math, casts, and bits. What they give is compared with C# in Stepwise.Differential; these tests show what is emitted.</summary>
public sealed class NumberTests
{
    private const string Parameters = "int n, int m, int? i, int? j, bool b, bool? p, bool? q, double d, double? e, decimal x, long big, short small, byte octet, F f, F? g, Color c, string t, char letter, Huge h";

    private const string Types = """
        [System.Flags] public enum F { None = 0, A = 1, B = 2, C = 4, AC = 5 }
        [System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<Color>))] public enum Color { Red, Green }
        public enum Huge : ulong { None, Max = ulong.MaxValue }
        """;

    [Theory]
    [InlineData("int?", "i + 1", "$exists($i) and $i != null ? $i + 1 : null")]
    [InlineData("int?", "i + j * 2", "$exists($i) and $i != null and $exists($j) and $j != null ? $i + $j * 2 : null")]
    [InlineData("int", "(i + 1) ?? 0", "$exists($i) and $i != null ? $i + 1 : 0")]
    [InlineData("bool", "i + 1 > m", "$exists($i) and $i != null and $i + 1 > $m")]
    [InlineData("int?", "-i", "$exists($i) and $i != null ? 0 - $i : null")]
    [InlineData("bool?", "!p", "$exists($p) and $p != null ? $not($p) : null")]
    [InlineData("bool?", "p & b", "$b ? ($exists($p) ? $p : null) : false")]
    [InlineData("bool", "(p | b) == true", "$b or $exists($p) and $p = true")]
    [InlineData("int", "i.GetValueOrDefault()", "$exists($i) and $i != null ? $i : 0")]
    [InlineData("int", "i.GetValueOrDefault(m)", "$exists($i) and $i != null ? $i : $m")]
    public void Lifted(string type, string body, string expected) => Assert.Equal(expected, Translated(type, body));

    [Theory]
    [InlineData("int", "Math.Abs(n)", "$n = -2147483648 ? $error('Negating the minimum value of a twos complement number is invalid.') : $abs($n)")]
    [InlineData("double", "Math.Abs(d)", "$abs($d)")]
    [InlineData("int", "Math.Max(n, m)", "$max([$n, $m])")]
    [InlineData("int", "Math.Min(n, m + 1)", "$min([$n, $m + 1])")]
    [InlineData("int", "Math.Clamp(n, 0, 10)", "$min([$max([$n, 0]), 10])")]
    [InlineData("int", "Math.Sign(n)", "$n < 0 ? -1 : $n > 0 ? 1 : 0")]
    [InlineData("double", "Math.Floor(d)", "$floor($d)")]
    [InlineData("double", "Math.Ceiling(d)", "$ceil($d)")]
    [InlineData("double", "Math.Truncate(d)", "$d < 0 ? $ceil($d) : $floor($d)")]
    [InlineData("double", "Math.Round(d)", "$round($d)")]
    [InlineData("double", "Math.Round(d, 2)", "$abs($d) < 10000000000000000 ? $round($d * 100) / 100 : $d")]
    [InlineData("double", "Math.Round(d, MidpointRounding.AwayFromZero)", "$abs($d % 1) = 0.5 ? ($d < 0 ? $floor($d) : $ceil($d)) : $round($d)")]
    [InlineData("double", "Math.Sqrt(Math.Max(d, 0))", "$sqrt($max([$d, 0]))")]
    [InlineData("bool", "int.IsEvenInteger(n)", "$n % 2 = 0")]
    [InlineData("bool", "n.Equals(m)", "$n = $m")]
    [InlineData("bool", "d.CompareTo(1.5) < 0", "$d < 1.5")]
    public void Functions(string type, string body, string expected) => Assert.Equal(expected, Translated(type, body));

    [Theory]
    [InlineData("int", "(int)d", "$d > -2147483649 and $d < 2147483648 ? ($d < 0 ? $ceil($d) : $floor($d)) : $error('Arithmetic operation resulted in an overflow.')")]
    [InlineData("int", "(int)big", "$big >= -2147483648 and $big <= 2147483647 ? $big : $error('Arithmetic operation resulted in an overflow.')")]
    [InlineData("uint", "(uint)n", "$n >= 0 ? $n : $error('Arithmetic operation resulted in an overflow.')")]
    [InlineData("long", "(long)n", "$n")]
    [InlineData("double", "(double)n / m", "($dividend := $n; $divisor := $m; $divisor = 0 ? $error('Attempted to divide by zero.') : $dividend / $divisor)")]
    [InlineData("int", "(int)f", "$f")]
    [InlineData("F", "(F)n", "$n")]
    public void Casts(string type, string body, string expected) => Assert.Equal(expected, Translated(type, body));

    [Theory]
    [InlineData("bool", "f.HasFlag(F.C)", "$floor($f / 4) % 2 != 0")]
    [InlineData("bool", "f.HasFlag(F.A)", "$f % 2 != 0")]
    [InlineData("bool", "f.HasFlag(F.AC)", "$f % 2 != 0 and $floor($f / 4) % 2 != 0")]
    [InlineData("bool", "(f & F.B) == 0", "$floor($f / 2) % 2 = 0")]
    [InlineData("bool", "(f & F.AC) == F.A", "$f % 2 != 0 and $floor($f / 4) % 2 = 0")]
    [InlineData("bool", "(g & F.A) == F.A", "$exists($g) and $g != null and $g - $floor($g / 2) * 2 = 1")]
    [InlineData("F", "f & F.C", "$floor($f / 4) * 4 - $floor($f / 8) * 8")]
    [InlineData("F", "f & ~F.A", "$f - ($f - $floor($f / 2) * 2)")]
    [InlineData("F", "f | F.A", "$f - ($f - $floor($f / 2) * 2) + 1")]
    [InlineData("F", "~f", "-1 - $f")]
    [InlineData("int", "n >> 4", "$floor($n / 16)")]
    public void Bits(string type, string body, string expected) => Assert.Equal(expected, Translated(type, body));

    [Theory]
    [InlineData("double", "Math.Pow(d, 2)", "ASL301 «Pow» the method call 'Math.Pow(d, 2)': multiply, or let a function compute it: its last digits depend on the platform")]
    [InlineData("double", "Math.Sqrt(d)", "ASL301 «Sqrt» the square root of a number that may be negative, where C# gives NaN,: write 'Math.Sqrt(Math.Max(x, 0))' or 'Math.Sqrt(Math.Abs(x))'")]
    [InlineData("double", "Math.Sin(d)", "ASL301 «Sin» the method call 'Math.Sin(d)': use Abs, Max, Min, Clamp, Floor, Ceiling, Truncate, Round or Sign, or let a function compute it")]
    [InlineData("double", "Math.Round(d, n)", "ASL301 «n» 'n', which is not a constant,: write a constant")]
    [InlineData("bool", "Math.Min(d / m, 1) > 0", "ASL301 «d / m» a calculation or a test with a quotient that is infinite where 'm' is 0,: test the divisor first, as in '(x == 0 ? 0 : y / x) > 1', or compute the quotient in a [Pass] of its own")]
    [InlineData("float", "(float)d", "ASL301 «float» the cast '(float)d', which rounds the number,: cast it to double, or let a function convert it")]
    [InlineData("decimal", "(decimal)d", "ASL301 «decimal» the cast '(decimal)d', which rounds the number,: cast it to double, or let a function convert it")]
    [InlineData("int", "(int)letter", "ASL301 «int» the number of a character: compare it with a character")]
    [InlineData("char", "(char)n", "ASL301 «char» the number of a character: compare it with a character")]
    [InlineData("int", "(int)c", "ASL301 «int» a number for 'Color': the enum is a name in JSON: compare it with a member of the enum")]
    [InlineData("bool", "c.HasFlag(Color.Green)", "ASL301 «HasFlag» arithmetic on the bits of 'c.HasFlag(Color.Green)': the enum is a name in JSON: remove its string converter, or compare it with its members")]
    [InlineData("bool", "f.HasFlag(Color.Green)", "ASL301 «Color.Green» a flag of another enum, for which C# throws,: write a member of 'F'")]
    [InlineData("bool", "f.HasFlag((F)n)", "ASL301 «(F)n» a flag that is computed: write a constant, such as a member of the enum")]
    [InlineData("int", "n & m", "ASL301 «&» the operator of 'n & m' for two values that are computed: write one of them as a constant, such as a member of the enum")]
    [InlineData("int", "n << 2", "ASL301 «<<» the operator of 'n << 2': multiply or divide by a power of 2: integers do not wrap in the definition")]
    [InlineData("int", "n >> m", "ASL301 «>>» the operator of 'n >> m': shift by a constant")]
    [InlineData("bool", "h == Huge.Max", "ASL301 «Huge.Max» 'Huge.Max', which is greater than long.MaxValue,: use a member of the enum that is smaller")]
    [InlineData("int", "n.CompareTo(m)", "ASL301 «CompareTo» the method call 'n.CompareTo(m)': compare it with 0, as in 'x.CompareTo(y) < 0'")]
    public void Refused(string type, string body, string expected)
    {
        var read = Body.ReadBeside(Types, isProject: false, type, body, Parameters);
        Assert.Equal([expected], read.Findings);
        Assert.IsType<InvalidExpression>(read.Value);
    }

    [Theory]
    [InlineData("decimal", "Math.Round(x, 2)", "ASL304 «Math.Round(x, 2)» Math.Round(x, 2): decimal")]
    [InlineData("int", "(int)x", "ASL304 «(int)x» (int)x: decimal")]
    [InlineData("long", "big & 7", "ASL304 «big & 7» big & 7: long")]
    public void Inexact_numbers_are_warned_about(string type, string body, string expected) => Assert.Equal([expected], Body.ReadBeside(Types, isProject: false, type, body, Parameters).Findings);

    private static string Translated(string type, string body)
    {
        var read = Body.ReadBeside(Types, isProject: false, type, body, Parameters);
        Assert.DoesNotContain(read.Findings, static finding => !finding.StartsWith("ASL304", StringComparison.Ordinal));
        return new Stepwise.Generator.Translation.JsonataTranslator(static name => "$" + name, read.Report).Translate(read.Value!);
    }
}
