namespace Stepwise.Jsonata.Syntax;

/// <summary>Reads JSONata 2.0.6.</summary>
public static class JsonataSyntax
{
    /// <summary>Reads an expression. It never throws on a text: what is wrong is reported, and the rest is read.</summary>
    /// <param name="text">The expression, without delimiters.</param>
    /// <param name="options">How it is read; null for 2.0.6 as it is.</param>
    /// <returns>The tree and what is wrong with it.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static JsonataSyntaxTree Parse(string text, JsonataSyntaxOptions? options = null)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        var parser = new Parser(text, options ?? JsonataSyntaxOptions.Default);
        var root = parser.Read();
        return new(text, root, parser.Errors);
    }
}
