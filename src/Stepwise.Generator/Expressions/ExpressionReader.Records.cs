using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Expressions;

/// <content>Copies of records by <c>with</c>, and their equality: both member by member.</content>
internal sealed partial class ExpressionReader
{
    /// <summary>More members than a person would compare.</summary>
    private const int MemberLimit = 200;

    /// <summary>A copy of a record, a struct or an anonymous object with other values for some properties.</summary>
    private Expression ReadWith(IWithOperation with)
    {
        if (with.Type is not INamedTypeSymbol type || with.Type is IErrorTypeSymbol)
        {
            return Invalid(with);
        }

        var value = Read(with.Operand);
        if (value is InvalidExpression)
        {
            return value;
        }

        if (MayBeNullHere(value, with.Operand))
        {
            return Refuse(WithKeyword(with), "'with' of '" + Shorten(with.Operand.Syntax) + "', which may be null,", "test it first");
        }

        if (value.Type.Kind is not WireKind.Object || RefuseCopy(WithKeyword(with), "'with' of '" + Minimal(type) + "'", type) is not null)
        {
            return value.Type.Kind is WireKind.Object ? new InvalidExpression(Anchor(with)) : Refuse(WithKeyword(with), "'with' of '" + Minimal(type) + "'", "copy a record or an anonymous object");
        }

        var original = Once(value.AsNotNull());
        var known = PropertiesOf(type);
        var values = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var initializer in with.Initializer?.Initializers ?? [])
        {
            if (initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var target }, Value: var assigned })
            {
                return initializer is IInvalidOperation ? Invalid(initializer) : Refuse(initializer, "'" + Shorten(initializer.Syntax) + "'", "assign a value to a property");
            }

            if (known.FirstOrDefault(candidate => candidate.Symbol.Name == target.Name) is not { } property)
            {
                return Refuse(TargetOf(initializer), "the property '" + target.Name + "'", "it is not in the JSON: make it public, without [JsonIgnore]");
            }

            values[target.Name] = type.IsAnonymousType ? ReadAlike(assigned) : ReadAs(assigned, property.Type);
        }

        return Copy(with, WithKeyword(with), type, original, values);
    }

    /// <summary>An object with the properties of another, except those that have new values.</summary>
    private Expression Copy(IOperation operation, Location place, INamedTypeSymbol type, Expression original, Dictionary<string, Expression> values)
    {
        var anchor = Anchor(operation);
        var properties = new PropertyList();
        foreach (var property in PropertiesOf(type))
        {
            if (!values.TryGetValue(property.Symbol.Name, out var value))
            {
                value = MemberOf(original, property, anchor);
            }

            properties.Add(property.WireName, Write(property, value), TypeReader.IsAlwaysPresent(property.Symbol));
        }

        var copy = properties.ToObject(context.Types.Read(type).AsNotNullable(), anchor) ?? RefuseSameNames(place, type);
        return Discriminated(copy, type);
    }

    /// <summary>Refuses a type whose copy is not, property by property, what its JSON has. Null where it is.</summary>
    private InvalidExpression? RefuseCopy(Location place, string what, INamedTypeSymbol type)
    {
        InvalidExpression Refused(string why, string instead) => Refuse(place, what + ", " + why + ",", instead);

        if (type.IsAnonymousType)
        {
            return null;
        }

        if (!type.IsSealed && type.IsReferenceType && IsToldApart(type))
        {
            return Refused("which may be one of the types that derive from it", "seal the type, or write 'new' and name every property");
        }

        for (var part = type; part is { SpecialType: SpecialType.None }; part = part.BaseType)
        {
            if (part.IsRecord && part.IsReferenceType && part.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters is [var other] && SymbolEqualityComparer.Default.Equals(other.Type, part)) is { } copy && !IsOfCompiler(copy))
            {
                return Refused("whose copy constructor has a body", "write 'new' and name every property");
            }
        }

        if (TypeReader.HasExtensionData(type))
        {
            return Refused("which keeps JSON that has no property", "write 'new' and name every property");
        }

        foreach (var property in context.Types.Properties(type))
        {
            if (!IsStored(property.Symbol))
            {
                return Refused("whose property '" + property.Symbol.Name + "' is computed or cannot be set", "mark the property [JsonIgnore], or write 'new' and name every property");
            }

            if (RefuseAccessors(property.Symbol, place) is { } refused)
            {
                return refused;
            }

            if (!property.IsRead || (property.IsLeftOutByDefault && property.Default is null))
            {
                return Refused("whose property '" + property.Symbol.Name + "' is not always in the JSON", "remove its [JsonIgnore]");
            }
        }

        return null;
    }

    /// <summary>Whether a property has the value that the JSON gives it: a serializer sets it, or passes it to the constructor.</summary>
    private static bool IsStored(IPropertySymbol property) =>
        property.SetMethod is not null
        || property.ContainingType.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether the compiler has added a method. The source of another assembly and its file say so in different ways.</summary>
    private static bool IsOfCompiler(IMethodSymbol method) => method.IsImplicitlyDeclared || method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");

    /// <summary>A property of a value. Of a new object, it is what the object is given.</summary>
    private Expression MemberOf(Expression target, WireProperty property, int anchor)
    {
        if (NewObject(target) is { } made && !property.IsLeftOutByDefault && IsRepeatable(made)
            && made.Properties.FirstOrDefault(given => given.WireName == property.WireName) is { Value: var given } && (given.IsRepeatable() || IsFixed(given)))
        {
            return given with { Type = property.Type with { IsNullable = given.MayBeNull() }, Anchor = anchor };
        }

        if (target is FailExpression)
        {
            return target with { Type = property.Type, Anchor = anchor };
        }

        if (ExpressionSimplifier.IsNullConstant(target))
        {
            return new FailExpression("Object reference not set to an instance of an object.", property.Type, anchor);
        }

        target = Once(target);
        return target is InvalidExpression ? target : Known.Apply(AsGiven(WireMember.Of(target, property, anchor), target, property));
    }

    /// <summary>Whether parts of a new object or array can be left out, and others read several times.</summary>
    private static bool IsRepeatable(Expression made) => made.Parts().All(static part => part.IsRepeatable() || (part is ObjectExpression or ArrayExpression && IsRepeatable(part)));

    /// <summary>The properties of a type by the names that they have in this body: those of an anonymous object in the arguments of a service have the names of C#.</summary>
    private IReadOnlyList<WireProperty> PropertiesOf(ITypeSymbol type) => kind is BodyKind.ServiceArguments && type.IsAnonymousType
        ? [.. context.Types.Properties(type).Select(static property => property with { WireName = property.Symbol.Name })]
        : context.Types.Properties(type);

    /// <summary>Whether C# compares two values as records: all their members.</summary>
    private static bool IsRecordEquality(ITypeSymbol? type, IMethodSymbol? @operator) => Underlying(type)?.IsRecord is true && @operator is { ContainingType.IsRecord: true };

    /// <summary>Whether two records are equal.</summary>
    private Expression CompareRecords(IOperation operation, ComparisonOperator relation, ITypeSymbol type, Expression left, Expression right)
    {
        if (left is InvalidExpression || right is InvalidExpression)
        {
            return left is InvalidExpression ? left : right;
        }

        var count = 0;
        var equal = ((MayBeOther(left, type, []) || MayBeOther(right, type, []) ? "which are of several types" : null) ?? ObstacleToEquality(type, [], ref count)) is { } obstacle
            ? Refuse(NameOf(operation), "the comparison '" + Shorten(operation.Syntax) + "' of records, " + obstacle + ",", "compare the properties that matter")
            : EqualRecords(operation, (INamedTypeSymbol)Underlying(type)!, Once(left), Once(right));
        return relation is ComparisonOperator.NotEqual ? ExpressionSimplifier.Not(equal, Anchor(operation)) : equal;
    }

    private Expression ReadRecordEquals(IInvocationOperation call, INamedTypeSymbol type, IOperation first, IOperation second)
    {
        while (second is IConversionOperation { OperatorMethod: null, Type.SpecialType: SpecialType.System_Object, Operand: var boxed })
        {
            second = boxed;
        }

        var left = Read(first);
        var right = Read(second);
        return left is InvalidExpression || right is InvalidExpression ? (left is InvalidExpression ? left : right)
            : MayBeNullHere(left, first) ? RefuseNull(call, first)
            : IsNullLiteral(second) || SymbolEqualityComparer.Default.Equals(Underlying(second.Type), type) ? CompareRecords(call, ComparisonOperator.Equal, type, left.AsNotNull(), right)
            : second.Type is { } other && (IsA(other, type) || IsA(type, other)) ? Refuse(NameOf(call), "'" + Shorten(call.Syntax) + "', which compares a value with one of a derived type,", "compare the properties that matter")
            : Refuse(NameOf(call), "'" + Shorten(call.Syntax) + "', which compares values of two types and is always false,", "compare values of one type");
    }

    /// <summary>Why the members in the JSON do not decide whether two values are equal; null if they do.</summary>
    /// <param name="type">The type of the values.</param>
    /// <param name="around">The records that have a member of the type.</param>
    /// <param name="count">The number of members that are compared so far.</param>
    private string? ObstacleToEquality(ITypeSymbol type, HashSet<ITypeSymbol> around, ref int count)
    {
        type = Underlying(type)!.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        if (++count > MemberLimit)
        {
            return "which have more than " + MemberLimit.ToString(System.Globalization.CultureInfo.InvariantCulture) + " members";
        }

        var kind = context.Types.Read(type).Kind;
        if (kind is not WireKind.Object)
        {
            return kind is WireKind.Array or WireKind.Dictionary or WireKind.Bytes or WireKind.Any or WireKind.Opaque ? "which compares '" + Minimal(type) + "' by reference" : null;
        }

        if (type is not INamedTypeSymbol { IsRecord: true } record)
        {
            return "which compares '" + Minimal(type) + "' by reference or by code of its own";
        }

        if (!around.Add(record.OriginalDefinition))
        {
            return "which compares '" + Minimal(type) + "' in itself, to any depth";
        }

        if (!record.IsSealed && record.IsReferenceType && IsToldApart(record))
        {
            return "which compares the types that derive from '" + Minimal(type) + "', too";
        }

        if (TypeReader.HasExtensionData(record))
        {
            return "which compares JSON that has no property";
        }

        var known = context.Types.Properties(record);
        for (var part = record; part is { SpecialType: SpecialType.None }; part = part.BaseType)
        {
            foreach (var member in part.GetMembers())
            {
                switch (member)
                {
                    case IMethodSymbol { Name: "Equals", IsStatic: false, Parameters: [{ Type: var compared }] } equals when SymbolEqualityComparer.Default.Equals(compared, part) && !IsOfCompiler(equals):
                        return "which compares '" + Minimal(part) + "' by code of its own";
                    case IFieldSymbol { IsStatic: false } field when IsOwn(field) && !(field.AssociatedSymbol is IPropertySymbol stored && known.Any(property => SymbolEqualityComparer.Default.Equals(property.Symbol, stored) && property.IsRead)):
                        return "which compares '" + (field.AssociatedSymbol ?? field).Name + "', which is not in the JSON";
                }
            }
        }

        foreach (var property in known.Where(IsCompared))
        {
            if (!property.IsRead || (property.IsLeftOutByDefault && property.Default is null))
            {
                return "which compares '" + property.Symbol.Name + "', which is not always in the JSON";
            }

            if (ObstacleToEquality(property.Symbol.Type, around, ref count) is { } obstacle)
            {
                return obstacle;
            }
        }

        around.Remove(record.OriginalDefinition);
        return null;
    }

    /// <summary>Whether the equality of a record compares a property: what is computed from others it does not compare.</summary>
    private bool IsCompared(WireProperty property) => !IsOwn(property.Symbol) || property.Symbol.ContainingType.GetMembers().Any(member => member is IFieldSymbol { AssociatedSymbol: { } stored } && SymbolEqualityComparer.Default.Equals(stored, property.Symbol));

    private Expression EqualRecords(IOperation operation, INamedTypeSymbol type, Expression left, Expression right)
    {
        if (left is InvalidExpression || right is InvalidExpression)
        {
            return left is InvalidExpression ? left : right;
        }

        var anchor = Anchor(operation);
        if (ExpressionSimplifier.IsNullConstant(left) || ExpressionSimplifier.IsNullConstant(right))
        {
            return ExpressionSimplifier.Compare(ComparisonOperator.Equal, left, right, anchor);
        }

        var tests = new List<Expression>();
        foreach (var property in context.Types.Properties(type).Where(IsCompared))
        {
            var (first, second) = (MemberOf(left.AsNotNull(), property, anchor), MemberOf(right.AsNotNull(), property, anchor));
            var member = Underlying(property.Symbol.Type)!;
            tests.Add(property.Type.Kind is WireKind.Object && member is INamedTypeSymbol record ? EqualRecords(operation, record, first, second) : Compare(operation, ComparisonOperator.Equal, first, second));
        }

        var members = ExpressionSimplifier.And(anchor, tests.ToArray());
        return (left.MayBeNull(), right.MayBeNull()) switch
        {
            (true, true) => ExpressionSimplifier.Conditional(
                ExpressionSimplifier.IsNull(left, anchor),
                ExpressionSimplifier.IsNull(right, anchor),
                ExpressionSimplifier.And(anchor, ExpressionSimplifier.IsNotNull(right, anchor), members),
                WireType.Boolean,
                anchor),
            (false, false) => members,
            _ => ExpressionSimplifier.And(anchor, ExpressionSimplifier.IsNotNull(left, anchor), ExpressionSimplifier.IsNotNull(right, anchor), members),
        };
    }

    /// <summary>Reads <c>(a, b) == (c, d)</c>: all elements are computed, and then compared in order. What an element is converted to is computed only where it is compared.</summary>
    private Expression ReadTupleComparison(ITupleBinaryOperation comparison)
    {
        var (leftElements, rightElements) = (Elements(comparison.LeftOperand).ToList(), Elements(comparison.RightOperand).ToList());
        var elements = leftElements.Zip(rightElements, static (left, right) => (Left: left, Right: right)).ToList();
        if (elements.Count == 0 || leftElements.Count != rightElements.Count)
        {
            return Refuse(NameOf(comparison), "a comparison of '" + Shorten(comparison.Syntax) + "'", "compare tuples whose elements are written here, as in '(a, b) == (c, d)'");
        }

        var left = elements.ConvertAll(element => Evaluated(element.Left));
        var right = elements.ConvertAll(element => Evaluated(element.Right));
        var tests = elements.Select((element, i) => (element.Left, (Func<Expression>)(() => CompareElements(comparison, Unwrap(element.Left), Unwrap(element.Right), left[i], right[i])))).ToList();
        var equal = ReadInTurn(comparison, tests, isAnd: true);
        return comparison.OperatorKind is BinaryOperatorKind.NotEquals ? ExpressionSimplifier.Not(equal, Anchor(comparison)) : equal;

        Expression Evaluated(IOperation element) =>
            element is IConversionOperation { OperatorMethod: null, ConstantValue.HasValue: false, Operand: { Type: { IsValueType: true }, ConstantValue.HasValue: false } converted } conversion
                ? Converted(conversion, converted, Evaluated(converted))
                : Read(element) is var value && value.CanFail() ? Once(value) : value;
    }

    private static IEnumerable<IOperation> Elements(IOperation tuple) => Unwrap(tuple) is ITupleOperation { Elements: var elements } ? elements.SelectMany(static element => Unwrap(element) is ITupleOperation ? Elements(element) : [element]) : [];

    private Expression CompareElements(ITupleBinaryOperation comparison, IOperation leftOperation, IOperation rightOperation, Expression left, Expression right)
    {
        if (left is InvalidExpression || right is InvalidExpression || IsNullLiteral(leftOperation) || IsNullLiteral(rightOperation))
        {
            return Compare(comparison, ComparisonOperator.Equal, left, right);
        }

        var (first, second) = (Underlying(leftOperation.Type), Underlying(rightOperation.Type));
        if (first?.IsRecord is true && second is not null)
        {
            return SymbolEqualityComparer.Default.Equals(first, second)
                ? CompareRecords(comparison, ComparisonOperator.Equal, first, left, right)
                : Refuse(NameOf(comparison), "a comparison of '" + Minimal(first) + "' with '" + Minimal(second) + "'", "compare values of one type");
        }

        return first?.SpecialType is SpecialType.System_Object || second?.SpecialType is SpecialType.System_Object
            ? Refuse(NameOf(comparison), "'" + Shorten(comparison.Syntax) + "', which compares references,", "compare values of a type that has an equality of its own")
            : Compare(comparison, ComparisonOperator.Equal, left, right);
    }

    /// <summary>A member that is as nullable as the value that a 'new' of this body gives it: <c>!</c> can give null to a property that is declared as not null.</summary>
    private Expression AsGiven(Expression member, Expression target, WireProperty property) =>
        !member.MayBeNull() && MayGiveNull(target, property.WireName, []) ? member.AsNullable() : member;

    /// <summary>Whether a value is made in this body as one of another type.</summary>
    private bool MayBeOther(Expression value, ITypeSymbol type, HashSet<string> seen) => Made(value, seen) switch
    {
        ObjectExpression made => !string.Equals(made.Type.Name.Replace("?", ""), TypeReader.Name(Underlying(type)!).Replace("?", ""), StringComparison.Ordinal),
        ConditionalExpression conditional => MayBeOther(conditional.WhenTrue, type, seen) || MayBeOther(conditional.WhenFalse, type, seen),
        CoalesceExpression coalesce => MayBeOther(coalesce.Left, type, seen) || MayBeOther(coalesce.Right, type, seen),
        _ => false,
    };

    /// <summary>Whether a value that is made in this body has null in a member.</summary>
    private bool MayGiveNull(Expression target, string wireName, HashSet<string> seen)
    {
        switch (Made(target, seen))
        {
            case ObjectExpression made:
                return made.Properties.FirstOrDefault(property => property.WireName == wireName)?.Value.MayBeNull() is true;
            case ConditionalExpression conditional:
                return MayGiveNull(conditional.WhenTrue, wireName, seen) || MayGiveNull(conditional.WhenFalse, wireName, seen);
            case CoalesceExpression coalesce:
                return MayGiveNull(coalesce.Left, wireName, seen) || MayGiveNull(coalesce.Right, wireName, seen);
            default:
                return false;
        }
    }

    /// <summary>The expression that a variable, or a member of an object that is made here, stands for.</summary>
    private Expression? Made(Expression expression, HashSet<string> seen)
    {
        while (true)
        {
            switch (expression)
            {
                case LetExpression let:
                    expression = let.Body;
                    break;
                case LocalExpression local when seen.Add(local.Name) && BindingOf(local) is { Value: var value }:
                    expression = value;
                    break;
                case MemberExpression member when Made(member.Target, seen) is ObjectExpression made && made.Properties.FirstOrDefault(property => property.WireName == member.WireName) is { } property:
                    expression = property.Value;
                    break;
                default:
                    return expression;
            }
        }
    }

    /// <summary>The new object that a value is, or that an argument or a subject is; null for everything else.</summary>
    private ObjectExpression? NewObject(Expression value) => value as ObjectExpression ?? (value is LocalExpression local && BindingOf(local) is { IsDeclared: false, Value: ObjectExpression made } ? made : null);

    private Binding? BindingOf(LocalExpression local)
    {
        for (var block = _block; block is not null; block = block.Outer)
        {
            if (block.Bindings.Find(binding => binding.Name == local.Name) is { } binding)
            {
                return binding;
            }
        }

        return null;
    }
}
