namespace Stepwise;

/// <summary>Writes text of the definition's own language in the body of a state, for what C# cannot express. The compiler reads these calls; they are never executed.</summary>
public static class Asl
{
    /// <summary>Inserts a JSONata expression verbatim into a JSONata state. The compiler checks its syntax and does not analyze its values.</summary>
    /// <typeparam name="T">The type of the expression's value.</typeparam>
    /// <param name="expression">The expression, a constant, without <c>{%</c> and <c>%}</c>. It reads the arguments as <c>$arg0</c>, <c>$arg1</c> and so on.</param>
    /// <param name="arguments">The values that the expression reads.</param>
    /// <returns>Never returns.</returns>
    /// <exception cref="NotSupportedException">Always, because the call is not meant to be executed.</exception>
    /// <example><code>
    /// [Pass(ResultName = "total", Next = nameof(Pay))]
    /// public static double Total(Order order) => Asl.Jsonata&lt;double&gt;("$sum($arg0.lines.price)", order);
    /// </code></example>
    public static T Jsonata<T>(string expression, params object?[] arguments) =>
        throw new NotSupportedException("A JSONata expression is read by the compiler and never called.");

    /// <summary>A text whose <c>${...}</c> is literal. Without this call, the compiler refuses a text that looks like a substitution, because the deployment does not replace anything in a text.</summary>
    /// <param name="text">The text, a constant.</param>
    /// <returns>The text.</returns>
    /// <example><code>
    /// [Pass(ResultName = "mail", Next = nameof(Send))]
    /// public static Mail Template() => new(Asl.Literal("Dear ${name}, your order has arrived."));
    /// </code></example>
    public static string Literal(string text) => text;
}
