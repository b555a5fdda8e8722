using System.Globalization;
using Stepwise.Differential.Places;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Trees;

/// <summary>Makes random expressions of given types. This part: values of any type.</summary>
internal sealed partial class RandomExpressions
{
    private readonly Random _random;
    private readonly Catalogue _types;
    private readonly Language _language;
    private readonly bool _hasRaw;
    private int _variables;

    /// <summary>Makes expressions for one state.</summary>
    /// <param name="random">The source of randomness.</param>
    /// <param name="types">The types.</param>
    /// <param name="language">The query language of the state: JSONPath can say less.</param>
    /// <param name="hasRaw">Whether there is <c>Asl.Jsonata</c>, which C# cannot execute.</param>
    public RandomExpressions(Random random, Catalogue types, Language language, bool hasRaw = true)
    {
        _random = random;
        _types = types;
        _language = language;
        _hasRaw = hasRaw;
    }

    private bool IsJsonata => _language is not Language.JsonPath;

    /// <summary>A value of a type.</summary>
    /// <param name="type">The type. If it allows null, the expression has the nullable type in C# too.</param>
    /// <param name="depth">How deep it may be nested.</param>
    /// <param name="scope">What it can read.</param>
    public Node Value(TypeRef type, int depth, Scope scope)
    {
        var options = type.Nullness is Nullness.NotNull ? NotNullValues(type, depth, scope) : NullableValues(type, depth, scope);
        return Pick(options) ?? Least(type, scope);
    }

    /// <summary>The least expression of a type.</summary>
    public Node Least(TypeRef type, Scope scope)
    {
        if (type.Nullness is not Nullness.NotNull)
        {
            return Pick([.. scope.PathsTo(type.Type, mayBeNull: true).Where(path => path.Type!.Nullness is Nullness.Nullable)]) ?? Null(type);
        }

        return Pick(scope.PathsTo(type.Type, mayBeNull: false)) ?? Literal(type) ?? Creation(type, 0, scope) ?? throw new NoValueException(type.Text);
    }

    private static Node Null(TypeRef type) => new("null", type.Nullable, $"({type.Nullable.Text})null");

    private List<(double Weight, Func<Node?> Make)> NotNullValues(TypeRef type, int depth, Scope scope)
    {
        List<(double, Func<Node?>)> options =
        [
            (5, () => Pick(scope.PathsTo(type.Type, mayBeNull: false))),
            (1.5, () => Literal(type)),
        ];
        if (depth <= 0)
        {
            return options;
        }

        options.Add((1, () => Element(type, depth, scope)));
        options.Add((IsJsonata ? 0.7 : 0.3, () => Call(type, depth, scope)));
        options.Add((0.7, () => Pick(scope.PathsTo(type.Type, mayBeNull: true)) is { } path ? new("suppression", type, type.Type.IsValueType ? "(#).Value" : path.IsConditionalChain ? "(#)!" : "@!", path) { IsPrimary = true } : null));
        if (IsJsonata)
        {
            options.Add((1.5, () => new("coalesce", type, "@ ?? @", Value(type.Nullable, depth - 1, scope), Value(type, depth - 1, scope))));
            options.Add((1.2, () => new("conditional", type, "@ ? @ : @", Condition(depth - 1, scope), Value(type, depth - 1, scope), Value(type, depth - 1, scope))));
            options.Add((0.7, () => Switch(type, depth, scope)));
            options.Add((0.8, () => MemberOfComputed(type, depth, scope, mayBeNull: false)));
            options.Add((0.8, () => Bound(type, depth, scope)));
            options.Add((0.3, () => _hasRaw ? Raw(type, depth, scope) : null));
            options.Add((2.5, () => ValueOfNumbers(type, depth, scope)));
            options.Add((0.4, () => ValueOrDefault(type, depth, scope)));
            options.Add((2, () => QueryValue(type, depth, scope)));
            options.Add((0.8, () => Copy(type, depth, scope)));
            options.Add((1, () => Computed(type, depth, scope)));
            options.Add((type.Type is ScalarType { Scalar: Scalar.Text } ? 2 : 0, () => ComputedText(depth, scope)));
        }

        options.Add((2.5, () => type.Type switch
        {
            ScalarType { Scalar: Scalar.Boolean } => Condition(depth, scope),
            ScalarType { Scalar: Scalar.Int } when IsJsonata && _random.Next(4) == 0 => TextNumber(depth, scope),
            ScalarType { IsNumber: true } number => Arithmetic(type, number.Scalar, depth, scope),
            ScalarType { Scalar: Scalar.Text } => Text(depth, scope),
            EnumType { IsText: false } => new("enumCast", type, "(" + type.Text + ")@", Value(_random.Next(2) == 0 ? _types.Int : _types.Double, depth - 1, scope)),
            RecordType when _random.Next(2) == 0 => null,
            _ => Creation(type, depth, scope),
        }));
        return options;
    }

    private List<(double Weight, Func<Node?> Make)> NullableValues(TypeRef type, int depth, Scope scope)
    {
        List<(double, Func<Node?>)> options =
        [
            (6, () => Pick([.. scope.PathsTo(type.Type, mayBeNull: true).Where(path => path.Type!.Nullness is Nullness.Nullable || !type.Type.IsValueType)])),
            (0.4, () => Null(type)),
            (type.Type.IsValueType ? 0.2 : 1, () => Value(type.NotNull, depth - 1, scope) is var value && type.Type.IsValueType ? new Node("toNullable", type, $"({type.Text})@", value) : value),
        ];
        if (depth > 0 && IsJsonata)
        {
            options.Add((1, () => new("coalesce", type, "@ ?? @", Value(type, depth - 1, scope), Value(type, depth - 1, scope))));
            options.Add((1.2, () => new("conditional", type, "@ ? @ : @", Condition(depth - 1, scope), Value(type, depth - 1, scope), Value(type, depth - 1, scope))));
            options.Add((0.5, () => Switch(type, depth, scope)));
            options.Add((1, () => MemberOfComputed(type, depth, scope, mayBeNull: true)));
            options.Add((2, () => Lifted(type, depth, scope)));
            options.Add((1, () => NullableQueryValue(type, depth, scope)));
            options.Add((0.7, () => Call(type, depth, scope)));
        }

        return options;
    }

    /// <summary>A literal; null where the type has none.</summary>
    private Node? Literal(TypeRef type) => LiteralText(type.Type) is { } text ? new("literal", type.NotNull, text) { IsPrimary = text[0] != '-' } : null;

    private string? LiteralText(CSharpType type)
    {
        switch (type)
        {
            case EnumType @enum:
                return @enum.Name + "." + @enum.Members[_random.Next(@enum.Members.Count)].Name;
            case ScalarType { Scalar: var scalar }:
                return scalar switch
                {
                    Scalar.Boolean => _random.Next(2) == 0 ? "true" : "false",
                    Scalar.Int => (_random.Next(5) == 0 ? OneOf(RandomValues.Integers) : _random.Next(-2, 6)).ToString(CultureInfo.InvariantCulture),
                    Scalar.Long => OneOf(RandomValues.Longs).ToString(CultureInfo.InvariantCulture) + "L",
                    Scalar.Double => OneOf(RandomValues.Doubles).ToString("R", CultureInfo.InvariantCulture) + "d",
                    Scalar.Decimal => OneOf(RandomValues.Decimals).ToString(CultureInfo.InvariantCulture) + "m",
                    Scalar.Text => CSharpText.Of(OneOf(RandomValues.Texts)),
                    Scalar.Char => CSharpText.Of(OneOf(RandomValues.Characters)),
                    Scalar.Guid => $"Guid.Parse(\"{OneOf(RandomValues.Guids)}\")",
                    Scalar.Duration => OneOf(_durations),
                    Scalar.Date => OneOf(_dates),
                    _ => InstantText(),
                };
            default:
                return null;
        }
    }

    private string InstantText()
    {
        var instant = DateTimeOffset.Parse(OneOf(RandomValues.Instants), CultureInfo.InvariantCulture);
        instant = new(instant.Year, instant.Month, instant.Day, instant.Hour, instant.Minute, instant.Second, instant.Offset);
        return instant.Offset == TimeSpan.Zero
            ? $"new DateTimeOffset({instant:yyyy, M, d, H, m, s}, TimeSpan.Zero)"
            : $"DateTimeOffset.Parse(\"{instant:yyyy-MM-ddTHH:mm:sszzz}\")";
    }

    /// <summary>An element of a list or a value of a dictionary, by a constant.</summary>
    private Node? Element(TypeRef type, int depth, Scope scope)
    {
        var collections = scope.Variables.SelectMany(static variable => variable.Paths).Where(path => path.Type!.CountsAsNotNull && path.Type.Type switch
        {
            ListType list => list.Element.Type.Name == type.Type.Name && list.Element.CountsAsNotNull == type.CountsAsNotNull,
            DictionaryType dictionary => dictionary.Value.Type.Name == type.Type.Name && dictionary.Value.CountsAsNotNull == type.CountsAsNotNull,
            _ => false,
        }).ToList();
        if (Pick(collections) is not { } target)
        {
            return null;
        }

        return target.Type!.Type switch
        {
            ListType list => new("element", list.Element, "@[" + (_random.Next(4) == 0 ? "^1" : _random.Next(3) == 0 ? "1" : "0") + "]", target) { IsPrimary = true },
            DictionaryType { HasTextKeys: true } dictionary => new("entry", dictionary.Value, "@[" + CSharpText.Of(OneOf(RandomValues.Keys)) + "]", target) { IsPrimary = true },
            DictionaryType dictionary => new("entry", dictionary.Value, "@[" + OneOf(RandomValues.NumberKeys) + "]", target) { IsPrimary = true },
            _ => null,
        };
    }

    /// <summary>A member of a record that is computed.</summary>
    private Node? MemberOfComputed(TypeRef type, int depth, Scope scope, bool mayBeNull)
    {
        var records = _types.Records.Where(record => scope.PathsTo(record, mayBeNull: false).Count > 0 || scope.PathsTo(record, mayBeNull: true).Count > 0)
            .SelectMany(record => record.Members.Where(member => member.Type.Type.Name == type.Type.Name && (mayBeNull || member.Type.CountsAsNotNull)).Select(member => (record, member)))
            .ToList();
        if (records.Count == 0)
        {
            return null;
        }

        var (owner, read) = records[_random.Next(records.Count)];
        var target = Value(mayBeNull && _random.Next(2) == 0 ? new(owner, Nullness.Nullable) : new(owner), depth - 1, scope);
        var result = Members.Of(target, read);
        return (mayBeNull ? result.Type!.Nullness is Nullness.Nullable || !type.Type.IsValueType : result.Type!.CountsAsNotNull) ? result : null;
    }

    /// <summary>A switch over a value, or over several.</summary>
    private Node Switch(TypeRef type, int depth, Scope scope)
    {
        var isTuple = _random.Next(4) == 0;
        List<Node> subjects = [.. Enumerable.Range(0, isTuple ? 2 : 1).Select(_ => Subject(depth - 1, scope))];
        var arms = new List<Node>();
        var patternTexts = new HashSet<string>(StringComparer.Ordinal);
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            var variables = new List<Variable>();
            var patterns = subjects.Select(subject => Pattern(subject.Type!, depth - 1, variables)).ToArray();
            var pattern = isTuple ? new("tuplePattern", null, "(#, #)", patterns) { IsPattern = true } : patterns[0];
            var inner = scope.With(variables);
            if (!patternTexts.Add(pattern.Write(isExecuted: false)))
            {
                continue;
            }

            arms.Add(_random.Next(4) == 0 || IsCatchAll(pattern)
                ? new("guardedArm", null, "# when @ => #", pattern, Condition(depth - 1, inner), Value(type, depth - 1, inner))
                : new("arm", null, "# => #", pattern, Value(type, depth - 1, inner)));
        }

        arms.Add(new("lastArm", null, "_ => #", Value(type, depth - 1, scope)));
        var subject = isTuple ? new("tuple", null, "(#, #)", [.. subjects]) { IsPrimary = true } : subjects[0];
        return new("switch", type, "@ switch #", subject, Node.List("arms", null, "{ ", ", ", " }", arms, 1, keepsLast: true));
    }

    /// <summary>Whether C# may refuse the arms that follow a pattern, because nothing is left for them.</summary>
    private static bool IsCatchAll(Node pattern) => pattern.Kind is "discard" or "varPattern" or "anyPattern" or "notNullPattern" or "declarationPattern";

    /// <summary>A value that reads what a pattern found.</summary>
    private Node Bound(TypeRef type, int depth, Scope scope)
    {
        var subject = Subject(depth - 1, scope);
        var variables = new List<Variable>();
        var pattern = BindingPattern(subject.Type!, depth - 1, variables);
        return new("patternConditional", type, "@ is # ? @ : @", subject, pattern, Value(type, depth - 1, scope.With(variables)), Value(type, depth - 1, scope));
    }

    /// <summary>What a pattern is matched with.</summary>
    private Node Subject(int depth, Scope scope)
    {
        if (depth <= 0 || !IsJsonata || _random.Next(3) > 0)
        {
            if (Pick([.. scope.Variables.SelectMany(static variable => variable.Paths)]) is { } path)
            {
                return path;
            }
        }

        var type = _random.Next(3) == 0 && _types.Records.Where(record => scope.PathsTo(record, mayBeNull: false).Count > 0).ToList() is { Count: > 0 } records ? new TypeRef(records[_random.Next(records.Count)]) : OneOf(_types.Scalars);
        return Value(_random.Next(2) == 0 ? type.Nullable : type, depth, scope);
    }

    /// <summary>A new object, list or dictionary.</summary>
    private Node? Creation(TypeRef type, int depth, Scope scope)
    {
        switch (type.Type)
        {
            case RecordType { Creation: Types.Creation.Positional } record:
                var arguments = record.Members.Select(member => Argument(member, depth, scope)).ToArray();
                var names = record.Members.Select(static member => member.Name).ToList();
                if (_random.Next(4) == 0)
                {
                    var order = Enumerable.Range(0, names.Count).OrderBy(_ => _random.Next()).ToList();
                    return new("newNamed", type, $"new {record.Name}({string.Join(", ", order.Select(i => names[i] + ": #"))})", [.. order.Select(i => arguments[i])]) { IsPrimary = true };
                }

                return new("newPositional", type, $"new {record.Name}({string.Join(", ", names.Select(static _ => "#"))})", arguments) { IsPrimary = true };
            case RecordType { Creation: Types.Creation.Initializer } record:
                var set = record.Members.Where(member => !member.Type.MayBeNull || _random.Next(3) > 0)
                    .Select(member => new Node("initializer", null, member.Name + " = #", Argument(member, depth, scope)))
                    .ToList();
                return new("newInitializer", type, "new " + record.Name + " #", Node.List("initializers", null, "{ ", ", ", " }", set, 0)) { IsPrimary = true };
            case RecordType { Derived.Count: > 0 } shape:
                var derived = shape.Derived[_random.Next(shape.Derived.Count)].Type;
                return new("upcast", type, $"({shape.Name})@", Creation(new(derived), depth, scope)!);
            case ListType list:
                var items = Enumerable.Range(0, _random.Next(0, 3)).Select(_ => Value(list.Element.NotNull.Type is var element && list.Element.MayBeNull ? new(element, Nullness.Nullable) : list.Element, depth - 1, scope));
                return Node.List("newList", type, "new " + list.Element.Text + "[] { ", ", ", " }", items, 0) is var array && list.CountName == "Length" ? Primary(array) : new("asList", type, $"((IReadOnlyList<{list.Element.Text}>)#)", array) { IsPrimary = true };
            case DictionaryType { HasTextKeys: true } dictionary:
                var entries = RandomValues.Keys.Where(_ => _random.Next(3) == 0)
                    .Select(key => new Node("newEntry", null, "[" + CSharpText.Of(key) + "] = #", Value(dictionary.Value.MayBeNull ? dictionary.Value.Nullable : dictionary.Value, depth - 1, scope)));
                return Node.List("newDictionary", type, $"new Dictionary<string, {dictionary.Value.Text}> {{ ", ", ", " }", entries, 0);
            default:
                return Literal(type);
        }
    }

    private static Node Primary(Node node) => new("array", node.Type, "(#)", node) { IsPrimary = true };

    /// <summary>The value of a property of a new object.</summary>
    private Node Argument(Member member, int depth, Scope scope)
    {
        var type = member.Type.MayBeNull && (_random.Next(3) > 0 || depth <= 0) ? member.Type.Nullable : member.Type.NotNull;
        return depth <= 0 || _random.Next(10) < 6 ? Least(type.Nullness is Nullness.Oblivious ? type.NotNull : type, scope) : Value(type, depth - 1, scope);
    }

    /// <summary>JSONata that is written by hand, beside C# that means the same.</summary>
    private Node? Raw(TypeRef type, int depth, Scope scope) => type.Type switch
    {
        ScalarType { Scalar: Scalar.Text } => new("raw", type, "Asl.Jsonata<string>(\"($arg0 = null ? '' : $arg0) & '-' & ($arg1 = null ? '' : $arg1)\", #, #)", Value(_types.Text, depth - 1, scope), Value(_types.Text, depth - 1, scope)) { IsPrimary = true, Executed = "string.Concat(#, \"-\", #)" },
        ScalarType { Scalar: Scalar.Int } => new("raw", type, "Asl.Jsonata<int>(\"$arg0 - $arg1\", #, #)", Value(_types.Int, depth - 1, scope), Value(_types.Int, depth - 1, scope)) { IsPrimary = true, Executed = "(@ - @)" },
        _ => null,
    };

    private T OneOf<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    private T? Pick<T>(IReadOnlyList<T> values)
        where T : class => values.Count == 0 ? null : OneOf(values);

    /// <summary>Chooses by weight; what cannot be made leaves the choice to the others.</summary>
    private Node? Pick(List<(double Weight, Func<Node?> Make)> options)
    {
        while (options.Count > 0)
        {
            var target = _random.NextDouble() * options.Sum(static option => option.Weight);
            var chosen = 0;
            while (chosen < options.Count - 1 && (target -= options[chosen].Weight) > 0)
            {
                chosen++;
            }

            if (options[chosen].Make() is { } node)
            {
                return node;
            }

            options.RemoveAt(chosen);
        }

        return null;
    }

    private Variable NewVariable(string prefix, TypeRef type) => new(prefix + (++_variables).ToString(CultureInfo.InvariantCulture), type, isParameter: false);
}
