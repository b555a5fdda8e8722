using Microsoft.CodeAnalysis;
using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Expressions;

/// <content>Terms: constants, functions, differences and tests, of which the larger expressions are composed.</content>
internal sealed partial class ExpressionReader
{
    private static ConstantExpression Text(string text, int anchor) => new(new JsonString(text), WireType.String, anchor);

    private static ConstantExpression Number(long number, int anchor) => new(new JsonNumber(number), WireType.Integer, anchor);

    private ConstantExpression Number(long number, IOperation operation) => Number(number, Anchor(operation));

    private ConstantExpression Number(double number, IOperation operation) => new(new JsonNumber(number), WireType.Double, Anchor(operation));

    private static FunctionExpression Function(ValueFunction function, WireType type, int anchor, params Expression[] arguments) =>
        new(function, new EquatableArray<Expression>(arguments), type, anchor);

    /// <summary>A function that gives what an operation gives.</summary>
    private FunctionExpression Function(IOperation operation, ValueFunction function, params Expression[] arguments) =>
        Function(function, operation.Type is { } type ? context.Types.Read(type).AsNotNullable() : WireType.Double, context.Anchor(NameOf(operation)), arguments);

    private static Expression Less(Expression left, Expression right) => ExpressionSimplifier.Compare(ComparisonOperator.LessThan, left, right, left.Anchor);

    private static Expression NotLess(Expression left, Expression right) => ExpressionSimplifier.Compare(ComparisonOperator.GreaterThanOrEqual, left, right, left.Anchor);

    private static ArithmeticExpression Minus(Expression left, Expression right) => new(ArithmeticOperator.Subtract, left, right, WireType.Integer, left.Anchor);

    /// <summary>The first of the expressions that has been refused; null if none has been.</summary>
    private static Expression? Refused(params Expression[] expressions) => expressions.FirstOrDefault(static expression => expression is InvalidExpression);
}
