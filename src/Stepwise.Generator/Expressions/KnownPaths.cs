using Stepwise.Generator.Model;

namespace Stepwise.Generator.Expressions;

/// <summary>The paths that are proved not to be null where the reader is, by the tests that the body makes before it gets there.
/// The flow analysis of C# is not asked: it believes <c>!</c>, which does nothing at run time.</summary>
internal sealed class KnownPaths
{
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>How much is known: <see cref="Forget"/> returns to it.</summary>
    public int Mark => _order.Count;

    /// <summary>Forgets what was learnt since a mark.</summary>
    public void Forget(int mark)
    {
        for (var i = _order.Count - 1; i >= mark; i--)
        {
            _paths.Remove(_order[i]);
        }

        _order.RemoveRange(mark, _order.Count - mark);
    }

    /// <summary>A path that is proved not to be null as one that is not nullable; everything else as it is.</summary>
    public Expression Apply(Expression expression) =>
        expression.MayBeNull() && expression.IsPath() && _paths.Contains(expression.Describe()) ? expression.AsNotNull() : expression;

    /// <summary>Learns what a condition says about paths where it holds, or where it does not.</summary>
    public void Learn(Expression condition, bool holds)
    {
        foreach (var path in Proved(condition, holds))
        {
            if (_paths.Add(path))
            {
                _order.Add(path);
            }
        }
    }

    private static List<string> Proved(Expression condition, bool holds)
    {
        switch (condition)
        {
            case NotExpression not:
                return Proved(not.Operand, !holds);
            case LetExpression let:
                return Proved(let.Body, holds);
            case AndExpression { Operands: var operands }:
                return holds ? ByAny(operands, holds) : ByAll(operands, holds);
            case OrExpression { Operands: var operands }:
                return holds ? ByAll(operands, holds) : ByAny(operands, holds);
            case IsNullExpression test when !holds:
                return StepsOf(test.Operand);
            case TextMatchExpression match when holds:
                return StepsOf(match.Operand);
            case ComparisonExpression comparison when holds == comparison.Operator is not ComparisonOperator.NotEqual:
                var proved = comparison.Right.MayBeNull() ? [] : StepsOf(comparison.Left);
                if (!comparison.Left.MayBeNull())
                {
                    proved.AddRange(StepsOf(comparison.Right));
                }

                return proved;
            default:
                return [];
        }
    }

    /// <summary>What is proved where each of the operands has the value.</summary>
    private static List<string> ByAny(EquatableArray<Expression> operands, bool holds)
    {
        var result = new List<string>();
        foreach (var operand in operands)
        {
            result.AddRange(Proved(operand, holds));
        }

        return result;
    }

    /// <summary>What is proved where one of the operands has the value, whichever it is.</summary>
    private static List<string> ByAll(EquatableArray<Expression> operands, bool holds)
    {
        List<string>? result = null;
        foreach (var operand in operands)
        {
            var proved = Proved(operand, holds);
            if (result is null)
            {
                result = proved;
            }
            else
            {
                var both = new HashSet<string>(proved, StringComparer.Ordinal);
                result.RemoveAll(path => !both.Contains(path));
            }

            if (result.Count == 0)
            {
                break;
            }
        }

        return result ?? [];
    }

    /// <summary>A path that is not null was read through values that are not null.</summary>
    private static List<string> StepsOf(Expression path)
    {
        var result = new List<string>();
        if (path.IsPath())
        {
            foreach (var step in path.Steps())
            {
                result.Add(step.Describe());
            }
        }

        return result;
    }
}
