namespace Stepwise.Generator.Tests.Translation;

/// <summary>What is compiled, run and compared.</summary>
internal static class DifferentialExpressions
{
    public static IEnumerable<(string Type, string Text)> All =>
    [
        .. Conditions.Select(static text => ("bool", text)),
        .. Combined().Select(static text => ("bool", text)),
        .. Texts.Select(static text => ("string?", text)),
        .. Integers.Select(static text => ("int?", text)),
        .. Fractions.Select(static text => ("double", text)),
        .. Objects.Select(static text => ("object?", text)),
        .. Computed,
        .. Blocks,
        .. LongChains(),
    ];

    private static string[] Conditions =>
    [
        "s.Ok", "!s.Ok", "flag", "s.Maybe == true", "s.Maybe == false", "s.Maybe != true", "s.Maybe != false", "s.Maybe == null", "s.Maybe ?? false", "s.Maybe ?? true", "!(s.Maybe ?? false)",
        "maybe == true", "maybe != false", "maybe is null", "maybe is true", "maybe is not true", "s.Maybe == maybe", "s.Maybe != maybe", "s.Ok == flag", "s.Ok != flag", "s.Ok == maybe", "maybe != s.Ok",
        "s.Ok == (n > 1)", "(s.Maybe ?? true) == flag", "s.Ok ^ flag", "s.Ok & flag", "s.Ok | flag",
        "s.Text == \"a\"", "s.Text != \"a\"", "s.Note == \"a\"", "s.Note != \"a\"", "s.Note == \"\"", "s.Note != \"\"", "s.Note == s.Text", "s.Note != s.Text", "s.Note == note", "s.Note != note",
        "note == \"a\"", "note != \"a\"", "note == text", "text != note", "s.Note is null", "s.Note is not null", "note is null", "note is { }", "s.Note is { Length: > 0 }", "s.Note is { Length: 0 }",
        "string.IsNullOrEmpty(s.Note)", "!string.IsNullOrEmpty(note)", "string.IsNullOrEmpty(s.Text)", "s.Text.Length > 0", "s.Text.Length == 0",
        "s.Text is \"a\" or \"b\"", "s.Text is not (\"a\" or \"b\")", "s.Note is \"a\" or \"b\"", "note is \"a\" or \"b\"", "note is not (\"a\" or \"b\")", "s.Note is \"a\" or null", "s.Note is not null and not \"a\"",
        "s.Note is \"it's\"", "s.Text == \"\\\"\"", "s.Text == \"\\\\\"", "s.Text == Asl.Literal(\"${x}\")", "s.Odd == \"a\"", "o?.Odd != \"a\"",
        "s.Count > 0", "s.Count >= n", "0 < s.Count", "s.Count == m", "s.Count != m", "s.Limit > 0", "s.Limit >= 0", "s.Limit < n", "s.Limit <= limit", "s.Limit == limit", "s.Limit != limit", "s.Limit == 3",
        "!(s.Limit > 0)", "!(s.Limit <= limit)", "limit == n", "limit != n", "limit.HasValue", "limit is > 0", "limit is not > 0", "limit is > 0 and < 5", "limit is < 0 or > 3", "limit is { } x && x > s.Count",
        "s.Limit != null && s.Limit > 2", "s.Limit == null || s.Limit > 2", "s.Limit is null or > 2", "limit.HasValue && limit.Value > 1", "limit != null && limit.Value + 1 > s.Count", "(s.Limit ?? 3) > 1",
        "(s.Limit ?? n) > (limit ?? m)", "(limit ?? 0) == 0", "s.Count + 1 > n", "s.Count * 2 == n + m", "s.Count - n - m > 0", "s.Count % 3 == 1", "s.Count % 3 == -1", "n / 2 == 1", "-n > m", "s.Ratio > 0.5",
        "s.Share > 0.5", "s.Share == s.Ratio", "s.Ratio > s.Count", "s.Ratio * 2 >= s.Count", "s.Ratio == 1.5",
        "s.Color == Color.Red", "s.Color != Color.Red", "s.Color is Color.Red or Color.Blue", "s.Color is not (Color.Red or Color.Blue)", "s.Tint == Color.Green", "s.Tint != Color.Green", "s.Tint == tint",
        "s.Tint == s.Color", "tint is Color.Blue or null", "s.Tint is null", "s.Level == Level.Middle", "s.Level > Level.Low", "s.Rank >= Level.Middle", "s.Rank == s.Level", "s.Named == Level.High", "s.Named is Level.Low",
        "s.Id == id", "s.Id != id", "s.Other == id", "s.Other != id", "s.Other == other", "s.Other != other", "other == null", "s.Id == Guid.Parse(\"A0000000-0000-0000-0000-00000000000B\")", "other == Guid.Empty",
        "s.Id.Equals(id)", "s.At == at", "s.At < at", "s.At >= until", "s.Until == until", "s.Until != until", "s.Until > s.At", "until == null",
        "s.At > new DateTimeOffset(2026, 1, 31, 14, 0, 0, TimeSpan.Zero)", "until <= new DateTimeOffset(2026, 1, 31, 15, 0, 0, TimeSpan.FromHours(2))", "s.Day == s.Day", "s.Letter == 'a'", "s.Letter != 'x'",
        "s.Letter is 'a' or 'é'", "string.CompareOrdinal(s.Text, \"a\") > 0", "string.CompareOrdinal(s.Text, text) <= 0", "string.Equals(s.Note, note)", "s.Text.Equals(note)", "string.Equals(text, note, StringComparison.Ordinal)",
        "s.Text.StartsWith(\"a\", StringComparison.Ordinal)", "s.Text.StartsWith('a')", "s.Text.EndsWith(\"b\", StringComparison.Ordinal)", "s.Text.Contains(\"b\")", "s.Text.Contains('*')", "s.Text.StartsWith(\"😀\", StringComparison.Ordinal)",
        "s.Text.EndsWith(\"a😀\", StringComparison.Ordinal)", "s.Text.Contains(\"\\\\\")", "s.Text.StartsWith(\"\", StringComparison.Ordinal)", "s.Note?.StartsWith(\"a\", StringComparison.Ordinal) == true",
        "s.Note?.Contains(\"b\") ?? false", "s.Note?.Contains(\"b\") ?? true", "s.Note?.EndsWith('a') != true", "s.Note?.EndsWith('a') == false", "note != null && note.Contains(\"a\")", "note is { } t && t.StartsWith('a')",
        "note is null || note.Contains(\"a\")", "!(note?.Contains(\"a\") ?? false)", "o?.Note?.Contains(\"a\") == true", "o?.Text.Contains(\"a\") == true",
        "o?.Ok == true", "o?.Ok != true", "o?.Ok ?? true", "o?.Count > 0", "o?.Count == n", "o?.Count != n", "o?.Note == \"a\"", "o?.Note != \"a\"", "o?.Note == note", "o?.Inner.Name == \"a\"", "o?.Inner.Note is null",
        "o?.Detail?.Size > 1", "o?.Detail?.Next?.Name != \"b\"", "o is { Ok: true }", "o is not { Ok: true }", "o is { Ok: false }", "o is { Ok: false } or null", "o is { Note: null }", "o is { Note: not null }",
        "o is { Count: > 0, Inner.Name: \"a\" or \"b\" }", "o is { Detail.Size: > 0 }", "o is { Detail: null }", "o is { Detail: { Note: null } }", "o is { Detail: not { Size: 3 } }", "o is { Count: not 3 }", "o is null",
        "o != null && o.Ok", "o == null || o.Ok", "o is { } v && v.Ok && v.Count > 0", "o is { Inner: var i } && i.Size > 0", "o is { Inner: { Next: { } e } } && e.Size > 0", "s is { Ok: true, Count: > 1 and < 50 }",
        "s.Detail is { Size: > 1 }", "s.Detail is { Next: null }", "s.Detail is { Size: 3 } d && d.Name == \"a\"", "s.Inner is (> 0, _, null, _, true)", "s.Inner is (_, \"a\", var q, _, _) && q == \"b\"", "s.Inner.Next is null",
        "s.Detail is not null && (s.Detail.Note == \"a\" || s.Detail.Size > 1)", "(flag, s.Note) is (true, not null)", "(s.Count, s.Maybe) is (> 0, true) or (_, false)", "(n, m) is (1, _) or (_, 1)",
        "s.Numbers is []", "s.Numbers is [_]", "s.Numbers is [1, ..]", "s.Numbers is [.., > 0]", "s.Numbers is [var f, .., var l] && f == l", "s.Numbers is not []", "s.Numbers is [_, _, ..]", "s.Numbers.Count > 1",
        "s.Words is []", "s.Words is [_]", "s.Words is [\"a\", ..]", "words is []", "words is [.., \"b\"]", "words is null or []", "words is not [\"a\"]", "words is { Count: > 1 }", "s.Numbers is { Count: 0 }", "words?.Count > 1",
        "words?.Count == 0", "s.Parts[0].Name == \"a\"", "s.Parts is [{ Size: > 0 }, ..]", "s.Parts[^1].Open",
        "flag ? s.Ok : s.Count > 1", "flag ? s.Ok : false", "flag ? true : s.Ok", "(flag ? s.Note : note) == \"a\"", "(flag ? s.Note : note) == s.Text", "(flag ? s.Note : note) is null", "(flag ? s.Limit : limit) > 1",
        "(flag ? s.Note : null) != \"a\"", "(note ?? s.Note) == \"a\"", "(note ?? s.Note) == (s.Odd ?? o?.Note)", "(note ?? s.Note) is null", "(note ?? \"x\") == s.Text", "$\"{text}!\" == \"a!\"", "$\"{note}\" == \"\"",
        "s.Color switch { Color.Red => flag, Color.Green => s.Ok, _ => false }", "n switch { > 3 => true, 1 or 2 => flag, _ => s.Ok }", "(s.Color, flag) switch { (Color.Red, true) => true, (_, false) => s.Ok, _ => false }",
        "note switch { null => flag, \"a\" => true, var z => z == s.Text }", "o switch { null => flag, { Ok: true } => true, { Count: > 0 } w when w.Note == \"a\" => true, _ => false }",
        "s.Ok && flag || s.Count > 1 && !flag", "s.Ok && (flag || s.Count > 1)", "!(s.Ok && flag)", "!(s.Ok || note == \"a\")", "s.Note == \"a\" && s.Limit > 1 && o?.Ok == true",
    ];

    private static string[] Texts =>
    [
        "s.Text", "s.Note", "note", "o?.Note", "o?.Inner.Name", "s.Detail?.Next?.Name", "s.Note ?? \"d\"", "note ?? s.Note", "note ?? s.Note ?? \"d\"", "o?.Note ?? text", "s.Note ?? s.Odd ?? o?.Note", "\"it's\"", "Asl.Literal(\"${x} %{y} \\\\ \\\" '\")",
        "$\"{s.Text}\"", "$\"{s.Note}\"", "$\"<{note}>\"", "$\"{n}\"", "$\"{limit}\"", "$\"{s.Limit}/{limit}\"", "$\"{s.Text}-{s.Count}-{s.Letter}\"", "$\"{o?.Note}{o?.Count}\"", "$\"{{{s.Text}}} {{x}}\"", "\"a\" + s.Note + n + s.Letter",
        "s.Text + text", "n + \"x\" + m", "\"n: \" + (n + m)", "s.Note + note", "string.Concat(s.Note, \"-\", note)", "$\"{(flag ? s.Note : note)}!\"", "flag ? s.Text : text", "flag ? s.Note : note", "flag ? s.Note : null",
        "flag ? null : note", "s.Ok ? \"a\" : flag ? \"b\" : \"c\"", "(s.Ok ? \"a\" : \"b\") + (flag ? \"c\" : \"d\")", "s.Color switch { Color.Red => \"r\", Color.Green when flag => \"g\", _ => s.Note }",
        "note is { } x ? x : \"none\"", "note is null ? \"none\" : note + \"!\"", "o is { Note: { } y } ? y + o.Text : \"none\"", "(flag ? text : note) ?? \"x\"", "(note ?? s.Note) is { } k ? k : \"z\"", "s.Parts[0].Name", "words is [var h, ..] ? h : null",
        "n.ToString(System.Globalization.CultureInfo.InvariantCulture)", "Workflow.Prefix + \"-\" + text", "string.IsNullOrEmpty(note) ? \"empty\" : note",
    ];

    private static string[] Integers =>
    [
        "n", "limit", "s.Limit", "o?.Count", "limit ?? 0", "s.Limit ?? limit", "s.Limit ?? limit ?? n", "n + m", "n - m", "n * m", "n - (m - 1)", "n - m - 1", "(n + m) * 2", "n + m * 2", "-n", "-(n + m)", "n / 2", "n / -2", "n % 3", "n % -3", "n / m",
        "n % m", "(n + 1) / (m + 1)", "n / m / 2", "n / (m / 2)", "100 / n * m", "n * 100 / m", "flag ? n : m", "flag ? n : limit", "s.Numbers.Count", "words?.Count", "(flag ? n : m) + 1", "(limit ?? n) * 2", "s.Ok ? n + 1 : flag ? n - 1 : n",
        "n switch { 0 => 10, > 0 and < 3 => 20, _ => n }", "s.Parts[0].Size + s.Parts[^1].Size", "s.Detail?.Size", "o is { Detail: { Size: var z } } ? z : 0", "flag ? null : n",
    ];

    private static string[] Fractions => ["s.Ratio", "s.Ratio * 2", "s.Ratio / 2", "s.Ratio + n", "s.Ratio - s.Count", "n / 2.0", "s.Share ?? 1.5", "s.Ratio % 2", "flag ? s.Ratio : n"];

    private static string[] Objects =>
    [
        "new { s.Text, n }", "new { s.Text, s.Odd, note, limit }", "new { Deep = new { note, X = 1 }, flag }", "new { O = o, D = s.Detail, Next = o?.Detail }", "new { T = flag ? note : s.Note, U = note ?? s.Note }",
        "new[] { n, m }", "new[] { note, text }", "new object[] { s.Numbers, s.Inner, n }", "new { L = new[] { s.Numbers, s.Numbers }, note }", "new { L = new[] { words }, note }", "new { L = new[] { new[] { n }, new int[0] }, note }",
        "new { L = new[] { s.Words }, s.Note }", "new { L = new[] { s.Numbers, null, s.Numbers }, M = new[] { s.Words, words, new[] { text } }, s.Note }", "new { L = new[] { flag ? words : s.Words }, note }", "new { L = new[] { s.Inner, s.Detail }, note }", "s", "o", "s.Inner", "s.Numbers", "words", "s.Words", "new Point(n, limit)", "new Point(n, null)", "new Named(text, note) { Rank = n }",
        "new Plain { Size = n, Note = note }", "new Plain { Color = s.Color }", "new Dictionary<string, object?> { [\"A b\"] = n, [\"it's\"] = text }", "new Dictionary<string, string?> { [\"a`b\"] = text, [Asl.Literal(\"${x}\")] = Asl.Literal(\"${y}\") }",
        "flag ? new Point(n, m) : new Point(m, null)", "new { s.Color, s.Level, s.Id, s.Day, C = Color.Red, L = Level.High }", "new { Empty = new { }, List = Array.Empty<int>(), note }", "note is null ? null : new { note }",
        "s.Maybe", "maybe", "s.Maybe ?? flag", "new { B = s.Note == \"a\", C = o?.Ok, note }", "new { A = $\"{note}-{n}\", note }", "(List<int>)[n, m]",
    ];

    /// <summary>Members and elements of what is computed: they may be missing as those of a path may.</summary>
    private static (string Type, string Text)[] Computed =>
    [
        .. new[]
        {
            "(o ?? s).Note is null", "(o ?? s).Note == null", "(o ?? s).Note is { }", "(o ?? s).Note is { Length: > 0 }", "(o ?? s).Limit.HasValue", "(o ?? s).Limit > 1", "string.IsNullOrEmpty((o ?? s).Note)",
            "string.IsNullOrEmpty(flag ? note : s.Note)", "(o ?? s).Note == note", "(o ?? s).Note != note", "(o ?? s).Words?.Count == 0", "(o ?? s).Words is null or []", "(flag ? s : o ?? s) is { Note: null }",
            "(flag ? s : o ?? s) is { Detail: { Note: null } }", "(flag ? s : o) is { Note: null, Count: > 0 }", "(flag ? s : o)?.Note is null", "(flag ? s : o)?.Detail?.Note == \"a\"", "(flag ? s.Detail : o?.Detail)?.Open == true",
            "(o ?? s) switch { { Note: null } => flag, { Note: \"a\" } => true, { Limit: > 1 } => false, _ => s.Ok }", "(s.Detail ?? s.Inner).Next is null", "(s.Detail ?? s.Inner).Next?.Note is null",
            "new Named(text, s.Note).Note is null", "new Named(text, note) is { Note: null }", "(flag ? s.Parts : (o ?? s).Parts)[0].Note is null", "(flag ? s.Parts : (o ?? s).Parts)[^1] is { Note: null }",
            "flag && (o ?? s).Note is null", "flag || (o ?? s).Note is null", "(o ?? s).Maybe ?? false", "(o ?? s).Maybe is null", "(o ?? s).Tint == tint", "(o ?? s).Other == other", "(o ?? s).Until < at",
        }.Select(static text => ("bool", text)),
        .. new[]
        {
            "(o ?? s).Note", "(o ?? s).Note ?? \"d\"", "(flag ? s : o ?? s).Note + \"!\"", "$\"<{(o ?? s).Note}>\"", "(o ?? s) is { Note: { } t } ? t : \"none\"", "(flag ? s : o)?.Note ?? \"d\"", "new Named(text, note).Note ?? \"d\"",
            "(s.Detail ?? s.Inner).Next?.Name", "(flag ? words : s.Words) is [var w, ..] ? w : null",
        }.Select(static text => ("string?", text)),
        ("int?", "(o ?? s).Limit ?? -1"), ("int?", "(flag ? s : o)?.Limit"), ("int?", "(o ?? s).Words?.Count"), ("object?", "new { (o ?? s).Note, (o ?? s).Limit, n }"), ("object?", "new { A = (flag ? s : o)?.Detail, note }"),
    ];

    /// <summary>Local variables, and variables of patterns before, behind and outside of conditions.</summary>
    private static (string Type, string Text)[] Blocks =>
    [
        .. new[]
        {
            "{ var r = o ?? s; return r.Note is null; }", "{ var r = o ?? s; return r is { Note: null, Limit: > 1 }; }", "{ var r = flag ? s : o; return r?.Note == r?.Text; }", "{ var r = flag ? s : o; return r is not null && r.Ok; }",
            "{ var q = n / m; return m != 0 && q > 1; }", "{ var q = n / m; return flag; }", "{ var count = n + m; return count > 1 && count < 9; }", "{ var a = note ?? s.Note; return a is null || a == text; }",
            "{ var a = o is { Ok: true }; var b = a || flag; return a == b; }", "{ var list = flag ? words : s.Words; return list is [] or [_, ..] && list.Count < 2; }",
            "flag && (o ?? s) is { } v && v.Note is null", "flag && (note ?? s.Note) is { } k && k != text", "flag || (note ?? s.Note) is not { } k || k == text", "!(flag && (note ?? s.Note) is { } k && k != text) || s.Ok",
            "(flag && (note ?? s.Note) is { } k) ? k == \"a\" : s.Ok", "(flag && s.Ok && (n > 1 ? note : s.Note) is { } k && k != \"b\") ? k == \"a\" : s.Ok", "(flag || (note ?? s.Note) is not { } k) ? s.Ok : k == \"a\"",
            "flag ? (o ?? s).Note is null : (s.Detail ?? s.Inner).Note is null", "flag ? (note ?? s.Note) is { } k && k == \"a\" : (n > m ? n : m) is > 0 and < 5", "(n > m ? n : m) is > 0 and < 5 or 10", "n + m is > 0 and < 5",
            "m != 0 && n / m is > 0 and < 3", "m != 0 && n / m is var q && q > 0 && q < 3", "m == 0 || n / m is var q && (q > 0 || q < -3)", "n / m is > 0 and < 3", "flag && s.Ok && n / m is 1 or 2",
            "n / m > 0 | flag", "flag | n / m > 0", "flag & n / m > 0", "n / m > 0 || true", "flag && false && n / m > 0", "(n > 1, n + m) is (true, > 3) or (false, < 2)", "(flag, n / m) is (true, > 1)",
            "o?.Inner is { } i && (i.Next ?? i) is { } j && j.Note is null",
        }.Select(static text => ("bool", text)),
        .. new[]
        {
            "{ var a = note ?? \"d\"; return a + a; }", "{ var a = flag ? note : s.Note; var b = a ?? text; return $\"{a}{b}{b}\"; }", "{ var a = flag ? note : s.Note; return a; }", "{ var substring = $\"{text}!\"; return substring.StartsWith('a') ? substring : substring + substring; }",
            "{ var states = text + n; var exists = states + m; return exists + states + exists; }", "{ var value = note ?? \"x\"; return (flag ? value : s.Note) ?? value; }",
            "n switch { 0 => text, _ when (note ?? s.Note) is { } k && k != \"a\" => k, _ when (o ?? s) is { Note: { } t } => t, _ => \"z\" }", "(note ?? s.Note) switch { null => \"null\", \"a\" => \"A\", var z when z == text => z + z, { Length: > 0 } z => z + \"!\", _ => \"\" }",
            "(n > m ? n : m) switch { > 3 => \"a\", > 1 when flag => \"b\", var z when z == n => \"c\", _ => \"d\" }", "flag ? (note ?? s.Note) is { } k ? k : \"none\" : (s.Odd ?? text) is var z && z != \"a\" ? z + z : \"a\"",
            "(o ?? s) is { Note: { } x } y && x != y.Text ? x + y.Text : \"none\"", "note ?? ((flag ? s.Note : s.Odd) is { } k && k != \"a\" ? k + k : null) ?? \"z\"",
        }.Select(static text => ("string?", text)),
        .. new[]
        {
            "{ var q = n / m; return m == 0 ? 0 : q; }", "{ var q = n + m; var r = q * q; return r - q; }", "{ var q = limit ?? n; return q * q + q; }", "{ double q = n + m; return (limit ?? 0) + n; }", "(limit ?? n) is var z && flag ? z * z : z",
            "n + m is var sum && sum > 3 ? sum * 2 : sum", "(n, m) is (> 0, var y) && y + n is var z && z > 2 ? z : n",
        }.Select(static text => ("int?", text)),
        .. new[]
        {
            "{ var total = n * m; return new { total, s.Text }; }", "{ var total = n * m; return new { total, twice = total * 2, note }; }", "{ var a = flag ? note : s.Note; return new { a, b = n }; }", "{ var a = flag ? note : null; var b = new { a, n }; return new { b, c = b }; }",
            "{ var list = new[] { n, m }; return new { list, first = list[0], count = list.Length }; }", "{ var list = new[] { new[] { n } }; return new { list, note }; }", "{ var p = new Point(n, limit); return new { p.X, p.Y, P = p }; }",
            "{ var q = n / m; return new { A = 1 }; }", "{ var list = flag ? words : s.Words; return list; }", "{ var e = new int[0]; return new { e, note, f = e }; }",
        }.Select(static text => ("object?", text)),
    ];

    /// <summary>Two hundred operators of each kind.</summary>
    private static IEnumerable<(string Type, string Text)> LongChains()
    {
        const int Count = 200;
        yield return ("bool", Join(" && ", static i => $"n != {i + 5}"));
        yield return ("bool", Join(" && ", static i => $"s.Limit != {i + 5}"));
        yield return ("bool", Join(" && ", static i => i % 2 == 0 ? $"limit < {i + 50}" : "note != \"q\""));
        yield return ("bool", Join(" || ", static i => $"n == {i + 3} && flag"));
        yield return ("bool", Join(" || ", static i => $"s.Limit > {i + 3}"));
        yield return ("bool", Join(" & ", static i => $"n != {i + 5}"));
        yield return ("bool", Join(" | ", static i => $"n == {i + 5} & flag"));
        yield return ("bool", Join(" ^ ", static i => i % 3 == 0 ? "flag" : $"n > {i - 100}"));
        yield return ("bool", Join(" == ", static i => i % 3 == 0 ? "flag" : $"(n > {i - 100})"));
        yield return ("bool", Join(" or ", static i => (i + 3).ToString(System.Globalization.CultureInfo.InvariantCulture), "n is "));
        yield return ("bool", Join(" and ", static i => $"not {i + 3}", "n + m is "));
        yield return ("int?", Join(" + ", static i => i % 2 == 0 ? "n" : "m"));
        yield return ("int?", Join(" - ", static i => i % 2 == 0 ? "n" : "m"));
        yield return ("int?", Join(" * ", static i => i == 7 ? "n" : i == 150 ? "m" : "1"));
        yield return ("int?", Join(" / ", static i => i < 2 ? "1000" : i == 100 ? "n" : "1"));
        yield return ("int?", Join(" % ", static i => i == 0 ? "n" : (500 - i).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        yield return ("int?", Join("", static i => (i % 4) switch { 0 => " + n", 1 => " - m * 2", 2 => " + (m - n) / 3", _ => " - n % 5" }, "n"));
        yield return ("double", Join(" + ", static i => i % 3 == 0 ? "s.Ratio" : "0.1"));
        yield return ("double", Join("", static i => i % 2 == 0 ? " * 1.1" : " / 1.2", "s.Ratio"));
        yield return ("string?", Join(" + ", static i => i % 2 == 0 ? "text" : "note"));
        yield return ("string?", "$\"" + Join("-", static i => i % 2 == 0 ? "{text}" : "{n}") + "\"");
        yield return ("string?", Join(" ?? ", static i => i % 2 == 0 ? "note" : "s.Note") + " ?? s.Odd");
        yield return ("string?", Join(" : ", static i => $"n == {i - 3} ? \"v{i}\"") + " : note");
        yield return ("int?", Join(" : ", static i => $"n + m == {i - 3} ? {i}") + " : null");
        yield return ("object?", Join(" : ", static i => $"n == {i - 3} ? new {{ A = {i}, note }}") + " : null");
        yield return ("string?", "n switch { " + Join(", ", static i => $"{i - 3} => \"v{i}\"") + ", _ => s.Note }");
        yield return ("int?", "(n > m ? n : m) switch { " + Join(", ", static i => $"{i - 3} when s.Count > {i} => {i}") + ", var z => z }");
        yield return ("int?", "{ " + Join(" ", static i => $"var y{i + 1} = flag ? y{i} + {i} : m;", "var y0 = n + m; ") + " return y200; }");

        static string Join(string separator, Func<int, string> part, string before = "") => before + string.Join(separator, Enumerable.Range(0, Count).Select(part));
    }

    /// <summary>Every pair of a few awkward conditions, joined in every way.</summary>
    private static IEnumerable<string> Combined()
    {
        string[] parts = ["s.Note == \"a\"", "s.Limit > 1", "o is { Ok: true }", "note is null", "o?.Count > n", "s.Maybe != true", "limit is > 0 and < 5", "s.Tint == tint", "note?.Contains(\"a\") == true", "o is { Detail.Size: > 1 }"];
        foreach (var left in parts)
        {
            foreach (var right in parts)
            {
                if (left != right)
                {
                    yield return $"{left} && {right}";
                    yield return $"{left} || !({right})";
                    yield return $"!({left} && {right})";
                    yield return $"({left}) == ({right})";
                    yield return $"flag ? {left} : {right}";
                }
            }
        }
    }
}
