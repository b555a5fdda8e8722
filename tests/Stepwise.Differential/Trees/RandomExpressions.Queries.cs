using Stepwise.Differential.Types;

namespace Stepwise.Differential.Trees;

/// <content>Queries over lists, in both syntaxes, and reads of lists and dictionaries by computed values.</content>
internal sealed partial class RandomExpressions
{
    private static readonly string[] _totals = ["Sum", "Min", "Max"];
    private static readonly string[] _parts = ["Take", "Skip", "TakeLast", "SkipLast"];
    private static readonly string[] _sets = ["Union", "Except", "Intersect"];

    /// <summary>A collection as a value of the result: of texts, numbers, arrays, objects.</summary>
    private Node? Collection(int depth, Scope scope)
    {
        if (_random.Next(5) == 0 && Sequence(depth - 1, scope) is { } source && source.Type!.Type is ListType { Element: var element })
        {
            var variable = NewVariable("q", element);
            var inner = scope.With([variable]);
            var key = Value(OneOf([_types.Text, _types.Int]), Inner(depth), inner);
            return new("toDictionary", null, $"@.ToDictionary({variable.Name} => #, {variable.Name} => #)", source, key, Value(OneOf(_types.Scalars).Nullable, Inner(depth), inner)) { IsPrimary = true };
        }

        return _random.Next(5) == 0 ? Groups(depth, scope)
            : Sequence(depth, scope) is { } sequence ? _random.Next(3) == 0 ? sequence : new("toList", null, "@.ToList()", sequence) { IsPrimary = true }
            : null;
    }

    /// <summary>A list, or a query of one. C# knows a query as an <c>IEnumerable</c>.</summary>
    private Node? Sequence(int depth, Scope scope)
    {
        // What has no annotation is often null here: such a source proves little.
        var isCertain = _random.Next(6) > 0;
        var lists = scope.Variables.SelectMany(static variable => variable.Paths).Where(path => path.Type!.CountsAsNotNull && path.Type.Type is ListType { Element.Nullness: var nullness }
            && !(isCertain && (nullness is Nullness.Oblivious || path.All().Any(static step => step.Type!.MayBeNull)))).ToList();
        if (Pick(lists) is not { } source || depth <= 0 || _random.Next(4) == 0)
        {
            return Pick(lists);
        }

        source = _random.Next(2) == 0 ? Sequence(depth - 1, scope) ?? source : source;
        var (type, element) = (source.Type!, ((ListType)source.Type!.Type).Element);
        var variable = NewVariable("q", element);
        var (name, inner) = (variable.Name, scope.With([variable]));
        switch (_random.Next(14))
        {
            case 0 or 1:
                return new("where", type, $"@.Where({name} => #)", source, Condition(Inner(depth), inner)) { IsPrimary = true };
            case 2 or 3:
                var selected = OneOf(_types.Scalars);
                selected = _random.Next(3) == 0 ? selected.Nullable : selected;
                return new("select", ListOf(selected), $"@.Select({name} => #)", source, Value(selected, Inner(depth), inner)) { IsPrimary = true };
            case 4:
                var key = OneOf([_types.Int, _types.Double, _types.Boolean, _types.Guid, _types.Instant, _types.Char]);
                var second = _random.Next(2) == 0 ? "" : $".ThenBy({name} => #, StringComparer.Ordinal)";
                List<Node> children = [source, Value(_random.Next(3) == 0 ? key.Nullable : key, Inner(depth), inner)];
                if (second.Length > 0)
                {
                    children.Add(Value(_random.Next(3) == 0 ? _types.Text.Nullable : _types.Text, Inner(depth), inner));
                }

                return new("orderBy", type, $"@.OrderBy{(_random.Next(2) == 0 ? "Descending" : "")}({name} => #){second}", [.. children]) { IsPrimary = true };
            case 5:
                return new("part", type, $"@.{OneOf(_parts)}(#)", source, Value(_types.Int, Inner(depth), scope)) { IsPrimary = true };
            case 6:
                return new("reverse", type, "@.Select(" + name + " => " + name + ").Reverse()", source) { IsPrimary = true };
            case 7 when HasEquality(element):
                return new("distinct", type, "@.Distinct()", source) { IsPrimary = true };
            case 8 when element.Nullness is not Nullness.Oblivious:
                return new("appended", type, $"@.{(_random.Next(2) == 0 ? "Append" : "Prepend")}(#)", source, Value(element, Inner(depth), scope)) { IsPrimary = true };
            case 9 when Sequence(depth - 1, scope) is { } other && other.Type!.Text == type.Text:
                return HasEquality(element) && _random.Next(2) == 0
                    ? new("setOperation", type, $"@.{OneOf(_sets)}(#)", source, other) { IsPrimary = true }
                    : new("joined", type, "@.Concat(#)", source, other) { IsPrimary = true };
            case 10 when Sequence(Inner(depth), inner) is { } many:
                return _random.Next(2) == 0
                    ? new("selectMany", many.Type, $"@.SelectMany({name} => #)", source, many) { IsPrimary = true }
                    : NewVariable("q", ((ListType)many.Type!.Type).Element) is var item && OneOf(_types.Scalars) is var made
                    ? new("queryExpression", ListOf(made), $"from {name} in @ from {item.Name} in # select #", source, many, Value(made, Inner(depth), inner.With([item])))
                    : null;
            case 11:
                var result = OneOf(_types.Scalars);
                return new("queryExpression", ListOf(result), $"from {name} in @ where # orderby # descending select #", source, Condition(Inner(depth), inner), Value(_types.Int, Inner(depth), inner), Value(result, Inner(depth), inner));
            case 12 when Sequence(depth - 1, scope) is { } paired:
                var partner = NewVariable("q", ((ListType)paired.Type!.Type).Element);
                var zipped = OneOf(_types.Scalars);
                return new("zip", ListOf(zipped), $"@.Zip(#, ({name}, {partner.Name}) => #)", source, paired, Value(zipped, Inner(depth), inner.With([partner]))) { IsPrimary = true };
            default:
                return new("where", type, $"@.Where({name} => #)", source, Condition(Inner(depth), inner)) { IsPrimary = true };
        }
    }

    /// <summary>What is computed for each group.</summary>
    private Node? Groups(int depth, Scope scope)
    {
        if (Sequence(depth - 1, scope) is not { } source)
        {
            return null;
        }

        var (element, group) = (NewVariable("q", ((ListType)source.Type!.Type).Element), NewVariable("g", source.Type));
        var key = OneOf([_types.Text, _types.Int, _types.Boolean, _types.Char]);
        var value = Value(_random.Next(3) == 0 ? key.Nullable : key, Inner(depth), scope.With([element]));
        var item = NewVariable("q", element.Type);
        return new("group", null, $"@.GroupBy({element.Name} => #).Select({group.Name} => new {{ {group.Name}.Key, Count = {group.Name}.Count(), All = {group.Name}, Some = {group.Name}.Where({item.Name} => #).Take(1) }})", source, value, Condition(Inner(depth), scope.With([item]))) { IsPrimary = true };
    }

    private Node? QueryCondition(int depth, Scope scope)
    {
        if (_random.Next(4) == 0)
        {
            return DictionaryCondition(depth, scope);
        }

        if (Sequence(depth - 1, scope) is not { } source)
        {
            return null;
        }

        var element = ((ListType)source.Type!.Type).Element;
        var variable = NewVariable("q", element);
        var inner = scope.With([variable]);
        return _random.Next(5) switch
        {
            0 or 1 => new("any", _types.Boolean, $"@.Any({variable.Name} => #)", source, Condition(Inner(depth), inner)) { IsPrimary = true },
            2 => new("all", _types.Boolean, $"@.All({variable.Name} => #)", source, Condition(Inner(depth), inner)) { IsPrimary = true },
            3 when (HasEquality(element) || element.Type is ScalarType) && element.Nullness is not Nullness.Oblivious =>
                new("contains", _types.Boolean, "@.Contains(#)", source, Value(element, Inner(depth), scope)) { IsPrimary = true },
            _ => new("countOf", _types.Boolean, $"@.Count({variable.Name} => #) {OneOf(_orders)} {_random.Next(0, 3)}", source, Condition(Inner(depth), inner)),
        };
    }

    private Node? DictionaryCondition(int depth, Scope scope)
    {
        if (Dictionary(scope, static _ => true) is not { } target)
        {
            return null;
        }

        var type = (DictionaryType)target.Type!.Type;
        var key = Key(type, depth, scope);
        var found = NewVariable("d", type.Value);
        return _random.Next(2) == 0
            ? new("containsKey", _types.Boolean, "@.ContainsKey(#)", target, key) { IsPrimary = true }
            : new("tryGetValue", _types.Boolean, $"@.TryGetValue(#, out var {found.Name}) && @", target, key, Condition(Inner(depth), scope.With([found])));
    }

    /// <summary>A value that is not null: of a list or a dictionary, or of all elements of a list.</summary>
    private Node? QueryValue(TypeRef type, int depth, Scope scope)
    {
        if (_random.Next(3) == 0 && Dictionary(scope, value => value.CountsAsNotNull && value.Type.Name == type.Type.Name) is { } target)
        {
            return new("entryByKey", ((DictionaryType)target.Type!.Type).Value, "@[#]", target, Key((DictionaryType)target.Type.Type, depth, scope)) { IsPrimary = true };
        }

        if (Sequence(depth - 1, scope) is not { } source)
        {
            return null;
        }

        var element = ((ListType)source.Type!.Type).Element;
        var variable = NewVariable("q", element);
        var inner = scope.With([variable]);
        if (type.Type.Name != element.Type.Name && type.Type is ScalarType && _random.Next(2) == 0)
        {
            source = new("select", ListOf(type), $"@.Select({variable.Name} => #)", source, Value(type, Inner(depth), inner)) { IsPrimary = true };
            element = type;
            variable = NewVariable("q", element);
            inner = scope.With([variable]);
        }

        if (type.Type.Name == element.Type.Name && element.CountsAsNotNull && _random.Next(3) > 0)
        {
            return _random.Next(4) switch
            {
                0 => new("first", element, $"@.{OneOf(["First", "Last", "Single"])}()", source) { IsPrimary = true },
                1 => new("first", element, $"@.{OneOf(["First", "Last", "Single"])}({variable.Name} => #)", source, Condition(Inner(depth), inner)) { IsPrimary = true },
                2 when element.Type.IsValueType => new("firstOrDefault", element, $"@.FirstOrDefault({variable.Name} => #, #)", source, Condition(Inner(depth), inner), Value(element, Inner(depth), scope)) { IsPrimary = true },
                _ => new("index", element, $"@.ToList()[{(_random.Next(3) == 0 ? "^" : "")}(#)]", source, Value(_types.Int, Inner(depth), scope)) { IsPrimary = true },
            };
        }

        switch (type.Type)
        {
            case ScalarType { Scalar: Scalar.Int } when _random.Next(3) == 0:
                var sum = NewVariable("s", _types.Int);
                return new("aggregate", type, $"@.Aggregate(#, ({sum.Name}, {variable.Name}) => #)", source, Value(_types.Int, Inner(depth), scope), Value(_types.Int, Inner(depth), inner.With([sum]))) { IsPrimary = true };
            case ScalarType { Scalar: Scalar.Int or Scalar.Double }:
                return new("total", type, $"@.{OneOf(_totals)}({variable.Name} => #)", source, Value(type, Inner(depth), inner)) { IsPrimary = true };
            case ScalarType { Scalar: Scalar.Text }:
                return new("concatenated", type, $"@.Aggregate(#, (s{variable.Name}, {variable.Name}) => s{variable.Name} + @)", source, Value(_types.Text, Inner(depth), scope), Value(_types.Text, Inner(depth), inner)) { IsPrimary = true };
            default:
                return null;
        }
    }

    /// <summary>A value that may be null.</summary>
    private Node? NullableQueryValue(TypeRef type, int depth, Scope scope)
    {
        if (_random.Next(3) > 0
            && Dictionary(scope, value => value.Nullness is not Nullness.Oblivious && value.Type.Name == type.Type.Name && (value.Nullness is Nullness.Nullable || !value.Type.IsValueType)) is { } target)
        {
            return new("getValueOrDefault", type, "@.GetValueOrDefault(#)", target, Key((DictionaryType)target.Type!.Type, depth, scope)) { IsPrimary = true };
        }

        if (Sequence(depth - 1, scope) is not { } source)
        {
            return null;
        }

        var element = ((ListType)source.Type!.Type).Element;
        var variable = NewVariable("q", element);
        var inner = scope.With([variable]);
        return element.Type.Name == type.Type.Name && (element.Nullness is Nullness.Nullable || !element.Type.IsValueType)
            ? new("firstOrDefault", type, $"@.{OneOf(["FirstOrDefault", "LastOrDefault", "SingleOrDefault"])}({variable.Name} => #)", source, Condition(Inner(depth), inner)) { IsPrimary = true }
            : type.Type is ScalarType { Scalar: Scalar.Int or Scalar.Double }
            ? new("nullableTotal", type, $"@.{OneOf(["Min", "Max"])}({variable.Name} => #)", source, Value(type, Inner(depth), inner)) { IsPrimary = true }
            : null;
    }

    private Node? Dictionary(Scope scope, Func<TypeRef, bool> isOf) =>
        Pick([.. scope.Variables.SelectMany(static variable => variable.Paths).Where(path => path.Type!.CountsAsNotNull && path.Type.Type is DictionaryType { Value: var value } && isOf(value))]);

    private Node Key(DictionaryType type, int depth, Scope scope) => _random.Next(2) == 0
        ? new("literal", null, type.HasTextKeys ? CSharpText.Of(OneOf(RandomValues.Keys)) : OneOf(RandomValues.NumberKeys)) { IsPrimary = true }
        : Value(type.HasTextKeys ? _types.Text : _types.Int, Inner(depth), scope);

    /// <summary>How deep a function of the elements may be nested: one that can fail is refused in most queries, and more of it can.</summary>
    private int Inner(int depth) => Math.Min(depth - 1, _random.Next(3) == 0 ? 1 : 0);

    private static TypeRef ListOf(TypeRef element) => new(new ListType(element, isArray: false));

    private static bool HasEquality(TypeRef element) => element.Type is ScalarType { Scalar: Scalar.Text or Scalar.Int or Scalar.Double or Scalar.Boolean or Scalar.Char or Scalar.Long or Scalar.Decimal };
}
