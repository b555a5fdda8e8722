using System.Globalization;
using System.Text.Json.Nodes;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Translation;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>What C# evaluates once is evaluated once: a variable of a block, whose size is that of the source.</summary>
public class BlockTests
{
    [Theory]
    // Local variables
    [InlineData("int", "{ var a = n + m; return a * a; }", "($a := $n + $m; $a * $a)")]
    [InlineData("int", "{ var a = n; return a * a; }", "$n * $n")]
    [InlineData("string?", "{ var a = s.Detail; return a?.Note; }", "$exists($s.detail.note) ? $s.detail.note : null")]
    [InlineData("int", "{ const int a = 3; return a * n; }", "3 * $n")]
    [InlineData("int", "{ var a = n + m; return a; }", "$n + $m")]
    [InlineData("int", "{ var a = n + m; var b = a * 2; return b; }", "($a := $n + $m; $a * 2)")]
    [InlineData("int", "{ var a = n + m; return n; }", "($a := $n + $m; $n)")]
    [InlineData("bool", "{ var m2 = o ?? s; return m2.Note is null; }", "($m2 := $exists($o) and $o != null ? $o : $s; $not($exists($m2.note) and $m2.note != null))")]
    // A name hides neither a function nor what is read
    [InlineData("int", "{ var count = n + m; return count * count; }", "($countValue := $n + $m; $countValue * $countValue)")]
    [InlineData("int", "{ var states = n + m; return states * states; }", "($statesValue := $n + $m; $statesValue * $statesValue)")]
    [InlineData("int", "{ var arg0 = n + m; return Asl.Jsonata<int>(\"$arg0 + 1\", arg0) + arg0; }", "($arg02 := $n + $m; ($arg0 := $arg02; $arg0 + 1) + $arg02)")]
    [InlineData("int", "{ var x = n + m; return Asl.Jsonata<int>(\"$x + 1\") + x; }", "($x2 := $n + $m; ($x + 1) + $x2)")]
    [InlineData("int", "{ var dividend = n + m; return dividend / n; }", "($dividend := $n + $m; ($dividend2 := $dividend; $divisor := $n; $divisor = 0 ? $error('Attempted to divide by zero.') : ($quotient := $dividend2 / $divisor; $quotient < 0 ? $ceil($quotient) : $floor($quotient))))")]
    // What is computed and has members
    [InlineData("bool", "(o ?? s).Note is null", "($value := $exists($o) and $o != null ? $o : $s; $not($exists($value.note) and $value.note != null))")]
    [InlineData("string?", "(flag ? s : o)?.Note", "($value := $flag ? $s : $exists($o) ? $o : null; $exists($value.note) ? $value.note : null)")]
    // Patterns
    [InlineData("bool", "(note ?? text) is \"a\" or \"b\"", "($value := $exists($note) and $note != null ? $note : $text; $value in ['a', 'b'])")]
    [InlineData("bool", "n + m is > 0", "$n + $m > 0")]
    [InlineData("int", "(n + m) switch { > 3 => 1, > 1 => 2, var z => z }", "($z := $n + $m; $z > 3 ? 1 : $z > 1 ? 2 : $z)")]
    [InlineData("bool", "flag && (note ?? text) is { } k && k != text", "$flag and ($k := $exists($note) and $note != null ? $note : $text; $k != null and $k != $text)")]
    [InlineData("string", "(flag && (s.Ok ? note : s.Note) is { } k) ? k + k : \"\"", "($k := $flag ? ($s.ok ? ($exists($note) ? $note : null) : $exists($s.note) ? $s.note : null) : null; $flag and $k != null ? $k & $k : '')")]
    [InlineData("bool", "flag ? (o ?? s).Ok : s.Ok", "$flag ? ($value := $exists($o) and $o != null ? $o : $s; $value.ok) : $s.ok")]
    [InlineData("bool", "(n > 1, flag) is (true, _) or (_, true)", "$n > 1 or $flag")]
    [InlineData("bool", "flag | n / m > 0", "($value := ($dividend := $n; $divisor := $m; $divisor = 0 ? $error('Attempted to divide by zero.') : ($quotient := $dividend / $divisor; $quotient < 0 ? $ceil($quotient) : $floor($quotient))) > 0; $flag or $value)")]
    [InlineData("string?", "Asl.Jsonata<string?>(\"$lookup($x, 'a')\") ?? text", "($value := ($value := ($lookup($x, 'a')); $exists($value) ? $value : null); $value != null ? $value : $text)")]
    public void Expression(string type, string body, string expected)
    {
        var read = Body.ReadValue(type, body);
        Assert.Equal(expected, new JsonataTranslator(static name => "$" + name, read.Report).Translate(read.Value!));
        Assert.Equal([], Others(read));
    }

    [Theory]
    [InlineData("{ var total = n * m; return new { total, text }; }", """{"total":"{% $n * $m %}","text":"{% $text %}"}""")]
    [InlineData("{ var total = n * m; return new { A = total + 1, text }; }", """{"a":"{% ($total := $n * $m; $total + 1) %}","text":"{% $text %}"}""")]
    [InlineData("{ var total = n * m; return new { A = total, B = total + 1, C = \"x\" }; }", """{"a":"{% $n * $m %}","b":"{% ($total := $n * $m; $total + 1) %}","c":"x"}""")]
    [InlineData("{ var key = Asl.Jsonata<string>(\"$uuid()\"); return new { A = key, B = key }; }", "\"{% ($key := ($uuid()); {'a': $key, 'b': $key}) %}\"")]
    [InlineData("{ var key = Asl.Jsonata<string>(\"$uuid()\"); return new { A = key, B = n }; }", """{"a":"{% ($uuid()) %}","b":"{% $n %}"}""")]
    [InlineData("{ var a = flag ? note : s.Note; return new { A = a + a, B = a, C = n }; }", "\"{% ($a := $flag ? ($exists($note) ? $note : null) : $exists($s.note) ? $s.note : null; {'a': ($a != null ? $a : '') & ($a != null ? $a : ''), 'b': $a != null ? $a, 'c': $n}) %}\"")]
    public void Template(string body, string expected)
    {
        var read = Body.ReadValue("object", body);
        Assert.Equal(expected, new JsonataTranslator(static name => "$" + name, read.Report).Template(read.Value!).ToJsonTemplate());
        Assert.Equal([], Others(read));
    }

    [Theory]
    [InlineData("{ var total = n * m; return total > 5 ? nameof(A) : total > 3 ? nameof(B) : nameof(C); }", "($total := $n * $m; $total > 5) -> A; ($total := $n * $m; $total > 3) -> B; else C")]
    [InlineData("{ var q = n / m; return flag ? nameof(A) : s.Ok ? nameof(B) : nameof(C); }", "($q := ($dividend := $n; $divisor := $m; $divisor = 0 ? $error('Attempted to divide by zero.') : ($quotient := $dividend / $divisor; $quotient < 0 ? $ceil($quotient) : $floor($quotient))); $flag) -> A; $s.ok -> B; else C")]
    [InlineData("(o ?? s) switch { { Note: null } => nameof(A), { Count: > 1 } => nameof(B), _ => nameof(C) }", "($value := $exists($o) and $o != null ? $o : $s; $not($exists($value.note) and $value.note != null)) -> A; ($value := $exists($o) and $o != null ? $o : $s; $value.count > 1) -> B; else C")]
    [InlineData("(n + m) switch { > 5 => nameof(A), > 3 => nameof(B), _ => nameof(C) }", "$n + $m > 5 -> A; $n + $m > 3 -> B; else C")]
    [InlineData("flag ? (note ?? text) switch { \"a\" => nameof(A), { Length: > 0 } z when z != text => nameof(B), _ => nameof(C) } : nameof(C)", "$flag and ($exists($note) and $note != null ? $note : $text) = 'a' -> A; $flag and ($z := $exists($note) and $note != null ? $note : $text; $z != '' and $z != $text) -> B; $flag -> C; else C")]
    [InlineData("flag && (note ?? text) is { } k ? k == \"a\" ? nameof(A) : nameof(B) : nameof(C)", "($k := $flag ? ($exists($note) and $note != null ? $note : $text) : null; $flag and $k != null and $k = 'a') -> A; ($k := $flag ? ($exists($note) and $note != null ? $note : $text) : null; $flag and $k != null) -> B; else C")]
    [InlineData("(note ?? text) is not { Length: > 0 } k ? nameof(A) : k == \"a\" ? nameof(B) : nameof(C)", "($exists($note) and $note != null ? $note : $text) = '' -> A; ($exists($note) and $note != null ? $note : $text) = 'a' -> B; else C")]
    public void Rules_of_a_choice(string body, string expected)
    {
        var read = Body.ReadChoice(body);
        var translator = new JsonataTranslator(static name => "$" + name, read.Report);
        var arms = read.Arms.Select(arm => (arm.Condition is null ? "else" : translator.Translate(arm.Condition) + " ->") + " " + arm.Target.Member);
        Assert.Equal(expected, string.Join("; ", arms));
        Assert.Equal([], Others(read));
    }

    [Fact]
    public void A_value_that_changes_is_not_computed_for_each_rule_of_a_choice()
    {
        var read = Body.ReadChoice("{ var x = Asl.Jsonata<double>(\"$random()\"); return x > 0.5 ? nameof(A) : x > 0.2 ? nameof(B) : nameof(C); }");
        Assert.Equal(["ASL301 «x» a value that changes with each evaluation, in more than one rule of a Choice,: compute it in a [Pass] before"], Others(read));
    }

    [Theory]
    [InlineData("Asl.Jsonata<bool>(\"$random() > 0.5\") ? flag ? nameof(A) : nameof(B) : nameof(C)", "Asl.Jsonata<bool>(\"$random() > 0.5\")")]
    [InlineData("flag ? nameof(A) : Asl.Jsonata<double>(\"$random()\") > 0.5 ? n switch { 1 => nameof(A), 2 => nameof(B), _ => nameof(C) } : nameof(C)", "Asl.Jsonata<double>(\"$random()\") > 0.5")]
    public void A_condition_that_changes_is_not_asked_in_each_rule_of_a_choice(string body, string condition)
    {
        var read = Body.ReadChoice(body);
        Assert.Equal(["ASL301 «" + condition + "» a value that changes with each evaluation, in more than one rule of a Choice,: compute it in a [Pass] before"], Others(read));
    }

    [Fact]
    public void A_condition_that_changes_can_decide_one_rule_of_a_choice() =>
        Assert.Empty(Others(Body.ReadChoice("flag && Asl.Jsonata<bool>(\"$random() > 0.5\") ? nameof(A) : n > 1 ? nameof(B) : nameof(C)")));

    [Fact]
    public void A_condition_that_changes_is_not_asked_again()
    {
        var read = Body.ReadValue("string?", "(Asl.Jsonata<bool>(\"$random() > 0.5\") ? (note ?? text) is { } k : false) ? k : null");
        Assert.Equal(["ASL301 «k» the variable 'k', which is declared under a condition and read outside of it,: declare it in a statement before"], Others(read));
    }

    [Fact]
    public void A_duration_stands_behind_its_variables()
    {
        var read = Body.ReadWait("TimeSpan", "{ var a = n + m; return flag ? TimeSpan.FromSeconds(a * a) : (n * m) switch { > 3 and < 9 => TimeSpan.FromMinutes(1), var z => TimeSpan.FromSeconds(z) }; }");
        Assert.Equal(
            "($a := $n + $m; $flag ? $a * $a : ($z := $n * $m; $z > 3 and $z < 9 ? 60 : $z))", new JsonataTranslator(static name => "$" + name, read.Report).Translate(read.Value!));
        Assert.Empty(read.Findings);
    }

    [Theory]
    [InlineData("{ var key = Asl.Jsonata<string>(\"$string($random())\"); return key == key; }")]
    [InlineData("Asl.Jsonata<double>(\"$random()\") is var r && r == r")]
    [InlineData("{ var a = new { R = Asl.Jsonata<double>(\"$random()\") }; var b = a.R; return b == a.R; }")]
    public void A_value_that_changes_is_evaluated_once(string body)
    {
        var read = Body.ReadValue("bool", body);
        var text = new JsonataTranslator(static name => "$" + name, read.Report).Translate(read.Value!);
        Assert.True(Jsonata.Evaluate([text], [new JsonObject()])[0]![0]!["value"]!.GetValue<bool>(), text);
    }

    /// <summary>Each source is doubled three times. What is emitted grows with it.</summary>
    [Theory]
    [InlineData("var y{1} = y{0} == \"a1\" ? \"b\" + y{0} : y{0} + \"c\";", "var y0 = text + n;", "string")]
    [InlineData("var y{1} = y{0} + y{0};", "var y0 = text + n;", "string")]
    [InlineData("var y{1} = y{0} * y{0} + y{0};", "var y0 = n + m;", "int")]
    [InlineData("var y{1} = (y{0} ?? note) is {{ Length: > 0 }} z{1} && z{1} != y{0} ? z{1} : y{0};", "var y0 = flag ? note : s.Note;", "string?")]
    [InlineData("var y{1} = y{0}?.Next ?? y{0};", "var y0 = flag ? s.Inner : s.Detail;", "Inner?")]
    [InlineData("var y{1} = string.IsNullOrEmpty(y{0} ?? note) ? y{0} : y{0} + \"x\";", "var y0 = flag ? note : s.Note;", "string?")]
    public void The_size_is_that_of_the_source(string line, string first, string type)
    {
        var lengths = new List<int>();
        foreach (var count in new[] { 8, 16, 32, 64 })
        {
            var lines = Enumerable.Range(0, count).Select(i => string.Format(CultureInfo.InvariantCulture, line, i, i + 1));
            var read = Body.ReadValue(type, "{ " + first + " " + string.Join(" ", lines) + " return y" + count.ToString(CultureInfo.InvariantCulture) + "; }");
            var text = new JsonataTranslator(static name => "$" + name, read.Report).Translate(read.Value!);
            Assert.Empty(read.Findings);
            lengths.Add(text.Length);
        }

        Assert.All(lengths.Zip(lengths.Skip(1)), static pair => Assert.InRange(pair.Second, pair.First, (pair.First * 2) + 100));
    }

    /// <summary>What stands in itself grows by as much each time.</summary>
    [Theory]
    [InlineData("string.Format(\"{{0}}{{0}}\", {0})", "text", "string")]
    [InlineData("s.Numbers.GroupBy(x{1} => s.Numbers.Count(y{1} => y{1} < {0})).Count()", "n", "int")]
    [InlineData("s.Numbers.ToDictionary(x{1} => {0} + x{1}).Count", "n", "int")]
    public void What_is_nested_does_not_double(string expression, string innermost, string type)
    {
        var lengths = new List<int>();
        foreach (var depth in new[] { 4, 8, 12 })
        {
            var body = Enumerable.Range(0, depth).Aggregate(innermost, (inner, i) => string.Format(CultureInfo.InvariantCulture, expression, inner, i));
            var read = Body.ReadValue(type, body);
            Assert.Empty(read.Findings);
            lengths.Add(new JsonataTranslator(static name => "$" + name, static _ => { }).Translate(read.Value!).Length);
        }

        Assert.InRange(lengths[2] - lengths[1], 1, (lengths[1] - lengths[0]) * 2);
    }

    [Theory]
    [InlineData("var x{1} = x{0} + x{0};", "var x0 = text + n;", "new {{ T = x{0} }}")]
    [InlineData("var x{1} = x{0} + x{0};", "var x0 = n + m;", "new {{ T = x{0} }}")]
    public void JsonPath_refuses_a_variable_that_would_be_written_too_often(string line, string first, string result)
    {
        foreach (var (count, isRefused) in new[] { (3, false), (24, true) })
        {
            var lines = Enumerable.Range(0, count).Select(i => string.Format(CultureInfo.InvariantCulture, line, i, i + 1));
            var read = Body.ReadValue("object", "{ " + first + " " + string.Join(" ", lines) + " return " + string.Format(CultureInfo.InvariantCulture, result, count) + "; }");
            var value = JsonPathVariables.Replace(read.Value!, read.Report);
            Assert.Equal(
                isRefused ? [$"ASL302 «x{count}» the variable 'x{count}', whose value would be written again wherever it is read,: set QueryLanguage = QueryLanguage.Jsonata on this state"] : [],
                read.Findings);
            if (value is not null)
            {
                Assert.NotEmpty(new JsonPathTranslator(static name => "$." + name, read.Report).TemplateObject(value).ToJson());
                Assert.Empty(read.Findings);
            }
        }
    }

    [Fact]
    public void JsonPath_refuses_conditions_of_conditions_that_would_take_too_many_rules()
    {
        static string Nested(int depth) => depth == 0 ? "flag" : $"({Nested(depth - 1)} ? n > {depth} : m > {depth})";

        foreach (var (depth, isRefused) in new[] { (6, false), (16, true), (40, true) })
        {
            var read = Body.ReadValue("bool", Nested(depth));
            new JsonPathTranslator(static name => "$." + name, read.Report).Condition(read.Value!);
            Assert.Equal(isRefused ? [DiagnosticIds.NeedsJsonata] : [], read.Diagnostics.Select(static finding => finding.Id));
        }
    }

    [Fact]
    public void JsonPath_refuses_a_variable_that_can_fail_and_is_not_read()
    {
        var read = Body.ReadValue("object", "{ var q = n / m; return new { n }; }");
        Assert.Null(JsonPathVariables.Replace(read.Value!, read.Report));
        Assert.Equal(["ASL302 «q» the variable 'q', which nothing reads and which can fail,: set QueryLanguage = QueryLanguage.Jsonata on this state"], read.Findings);
    }

    [Fact]
    public void What_is_nested_too_deeply_is_reported()
    {
        var nested = "n";
        for (var i = 0; i < 60; i++)
        {
            nested = "n - (" + nested + ")";
        }

        var read = Body.ReadValue("object", "new { A = m, B = " + nested + " }");
        new JsonataTranslator(static name => "$" + name, read.Report).Template(read.Value!);
        Assert.Equal([DiagnosticIds.NestedTooDeeply], read.Diagnostics.Select(static finding => finding.Id));
    }

    [Fact]
    public void A_chain_that_is_far_too_long_is_refused()
    {
        foreach (var text in new[] { string.Join(" + ", Enumerable.Repeat("n", 1000)), string.Join(" : ", Enumerable.Range(0, 1000).Select(static i => $"n == {i} ? {i}")) + " : m" })
        {
            var read = Body.ReadValue("int", text);
            Assert.Contains("a chain of more than 500 operators or arms", Assert.Single(read.Findings), StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Others(Body read) => read.Findings.Where(static finding => !finding.StartsWith("ASL305", StringComparison.Ordinal));
}
