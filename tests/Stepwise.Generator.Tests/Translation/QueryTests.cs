using Stepwise.Generator.Model;
using Stepwise.Generator.Translation;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>Queries, and reads of lists and dictionaries by what is computed. What they mean is compared with C# elsewhere; here they are short, and what is refused is refused on its token.</summary>
public class QueryTests
{
    private const string Parameters = "Sample s, Sample? o, int n, string text, string? note, IReadOnlyList<string> words, IReadOnlyList<string?> notes, IReadOnlyList<IReadOnlyList<int>> rows, Dictionary<string, int> table, "
        + "Dictionary<string, string?> remarks, HashSet<string> set, IReadOnlyList<decimal> prices, IReadOnlyList<Guid> ids, int x";

    [Theory]
    // Filters and functions of elements
    [InlineData("object", "s.Parts.Where(p => p.Size > n).ToList()", "[$filter($s.parts, function($p){ $p.size > $n })]")]
    [InlineData("object", "rows.Where(row => row.Count > n).ToList()", "$append([], $filter($rows, function($row){ $count($row) > $n })[])")]
    [InlineData("object", "s.Parts.Select(p => p.Name).ToList()", "[$s.parts.name]")]
    [InlineData("object", "s.Parts.Where(p => p.Open).Select(p => p.Name).ToList()", "[$filter($s.parts, function($p){ $p.open }).name]")]
    [InlineData("object", "s.Parts.Select(p => p.Note).ToList()", "[$map($s.parts, function($p){ $exists($p.note) ? $p.note : null })]")]
    [InlineData("object", "s.Parts.Select(p => new { p.Size, p.Note }).ToList()", "[$map($s.parts, function($p){ {'size': $p.size, 'note': $p.note} })]")]
    [InlineData("object", "from p in s.Parts where p.Open orderby p.Size select p.Name", "[$map($sort([$filter($s.parts, function($p){ $p.open })], function($l, $r){ $l.size > $r.size }), function($p){ $p.name })]")]
    [InlineData("object", "rows.SelectMany(row => row).ToList()", "$reduce($rows, function($all, $row){ $append($all, $row) }, [])")]
    [InlineData("object", "words.Where((w, i) => i > 0).ToList()", "[$filter($words, function($w, $i){ $i > 0 })]")]
    [InlineData("object", "s.Numbers.Where(x => x > 1).Select(x => x + n).ToList()", "[$map($filter($s.numbers, function($x){ $x > 1 })[], function($x){ $x + $n })]")]
    // Questions
    [InlineData("bool", "s.Parts.Any()", "$count($s.parts) > 0")]
    [InlineData("bool", "s.Parts.Any(p => p.Name == text)", "$count($filter($s.parts, function($p){ $p.name = $text })[]) > 0")]
    [InlineData("bool", "s.Parts.All(p => p.Open)", "$count($filter($s.parts, function($p){ $not($p.open) })[]) = 0")]
    [InlineData("bool", "s.Numbers.Any(m => n / m > 1)", "$reduce($s.numbers, function($decided, $m){ $decided or ($dividend := $n; $divisor := $m; $divisor = 0 ? $error('Attempted to divide by zero.') : ($quotient := $dividend / $divisor; $quotient < 0 ? $ceil($quotient) : $floor($quotient))) > 1 }, false)")]
    [InlineData("int", "s.Parts.Count(p => p.Open)", "$count($filter($s.parts, function($p){ $p.open })[])")]
    [InlineData("bool", "words.Contains(text)", "$text in $words")]
    [InlineData("bool", "words.Contains(note)", "($exists($note) ? $note : null) in $words")]
    [InlineData("bool", "ids.Contains(s.Id)", "$count($filter($ids, function($x){ $lowercase($x) = $lowercase($s.id) })[]) > 0")]
    [InlineData("bool", "new[] { \"a\", \"b\" }.Contains(text)", "$text in ['a', 'b']")]
    // One element
    [InlineData("Inner", "s.Parts.First()", "$count($s.parts) = 0 ? $error('Sequence contains no elements') : $s.parts[0]")]
    [InlineData("string?", "s.Parts.FirstOrDefault(p => p.Open)?.Name", "($found := [$filter($s.parts, function($p){ $p.open })]; $value := $count($found) = 0 ? null : $found[0]; $exists($value.name) ? $value.name : null)")]
    [InlineData("int", "s.Numbers.Single(m => m > 1)", "($found := [$filter($s.numbers, function($m){ $m > 1 })]; $count($found) = 0 ? $error('Sequence contains no matching element') : $count($found) = 1 ? $found[0] : $error('Sequence contains more than one element'))")]
    [InlineData("int", "s.Numbers[n]", "$n >= 0 and $n < $count($s.numbers) ? $s.numbers[$n] : $error('Index was out of range.')")]
    [InlineData("int", "s.Numbers[^n]", "($index := $count($s.numbers) - $n; $index >= 0 and $index < $count($s.numbers) ? $s.numbers[$index] : $error('Index was out of range.'))")]
    [InlineData("int", "rows[n][0]", "($value := $n >= 0 and $n < $count($rows) ? $rows[$n] : $error('Index was out of range.'); $value[0])")]
    // Totals
    [InlineData("int", "s.Parts.Sum(p => p.Size)", "$sum([$s.parts.size])")]
    [InlineData("int", "s.Numbers.Max()", "$count($s.numbers) = 0 ? $error('Sequence contains no elements') : $max($s.numbers)")]
    [InlineData("int?", "s.Parts.Max(p => p.Next?.Size)", "($numbers := [$filter($map($s.parts, function($p){ $exists($p.next.size) ? $p.next.size : null })[], function($x){ $x != null })]; $count($numbers) = 0 ? null : $max($numbers))")]
    [InlineData("int", "s.Numbers.Aggregate(0, (a, m) => a * 2 + m)", "$reduce($s.numbers, function($a, $m){ $a * 2 + $m }, 0)")]
    // Order, parts, sets
    [InlineData("object", "s.Parts.OrderBy(p => p.Size).ToList()", "$sort($s.parts, function($l, $r){ $l.size > $r.size })")]
    [InlineData("object", "s.Parts.OrderByDescending(p => p.Size).ThenBy(p => p.Name, StringComparer.Ordinal).ToList()", "$sort($s.parts, function($l, $r){ $r.size > $l.size or $l.size = $r.size and $l.name > $r.name })")]
    [InlineData("object", "s.Parts.OrderBy(p => p.Note, StringComparer.Ordinal).ToList()", "$sort($s.parts, function($l, $r){ $exists($l.note) and $l.note != null and ($not($exists($r.note) and $r.note != null) or $l.note > $r.note) })")]
    [InlineData("object", "s.Parts.OrderBy(p => p.Size * p.Size).ToList()", "[$map($sort([$map($s.parts, function($x){ {'key': $x.size * $x.size, 'item': $x} })], function($l, $r){ $l.key > $r.key }), function($x){ $x.item })]")]
    [InlineData("object", "words.Take(2).ToList()", "[$filter($words, function($x, $i){ $i < 2 })]")]
    [InlineData("object", "rows.Skip(n).ToList()", "$append([], $filter($rows, function($x, $i){ $i >= $n })[])")]
    [InlineData("object", "words.Distinct().ToList()", "$distinct($words)")]
    [InlineData("object", "words.Concat(s.Words ?? []).Append(text).Reverse().ToList()", "$reverse($append($append($words, $exists($s.words) and $s.words != null ? $s.words : []), [$text]))")]
    [InlineData("object", "words.Except(s.Parts.Select(p => p.Name)).ToList()", "($other := [$s.parts.name]; $distinct([$filter($words, function($x){ $not($x in $other) })]))")]
    [InlineData("object", "Enumerable.Range(1, 3).ToList()", "[1..3]")]
    [InlineData("IReadOnlyList<int>", "[.. s.Numbers, 1]", "$append($s.numbers, [1])")]
    [InlineData("IReadOnlyList<int>", "[1, .. s.Numbers, .. s.Numbers.Where(m => m > n)]", "$append($append([1], $s.numbers), [$filter($s.numbers, function($m){ $m > $n })])")]
    [InlineData("object", "s.Parts.GroupBy(p => p.Name).Select(g => new { g.Key, Count = g.Count() }).ToList()", "[$map($distinct([$s.parts.name]), function($key){ {'key': $key, 'count': $count($filter($s.parts, function($p){ $p.name = $key })[])} })]")]
    [InlineData("object", "s.Parts.ToDictionary(p => p.Name, p => p.Size)", "($keysValue := [$s.parts.name]; $count($distinct($keysValue)) = $count($keysValue) ? $merge([$map($s.parts, function($p){ {$p.name: $p.size} })]) : $error('An item with the same key has already been added.'))")]
    [InlineData("object", "words.Zip(s.Numbers, (w, m) => $\"{w}{m}\").ToList()", "[$map($filter($words, function($x, $i){ $i < $count($s.numbers) })[], function($w, $i){ $w & $s.numbers[$i] })]")]
    // Dictionaries
    [InlineData("int", "table[text]", "$text in $keys($table) ? $lookup($table, $text) : $error('The given key was not present in the dictionary.')")]
    [InlineData("bool", "table.ContainsKey(text)", "$text in $keys($table)")]
    [InlineData("bool", "table.ContainsKey(\"a\")", "$exists($table.a) and $table.a != null")]
    [InlineData("bool", "remarks.ContainsKey(\"a\")", "'a' in $keys($remarks)")]
    [InlineData("int", "table.GetValueOrDefault(text)", "$text in $keys($table) ? $lookup($table, $text) : 0")]
    [InlineData("int", "table.GetValueOrDefault(\"a\", 1)", "$exists($table.a) and $table.a != null ? $table.a : 1")]
    [InlineData("int", "table.TryGetValue(text, out var found) ? found : -1", "($found := $text in $keys($table) ? $lookup($table, $text) : 0; $text in $keys($table) ? $found : -1)")]
    [InlineData("bool", "set.Contains(text)", "$text in $set")]
    public void Translated(string type, string body, string expected)
    {
        var read = Body.ReadValue(type, body, parameters: Parameters);
        Assert.Empty(read.Findings);
        Assert.Equal(expected, Write(read));
    }

    [Theory]
    [InlineData("object", "s.Parts.Select(p => n / p.Size)", "ASL301 «p => n / p.Size» a function that can fail in a query that C# may evaluate only in part: evaluate the query at once: add '.ToList()' to it")]
    [InlineData("int", "s.Numbers.First(m => n / m > 1)", "ASL301 «m => n / m > 1» a function that can fail in a query that C# may evaluate only in part: evaluate the condition for all elements first, as in 'items.Where(x => 10 / x > 1).ToList().First()'")]
    [InlineData("object", "words.OrderBy(w => w).ToList()", "ASL301 «OrderBy» an order of texts by a culture: pass StringComparer.Ordinal, as in 'OrderBy(x => x.Name, StringComparer.Ordinal)'")]
    [InlineData("object", "words.OrderBy(w => w, StringComparer.OrdinalIgnoreCase).ToList()", "ASL301 «StringComparer.OrdinalIgnoreCase» 'StringComparer.OrdinalIgnoreCase': compare with StringComparer.Ordinal, or write the order as a number")]
    [InlineData("object", "s.Parts.OrderBy(p => p.Next).ToList()", "ASL301 «OrderBy» an order by 'Inner': order by a number, an instant, a bool, or a text with StringComparer.Ordinal")]
    [InlineData("object", "s.Parts.OrderBy(p => n / p.Size).ToList()", "ASL301 «p => n / p.Size» a key that can fail: compute the keys before, with Select and ToList")]
    [InlineData("object", "s.Parts.Distinct().ToList()", "ASL301 «Distinct» the equality of 'Inner' in 'Distinct': use texts, numbers or members of an enum, such as a property of the elements")]
    [InlineData("bool", "s.Parts.Contains(s.Inner)", "ASL301 «Contains» a comparison of 's.Parts.Contains(s.Inner)': compare a property of it")]
    [InlineData("bool", "words.Contains(text, StringComparer.OrdinalIgnoreCase)", "ASL301 «StringComparer.OrdinalIgnoreCase» 'StringComparer.OrdinalIgnoreCase': compare with StringComparer.Ordinal")]
    [InlineData("object", "words.Select(string.IsNullOrEmpty).ToList()", "ASL301 «string.IsNullOrEmpty» 'string.IsNullOrEmpty' as a function: write a lambda here, as in 'x => x.Name'")]
    [InlineData("object", "words.GroupBy(w => w).ToList()", "ASL301 «GroupBy» a group as a value: select what you need of each group, as in '.Select(g => new { g.Key, Count = g.Count() })'")]
    [InlineData("bool", "table.Any(e => e.Value > 1)", "ASL301 «Any» a query over a dictionary: the order of its entries is not in the JSON: read one by its key, or use a list")]
    [InlineData("object", "set.ToList()", "ASL301 «ToList» a query over a 'HashSet<string>': use a list: the order and the number of its elements may differ from the JSON")]
    [InlineData("bool", "text.Any(c => c == 'a')", "ASL301 «text» a text as a sequence of characters: use the methods of string")]
    [InlineData("object", "words.TakeWhile(w => w != text).ToList()", "ASL301 «TakeWhile» the method call 'words.TakeWhile(w => w != text)': use Where, Select, Any, All, Count, First, Sum, OrderBy, GroupBy, Take, Skip or Concat")]
    [InlineData("bool", "s.Words.Any(w => w == text)", "ASL301 «Any» 's.Words.Any(w => w == text)' where 's.Words' may be null: test 's.Words' first, or use '?.' or '??'")]
    [InlineData("int", "table[note!]", "ASL301 «note» a key that may be null: test it first, or use '??'")]
    [InlineData("object", "words.Select(w => { if (w == text) { return 1; } return 2; }).ToList()", "ASL301 «if» this statement in a lambda: declare variables and return a value")]
    public void Refused(string type, string body, string expected)
    {
        var read = Body.ReadValue(type, body, parameters: Parameters);
        Assert.Equal([expected], read.Findings);
        Assert.IsType<InvalidExpression>(read.Value);
    }

    [Fact]
    public void A_function_that_gives_another_value_each_time_is_refused()
    {
        var read = Body.ReadValue("bool", "words.Any(w => w == Asl.Jsonata<string>(\"$uuid()\"))", parameters: Parameters);
        Assert.Equal(
            "ASL301 «w => w == Asl.Jsonata<string>(\"$uuid()\")» a function that gives another value each time in a query that C# may evaluate only in part, or more than once: compute the value before the query",
            read.Findings[^1]);
    }

    [Theory]
    [InlineData("object", "new { A = words.Contains(text), B = words.Count, C = words[n] }", "{\"a.$\":\"States.ArrayContains($.words, $.text)\",\"b.$\":\"States.ArrayLength($.words)\",\"c.$\":\"States.ArrayGetItem($.words, $.n)\"}")]
    public void Translated_to_JSONPath(string type, string body, string expected)
    {
        var read = Body.ReadValue(type, body, parameters: Parameters);
        var template = new JsonPathTranslator(static name => "$." + name, read.Report).TemplateObject(read.Value!);
        Assert.Empty(read.Findings);
        Assert.Equal(expected, template.ToString());
    }

    [Theory]
    [InlineData("words.Where(w => w == text).ToList()", "a query")]
    [InlineData("words.Contains(note)", "a condition as a value")]
    public void Not_in_JSONPath(string body, string expected)
    {
        var read = Body.ReadValue("object", "new { A = " + body + " }", parameters: Parameters);
        new JsonPathTranslator(static name => "$." + name, read.Report).TemplateObject(read.Value!);
        Assert.Equal("ASL302", Assert.Single(read.Diagnostics).Id);
        Assert.Equal(expected, read.Diagnostics[0].Arguments[0]);
    }

    /// <summary>A chain of queries is read and written once each, however long it is. What nests too deeply is reported.</summary>
    [Fact]
    public void A_chain_of_queries_grows_by_each_query()
    {
        int Length(int count)
        {
            var read = Body.ReadValue("object", "words" + string.Concat(Enumerable.Range(0, count).Select(i => $".Where(w{i} => w{i} != text)")) + ".ToList()", parameters: Parameters);
            var text = Write(read);
            Assert.Equal(count > 90 ? ["ASL308"] : [], read.Diagnostics.Select(static finding => finding.Id));
            return text.Length;
        }

        var (short1, long1) = (Length(25), Length(50));
        Assert.InRange(long1, short1, short1 * 2 + 100);
        Assert.InRange(Length(100), long1, long1 * 2 + 200);
    }

    /// <summary>Orders by computed keys inside one another do not double the text with each level.</summary>
    [Fact]
    public void Nested_queries_grow_by_each_query()
    {
        int Length(int count)
        {
            var key = "n";
            for (var i = 0; i < count; i++)
            {
                key = $"words.OrderBy(w{i} => w{i} == text ? {key} : {i}).First().Length > 0 ? 1 : 2";
            }

            var read = Body.ReadValue("int", key, parameters: Parameters);
            return Write(read).Length;
        }

        var (four, eight) = (Length(4), Length(8));
        Assert.InRange(eight, four, four * 3);
    }

    private static string Write(Body read) => new JsonataTranslator(static name => "$" + name, read.Report).Translate(read.Value!);
}
