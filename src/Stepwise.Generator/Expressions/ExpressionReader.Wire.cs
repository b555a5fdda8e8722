using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Json;

namespace Stepwise.Generator.Expressions;

/// <content>What places look like on the wire: values of two places that meet, values that go into a place that is written otherwise.</content>
internal sealed partial class ExpressionReader
{
    /// <summary>Reads a value that is compared with, or assigned to, a place of a type: a constant is written as the place writes it.</summary>
    private Expression ReadAs(IOperation operation, WireType type)
    {
        var value = Read(operation);
        return WrittenAs(value, type) ?? value;
    }

    /// <summary>Reads a value for a place that has no converter of its own: what a property says about its JSON form does not go with the value.</summary>
    public Expression ReadAlike(IOperation operation)
    {
        var value = Read(operation);
        if (value is InvalidExpression || value.Type.Form is null)
        {
            return value;
        }

        var type = Underlying(Unwrap(operation).Type ?? operation.Type);
        return (type is null ? null : WrittenAs(value, context.Types.Read(type)))
            ?? Refuse(operation, "'" + Shorten(operation.Syntax) + "', which has another JSON form in its property than by its type,", InsteadOfForm(value.Type));
    }

    private static string InsteadOfForm(WireType type) => type switch
    {
        { Kind: WireKind.Enum } => "put the converter on the enum",
        { Form: TypeReader.NumberHandling } => "remove its [JsonNumberHandling]",
        { Form: { } form } when form.StartsWith(DerivedForm, StringComparison.Ordinal) => "declare the place as '" + form.Substring(DerivedForm.Length) + "', or write 'new'",
        _ => "put the converter on the type",
    };

    /// <summary>A value as places of a type write it; null where they write it otherwise, and it is not a constant that could be written so.</summary>
    private static Expression? WrittenAs(Expression value, WireType type)
    {
        if (value is InvalidExpression || string.Equals(value.Type.Form, type.Form, StringComparison.Ordinal))
        {
            return value;
        }

        if (ExpressionSimplifier.IsNullConstant(value))
        {
            return ExpressionSimplifier.Null(type, value.Anchor);
        }

        switch (value)
        {
            case ConstantExpression constant when type.Kind is WireKind.Enum && value.Type.Kind is WireKind.Enum:
                var number = value.Type.Members.FirstOrDefault(member => member.Wire.Equals(constant.Value))?.Value;
                return type.Members.FirstOrDefault(member => member.Value == number) is { } found ? constant with { Value = found.Wire, Type = type.AsNotNullable() } : null;
            case LetExpression let:
                return WrittenAs(let.Body, type) is { } body ? let with { Body = body, Type = body.Type } : null;
            case ConditionalExpression conditional:
                return WrittenAs(conditional.WhenTrue, type) is { } whenTrue && WrittenAs(conditional.WhenFalse, type) is { } whenFalse
                    ? conditional with { WhenTrue = whenTrue, WhenFalse = whenFalse, Type = type with { IsNullable = value.MayBeNull() } }
                    : null;
            case CoalesceExpression coalesce:
                return WrittenAs(coalesce.Left, type) is { } left && WrittenAs(coalesce.Right, type) is { } right
                    ? coalesce with { Left = left, Right = right, Type = type with { IsNullable = value.MayBeNull() } }
                    : null;
            default:
                return null;
        }
    }

    /// <summary>The type of a value that is one of two; null where they are not written alike, which is reported.</summary>
    /// <param name="declared">The type that C# gives the value.</param>
    /// <param name="left">One value, which becomes what the other is written like.</param>
    /// <param name="right">The other.</param>
    private WireType? Join(ITypeSymbol? declared, ref Expression left, ref Expression right)
    {
        if (left is InvalidExpression || right is InvalidExpression)
        {
            return WireType.Unknown;
        }

        if (WrittenAs(right, left.Type) is { } asLeft)
        {
            right = asLeft;
        }
        else if (WrittenAs(left, right.Type) is { } asRight)
        {
            left = asRight;
        }
        else
        {
            var form = left.Type.Form is null ? right : left;
            Refuse(form.Anchor, "'" + form.Describe() + "', which has another JSON form than the value beside it,", InsteadOfForm(form.Type));
            return null;
        }

        // Both are written alike by now.
        var type = ExpressionSimplifier.IsNullConstant(left) ? right.Type
            : ExpressionSimplifier.IsNullConstant(right) ? left.Type
            : left.Type.Join(right.Type) ?? (declared is null ? left.Type : context.Types.Read(declared) with { Form = left.Type.Form });
        return type with { IsNullable = left.MayBeNull() || right.MayBeNull() };
    }

    /// <summary>What a property of a new object has on the wire: a value that is left out where it is the default is null there.</summary>
    private Expression Write(WireProperty property, Expression value)
    {
        if (WrittenAs(value, property.Type) is not { } written)
        {
            return Refuse(
                value.Anchor,
                "a value for '" + property.Symbol.Name + "' that has another JSON form than the property",
                property.Type.Form is TypeReader.NumberHandling ? InsteadOfForm(property.Type)
                : value.Type.Form?.StartsWith(DerivedForm, StringComparison.Ordinal) is true ? InsteadOfForm(value.Type)
                : "give both the same converter");
        }

        if (!property.IsLeftOutByDefault || written is InvalidExpression)
        {
            return written;
        }

        if (property.Default is { } missing && written is CoalesceExpression { IsDefault: true, Left: var member } && member.IsPath())
        {
            // The property of another object: it may be written as the default, or not be written.
            var isSet = ExpressionSimplifier.And(
                value.Anchor,
                ExpressionSimplifier.IsNotNull(member, value.Anchor),
                ExpressionSimplifier.Compare(ComparisonOperator.NotEqual, member.AsNotNull(), new ConstantExpression(missing, property.Type, value.Anchor), value.Anchor));
            return ExpressionSimplifier.Conditional(isSet, member.AsNotNull(), ExpressionSimplifier.Null(property.Type, value.Anchor), property.Type.AsNullable(), value.Anchor);
        }

        if (property.Default is not { } json || !(written is ConstantExpression || written.IsPath()))
        {
            return Refuse(
                value.Anchor, "a computed value for '" + property.Symbol.Name + "', which is left out where it is the default,", "compute it in a [Pass], or remove the property's [JsonIgnore]");
        }

        // With null as the last branch, it is left out of the object: System.Text.Json cannot read null where a value is declared.
        var isWritten = ExpressionSimplifier.Compare(ComparisonOperator.NotEqual, written, new ConstantExpression(json, property.Type, value.Anchor), value.Anchor);
        return ExpressionSimplifier.Conditional(isWritten, written, ExpressionSimplifier.Null(property.Type, value.Anchor), property.Type.AsNullable(), value.Anchor);
    }

    /// <summary>A value without the conversions to base types around it.</summary>
    private static IOperation WithoutUpcast(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null, Operand: { Type.IsReferenceType: true } operand } conversion
            && conversion.GetConversion() is { IsReference: true, IsImplicit: true })
        {
            operation = operand;
        }

        return operation;
    }

    /// <summary>A value in a place that is declared as a base type, an interface or object. System.Text.Json writes what the place declares.</summary>
    private Expression Upcast(Expression value, ITypeSymbol source, ITypeSymbol target, int anchor)
    {
        if (value is InvalidExpression || ExpressionSimplifier.IsNullConstant(value) || IsAmazon(source) || value.Type.Kind is WireKind.Unknown)
        {
            return value;
        }

        var type = context.Types.Read(target) with { IsNullable = value.MayBeNull() };
        if (value.Type.Form == DerivedForm + Minimal(target))
        {
            return value with { Type = type };
        }

        switch (value, value.Type.Kind, type.Kind)
        {
            case (LetExpression let, _, _):
                var body = Upcast(let.Body, source, target, anchor);
                return body is InvalidExpression ? body : let with { Body = body, Type = body.Type };
            case (ConditionalExpression conditional, _, _):
                return Both(conditional.WhenTrue, conditional.WhenFalse, (whenTrue, whenFalse) => conditional with { WhenTrue = whenTrue, WhenFalse = whenFalse });
            case (CoalesceExpression { IsDefault: false } coalesce, _, _):
                return Both(coalesce.Left, coalesce.Right, (left, right) => coalesce with { Left = left, Right = right });
            case (_, _, WireKind.Unknown):
                return value;
            case (_, _, WireKind.Any) when value.Type.Form is not null:
                return Refuse(anchor, "'" + value.Describe() + "', which has another JSON form in its property than by its type,", InsteadOfForm(value.Type));
            case (_, _, WireKind.Any):
                return IsToldApart(source)
                    ? Refuse(anchor, "a '" + Minimal(source) + "' where '" + Minimal(target) + "' is declared", "declare it as '" + Minimal(source) + "': whether the JSON of an object says its type depends on the place")
                    : value;
            case (ObjectExpression @object, WireKind.Object, WireKind.Object):
                return IsOf(@object, source) ? UpcastObject(@object, source, target, anchor) : RefuseUpcast(anchor, source, target);
            case (_, WireKind.Array, WireKind.Array) or (_, WireKind.Dictionary, WireKind.Dictionary) when IsWrittenLike(source, target):
                // What may be null in it stays so, whatever the conversion says.
                return value with { Type = value.Type.Element is { IsNullable: true } ? type with { Element = type.Element?.AsNullable() } : type };
            default:
                return RefuseUpcast(anchor, source, target);
        }

        Expression Both(Expression first, Expression second, Func<Expression, Expression, Expression> join)
        {
            first = Upcast(first, source, target, first.Anchor);
            second = Upcast(second, source, target, second.Anchor);
            return first is InvalidExpression ? first : second is InvalidExpression ? second : join(first, second) with { Type = type.Kind is WireKind.Any ? value.Type : type };
        }
    }

    private InvalidExpression RefuseUpcast(int anchor, ITypeSymbol source, ITypeSymbol target) => Refuse(
        anchor, "a '" + Minimal(source) + "' where '" + Minimal(target) + "' is declared", "declare it as '" + Minimal(source) + "': the JSON has only what is declared");

    /// <summary>Whether some places tell a type apart from others: places of it, of a base type or of an interface.</summary>
    private static bool IsToldApart(ITypeSymbol type)
    {
        for (var known = type; known is not null; known = known.BaseType)
        {
            if (TypeReader.PolymorphismOf(known) is not null)
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(static known => TypeReader.PolymorphismOf(known) is not null);
    }

    /// <summary>Whether a new object is of the type that C# knows, rather than of one that was converted to it.</summary>
    private static bool IsOf(ObjectExpression @object, ITypeSymbol type) => string.Equals(@object.Type.Name, TypeReader.Name(type), StringComparison.Ordinal);

    /// <summary>Whether the elements of a collection are written in the same way where the collection is declared otherwise.</summary>
    private bool IsWrittenLike(ITypeSymbol source, ITypeSymbol target)
    {
        if (SymbolEqualityComparer.Default.Equals(source, target))
        {
            return true;
        }

        var (from, to) = (context.Types.Read(source).Kind, context.Types.Read(target).Kind);
        return to is WireKind.Any ? !IsToldApart(source)
            : from == to && from is WireKind.Array or WireKind.Dictionary && TypeReader.ElementType(source) is { } element && TypeReader.ElementType(target) is { } declared
                && IsWrittenLike(element, declared);
    }

    private Expression UpcastObject(ObjectExpression @object, ITypeSymbol source, ITypeSymbol target, int anchor)
    {
        var bare = WithoutDiscriminator(@object, source);
        var polymorphism = TypeReader.PolymorphismOf(target);
        if (polymorphism?.Find(source) is { } derived)
        {
            return derived.Value is null ? bare : WithDiscriminator(bare, polymorphism.Discriminator, derived.Value);
        }

        if (polymorphism is { WritesBase: false })
        {
            return Refuse(
                anchor, "a '" + Minimal(source) + "' where '" + Minimal(target) + "' is declared", "add [JsonDerivedType(typeof(" + Minimal(source) + "))] to '" + Minimal(target) + "'");
        }

        // Without it, System.Text.Json writes the members of the declared type, and no others.
        var own = context.Types.Properties(source);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in context.Types.Properties(target))
        {
            if (!own.Any(candidate => candidate.WireName == property.WireName && candidate.Type == property.Type && candidate.IsLeftOutByDefault == property.IsLeftOutByDefault))
            {
                return RefuseUpcast(anchor, source, target);
            }

            names.Add(property.WireName);
        }

        return bare with { Properties = new EquatableArray<PropertyExpression>(bare.Properties.Where(property => names.Contains(property.WireName)).ToList()) };
    }

    /// <summary>A new object in a place of its own type, which has a discriminator where the type registers itself.</summary>
    private static Expression Discriminated(Expression value, ITypeSymbol? type) =>
        value is ObjectExpression @object && type is not null && TypeReader.PolymorphismOf(type) is { } polymorphism && polymorphism.Find(type)?.Value is { } discriminator
            ? WithDiscriminator(@object, polymorphism.Discriminator, discriminator)
            : value;

    private static ObjectExpression WithDiscriminator(ObjectExpression @object, string name, JsonValue value)
    {
        var type = new WireType(value is JsonString ? WireKind.String : WireKind.Integer, value is JsonString ? "string" : "int");
        var discriminator = new PropertyExpression(name, new ConstantExpression(value, type, @object.Anchor), IsAlwaysPresent: true);
        return @object with { Properties = new EquatableArray<PropertyExpression>(@object.Properties.Prepend(discriminator).ToList()) };
    }

    private static ObjectExpression WithoutDiscriminator(ObjectExpression @object, ITypeSymbol type) =>
        TypeReader.PolymorphismOf(type) is { } polymorphism && polymorphism.Find(type)?.Value is not null
            ? @object with { Properties = new EquatableArray<PropertyExpression>(@object.Properties.Where(property => property.WireName != polymorphism.Discriminator).ToList()) }
            : @object;

    /// <summary>The least and the greatest value of an integer type or an enum; null for all other types.</summary>
    private static (decimal Least, decimal Most)? Range(ITypeSymbol type) => (type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : type).SpecialType switch
    {
        SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => (byte.MinValue, byte.MaxValue),
        SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => (ushort.MinValue, ushort.MaxValue),
        SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => (uint.MinValue, uint.MaxValue),
        SpecialType.System_Int64 => (long.MinValue, long.MaxValue),
        SpecialType.System_UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => null,
    };

    /// <summary>The name of a dictionary's member for a constant key; null where it is not known.</summary>
    private static string? KeyOf(IOperation key, WireType dictionary)
    {
        key = Unwrap(key);
        return (dictionary.Key?.Kind, key.ConstantValue is { HasValue: true, Value: { } constant } ? constant : null) switch
        {
            (null, string text) => text,
            (WireKind.Char, char character) => character.ToString(),
            (WireKind.Integer or WireKind.Long, IConvertible number and not (string or char)) => number.ToString(CultureInfo.InvariantCulture),
            (WireKind.Enum, IConvertible number) => dictionary.Key!.Members.FirstOrDefault(member => member.Value == number.ToDecimal(CultureInfo.InvariantCulture)) is { } found
                ? found.WireText ?? found.Name
                : null,
            _ => null,
        };
    }

    /// <summary>Refuses the elements of a new collection that it may write otherwise than they are listed. Constants of a set are written once each.</summary>
    private InvalidExpression? RefuseOrder(IOperation operation, List<Expression> items)
    {
        static bool HasOrderOfItsOwn(ITypeSymbol candidate) => candidate.Name is "ISet" or "IReadOnlySet" or "IImmutableSet" or "IImmutableStack";

        if (items.Count < 2 || operation.Type is not { } type || !(HasOrderOfItsOwn(type) || type.AllInterfaces.Any(HasOrderOfItsOwn)))
        {
            return null;
        }

        if (type.Name is not ("HashSet" or "ISet" or "IReadOnlySet") || !items.TrueForAll(static item => item is ConstantExpression { Value: JsonString or JsonNumber or JsonBoolean }))
        {
            return Refuse(NameOf(operation), "a '" + Minimal(type) + "' of more than one element", "write an array, or constants in a HashSet: the JSON of a set depends on which elements are equal");
        }

        var seen = new HashSet<JsonValue>();
        items.RemoveAll(item => !seen.Add(((ConstantExpression)item).Value));
        return null;
    }
}
