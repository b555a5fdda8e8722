using System.Globalization;
using Stepwise.Generator.Model;
using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Generator.Translation;

/// <summary>Writes a condition as a rule of a JSONPath Choice. Reading a missing path fails there, so that a path that may be missing is tested with IsPresent first.</summary>
internal sealed class JsonPathCondition(JsonPathTranslator values)
{
    /// <summary>The paths that are known to be present.</summary>
    private readonly List<string> _present = [];

    /// <summary>The paths that are known to be present and not null.</summary>
    private readonly List<string> _notNull = [];

    /// <summary>The tested paths that may be null. A value there that is not true can be null, so it need not be false.</summary>
    private readonly HashSet<string> _nullable = new(StringComparer.Ordinal);

    /// <summary>The most rules of one condition. JSONPath has no conditionals: each writes its condition twice, and in a condition of a condition that is exponential.</summary>
    private const int MostRules = 500;

    private int _rules;
    private bool _isTooLarge;

    /// <summary>The first conditional, which makes the rules many.</summary>
    private Expression? _expanded;

    private static ComparisonTest Never => new ComparisonTest("$", "IsPresent", JsonBoolean.False);

    private static ComparisonTest Always => new ComparisonTest("$", "IsPresent", JsonBoolean.True);

    public ChoiceTest Translate(Expression expression)
    {
        if (_rules < MostRules)
        {
            _rules += expression is AndExpression or OrExpression or NotExpression or ConditionalExpression or CoalesceExpression ? 0 : 1;
        }
        else
        {
            if (!_isTooLarge)
            {
                values.NeedsJsonata(_expanded ?? expression, "a condition that would take more than " + MostRules.ToString(CultureInfo.InvariantCulture) + " rules");
                _isTooLarge = true;
            }

            return Never;
        }

        switch (expression)
        {
            case InvalidExpression:
                return Never;
            case ConstantExpression { Value: JsonBoolean constant }:
                return new ComparisonTest("$", "IsPresent", constant);
            case AndExpression and:
                return And(and);
            case OrExpression or:
                return Any(or.Operands.Select(operand => Scoped(() => Translate(operand))));
            case NotExpression { Operand: IsNullExpression { Operand: var operand } }:
                return Scoped(() => All(NotNull(operand)));
            case NotExpression not:
                return Not(Scoped(() => Translate(not.Operand)));
            case IsNullExpression test:
                return IsNull(test.Operand);
            case TextMatchExpression match:
                return Scoped(() => Test(match.Operand, "StringMatches", new JsonString(Pattern(match))));
            case ComparisonExpression comparison:
                return Scoped(() => Compare(comparison.Operator, comparison.Left, comparison.Right, comparison));
            case ConditionalExpression conditional:
                _expanded ??= conditional;
                return Translate(Expand(conditional));
            case CoalesceExpression coalesce:
                return Translate(Expand(coalesce, static value => value));
            default:
                return Scoped(() => Test(expression, "BooleanEquals", JsonBoolean.True));
        }
    }

    private static string Pattern(TextMatchExpression match)
    {
        var text = JsonPathText.EscapePattern(match.Text);
        return match.Match switch
        {
            TextMatch.StartsWith => text + "*",
            TextMatch.EndsWith => "*" + text,
            _ => "*" + text + "*",
        };
    }

    private ChoiceTest And(AndExpression and) => Scoped(() =>
    {
        var parts = new List<ChoiceTest>();
        foreach (var operand in and.Operands)
        {
            if (operand is NotExpression { Operand: IsNullExpression { Operand: var tested } })
            {
                parts.AddRange(NotNull(tested));
                continue;
            }

            parts.Add(Translate(operand));
            Learn(operand);
        }

        return All(parts);
    });

    private void Learn(Expression condition)
    {
        switch (condition)
        {
            case ComparisonExpression { Operator: not ComparisonOperator.NotEqual, Left: var left, Right: ConstantExpression }:
                AddNotNull(left);
                break;
            case TextMatchExpression match:
                AddNotNull(match.Operand);
                break;
            case AndExpression and:
                foreach (var part in and.Operands)
                {
                    Learn(part);
                }

                break;
            case NotExpression { Operand: IsNullExpression test }:
                AddNotNull(test.Operand);
                break;
        }
    }

    private void AddPresent(Expression path)
    {
        foreach (var step in path.Steps())
        {
            if (values.Path(step) is { } text)
            {
                _present.Add(text);
            }
        }
    }

    private void AddNotNull(Expression path)
    {
        AddPresent(path);
        foreach (var step in path.Steps())
        {
            if (values.Path(step) is { } text)
            {
                _notNull.Add(text);
            }
        }
    }

    private T Scoped<T>(Func<T> translate)
    {
        var (presentCount, notNullCount) = (_present.Count, _notNull.Count);
        var result = translate();
        _present.RemoveRange(presentCount, _present.Count - presentCount);
        _notNull.RemoveRange(notNullCount, _notNull.Count - notNullCount);
        return result;
    }

    private static ChoiceTest All(IEnumerable<ChoiceTest> rules)
    {
        var flat = new List<ChoiceTest>();
        foreach (var rule in rules)
        {
            if (rule is AndTest and)
            {
                flat.AddRange(and.Rules);
            }
            else
            {
                flat.Add(rule);
            }
        }

        return flat.Count switch
        {
            0 => Always,
            1 => flat[0],
            _ => new AndTest(flat),
        };
    }

    private static ChoiceTest Any(IEnumerable<ChoiceTest> rules)
    {
        var flat = new List<ChoiceTest>();
        foreach (var rule in rules)
        {
            if (rule is OrTest or)
            {
                flat.AddRange(or.Rules);
            }
            else
            {
                flat.Add(rule);
            }
        }

        return flat.Count == 1 ? flat[0] : new OrTest(flat);
    }

    private ChoiceTest Not(ChoiceTest rule) => rule switch
    {
        NotTest not => not.Rule,
        ComparisonTest { Operator: "BooleanEquals", Operand: JsonBoolean value } test when !_nullable.Contains(test.Variable) => test with { Operand = JsonBoolean.From(!value.Value) },
        _ => new NotTest(rule),
    };

    /// <summary>The rules that must come before a test of the path: that it is present.</summary>
    private List<ChoiceTest> Guards(Expression operand, string path)
    {
        if (!operand.MayBeMissing() || _present.Contains(path))
        {
            return [];
        }

        AddPresent(operand);
        return [new ComparisonTest(path, "IsPresent", JsonBoolean.True)];
    }

    /// <summary>The rules that say that a path is there and not null.</summary>
    private List<ChoiceTest> NotNull(Expression operand)
    {
        if (values.Path(operand) is not { } path)
        {
            values.NeedsJsonata(operand, "a test of a computed value");
            return [Never];
        }

        if (_notNull.Contains(path))
        {
            return [];
        }

        var isThere = _present.Contains(path) || (operand is MemberExpression { IsAlwaysPresent: true } && !operand.MayBeMissing());
        var rules = isThere ? [] : new List<ChoiceTest> { new ComparisonTest(path, "IsPresent", JsonBoolean.True) };
        rules.Add(new NotTest(new ComparisonTest(path, "IsNull", JsonBoolean.True)));
        AddNotNull(operand);
        return rules;
    }

    private ChoiceTest IsNull(Expression operand)
    {
        var rules = Scoped(() => NotNull(operand));
        return rules switch
        {
            [ComparisonTest presence, NotTest { Rule: var isNull }] => new OrTest([new NotTest(presence), isNull]),
            [NotTest { Rule: var isNull }] => isNull,
            [] => Never,
            _ => Not(All(rules)),
        };
    }

    private ChoiceTest Test(Expression operand, string @operator, JsonValue value)
    {
        if (values.Path(operand) is not { } path)
        {
            return Computed(operand);
        }

        var rules = Guards(operand, path);
        rules.Add(new ComparisonTest(path, @operator, value));
        if (operand.MayBeNull() && !_notNull.Contains(path))
        {
            _nullable.Add(path);
        }

        return All(rules);
    }

    /// <summary>Reports a computed operand: a rule compares fields of the document, and computes nothing.</summary>
    private ComparisonTest Computed(Expression operand)
    {
        values.NeedsJsonata(operand, operand switch
        {
            FormatExpression => "a composed text in a comparison",
            ArithmeticExpression { Operator: ArithmeticOperator.Add } => "a sum in a comparison",
            ArithmeticExpression => "arithmetic in a comparison",
            CountExpression => "the number of elements",
            ContainsExpression => "a search in an array",
            QueryExpression => "a query",
            IndexExpression => "an index that is computed",
            RawJsonataExpression => "Asl.Jsonata",
            FunctionExpression => "a function of values in a comparison",
            _ => "a comparison of this",
        });
        return Never;
    }

    private ChoiceTest Compare(ComparisonOperator @operator, Expression left, Expression right, Expression whole)
    {
        switch (left, right)
        {
            case (CoalesceExpression coalesce, _):
                return Translate(Expand(coalesce, value => ExpressionSimplifier.Compare(@operator, value, right, whole.Anchor)));
            case (_, CoalesceExpression coalesce):
                return Translate(Expand(coalesce, value => ExpressionSimplifier.Compare(@operator, left, value, whole.Anchor)));
            case (ConditionalExpression conditional, _):
                return Translate(Expand(conditional with
                {
                    WhenTrue = ExpressionSimplifier.Compare(@operator, conditional.WhenTrue, right, whole.Anchor),
                    WhenFalse = ExpressionSimplifier.Compare(@operator, conditional.WhenFalse, right, whole.Anchor),
                }));
            case (_, ConditionalExpression):
                return Compare(ExpressionSimplifier.Flipped(@operator), right, left, whole);
        }

        if (left.IsCondition() || right.IsCondition())
        {
            return CompareConditions(@operator, left, right, whole);
        }

        if (@operator is ComparisonOperator.NotEqual)
        {
            return Not(Scoped(() => Compare(ComparisonOperator.Equal, left, right, whole)));
        }

        if (values.Path(left) is not { } leftPath)
        {
            return Computed(left);
        }

        if (OperatorName(@operator, left.Type.Kind is WireKind.Any ? right.Type : left.Type) is not { } name)
        {
            values.NeedsJsonata(whole, left.Type.Kind is WireKind.TimeSpan ? "a comparison of TimeSpans, which are text in JSON," : "a comparison of Guids, whose letters may be of either case,");
            return Never;
        }

        if (right is ConstantExpression constant)
        {
            return Test(left, name, constant.Value);
        }

        if (right is SubstitutionExpression substitution)
        {
            return Test(left, name, JsonString.WithSubstitutions(substitution.Text));
        }

        if (values.Path(right) is not { } rightPath)
        {
            return Computed(right);
        }

        if (@operator is ComparisonOperator.Equal && left.MayBeNull() && right.MayBeNull())
        {
            var bothNull = Scoped(() => All([IsNull(left), IsNull(right)]));
            return Any([bothNull, Scoped(() => Paths(name, left, right, leftPath, rightPath))]);
        }

        return Paths(name, left, right, leftPath, rightPath);
    }

    private ChoiceTest Paths(string name, Expression left, Expression right, string leftPath, string rightPath)
    {
        var rules = left.MayBeNull() ? NotNull(left) : [];
        if (right.MayBeNull())
        {
            rules.AddRange(NotNull(right));
        }

        rules.Add(new ComparisonTest(leftPath, name + "Path", new JsonString(rightPath)));
        return All(rules);
    }

    private ChoiceTest CompareConditions(ComparisonOperator @operator, Expression left, Expression right, Expression whole)
    {
        var (a, b) = (AsCondition(left), AsCondition(right));
        var both = ExpressionSimplifier.And(whole.Anchor, a, b);
        var neither = ExpressionSimplifier.And(whole.Anchor, ExpressionSimplifier.Not(a, whole.Anchor), ExpressionSimplifier.Not(b, whole.Anchor));
        if (left.MayBeNull() || right.MayBeNull())
        {
            // Null is neither true nor false.
            var set = left.MayBeNull() ? left : right;
            neither = ExpressionSimplifier.And(whole.Anchor, ExpressionSimplifier.Not(ExpressionSimplifier.IsNull(set, whole.Anchor), whole.Anchor), neither);
        }

        var equal = Translate(ExpressionSimplifier.Or(whole.Anchor, both, neither));
        return @operator is ComparisonOperator.Equal ? equal : Not(equal);

        Expression AsCondition(Expression operand) =>
            operand.MayBeNull() ? ExpressionSimplifier.Compare(ComparisonOperator.Equal, operand, ExpressionSimplifier.Constant(true, whole.Anchor), whole.Anchor) : operand;
    }

    private static Expression Expand(ConditionalExpression conditional) => ExpressionSimplifier.Or(
        conditional.Anchor,
        ExpressionSimplifier.And(conditional.Anchor, conditional.Condition, conditional.WhenTrue),
        ExpressionSimplifier.And(conditional.Anchor, ExpressionSimplifier.Not(conditional.Condition, conditional.Anchor), conditional.WhenFalse));

    private static Expression Expand(CoalesceExpression coalesce, Func<Expression, Expression> use) => ExpressionSimplifier.Or(
        coalesce.Anchor,
        ExpressionSimplifier.And(coalesce.Anchor, ExpressionSimplifier.Not(ExpressionSimplifier.IsNull(coalesce.Left, coalesce.Anchor), coalesce.Anchor), use(coalesce.Left.AsNotNull())),
        ExpressionSimplifier.And(coalesce.Anchor, ExpressionSimplifier.IsNull(coalesce.Left, coalesce.Anchor), use(coalesce.Right)));

    /// <summary>The name of a comparison; null for what JSONPath cannot compare.</summary>
    private static string? OperatorName(ComparisonOperator @operator, WireType type)
    {
        var family = type switch
        {
            { Kind: WireKind.Guid or WireKind.TimeSpan } => null,
            { Kind: WireKind.Boolean } => "Boolean",
            { Kind: WireKind.DateTimeOffset } => "Timestamp",
            { IsNumeric: true } => "Numeric",
            { IsText: true } => "String",
            _ => null,
        };
        var suffix = @operator switch
        {
            ComparisonOperator.LessThan => "LessThan",
            ComparisonOperator.LessThanOrEqual => "LessThanEquals",
            ComparisonOperator.GreaterThan => "GreaterThan",
            ComparisonOperator.GreaterThanOrEqual => "GreaterThanEquals",
            _ => "Equals",
        };
        return family is null ? null : family + suffix;
    }
}
