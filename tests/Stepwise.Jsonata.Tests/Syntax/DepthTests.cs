using System.Diagnostics;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Tests.Syntax;

/// <summary>Hostile lengths and depths.</summary>
public class DepthTests
{
    private const int Deep = 100_000;

    [Theory]
    [InlineData("(", "a", ")")]
    [InlineData("[", "a", "]")]
    [InlineData("{'a':", "a", "}")]
    [InlineData("a[", "a", "]")]
    [InlineData("$f(", "a", ")")]
    [InlineData("-", "a", "")]
    [InlineData("$a:=", "a", "")]
    [InlineData("a?b:", "a", "")]
    [InlineData("function(){", "a", "}")]
    [InlineData("|a|", "a", "|")]
    [InlineData("a^(", "a", ")")]
    public void Too_deep_is_one_clean_error(string open, string inside, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, Deep)) + inside + string.Concat(Enumerable.Repeat(close, Deep));
        var errors = OnSmallStack(() => JsonataSyntax.Parse(text)).Errors;
        Assert.Contains(errors, static error => error.Code == "U1001");
        Assert.All(errors, error => Assert.InRange(error.Start, 0, text.Length));
    }

    [Theory]
    [InlineData("a", ".a")]
    [InlineData("a", "[0]")]
    [InlineData("a", "[]")]
    [InlineData("a", "+1")]
    [InlineData("a", "*a")]
    [InlineData("a", " and a")]
    [InlineData("a", "~>$f")]
    [InlineData("$f", "()")]
    [InlineData("a", "^(b)")]
    [InlineData("a", "@$v.b")]
    [InlineData("a", "#$i")]
    public void Chains_may_have_any_length(string first, string link)
    {
        var text = first + string.Concat(Enumerable.Repeat(link, Deep));
        var tree = OnSmallStack(() => JsonataSyntax.Parse(text));
        Assert.Empty(tree.Errors);
        Assert.Equal((0, text.Length), (tree.Root.Start, tree.Root.End));
    }

    [Theory]
    [InlineData("a", ".%")]
    [InlineData("a", "@$v.%")]
    [InlineData("(a", ";%")]
    [InlineData("/*", "/*")]
    [InlineData("'", "\\")]
    [InlineData("/", "\\")]
    [InlineData("/", "(/")]
    [InlineData("", "!")]
    [InlineData("", "=")]
    [InlineData("", "= a ")]
    [InlineData("", ")")]
    [InlineData("", "a ")]
    [InlineData("", "`")]
    [InlineData("[", "a b,")]
    [InlineData("(", "a (b;")]
    [InlineData("function($a)", "<")]
    public void Nonsense_takes_linear_time(string first, string link)
    {
        var text = first + string.Concat(Enumerable.Repeat(link, Deep));
        var watch = Stopwatch.StartNew();
        _ = OnSmallStack(() => JsonataSyntax.Parse(text));

        // A quadratic reader takes minutes.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    /// <summary>Half a megabyte, less than any thread gets by default.</summary>
    private static JsonataSyntaxTree OnSmallStack(Func<JsonataSyntaxTree> read)
    {
        JsonataSyntaxTree? tree = null;
        var thread = new Thread(() => tree = read(), 512 * 1024);
        thread.Start();
        thread.Join();
        return tree!;
    }
}
