using Stepwise.Json;

namespace Stepwise.Generator.Model;

/// <summary>Finds the divisions in an expression whose divisor can be zero. The definition fails there, as C# does for integers and decimals; a double becomes infinite or NaN.</summary>
internal static class Division
{
    /// <summary>Returns the quotient of doubles that can make the expression infinite or NaN in C#, or null if the expression has no such quotient.</summary>
    public static ArithmeticExpression? Unbounded(this Expression expression) => Quotients(expression).FirstOrDefault();

    private static IEnumerable<ArithmeticExpression> Quotients(Expression expression) => expression switch
    {
        ArithmeticExpression { Type.Kind: WireKind.Double } arithmetic => IsUnsafe(arithmetic) ? [arithmetic] : Quotients(arithmetic.Left).Concat(Quotients(arithmetic.Right)),
        ConditionalExpression conditional =>
            Quotients(conditional.WhenTrue).Where(quotient => !Excludes(conditional.Condition, quotient.Right, holds: true))
                .Concat(Quotients(conditional.WhenFalse).Where(quotient => !Excludes(conditional.Condition, quotient.Right, holds: false))),
        LetExpression let => Quotients(let.Body),
        CoalesceExpression coalesce => Quotients(coalesce.Left).Concat(Quotients(coalesce.Right)),
        _ => [],
    };

    private static bool IsUnsafe(Expression expression) =>
        expression is ArithmeticExpression { Operator: ArithmeticOperator.Divide or ArithmeticOperator.Remainder } arithmetic
            && !(arithmetic.Right is ConstantExpression { Value: JsonNumber divisor } && divisor.ToDouble() != 0);

    /// <summary>Whether a condition that holds, or does not, proves that a divisor is not zero. Only a path is known to be the same value in both places.</summary>
    private static bool Excludes(Expression condition, Expression divisor, bool holds) => condition switch
    {
        NotExpression not => Excludes(not.Operand, divisor, !holds),
        AndExpression { Operands: var operands } when holds => operands.Any(operand => Excludes(operand, divisor, holds)),
        OrExpression { Operands: var operands } when !holds => operands.Any(operand => Excludes(operand, divisor, holds)),
        ComparisonExpression { Right: ConstantExpression { Value: JsonNumber bound } } comparison when divisor.IsPath() && comparison.Left.IsPath() && comparison.Left.Describe() == divisor.Describe() =>
            Compares(0, comparison.Operator, bound.ToDouble()) != holds,
        _ => false,
    };

    private static bool Compares(double left, ComparisonOperator relation, double right) => relation switch
    {
        ComparisonOperator.Equal => left == right,
        ComparisonOperator.NotEqual => left != right,
        ComparisonOperator.LessThan => left < right,
        ComparisonOperator.LessThanOrEqual => left <= right,
        ComparisonOperator.GreaterThan => left > right,
        _ => left >= right,
    };
}
