using Stepwise.Generator.Model;

namespace Stepwise.Generator.Expressions;

/// <summary>Finds the divisions in an expression whose divisor can be zero. The definition fails there, as C# does for integers and decimals; a double becomes infinite or NaN.</summary>
internal static class Division
{
    /// <summary>Returns the quotient of doubles that can make the expression infinite or NaN in C#, or null if the expression has no such quotient.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="known">What the tests before the expression prove.</param>
    public static ArithmeticExpression? Unbounded(this Expression expression, KnownPaths known) => Quotients(expression).FirstOrDefault(quotient => !known.IsNotZero(quotient.Right));

    private static IEnumerable<ArithmeticExpression> Quotients(Expression expression) => expression switch
    {
        ArithmeticExpression { Type.Kind: WireKind.Double } arithmetic => [
            .. arithmetic.MayDivideByZero ? [arithmetic] : Array.Empty<ArithmeticExpression>(), .. Quotients(arithmetic.Left), .. Quotients(arithmetic.Right),
        ],
        ConditionalExpression conditional =>
            Quotients(conditional.WhenTrue).Where(quotient => !KnownPaths.ProvesNotZero(conditional.Condition, holds: true, quotient.Right))
                .Concat(Quotients(conditional.WhenFalse).Where(quotient => !KnownPaths.ProvesNotZero(conditional.Condition, holds: false, quotient.Right))),
        LetExpression let => Quotients(let.Body),
        CoalesceExpression coalesce => Quotients(coalesce.Left).Concat(Quotients(coalesce.Right)),
        _ => [],
    };
}
