using Stepwise.Generator.Translation;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>Bodies with statements: what they become, and what is refused on which token.</summary>
public class StatementTests
{
    [Theory]
    [InlineData("int", "{ if (n > 1) return 1; return 2; }", "$n > 1 ? 1 : 2")]
    [InlineData("int", "{ if (n > 3) return 1; else if (n > 1) { return 2; } else { return n; } }", "$n > 3 ? 1 : $n > 1 ? 2 : $n")]
    [InlineData("int", "{ if (n <= 3) { var a = n + m; if (flag) return a * a; } else return 1; return 2; }", "$n > 3 ? 1 : ($a := $n + $m; $flag ? $a * $a : 2)")]
    [InlineData("string", "{ if (note is null) return \"none\"; var a = note + \"!\"; if (flag) return a + a; return text; }", "$not($exists($note) and $note != null) ? 'none' : ($a := $note & '!'; $flag ? $a & $a : $text)")]
    [InlineData("int", "{ if (s.Detail is not { } detail) return 0; return detail.Size; }", "$not($exists($s.detail) and $s.detail != null) ? 0 : $s.detail.size")]
    [InlineData("int", "{ if (flag) { if (n > 1) return 1; } return n + m; }", "$flag and $n > 1 ? 1 : $n + $m")]
    [InlineData("int", "{ if (flag) { if (n > 1) return 1; if (n < 0) return 2; } return n + m; }", "($returned := $flag ? ($n > 1 ? 1 : $n < 0 ? 2 : null) : null; $returned != null ? $returned : $n + $m)")]
    [InlineData("int", "{ if (flag) { if (n > 1) return 1; if (n < 0) return 2; } return 0; }", "$flag ? ($n > 1 ? 1 : $n < 0 ? 2 : 0) : 0")]
    [InlineData("string?", "{ if (flag) { if (n > 1) return note; if (n < 0) return \"a\"; } return text + n; }", "($returned := $flag ? ($n > 1 ? {'value': $exists($note) ? $note : null} : $n < 0 ? {'value': 'a'} : null) : null; $returned != null ? $returned.value : $text & $n)")]
    [InlineData("string", "{ switch (n) { case 1: return \"a\"; case 2: case > 4 when flag: return \"b\"; default: return \"c\"; } }", "$n = 1 ? 'a' : $n = 2 or $n > 4 and $flag ? 'b' : 'c'")]
    [InlineData("string", "{ switch (maybe) { case true: return \"a\"; case false: return \"b\"; case null: return \"c\"; } }", "$exists($maybe) and $maybe = true ? 'a' : $exists($maybe) and $maybe = false ? 'b' : 'c'")]
    [InlineData("string", "{ switch (note) { case null: break; case \"\": return \"empty\"; } return text; }", "$not($exists($note) and $note != null) ? $text : $note = '' ? 'empty' : $text")]
    [InlineData("int", "{ var x = n; if (flag) x = m + 1; return x + x; }", "($x2 := $flag ? $m + 1 : $n; $x2 + $x2)")]
    [InlineData("string", "{ string x; if (flag) x = \"a\"; else x = \"b\"; return x; }", "$flag ? 'a' : 'b'")]
    [InlineData("int", "{ var x = 0; var y = 0; if (flag) { x = n; y = m; } return x - y; }", "($assigned := $flag ? {'x': $n, 'y': $m} : {'x': 0, 'y': 0}; $assigned.x - $assigned.y)")]
    [InlineData("int", "{ var x = n; x += 2; x++; return x; }", "($x := $n + 2; $x + 1)")]
    [InlineData("int", "{ if (limit is not int x) x = m; return x; }", "$not($exists($limit) and $limit != null) ? $m : $limit")]
    [InlineData("int", "{ if (flag) return s.Detail switch { null => 1, { Open: true } => 2, { Open: false } => 3 }; return 4; }", "$flag ? ($not($exists($s.detail) and $s.detail != null) ? 1 : $s.detail.open = true ? 2 : 3) : 4")]
    [InlineData("string", "maybe switch { true => \"a\", false => \"b\", null => \"c\" }", "$exists($maybe) and $maybe = true ? 'a' : $exists($maybe) and $maybe = false ? 'b' : 'c'")]
    [InlineData("string", "s switch { { Detail: null } => \"a\", { Detail: { Open: true } } => \"b\", { Detail: { Open: false } } => \"c\" }", "$not($exists($s.detail) and $s.detail != null) ? 'a' : $s.detail.open ? 'b' : 'c'")]
    [InlineData("string", "note switch { null => \"a\", not null => \"b\" }", "$not($exists($note) and $note != null) ? 'a' : 'b'")]
    public void Statements(string type, string body, string expected)
    {
        var read = Body.ReadValue(type, body);
        var text = new JsonataTranslator(static name => "$" + name, read.Report).Translate(read.Value!);
        Assert.Equal([], read.Findings);
        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("{ if (n > 1) return nameof(A); if (flag) { return nameof(B); } return nameof(C); }", "$n > 1 -> A; $flag -> B; else C")]
    [InlineData("{ if (n > 1) { if (flag) return nameof(A); if (m > 1) return nameof(B); } else if (m < 0) return nameof(B); return nameof(C); }",
        "$n > 1 and $flag -> A; $n > 1 and $m > 1 -> B; $n > 1 -> C; $m < 0 -> B; else C")]
    [InlineData("{ if (n > 1) { if (flag) return nameof(A); if (m > 1) return nameof(B); } else if (m < 0) return nameof(B); return text == \"\" ? nameof(A) : nameof(C); }",
        "$n > 1 and $flag -> A; $n > 1 and $m > 1 -> B; $n <= 1 and $m < 0 -> B; $text = '' -> A; else C")]
    [InlineData("{ switch (n) { case 1: case 2: return nameof(A); case > 5 when flag: return nameof(B); } return nameof(C); }", "$n in [1, 2] -> A; $n > 5 and $flag -> B; else C")]
    [InlineData("{ switch (n) { case > 5: if (flag) break; return nameof(A); case > 3: return nameof(B); default: break; } return nameof(C); }",
        "$n > 5 and $flag -> C; $n > 5 -> A; $n > 3 -> B; else C")]
    [InlineData("{ var x = n + m; if (x > 1) return nameof(A); x *= 2; return x > 9 ? nameof(B) : nameof(C); }", "($x := $n + $m; $x > 1) -> A; ($x := $n + $m; $x2 := $x * 2; $x2 > 9) -> B; else C")]
    [InlineData("{ switch (maybe) { case true: return nameof(A); case false: return nameof(B); case null: return nameof(C); } }",
        "$exists($maybe) and $maybe = true -> A; $exists($maybe) and $maybe = false -> B; else C")]
    public void Choice(string body, string expected)
    {
        var read = Body.ReadChoice(body);
        var translator = new JsonataTranslator(static name => "$" + name, read.Report);
        var arms = read.Arms.Select(arm => (arm.Condition is null ? "else" : translator.Translate(arm.Condition) + " ->") + " " + arm.Target.Member);
        Assert.Equal([], read.Findings);
        Assert.Equal(expected, string.Join("; ", arms));
    }

    [Theory]
    [InlineData("{ foreach (var x in s.Numbers) { } return 1; }", "ASL301 «foreach» 'foreach': do the work on each element in a [Map] state, or let a function compute it")]
    [InlineData("{ for (var i = 0; i < 3; i++) { } return 1; }", "ASL301 «for» a loop in a body: make the loop of states with a [Choice], or let a function compute it")]
    [InlineData("{ while (flag) { } return 1; }", "ASL301 «while» a loop in a body: make the loop of states with a [Choice], or let a function compute it")]
    [InlineData("{ do { } while (flag); return 1; }", "ASL301 «do» a loop in a body: make the loop of states with a [Choice], or let a function compute it")]
    [InlineData("{ if (flag) { lock (any) { } } return 1; }", "ASL301 «lock» 'lock': a body only computes a value: remove it")]
    [InlineData("{ try { return 1; } finally { } }", "ASL301 «try» 'try': a body only computes a value: test it before, or put [Catch] on the state whose error it is")]
    [InlineData("{ if (flag) goto end; end: return 1; }", "ASL301 «goto» 'goto': use 'if' and 'return'",
        "ASL301 «end: return 1;» the statement 'end: return 1;': a body computes a value with local variables, 'if', 'switch' and 'return'")]
    [InlineData("{ using (System.IO.Stream.Null) { return 1; } }", "ASL301 «using» 'using': a body only computes a value: remove it")]
    [InlineData("{ using var x = System.IO.Stream.Null; return 1; }", "ASL301 «using» 'using': a body only computes a value: remove it")]
    [InlineData("{ if (flag) throw new Exception(); return 1; }", "ASL301 «throw» 'throw': go to a [Fail] state")]
    [InlineData("{ text.Trim(); return 1; }", "ASL301 «text.Trim();» the statement 'text.Trim();': a body computes a value with local variables, 'if', 'switch' and 'return'")]
    [InlineData("{ var x = 1; return x = n; }", "ASL301 «=» an assignment inside of an expression: make it a statement")]
    [InlineData("{ var x = new Settable { Name = text }; x.Size = 1; return 1; }", "ASL301 «=» an assignment to 'x.Size': a value never changes: build a new one with 'new', or assign to a local variable")]
    [InlineData("{ var x = 1; Func<int> f = () => x; x = 2; return x; }", "ASL301 «() => x» a delegate: compute with members and operators", "ASL301 «=» an assignment to 'x', which a lambda or a local function reads,: declare another variable")]
    [InlineData("{ var x = n; ref var y = ref x; x = 2; return y; }", "ASL301 «ref» a 'ref' variable: declare it without 'ref'")]
    [InlineData("{ IEnumerable<int> F() { yield return n; } return F().Count(); }", "ASL301 «yield» 'yield': return a new array or list")]
    [InlineData("{ byte x = 1; x += 1; return x; }", "ASL301 «+=» the operator of 'x += 1': write it out, as in 'x = x + y'")]
    [InlineData("{ var x = n; if (flag) { if (n > 1) return 1; x = 2; if (m > 1) return 2; if (m > 4) { if (flag) return 2; return 9; } } return x + m; }",
        "ASL301 «=» an assignment beside a 'return' that is not reached for all values: return in every branch of the 'if' or 'switch', or assign in one that does not return")]
    [InlineData("{ switch (n) { case 1: default: return 1; case 2: return 2; } }", "ASL301 «default» 'default' beside another label: give it a section of its own")]
    public void Refused(string body, params string[] findings) => Assert.Equal(findings, Body.ReadValue("int", body).Findings);

    [Theory]
    [InlineData("{ var x = 0; if (n > 1) { if (flag) return nameof(A); x = 2; } return x > 1 ? nameof(B) : nameof(C); }",
        "ASL301 «=» an assignment beside a 'return' that is not reached for all values: return in every branch of the 'if' or 'switch', or assign in one that does not return")]
    public void Refused_in_a_Choice(string body, string finding) => Assert.Equal([finding], Body.ReadChoice(body).Findings);

    /// <summary>Many statements in a row are neither nested for Step Functions nor slow.</summary>
    [Theory]
    [InlineData("if (n == # && s.Count > #) return # * 2;")]
    [InlineData("if (n > #) { if (flag) return #; }")]
    [InlineData("switch (n) { case #: return #; case -#: break; }")]
    public void A_long_row_of_statements_is_linear(string statement)
    {
        var (small, large) = (Row(40), Row(300));
        Assert.InRange(large.Length, 0, small.Length * 300 / 40 * 3 / 2);

        string Row(int count)
        {
            var body = "{ " + string.Concat(Enumerable.Range(1, count).Select(i => statement.Replace("#", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))) + " return 0; }";
            var read = Body.ReadValue("int", body);
            var text = new JsonataTranslator(static name => "$" + name, read.Report).Translate(read.Value!);
            Assert.Equal([], read.Findings);
            return text;
        }
    }
}
