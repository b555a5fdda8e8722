namespace Stepwise.Jsonata.Syntax;

/// <summary>Parses JSONata 2.0.6.</summary>
public static class JsonataSyntax
{
    /// <summary>Parses an expression. An error in the text is not an exception: the parser reports it and continues.</summary>
    /// <param name="text">The expression, without delimiters.</param>
    /// <param name="options">The syntax that is allowed. Null means <see cref="JsonataSyntaxOptions.Default"/>.</param>
    /// <returns>The syntax tree and the errors.</returns>
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
