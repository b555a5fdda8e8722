namespace Stepwise.Generator.Model;

/// <summary>Goes through an expression and all that it is made of.</summary>
internal static class ExpressionWalker
{
    public static void Visit(Expression? expression, Action<Expression> visit)
    {
        if (expression is null)
        {
            return;
        }

        visit(expression);
        switch (expression)
        {
            case MemberExpression member:
                Visit(member.Target, visit);
                break;
            case ElementExpression element:
                Visit(element.Target, visit);
                break;
            case CountExpression count:
                Visit(count.Target, visit);
                break;
            case ComparisonExpression comparison:
                Visit(comparison.Left, visit);
                Visit(comparison.Right, visit);
                break;
            case AndExpression and:
                VisitAll(and.Operands, visit);
                break;
            case OrExpression or:
                VisitAll(or.Operands, visit);
                break;
            case NotExpression not:
                Visit(not.Operand, visit);
                break;
            case IsNullExpression isNull:
                Visit(isNull.Operand, visit);
                break;
            case IsKindExpression isKind:
                Visit(isKind.Operand, visit);
                break;
            case TextMatchExpression match:
                Visit(match.Operand, visit);
                break;
            case ConditionalExpression conditional:
                Visit(conditional.Condition, visit);
                Visit(conditional.WhenTrue, visit);
                Visit(conditional.WhenFalse, visit);
                break;
            case CoalesceExpression coalesce:
                Visit(coalesce.Left, visit);
                Visit(coalesce.Right, visit);
                break;
            case FormatExpression format:
                VisitAll(format.Parts, visit);
                break;
            case ArithmeticExpression arithmetic:
                Visit(arithmetic.Left, visit);
                Visit(arithmetic.Right, visit);
                break;
            case ObjectExpression shape:
                foreach (var property in shape.Properties)
                {
                    Visit(property.Value, visit);
                }

                break;
            case ArrayExpression array:
                VisitAll(array.Items, visit);
                break;
            case RawJsonataExpression raw:
                VisitAll(raw.Arguments, visit);
                break;
            case SecondsExpression seconds:
                Visit(seconds.Amount, visit);
                break;
        }
    }

    private static void VisitAll(EquatableArray<Expression> expressions, Action<Expression> visit)
    {
        foreach (var expression in expressions)
        {
            Visit(expression, visit);
        }
    }
}
