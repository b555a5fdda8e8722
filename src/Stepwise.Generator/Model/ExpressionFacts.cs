namespace Stepwise.Generator.Model;

/// <summary>What an expression can be on the wire, as far as its types say.</summary>
internal static class ExpressionFacts
{
    /// <summary>The functions of JSONata that give another value each time.</summary>
    private static readonly string[] _volatile = ["$uuid", "$random", "$shuffle", "$now", "$millis"];

    /// <summary>Whether it can be missing; one that is always present can still be null.</summary>
    public static bool MayBeMissing(this Expression expression) => expression switch
    {
        LocalExpression => false,
        MemberExpression { IsAlwaysPresent: true } member => expression.Type.IsNullable && member.Target.MayBeNull(),
        _ => expression.Type.IsNullable,
    };

    /// <summary>Whether it can be null or missing.</summary>
    public static bool MayBeNull(this Expression expression) => expression.Type.IsNullable;

    /// <summary>Whether it reads a value as it stands: a value, a variable, a member, an element, the context.</summary>
    public static bool IsPath(this Expression expression) => expression switch
    {
        ValueExpression or LocalExpression or ContextExpression => true,
        MemberExpression member => member.Target.IsPath(),
        ElementExpression element => element.Target.IsPath(),
        _ => false,
    };

    /// <summary>A path with everything that it goes through, from the whole to the root.</summary>
    public static IEnumerable<Expression> Steps(this Expression path)
    {
        for (var step = path; step is not null; step = step.Parent())
        {
            yield return step;
        }
    }

    /// <summary>What a path steps from.</summary>
    public static Expression? Parent(this Expression path) => path switch
    {
        MemberExpression member => member.Target,
        ElementExpression element => element.Target,
        _ => null,
    };

    /// <summary>The value of a path before its first step.</summary>
    public static Expression Root(this Expression path)
    {
        while (path.Parent() is { } parent)
        {
            path = parent;
        }

        return path;
    }

    /// <summary>What a block gives: the expression behind its variables.</summary>
    public static Expression Result(this Expression expression)
    {
        while (expression is LetExpression let)
        {
            expression = let.Body;
        }

        return expression;
    }

    /// <summary>Whether its evaluation can fail where C# throws, so that it matters whether it is evaluated.</summary>
    public static bool CanFail(this Expression expression) => expression switch
    {
        RawJsonataExpression or FailExpression or SecondsExpression { SecondsPerUnit: 0 } => true,
        ArithmeticExpression { MayDivideByZero: true } => true,
        FunctionExpression { Function: ValueFunction.Replace, Arguments: var arguments } when arguments[1] is not (ConstantExpression or PatternExpression) => true,
        _ => expression.Parts().Any(CanFail),
    };

    /// <summary>Whether each evaluation gives another value.</summary>
    public static bool IsVolatile(this Expression expression) =>
        expression is RawJsonataExpression raw
            ? _volatile.Any(raw.Text.Contains) || raw.Arguments.Any(IsVolatile)
            : expression.Parts().Any(IsVolatile);

    /// <summary>Whether it is true or false by a test, rather than a value that stands somewhere.</summary>
    public static bool IsCondition(this Expression expression) =>
        expression is ComparisonExpression or AndExpression or OrExpression or NotExpression or IsNullExpression or TextMatchExpression or ContainsExpression;

    /// <summary>Whether it is as short as a name for it would be: a test of paths, or a number of elements.</summary>
    public static bool IsSmallTest(this Expression expression) => expression switch
    {
        NotExpression not => not.Operand.IsPath() || not.Operand.IsSmallTest(),
        IsNullExpression or CountExpression or TextMatchExpression or ComparisonExpression =>
            expression.Parts().All(static part => part is ConstantExpression || part.IsPath()),
        _ => false,
    };

    /// <summary>Whether it can stand in more than one place without being computed more often than C# does: it only reads.</summary>
    public static bool IsRepeatable(this Expression expression) => expression is ConstantExpression or FailExpression or CoalesceExpression { IsDefault: true } || expression.IsPath() || expression.IsSmallTest();

    /// <summary>The path as C# would say it, for messages, and as a key: two paths with one text read the same.</summary>
    public static string Describe(this Expression expression) => expression switch
    {
        ValueExpression value => value.Name,
        LocalExpression local => local.Name,
        ContextExpression context => "context." + context.Path,
        MemberExpression member => member.Target.Describe() + Step(member.Name ?? member.WireName),
        ElementExpression { Index: < 0 } element => element.Target.Describe() + "[^" + Text(-element.Index) + "]",
        ElementExpression element => element.Target.Describe() + "[" + Text(element.Index) + "]",
        _ => "the value",
    };

    /// <summary>The same path where it is known not to be null.</summary>
    public static Expression AsNotNull(this Expression expression) =>
        expression.Type.IsNullable ? expression with { Type = expression.Type.AsNotNullable() } : expression;

    public static Expression AsNullable(this Expression expression) =>
        expression.Type.IsNullable ? expression : expression with { Type = expression.Type.AsNullable() };

    /// <summary>What an expression is made of.</summary>
    public static IEnumerable<Expression> Parts(this Expression expression)
    {
        switch (expression)
        {
            case MemberExpression member: return [member.Target];
            case ElementExpression element: return [element.Target];
            case CountExpression count: return [count.Target];
            case ComparisonExpression comparison: return [comparison.Left, comparison.Right];
            case AndExpression and: return and.Operands;
            case OrExpression or: return or.Operands;
            case NotExpression not: return [not.Operand];
            case IsNullExpression test: return [test.Operand];
            case TextMatchExpression match: return [match.Operand];
            case ConditionalExpression conditional: return [conditional.Condition, conditional.WhenTrue, conditional.WhenFalse];
            case CoalesceExpression coalesce: return [coalesce.Left, coalesce.Right];
            case FormatExpression format: return format.Parts;
            case ArithmeticExpression arithmetic: return [arithmetic.Left, arithmetic.Right];
            case FunctionExpression function: return function.Arguments;
            case QueryExpression { Seed: { } seed } query: return [query.Source, seed, query.Lambda.Body];
            case QueryExpression query: return [query.Source, query.Lambda.Body];
            case IndexExpression index: return [index.Target, index.Index];
            case ContainsExpression contains: return [contains.Source, contains.Value];
            case EntryExpression entry: return [entry.Key, entry.Value];
            case ObjectExpression @object: return @object.Properties.SelectMany(static property => property.Key is { } key ? [key, property.Value] : (IEnumerable<Expression>)[property.Value]);
            case ArrayExpression array: return array.Items;
            case RawJsonataExpression raw: return raw.Arguments;
            case SecondsExpression seconds: return [seconds.Amount];
            case LetExpression let: return let.Bindings.Select(static binding => binding.Value).Append(let.Body);
            default: return [];
        }
    }

    private static string Step(string name)
    {
        foreach (var character in name)
        {
            if (!char.IsLetterOrDigit(character) && character != '_')
            {
                return "[\"" + name.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"]";
            }
        }

        return "." + name;
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
