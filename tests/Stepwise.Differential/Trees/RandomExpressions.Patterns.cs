using Stepwise.Differential.Types;

namespace Stepwise.Differential.Trees;

/// <content>Patterns.</content>
internal sealed partial class RandomExpressions
{
    /// <summary>A pattern for values of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="depth">How deep it may be nested.</param>
    /// <param name="variables">Takes the variables that it declares; null where it must not declare any.</param>
    private Node Pattern(TypeRef type, int depth, List<Variable>? variables)
    {
        List<(double, Func<Node?>)> options =
        [
            (2, () => Constant(type)),
            (1.5, () => Relation(type)),
        ];
        if (!type.Type.IsValueType || type.MayBeNull)
        {
            options.Add((type.MayBeNull ? 1.5 : 0.2, () => Leaf("nullPattern", type, "null")));
            options.Add((type.MayBeNull ? 1 : 0.2, () => Leaf("notNullPattern", type, "not null")));
            options.Add((0.5, () => Leaf("anyPattern", type, "{ }")));
        }

        if (depth > 0)
        {
            options.Add((1, () => new("notPattern", type, "not @", Pattern(type, depth - 1, null)) { IsPattern = true }));
            options.Add((1, () => new("orPattern", type, "@ or @", Pattern(type, depth - 1, null), Pattern(type, depth - 1, null)) { IsPattern = true }));
            options.Add((0.6, () => new("andPattern", type, "@ and @", Pattern(type, depth - 1, null), Pattern(type, depth - 1, null)) { IsPattern = true }));
            options.Add((4, () => Properties(type, depth, variables)));
            options.Add((1, () => Positions(type, depth, variables)));
            options.Add((3, () => ListPattern(type, depth, variables)));
        }

        if (variables is not null)
        {
            options.Add((1, () => BindingPattern(type, 0, variables)));
        }

        return Pick(options) ?? Leaf("discard", type, "var _");
    }

    /// <summary>A pattern that declares at least one variable.</summary>
    private Node BindingPattern(TypeRef type, int depth, List<Variable> variables)
    {
        if (depth > 0 && type.Type is RecordType record && Pick(record.Members) is { } member)
        {
            var inner = BindingPattern(member.Type, depth - 1, variables);
            return new("propertyPattern", type, "#", Node.List("properties", null, "{ ", ", ", " }", [new Node("property", null, member.Name + ": #", inner)], 1)) { IsPattern = true };
        }

        if (type.MayBeNull || (!type.Type.IsValueType && _random.Next(3) == 0))
        {
            var found = NewVariable("v", type.NotNull);
            variables.Add(found);
            return Leaf("declarationPattern", type, (type.Type is ScalarType && _random.Next(2) == 0 ? type.Type.Name : "{ }") + " " + found.Name);
        }

        var variable = NewVariable("v", type);
        variables.Add(variable);
        return Leaf("varPattern", type, "var " + variable.Name);
    }

    private static Node Leaf(string kind, TypeRef type, string text) => new(kind, type, text) { IsPattern = true, IsPrimary = true };

    private Node? Constant(TypeRef type) => type.Type switch
    {
        ScalarType { Scalar: Scalar.Guid or Scalar.Instant or Scalar.Duration or Scalar.Date } => null,
        ScalarType or EnumType => Leaf("constantPattern", type, LiteralText(type.Type)!),
        _ => null,
    };

    private Node? Relation(TypeRef type) => type.Type is ScalarType { IsNumber: true }
        ? Leaf("relationalPattern", type, OneOf(_orders) + " " + LiteralText(type.Type))
        : type.Type is ScalarType { Scalar: Scalar.Text } ? Leaf("lengthPattern", type, _random.Next(2) == 0 ? "{ Length: 0 }" : "{ Length: > 0 }") : null;

    private Node? Properties(TypeRef type, int depth, List<Variable>? variables)
    {
        if (type.Type is not RecordType record)
        {
            return null;
        }

        var members = record.Members.OrderBy(_ => _random.Next()).Take(_random.Next(1, 3)).ToList();
        if (members.Count == 0)
        {
            return null;
        }

        var properties = members.Select(member =>
        {
            if (member.Type.Type is RecordType inner && _random.Next(5) > 0 && Pick(inner.Members) is { } next)
            {
                var nested = member.Type.MayBeNull ? next.Type.Nullable : next.Type;
                return new Node("nestedProperty", null, $"{member.Name}.{next.Name}: #", Pattern(nested, depth - 1, variables));
            }

            return new Node("property", null, member.Name + ": #", Pattern(member.Type, depth - 1, variables));
        });
        return new("propertyPattern", type, "#", Node.List("properties", null, "{ ", ", ", " }", properties.ToList(), 0)) { IsPattern = true, IsPrimary = true };
    }

    private Node? Positions(TypeRef type, int depth, List<Variable>? variables)
    {
        if (type.Type is not RecordType { Positions: > 1 } record)
        {
            return null;
        }

        var patterns = record.Members.Take(record.Positions).Select(member => _random.Next(3) > 0 ? Leaf("discard", member.Type, "_") : Pattern(member.Type, depth - 1, variables)).ToArray();
        return new("positionalPattern", type, $"({string.Join(", ", patterns.Select(static _ => "#"))})", patterns) { IsPattern = true, IsPrimary = true };
    }

    private Node? ListPattern(TypeRef type, int depth, List<Variable>? variables)
    {
        if (!IsJsonata || type.Type is not ListType list)
        {
            return null;
        }

        Node Item() => _random.Next(3) == 0 ? Leaf("discard", list.Element, "_") : Pattern(list.Element, depth - 1, variables);
        return _random.Next(6) switch
        {
            0 => Leaf("listPattern", type, "[]"),
            1 => new("listPattern", type, "[#]", Item()) { IsPattern = true, IsPrimary = true },
            2 => new("listPattern", type, "[#, ..]", Item()) { IsPattern = true, IsPrimary = true },
            3 => new("listPattern", type, "[.., #]", Item()) { IsPattern = true, IsPrimary = true },
            4 => new("listPattern", type, "[#, #]", Item(), Item()) { IsPattern = true, IsPrimary = true },
            _ => Leaf("countPattern", type, $"{{ {list.CountName}: {(_random.Next(2) == 0 ? "0" : "> 1")} }}"),
        };
    }
}
