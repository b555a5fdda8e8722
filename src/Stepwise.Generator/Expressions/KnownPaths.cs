using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Expressions;

/// <summary>The paths that are proved not to be null, or not to be 0, where the reader is, by the tests that the body makes before it gets there.
/// The flow analysis of C# is not asked: it believes <c>!</c>, which does nothing at run time.</summary>
internal sealed class KnownPaths
{
    private static readonly JsonNumber _zero = new(0L);

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

    /// <summary>Whether a value is proved not to be 0. Only a path is known to be the same value in both places.</summary>
    public bool IsNotZero(Expression value) => value.IsPath() && _paths.Contains(NotZero(value));

    /// <summary>Whether a condition that holds, or does not, proves that a value is not 0.</summary>
    public static bool ProvesNotZero(Expression condition, bool holds, Expression value) => value.IsPath() && Proved(condition, holds).Contains(NotZero(value));

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

    /// <summary>The workflow's values, and paths from them, that a condition proves not to be null where it holds, or where it does not. A value that was never set reads as null.</summary>
    public static IEnumerable<string> ProvedOfValues(Expression condition, bool holds)
    {
        var proved = Proved(condition, holds);
        if (proved.Count == 0)
        {
            return proved;
        }

        var paths = new HashSet<string>(StringComparer.Ordinal);
        AddPathsOfValues(condition, paths);
        return proved.Where(paths.Contains).Distinct(StringComparer.Ordinal);
    }

    private static void AddPathsOfValues(Expression expression, HashSet<string> paths)
    {
        if (expression.IsPath() && expression.Root() is ValueExpression)
        {
            paths.UnionWith(StepsOf(expression));
        }

        foreach (var part in expression.Parts())
        {
            AddPathsOfValues(part, paths);
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
            case ComparisonExpression comparison:
                return Proved(comparison, holds);
            default:
                return [];
        }
    }

    private static List<string> Proved(ComparisonExpression comparison, bool holds)
    {
        var result = new List<string>();
        if (holds == comparison.Operator is not ComparisonOperator.NotEqual)
        {
            if (!comparison.Right.MayBeNull())
            {
                result.AddRange(StepsOf(comparison.Left));
            }

            if (!comparison.Left.MayBeNull())
            {
                result.AddRange(StepsOf(comparison.Right));
            }
        }

        if (comparison.Right is ConstantExpression { Value: JsonNumber bound } && comparison.Left.IsPath() && ExpressionSimplifier.Evaluate(comparison.Operator, _zero, bound) != holds)
        {
            result.Add(NotZero(comparison.Left));
        }

        return result;
    }

    /// <summary>That a path is not 0: no path has this text.</summary>
    private static string NotZero(Expression path) => path.Describe() + " != 0";

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
