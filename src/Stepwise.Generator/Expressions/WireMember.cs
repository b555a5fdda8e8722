using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Expressions;

/// <summary>Reads members of values as System.Text.Json does.</summary>
internal static class WireMember
{
    /// <summary>The value of a property. A member that the serializer leaves out where it is the default has the default where it is missing.</summary>
    public static Expression Of(Expression target, WireProperty property, int anchor)
    {
        var type = target.MayBeNull() ? property.Type.AsNullable() : property.Type;
        var member = new MemberExpression(target, property.WireName, TypeReader.IsAlwaysPresent(property.Symbol), type, anchor, property.Symbol.Name);
        return property.Default is null ? member : OrDefault(member, property);
    }

    /// <summary>A value that is missing where it is the default of the property.</summary>
    public static CoalesceExpression OrDefault(Expression value, WireProperty property) =>
        new(value.AsNullable(), new ConstantExpression(property.Default!, property.Type, value.Anchor), property.Type, value.Anchor) { IsDefault = true };
}
