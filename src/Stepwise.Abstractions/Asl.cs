namespace Stepwise;

/// <summary>What C# has no spelling for, written in the language of the definition. Read by the compiler and never called.</summary>
public static class Asl
{
    /// <summary>A JSONata expression, verbatim, in the body of a JSONata state. It is not analysed.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="expression">The expression, a constant, without <c>{%</c> and <c>%}</c>. It reads the arguments as <c>$arg0</c>, <c>$arg1</c>, ...</param>
    /// <param name="arguments">What the expression reads.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static T Jsonata<T>(string expression, params object?[] arguments) =>
        throw new NotSupportedException("A JSONata expression is read by the compiler and never called.");
}
