using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Expressions;

/// <content>The arguments of a service. The body reads and builds values by their names in JSON. Only the properties of the request that it returns get the names that they have in C#, as in the service's API.</content>
internal sealed partial class ExpressionReader
{
    /// <summary>Reads what a body returns: a value, or the arguments of a service.</summary>
    public Expression ReadResult(IOperation operation) => kind is BodyKind.ServiceArguments ? ReadArguments(operation) : ReadAlike(operation);

    private Expression ReadArguments(IOperation operation) => Deeper(operation, static (reader, nested) => reader.ReadArgumentsCore(nested));

    private Expression ReadArgumentsCore(IOperation operation)
    {
        switch (WithoutConversion(operation))
        {
            case IConditionalOperation { WhenFalse: not null, ConstantValue.HasValue: false } conditional:
                return ReadConditional(conditional, ReadArguments, Choose);
            case ISwitchExpressionOperation @switch:
                return ReadSwitch(@switch, ReadArguments, Choose);
            case IInvocationOperation call when ReadOwnMethod(call, ReadingArguments) is { } computed:
                return computed;
            case IFieldReferenceOperation { ConstantValue.HasValue: false } field when ReadOwnField(field, ReadingArguments) is { } initial:
                return initial;
            case IPropertyReferenceOperation { Instance: null } property when ReadOwnProperty(property, null, ReadingArguments) is { } computed:
                return computed;
        }

        var value = ReadAlike(operation);
        if (Unwrap(operation).Type?.SpecialType is SpecialType.System_Object && value.Type is { Kind: WireKind.Object, Name: var name }
            && name.StartsWith("global::", StringComparison.Ordinal) && !name.StartsWith("global::Amazon.", StringComparison.Ordinal))
        {
            return Refuse(operation, "'" + Shorten(operation.Syntax) + "' of the type 'object' as the arguments", "declare it with the type of the request, whose properties have their names in C#");
        }

        return Underlying(Unwrap(operation).Type) is INamedTypeSymbol type && !type.IsAnonymousType && !IsAmazon(type) && context.Types.Read(type).Kind is WireKind.Object
            && NamesInCSharp(type) is { Count: > 0 } names
            ? AsRequest(value, operation, type, names)
            : value;
    }

    /// <summary>The names in C# of the properties of a type that have another name in JSON, by that name. A name that the author gives with an attribute stays.</summary>
    private Dictionary<string, string> NamesInCSharp(INamedTypeSymbol type)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in context.Types.Properties(type))
        {
            if (property.WireName != property.Symbol.Name && !HasExplicitName(property.Symbol))
            {
                names[property.WireName] = property.Symbol.Name;
            }
        }

        return names;
    }

    /// <summary>A request whose properties have their names in C#.</summary>
    private Expression AsRequest(Expression value, IOperation operation, INamedTypeSymbol type, Dictionary<string, string> names)
    {
        switch (value)
        {
            case InvalidExpression or FailExpression:
                return value;
            case LetExpression let:
                var body = AsRequest(let.Body, operation, type, names);
                return body is InvalidExpression ? body : let with { Body = body };
            case ConditionalExpression conditional:
                var (whenTrue, whenFalse) = (AsRequest(conditional.WhenTrue, operation, type, names), AsRequest(conditional.WhenFalse, operation, type, names));
                return whenTrue is InvalidExpression ? whenTrue
                    : whenFalse is InvalidExpression ? whenFalse
                    : conditional with { WhenTrue = whenTrue, WhenFalse = whenFalse };
            case ObjectExpression request:
                var properties = new PropertyList();
                foreach (var (name, given, isAlwaysPresent, key) in request.Properties)
                {
                    properties.Add(names.TryGetValue(name, out var argument) ? argument : name, given, isAlwaysPresent, key);
                }

                return properties.ToObject(request.Type, request.Anchor) ?? RefuseSameNames(operation.Syntax.GetLocation(), type);
            default:
                if (value.MayBeNull())
                {
                    return Refuse(operation, "'" + Shorten(operation.Syntax) + "' as the arguments, which may be null,", "test it first");
                }

                var place = operation.Syntax.GetLocation();
                if (RefuseCopy(place, "'" + Shorten(operation.Syntax) + "' as the arguments", type) is { } refused)
                {
                    return refused;
                }

                OpenBlock();
                return AsRequest(CloseAround(Copy(operation, place, type, Once(value), new Dictionary<string, Expression>(StringComparer.Ordinal))), operation, type, names);
        }
    }

    private bool HasExplicitName(IPropertySymbol property) => context.Types.WireName(property) != WireNames.Apply(context.Types.Naming, property.Name);

    private InvalidExpression RefuseSameNames(Location place, INamedTypeSymbol type) =>
        Refuse(place, "'" + Minimal(type) + "' with two properties of the same name", "rename one: their names are equal in JSON");
}
