namespace Stepwise.Generator.Model;

/// <summary>Builds blocks of variables, and puts values in the place of variables.</summary>
internal static class ExpressionBlocks
{
    /// <summary>
    /// The body in a block of variables. A variable that the author did not declare is left out where nothing reads it and its value cannot fail, and is replaced by its value
    /// where it is read once and certainly.
    /// </summary>
    public static Expression Let(IReadOnlyList<Binding> bindings, Expression body, int anchor)
    {
        if (bindings.Count == 0 || body is InvalidExpression)
        {
            return body;
        }

        if (bindings.FirstOrDefault(static binding => binding.Value is InvalidExpression) is { } invalid)
        {
            return invalid.Value;
        }

        var reads = new Reads(body, bindings);
        var kept = new List<Binding>();
        var values = new Dictionary<string, Expression>(StringComparer.Ordinal);
        for (var i = bindings.Count - 1; i >= 0; i--)
        {
            var binding = bindings[i];
            if (!binding.IsDeclared && reads.Count(binding.Name) == 0 && !binding.Value.CanFail())
            {
                reads.Forget(binding.Value);
            }
            else if (!binding.IsDeclared && reads.IsOneThatIsCertain(binding.Name))
            {
                values.Add(binding.Name, binding.Value);
            }
            else
            {
                kept.Insert(0, binding);
            }
        }

        if (values.Count > 0)
        {
            body = Replace(body, values);
            kept = kept.ConvertAll(binding => binding with { Value = Replace(binding.Value, values) });
        }

        // A block that ends with the variable before is that variable's value.
        while (kept.Count > 0 && body is LocalExpression last && last.Name == kept[kept.Count - 1].Name)
        {
            body = last.MayBeNull() ? kept[kept.Count - 1].Value : kept[kept.Count - 1].Value.AsNotNull();
            kept.RemoveAt(kept.Count - 1);
        }

        return kept.Count == 0 ? body : new LetExpression(new EquatableArray<Binding>(kept), body, body.Type, anchor);
    }

    /// <summary>Those variables that an expression reads, itself or through other variables of the list.</summary>
    /// <param name="bindings">The variables, in order.</param>
    /// <param name="body">The expression.</param>
    /// <param name="isNeeded">Whether a variable is needed although nothing reads it.</param>
    public static List<Binding> ReadBy(IReadOnlyList<Binding> bindings, Expression body, Func<Binding, bool> isNeeded)
    {
        var needed = new List<Binding>();
        if (bindings.Count == 0)
        {
            return needed;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        AddNames(body, names);
        for (var i = bindings.Count - 1; i >= 0; i--)
        {
            if (names.Contains(bindings[i].Name) || isNeeded(bindings[i]))
            {
                needed.Insert(0, bindings[i]);
                AddNames(bindings[i].Value, names);
            }
        }

        return needed;
    }

    /// <summary>The expression with values in the place of variables. What they make simpler becomes simpler.</summary>
    public static Expression Replace(Expression expression, IReadOnlyDictionary<string, Expression> values)
    {
        switch (expression)
        {
            case LocalExpression local:
                return !values.TryGetValue(local.Name, out var value) ? local
                    : local.MayBeNull() ? Replace(value, values)
                    : Replace(value, values).AsNotNull();
            case MemberExpression member:
                return member with { Target = Replace(member.Target, values) };
            case ElementExpression element:
                return element with { Target = Replace(element.Target, values) };
            case CountExpression count:
                return count with { Target = Replace(count.Target, values) };
            case ComparisonExpression comparison:
                return ExpressionSimplifier.Compare(comparison.Operator, Replace(comparison.Left, values), Replace(comparison.Right, values), comparison.Anchor);
            case AndExpression and:
                return ExpressionSimplifier.And(and.Anchor, and.Operands.Select(operand => Replace(operand, values)).ToArray());
            case OrExpression or:
                return ExpressionSimplifier.Or(or.Anchor, or.Operands.Select(operand => Replace(operand, values)).ToArray());
            case NotExpression not:
                return ExpressionSimplifier.Not(Replace(not.Operand, values), not.Anchor);
            case IsNullExpression test:
                return ExpressionSimplifier.IsNull(Replace(test.Operand, values), test.Anchor);
            case TextMatchExpression match:
                return match with { Operand = Replace(match.Operand, values) };
            case ConditionalExpression conditional:
                return ExpressionSimplifier.Conditional(
                    Replace(conditional.Condition, values), Replace(conditional.WhenTrue, values), Replace(conditional.WhenFalse, values), conditional.Type, conditional.Anchor);
            case CoalesceExpression coalesce:
                var coalesced = ExpressionSimplifier.Coalesce(Replace(coalesce.Left, values), Replace(coalesce.Right, values), coalesce.Type, coalesce.Anchor);
                return coalesced is CoalesceExpression replaced ? replaced with { IsDefault = coalesce.IsDefault } : coalesced;
            case FormatExpression format:
                return format with { Parts = All(format.Parts, values) };
            case ArithmeticExpression arithmetic:
                return arithmetic with { Left = Replace(arithmetic.Left, values), Right = Replace(arithmetic.Right, values) };
            case FunctionExpression function:
                return function with { Arguments = All(function.Arguments, values) };
            case QueryExpression query:
                return query with
                {
                    Source = Replace(query.Source, values),
                    Seed = query.Seed is { } seed ? Replace(seed, values) : null,
                    Lambda = query.Lambda with { Body = Replace(query.Lambda.Body, values) },
                };
            case IndexExpression index:
                return index with { Target = Replace(index.Target, values), Index = Replace(index.Index, values) };
            case ContainsExpression contains:
                return contains with { Source = Replace(contains.Source, values), Value = Replace(contains.Value, values) };
            case EntryExpression entry:
                return entry with { Key = Replace(entry.Key, values), Value = Replace(entry.Value, values) };
            case ObjectExpression @object:
                return @object with
                {
                    Properties = new EquatableArray<PropertyExpression>(@object.Properties.Select(property => property with { Value = Replace(property.Value, values) }).ToList()),
                };
            case ArrayExpression array:
                return array with { Items = All(array.Items, values) };
            case RawJsonataExpression raw:
                return raw with { Arguments = All(raw.Arguments, values) };
            case SecondsExpression seconds:
                return seconds with { Amount = Replace(seconds.Amount, values) };
            case LetExpression let when let.Bindings.All(binding => values.ContainsKey(binding.Name)):
                return Replace(let.Body, values);
            case LetExpression let:
                return let with
                {
                    Bindings = new EquatableArray<Binding>(let.Bindings.Select(binding => binding with { Value = Replace(binding.Value, values) }).ToList()),
                    Body = Replace(let.Body, values),
                };
            default:
                return expression;
        }
    }

    /// <summary>Adds the names of the variables that an expression reads.</summary>
    public static void AddNames(Expression expression, HashSet<string> names)
    {
        if (expression is LocalExpression local)
        {
            names.Add(local.Name);
        }

        foreach (var part in expression.Parts())
        {
            AddNames(part, names);
        }
    }

    private static EquatableArray<Expression> All(EquatableArray<Expression> parts, IReadOnlyDictionary<string, Expression> values) =>
        new(parts.Select(part => Replace(part, values)).ToList());

    /// <summary>How often variables are read, and whether where they are read is evaluated whenever the block is.</summary>
    private sealed class Reads
    {
        private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

        /// <summary>How many reads of a variable can be replaced by the value, and nothing else changes.</summary>
        private readonly Dictionary<string, int> _certain = new(StringComparer.Ordinal);

        public Reads(Expression body, IReadOnlyList<Binding> bindings)
        {
            Visit(body, isCertain: true, isWhole: true, 1);
            foreach (var binding in bindings)
            {
                Visit(binding.Value, isCertain: true, isWhole: true, 1);
            }
        }

        public int Count(string name) => _counts.TryGetValue(name, out var count) ? count : 0;

        public bool IsOneThatIsCertain(string name) => Count(name) == 1 && _certain.TryGetValue(name, out var certain) && certain == 1;

        /// <summary>Takes back the reads of a value that is left out.</summary>
        public void Forget(Expression value) => Visit(value, isCertain: true, isWhole: true, -1);

        /// <param name="expression">What is visited.</param>
        /// <param name="isCertain">Whether it is evaluated whenever the block is.</param>
        /// <param name="isWhole">Whether the place where it stands takes any value: a step of a path does not, and not each takes null.</param>
        /// <param name="change">1 to count reads, -1 to take them back.</param>
        private void Visit(Expression expression, bool isCertain, bool isWhole, int change)
        {
            switch (expression)
            {
                case LocalExpression local:
                    _counts[local.Name] = Count(local.Name) + change;
                    if (isCertain && isWhole)
                    {
                        _certain[local.Name] = (_certain.TryGetValue(local.Name, out var certain) ? certain : 0) + change;
                    }

                    break;
                case AndExpression or OrExpression:
                    var isFirst = true;
                    foreach (var operand in expression.Parts())
                    {
                        Visit(operand, isCertain && isFirst, isWhole: true, change);
                        isFirst = false;
                    }

                    break;
                case ComparisonExpression comparison when comparison.Left.MayBeNull() || comparison.Right.MayBeNull():
                    // A side is not computed where the other one is null.
                    Visit(comparison.Left, isCertain && !comparison.Right.MayBeNull(), isWhole: !comparison.Left.MayBeNull(), change);
                    Visit(comparison.Right, isCertain && !comparison.Left.MayBeNull(), isWhole: !comparison.Right.MayBeNull(), change);
                    break;
                case ConditionalExpression conditional:
                    Visit(conditional.Condition, isCertain, isWhole: true, change);
                    Visit(conditional.WhenTrue, isCertain: false, isWhole: true, change);
                    Visit(conditional.WhenFalse, isCertain: false, isWhole: true, change);
                    break;
                case CoalesceExpression coalesce:
                    Visit(coalesce.Left, isCertain, isWhole: false, change);
                    Visit(coalesce.Right, isCertain: false, isWhole: true, change);
                    break;
                case MemberExpression or ElementExpression:
                    Visit(expression.Parent()!, isCertain, isWhole: false, change);
                    break;
                case QueryExpression query:
                    Visit(query.Source, isCertain, isWhole: true, change);
                    if (query.Seed is { } seed)
                    {
                        Visit(seed, isCertain, isWhole: true, change);
                    }

                    // It is evaluated for each element.
                    Visit(query.Lambda.Body, isCertain: false, isWhole: true, change);
                    break;
                case IndexExpression index:
                    Visit(index.Target, isCertain, isWhole: false, change);
                    Visit(index.Index, isCertain, isWhole: true, change);
                    break;
                default:
                    var takesNull = expression is IsNullExpression or ContainsExpression or EntryExpression or ObjectExpression or ArrayExpression or LetExpression;
                    foreach (var part in expression.Parts())
                    {
                        Visit(part, isCertain, takesNull || !part.MayBeNull(), change);
                    }

                    break;
            }
        }
    }
}
