using CsCheck;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Tests.Syntax;

/// <summary>Whatever the text: the parser ends, throws nothing, and names places inside the text.</summary>
public class FuzzTests
{
    private static readonly string[] _pieces =
    [
        "a", "b", "%", "$", "$$", "$x", "*", "**", ".", "..", "[", "]", "[]", "{", "}", "(", ")", "^(", "@", "#", "@$v", "#$i", ";", ":", ",", "?", "+", "-", "/", "|", "=", "!=", "<", "<=", ">", ">=", "^", ":=", "~>",
        "&", "!", "~", "and", "or", "in", "true", "null", "function", "λ", "function($x){", "<n-:s>", "\"s\"", "'", "\"", "`q`", "`", "\\", "\\u00", "/r/i", "/*", "*/", "1", "0.5", "1e9", "1e999", " ", "\n", "é", "\ud834", "\0",
        "[%.b]", "{'k':1}", "$f(?,", "??", "?:",
    ];

    private static readonly string[] _valid =
    [
        "$sum(Account.Order.Product.(Price * Quantity))", "Account.Order@$o.Product@$p[$o.id = $p.id].{'a': $o, 'b': %.%.c}", "$f := function($n)<n:n>{ $n <= 1 ? 1 : $n * $f($n - 1) }",
        "a.b^(>c, d)#$i[$i < 3]{e: $sum(f)}", "$ ~> |a|{'b': c}, ['d']|", "[1..10][$ % 2 = 0]", "$match(a, /b(c[/]d)+/i)[0].groups", "(a; $b := 1; $map(c, function($v, $i) { $v & $i }))", "`a b`.'c'.\"d\\u0041\"",
    ];

    private static readonly Gen<string> _soup = One(_pieces).Array[0, 25].Select(string.Concat);

    private static readonly Gen<string> _mutated =
        from text in One(_valid)
        from edits in Gen.Select(Gen.Int[0, 100], Gen.Int[0, 6], One([.. _pieces, "", "", ""])).Array[1, 5]
        select edits.Aggregate(text, static (edited, edit) =>
        {
            var at = Math.Min(edit.Item1, edited.Length);
            return edited.Remove(at, Math.Min(edit.Item2, edited.Length - at)).Insert(at, edit.Item3);
        });

    [Fact]
    public void Soup_of_tokens() => _soup.Sample(Check, iter: 20_000);

    [Fact]
    public void Mutated_expressions() => _mutated.Sample(Check, iter: 20_000);

    [Fact]
    public void Any_characters() => Gen.String.Sample(Check, iter: 10_000);

    [Fact]
    public void Every_beginning_of_an_expression()
    {
        foreach (var expression in _valid)
        {
            Assert.Empty(JsonataSyntax.Parse(expression).Errors);
            for (var length = 0; length < expression.Length; length++)
            {
                Check(expression[..length]);
            }
        }
    }

    private static Gen<string> One(string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static void Check(string text)
    {
        foreach (var options in new JsonataSyntaxOptions[] { JsonataSyntaxOptions.Default, new() { AllowNewerOperators = true, MaxDepth = 6 } })
        {
            var tree = JsonataSyntax.Parse(text, options);
            foreach (var error in tree.Errors)
            {
                Assert.InRange(error.Start, 0, text.Length);
                Assert.InRange(error.End, error.Start, text.Length);
                Assert.InRange(error.Position, 0, text.Length);
                Assert.NotEmpty(error.Message);
            }

            Walk(tree.Root, text.Length);
            if (tree.Errors.Count == 0)
            {
                Assert.DoesNotContain("error", TreeText.Of(tree.Root).Replace("'error'", "", StringComparison.Ordinal), StringComparison.Ordinal);
            }
        }
    }

    private static void Walk(JsonataNode node, int length)
    {
        Assert.InRange(node.Start, 0, length);
        Assert.InRange(node.End, node.Start, length);
        Assert.InRange(node.Position, 0, length);
        foreach (var child in node.Children())
        {
            Walk(child, length);
        }
    }
}
