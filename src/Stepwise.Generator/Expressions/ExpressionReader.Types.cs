using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Json;

namespace Stepwise.Generator.Expressions;

/// <content>Tests of types: a place that is declared as a base type with <c>[JsonDerivedType]</c> says in its JSON which type a value has.</content>
internal sealed partial class ExpressionReader
{
    /// <summary>The beginning of the <see cref="WireType.Form"/> of a value whose type was tested: its JSON is that of the base type, with the discriminator.</summary>
    private const string DerivedForm = "the discriminator of ";

    /// <summary>Whether the discriminator of a value is that of a type, or of one that derives from it.</summary>
    private Expression TestDiscriminator(IOperation test, ITypeSymbol type, ITypeSymbol place, Polymorphism polymorphism, Expression value)
    {
        var anchor = Anchor(test);
        if (IsA(place, type))
        {
            return ExpressionSimplifier.Not(ExpressionSimplifier.IsNull(value, anchor), anchor);
        }

        InvalidExpression Refused(string what, string instead) => Refuse(NameOf(test), "a test for '" + Minimal(type) + "', " + what + ",", instead);

        var matching = polymorphism.Derived.Where(derived => IsA(derived.Type, type)).ToList();
        if (matching.Count == 0)
        {
            return Refused("which '" + Minimal(place) + "' does not register", "add [JsonDerivedType(typeof(" + Minimal(type) + "), \"...\")] to '" + Minimal(place) + "'");
        }

        if (matching.Exists(static derived => derived.Value is null))
        {
            return Refused("which '" + Minimal(place) + "' registers without a discriminator", "pass one, as in [JsonDerivedType(typeof(" + Minimal(type) + "), \"...\")]");
        }

        value = Once(value);
        return value is InvalidExpression ? value : ExpressionSimplifier.Or(anchor, matching.ConvertAll(derived =>
        {
            var form = derived.Value is JsonString ? WireType.String : WireType.Integer;
            var discriminator = new MemberExpression(value, polymorphism.Discriminator, IsAlwaysPresent: false, form.AsNullable(), anchor);
            return ExpressionSimplifier.Compare(ComparisonOperator.Equal, discriminator, new ConstantExpression(derived.Value!, form, anchor), anchor);
        }).ToArray());
    }

    /// <summary>A value after a test of its type. As a whole it is still written as its place writes it.</summary>
    private Expression Narrowed(Expression value, ITypeSymbol inputType, ITypeSymbol? type)
    {
        value = value.AsNotNull();
        return type is null || Underlying(inputType) is not { } place || TypeReader.PolymorphismOf(place) is null || SymbolEqualityComparer.Default.Equals(place, type) || IsA(place, type)
            ? value
            : value with { Type = context.Types.Read(type).AsNotNullable() with { Form = DerivedForm + Minimal(place) } };
    }

    private static bool IsA(ITypeSymbol type, ITypeSymbol parent)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(part, parent))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(known => SymbolEqualityComparer.Default.Equals(known, parent));
    }
}
