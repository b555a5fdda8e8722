using Stepwise.Differential.Types;

namespace Stepwise.Differential.Trees;

/// <content>Conditions, numbers and texts.</content>
internal sealed partial class RandomExpressions
{
    private static readonly string[] _orders = ["<", "<=", ">", ">="];
    private static readonly string[] _equalities = ["==", "!="];

    /// <summary>A condition: a bool that is never null.</summary>
    public Node Condition(int depth, Scope scope)
    {
        List<(double, Func<Node?>)> options =
        [
            (1, () => Pick(scope.PathsTo(_types.Boolean.Type, mayBeNull: false))),
            (2.5, () => Equality(depth, scope)),
            (2, () => Order(depth, scope)),
            (2.5, () => Is(depth, scope)),
            (1, () => NullTest(depth, scope)),
            (1, () => TextTest(depth, scope)),
            (IsJsonata ? 1.5 : 0.2, () => ComputedTextTest(depth, scope)),
            (0.7, () => CountTest(scope)),
            (0.7, () => NumberTest(depth, scope)),
        ];
        if (depth > 0)
        {
            options.Add((1.5, () => new("and", _types.Boolean, "@ && @", Condition(depth - 1, scope), Condition(depth - 1, scope))));
            options.Add((1.5, () => new("or", _types.Boolean, "@ || @", Condition(depth - 1, scope), Condition(depth - 1, scope))));
            options.Add((1, () => new("not", _types.Boolean, "!@", Condition(depth - 1, scope))));
            options.Add((1, () => BoundCondition(depth, scope)));
            options.Add((0.7, () => Call(_types.Boolean, depth, scope)));
            options.Add((1, () => RecordEquality(depth, scope)));
            options.Add((2, () => TypeTest(depth, scope)));
            options.Add((0.3, () => TupleEquality(depth, scope)));
            options.Add((0.5, () => new("xor", _types.Boolean, "@ ^ @", Condition(depth - 1, scope), Condition(depth - 1, scope))));
            options.Add((0.5, () => new("eager", _types.Boolean, _random.Next(2) == 0 ? "@ & @" : "@ | @", Condition(depth - 1, scope), Condition(depth - 1, scope))));
            if (IsJsonata)
            {
                options.Add((2, () => QueryCondition(depth, scope)));
                options.Add((0.8, () => new("coalesce", _types.Boolean, "@ ?? @", Value(_types.Boolean.Nullable, depth - 1, scope), Condition(depth - 1, scope))));
                options.Add((0.8, () => new("conditional", _types.Boolean, "@ ? @ : @", Condition(depth - 1, scope), Condition(depth - 1, scope), Condition(depth - 1, scope))));
            }
        }

        return Pick(options) ?? new Node("literal", _types.Boolean, "true") { IsPrimary = true };
    }

    private Node Is(int depth, Scope scope)
    {
        var subject = Subject(depth - 1, scope);
        var pattern = Pattern(subject.Type!, depth - 1, null);
        return new("is", _types.Boolean, "@ is #", subject, pattern);
    }

    private Node Equality(int depth, Scope scope)
    {
        var type = OneOf(_types.Scalars);
        var (left, right) = (_random.Next(2) == 0 ? type.Nullable : type, _random.Next(3) == 0 ? type.Nullable : type);
        return new("equality", _types.Boolean, $"@ {OneOf(_equalities)} @", Value(left, depth - 1, scope), Value(right, depth - 1, scope));
    }

    private Node Order(int depth, Scope scope)
    {
        switch (_random.Next(8))
        {
            case 0:
                return new("ordinal", _types.Boolean, $"string.CompareOrdinal(#, #) {OneOf(_orders)} 0", Value(_types.Text, depth - 1, scope), Value(_types.Text, depth - 1, scope));
            case 1:
                return new("instantOrder", _types.Boolean, $"@ {OneOf(_orders)} @", Value(_random.Next(2) == 0 ? _types.Instant.Nullable : _types.Instant, depth - 1, scope), Value(_types.Instant, depth - 1, scope));
        }

        TypeRef[] numbers = [_types.Int, _types.Int, _types.Long, _types.Double, _types.Decimal];
        var type = OneOf(numbers);
        return new("order", _types.Boolean, $"@ {OneOf(_orders)} @", Value(_random.Next(2) == 0 ? type.Nullable : type, depth - 1, scope), Value(_random.Next(4) == 0 ? type.Nullable : type, depth - 1, scope));
    }

    private Node NullTest(int depth, Scope scope)
    {
        var subject = Subject(depth - 1, scope);
        if (!subject.Type!.MayBeNull)
        {
            subject = Value(OneOf(_types.Scalars).Nullable, depth - 1, scope);
        }

        return _random.Next(4) switch
        {
            0 when subject.Type!.Type.IsValueType && subject.Type.Nullness is Nullness.Nullable => new("hasValue", _types.Boolean, "(#).HasValue", subject) { IsPrimary = true },
            1 => new("equalsNull", _types.Boolean, $"@ {OneOf(_equalities)} null", subject),
            2 => new("isNotNull", _types.Boolean, "@ is not null", subject),
            _ => new("isNull", _types.Boolean, "@ is null", subject),
        };
    }

    private Node TextTest(int depth, Scope scope)
    {
        var constant = CSharpText.Of(OneOf(RandomValues.Texts));
        return _random.Next(6) switch
        {
            0 => new("isNullOrEmpty", _types.Boolean, "string.IsNullOrEmpty(#)", Value(_types.Text.Nullable, depth - 1, scope)) { IsPrimary = true },
            1 => new("textMatch", _types.Boolean, $"@.StartsWith({constant}, StringComparison.Ordinal)", Value(_types.Text, depth - 1, scope)) { IsPrimary = true },
            2 => new("textMatch", _types.Boolean, $"@.EndsWith({constant}, StringComparison.Ordinal)", Value(_types.Text, depth - 1, scope)) { IsPrimary = true },
            3 => new("textMatch", _types.Boolean, $"@.Contains({constant}, StringComparison.Ordinal)", Value(_types.Text, depth - 1, scope)) { IsPrimary = true },
            4 => new("nullableTextMatch", _types.Boolean, $"@?.Contains({constant}, StringComparison.Ordinal) {OneOf(_equalities)} {(_random.Next(2) == 0 ? "true" : "false")}", Value(_types.Text.Nullable, depth - 1, scope)),
            _ => new("textEquals", _types.Boolean, "string.Equals(#, #, StringComparison.Ordinal)", Value(_types.Text.Nullable, depth - 1, scope), Value(_types.Text.Nullable, depth - 1, scope)) { IsPrimary = true },
        };
    }

    private Node? CountTest(Scope scope)
    {
        var lists = scope.Variables.SelectMany(static variable => variable.Paths).Where(static path => path.Type!.Type is ListType).ToList();
        if (Pick(lists) is not { } list)
        {
            return null;
        }

        var count = ((ListType)list.Type!.Type).CountName;
        return new("count", _types.Boolean, $"{(list.Type.CountsAsNotNull ? "@." : "@?.")}{count} {OneOf(_random.Next(2) == 0 ? _orders : _equalities)} {_random.Next(0, 3)}", list);
    }

    /// <summary>A condition whose right side reads what a pattern found.</summary>
    private Node BoundCondition(int depth, Scope scope)
    {
        var subject = Subject(depth - 1, scope);
        var variables = new List<Variable>();
        var pattern = BindingPattern(subject.Type!, depth - 1, variables);
        return new("patternAnd", _types.Boolean, "@ is # && @", subject, pattern, Condition(depth - 1, scope.With(variables)));
    }

    private Node? Arithmetic(TypeRef type, Scalar scalar, int depth, Scope scope)
    {
        if (!IsJsonata)
        {
            return scalar is Scalar.Int or Scalar.Long ? new("addition", type, "@ + @", Value(type, 0, scope), Literal(type)!) : null;
        }

        // Sums of decimals are not exact in JSON, which the compiler says: the values here stay exact as doubles.
        if (_random.Next(8) == 0)
        {
            return new("negation", type, "-@", Value(type, depth - 1, scope));
        }

        var operators = scalar switch
        {
            Scalar.Decimal or Scalar.Long => "+-",
            _ => "+-*/%",
        };
        var sign = operators[_random.Next(operators.Length)];
        return new(scalar is Scalar.Double && sign is '/' or '%' ? "quotient" : "arithmetic", type, $"@ {sign} @", Value(type, depth - 1, scope), Value(type, depth - 1, scope));
    }

    private Node Text(int depth, Scope scope)
    {
        switch (_random.Next(4))
        {
            case 0:
                return new("concatenation", _types.Text, "@ + @", Value(_types.Text, depth - 1, scope), Hole(depth - 1, scope));
            case 1:
                return new("concat", _types.Text, "string.Concat(#, #)", Value(TextMaybeNull(), depth - 1, scope), Value(TextMaybeNull(), depth - 1, scope)) { IsPrimary = true };
        }

        var parts = new List<Node>();
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            parts.Add(_random.Next(3) == 0
                ? new("interpolatedText", null, CSharpText.Escape(OneOf(RandomValues.Texts), isInterpolated: true))
                : new("hole", null, "{@}", Hole(depth - 1, scope)));
        }

        return new("interpolation", _types.Text, "#", Node.List("parts", null, "$\"", "", "\"", parts, 0)) { IsPrimary = true };
    }

    private TypeRef TextMaybeNull() => IsJsonata && _random.Next(2) == 0 ? _types.Text.Nullable : _types.Text;

    /// <summary>A value whose text is the same in C# and in JSON. The text of a Guid is not: see docs/expressions.md.</summary>
    private Node Hole(int depth, Scope scope)
    {
        TypeRef[] types = [_types.Text, _types.Text, _types.Int, _types.Char, _types.Text];
        var type = OneOf(types);
        return Value(IsJsonata && _random.Next(3) == 0 ? type.Nullable : type, depth, scope);
    }
}
