using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;
using Stepwise.Json;

namespace Stepwise.Generator.Expressions;

/// <content>New objects, arrays and dictionaries.</content>
internal sealed partial class ExpressionReader
{
    /// <summary>Whether the properties of an anonymous object have their names in C#: in the arguments of a service and in a request of AWS. Elsewhere they have the names that the workflow's naming gives.</summary>
    private bool _isAsWritten = kind is BodyKind.ServiceArguments;

    private Expression ReadAnonymousObject(IAnonymousObjectCreationOperation creation)
    {
        var properties = new PropertyList();
        foreach (var initializer in creation.Initializers)
        {
            if (initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value })
            {
                return Invalid(initializer);
            }

            var read = ReadAlike(value);
            properties.Add(_isAsWritten ? property.Name : context.Types.WireName(property), read, isAlwaysPresent: false);
        }

        return properties.ToObject(new WireType(WireKind.Object, "object"), Anchor(creation))
            ?? Refuse(creation, "an object with two properties of the same name", "rename one: their names are equal in JSON");
    }

    private Expression ReadObject(IObjectCreationOperation creation)
    {
        var type = creation.Type;
        if (type is null or IErrorTypeSymbol || creation.Constructor is null)
        {
            return Invalid(creation);
        }

        if (TypeReader.IsGenerated(type))
        {
            return RefuseGenerated(creation, type);
        }

        switch (type.ToDisplayString())
        {
            case "System.Guid" when creation.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: string text } }]:
                return GuidConstant(creation, text);
            case "System.DateTimeOffset" or "System.TimeSpan" or "System.DateOnly" or "System.TimeOnly" when !creation.Arguments.IsEmpty:
                return ReadNewTime(creation);
            case "object" when creation.Arguments.IsEmpty:
                return new ObjectExpression(default, context.Types.Read(type).AsNotNullable(), Anchor(creation));
        }

        var wire = context.Types.Read(type);
        switch (wire.Kind)
        {
            case WireKind.Dictionary when creation.Arguments.IsEmpty && IsCollection(type):
                return ReadDictionary(creation, creation.Initializer, wire);
            case WireKind.Array when creation.Arguments.IsEmpty && IsCollection(type):
                return ReadItems(creation, AddedItems(creation.Initializer), wire);
            case WireKind.Object when IsAmazon(type):
                return ReadAmazonObject(creation, creation.Initializer, wire);
            case WireKind.Object:
                return ReadUserObject(creation, (INamedTypeSymbol)type, wire);
            default:
                return Refuse(
                    NameOf(creation), "'new " + Minimal(type) + "'", "build records, anonymous objects, arrays, lists and dictionaries");
        }
    }

    /// <summary>A collection whose constructor makes it empty.</summary>
    private static bool IsCollection(ITypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Collections.ObjectModel";

    private Expression ReadUserObject(IObjectCreationOperation creation, INamedTypeSymbol type, WireType wire)
    {
        return Within(kind is BodyKind.ServiceArguments, () =>
        {
            var known = context.Types.Properties(type);
            var values = new Dictionary<string, Expression>(StringComparer.Ordinal);
            if (!creation.Arguments.IsEmpty && !type.IsRecord)
            {
                return Refuse(NameOf(creation), "'new " + Minimal(type) + "(...)', whose constructor cannot be translated,", "make it a record, or use an object initialiser");
            }

            var constructor = ConstructorReader.Read(creation, creation.Constructor!, context.Compilation, CancellationToken);
            if (constructor.Obstacle is { } obstacle)
            {
                return Refuse(NameOf(creation), obstacle + ",", "build an anonymous object, or let a function build it");
            }

            foreach (var property in known)
            {
                if (constructor.Values.TryGetValue(property.Symbol, out var assigned))
                {
                    values[property.Symbol.Name] = assigned.IsArgument
                        ? ReadAs(assigned.Value, property.Type)
                        : Constant(creation, assigned.Value.ConstantValue.Value, property.Type);
                }
            }

            if ((CheckArguments(creation, known, constructor, values) ?? CheckProperties(creation, known, constructor)) is { } invalid)
            {
                return invalid;
            }

            foreach (var initializer in creation.Initializer?.Initializers ?? [])
            {
                if (initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: false } target }, Value: var value })
                {
                    return initializer is IInvalidOperation ? Invalid(initializer) : Refuse(initializer, "'" + Shorten(initializer.Syntax) + "'", "assign a whole value to a property");
                }

                var property = known.FirstOrDefault(candidate => candidate.Symbol.Name == target.Name);
                if (property is null)
                {
                    return Refuse(initializer, "the property '" + target.Name + "'", "it is not in the JSON: make it public, without [JsonIgnore]");
                }

                if (RefuseAccessors(property.Symbol, TargetOf(initializer)) is { } refused)
                {
                    return refused;
                }

                if (values.TryGetValue(target.Name, out var replaced) && replaced.CanFail())
                {
                    return Refuse(TargetOf(initializer), "a second value for '" + target.Name + "', whose first is computed and can fail,", "give it one value");
                }

                values[target.Name] = ReadAs(value, property.Type);
            }

            var properties = new PropertyList();
            foreach (var property in known)
            {
                if (!values.TryGetValue(property.Symbol.Name, out var value))
                {
                    value = InitialValue(creation, property);
                }

                properties.Add(property.WireName, Write(property, value), TypeReader.IsAlwaysPresent(property.Symbol));
            }

            return properties.ToObject(wire.AsNotNullable(), Anchor(creation))
                ?? RefuseSameNames(NameOf(creation), type);
        });
    }

    /// <summary>Checks that each argument sets a property, and that a computed one sets only one: it would be computed again for the other. A default value is a constant, and may set nothing.</summary>
    private InvalidExpression? CheckArguments(IObjectCreationOperation creation, IReadOnlyList<WireProperty> known, ConstructorReader constructor, Dictionary<string, Expression> values)
    {
        foreach (var argument in creation.Arguments.Where(static argument => argument.ArgumentKind is not ArgumentKind.DefaultValue))
        {
            var set = known.Where(property => constructor.Values.TryGetValue(property.Symbol, out var assigned) && assigned.Value == argument.Value).ToList();
            switch (set)
            {
                case []:
                    return Refuse(argument, "the argument '" + argument.Parameter?.Name + "', which sets no property that is in the JSON,", "build an anonymous object");
                case [var first, var second, ..] when values[first.Symbol.Name] is { } value and not (ConstantExpression or InvalidExpression) && !value.IsPath():
                    return Refuse(
                        argument, "a computed value for both '" + first.Symbol.Name + "' and '" + second.Symbol.Name + "'", "compute it in a [Pass] of its own, and pass its result");
            }
        }

        return null;
    }

    /// <summary>Checks that each property has one name in JSON, and that to set it runs no code.</summary>
    private InvalidExpression? CheckProperties(IObjectCreationOperation creation, IReadOnlyList<WireProperty> known, ConstructorReader constructor)
    {
        foreach (var property in known)
        {
            if (property.Symbol.ContainingType.BaseType is { } parent && context.Types.Properties(parent).FirstOrDefault(inherited => inherited.Symbol.Name == property.Symbol.Name) is { } hidden
                && hidden.WireName != property.WireName)
            {
                return Refuse(NameOf(creation), "the property '" + property.Symbol.Name + "', which has another name in JSON than in '" + Minimal(parent) + "',", "give both the same name: a serializer writes both");
            }

            if (constructor.Values.ContainsKey(property.Symbol) && RefuseAccessors(property.Symbol, NameOf(creation)) is { } refused)
            {
                return refused;
            }
        }

        return null;
    }

    private InvalidExpression? RefuseAccessors(IPropertySymbol property, Location place) => IsOwn(property) && !ConstructorReader.IsPlain(property, CancellationToken)
        ? Refuse(place, "the property '" + property.Name + "', whose accessors have bodies,", "build an anonymous object")
        : null;

    private bool IsOwn(ISymbol symbol) => ConstructorReader.IsOwn(symbol, context.Compilation);

    private static Location TargetOf(IOperation assignment) =>
        assignment.Syntax is AssignmentExpressionSyntax { Left: var target } ? target.GetLocation() : assignment.Syntax.GetLocation();

    /// <summary>What a property that is not given has: serializers write it all the same.</summary>
    private Expression InitialValue(IOperation creation, WireProperty property)
    {
        var symbol = property.Symbol;
        if (!IsOwn(symbol))
        {
            return symbol.SetMethod is not { DeclaredAccessibility: Accessibility.Public }
                ? Refuse(NameOf(creation), "the computed property '" + symbol.Name + "'", "build an anonymous object")
                : Refuse(NameOf(creation), "the initial value of '" + symbol.Name + "', which is in another assembly,", "give '" + symbol.Name + "' a value here");
        }

        // This code asks whether there is an initial value or a body, and not what is in it. The memo relies on that: a stamp of the file has no more.
        if (symbol.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax(CancellationToken) is PropertyDeclarationSyntax { Initializer: not null })
        {
            return Refuse(NameOf(creation), "the initial value of '" + symbol.Name + "'", "give '" + symbol.Name + "' a value here");
        }

        if (!ConstructorReader.IsPlain(symbol, CancellationToken))
        {
            return Refuse(NameOf(creation), "the computed property '" + symbol.Name + "'", "mark it [JsonIgnore], or build an anonymous object");
        }

        Expression? value = DefaultOf(symbol.Type);
        return value is null
            ? Refuse(NameOf(creation), "the initial value of '" + symbol.Name + "'", "give '" + symbol.Name + "' a value here")
            : At(value, creation);
    }

    /// <summary>An AWS request or a part of one: only what is set is sent.</summary>
    private Expression ReadAmazonObject(IOperation operation, IObjectOrCollectionInitializerOperation? initializer, WireType type)
    {
        if (operation is IObjectCreationOperation { Arguments.IsEmpty: false })
        {
            return Refuse(NameOf(operation), "'" + Shorten(operation.Syntax) + "'", "use an object initialiser");
        }

        return Within(isAsWritten: true, () =>
        {
            var properties = new PropertyList();
            foreach (var member in initializer?.Initializers ?? [])
            {
                switch (member)
                {
                    case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: false } property }, Value: var value }:
                        properties.Add(property.Name, Read(value), isAlwaysPresent: false);
                        break;
                    case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation { Property: var property }, Initializer: var inner }:
                        var wire = context.Types.Read(property.Type).AsNotNullable();
                        properties.Add(
                            property.Name,
                            wire.Kind switch
                            {
                                WireKind.Dictionary => ReadDictionary(member, inner, wire),
                                WireKind.Array => ReadItems(member, AddedItems(inner), wire),
                                _ => ReadAmazonObject(member, inner, wire),
                            },
                            isAlwaysPresent: false);
                        break;
                    default:
                        return member is IInvalidOperation ? Invalid(member) : Refuse(member, "'" + Shorten(member.Syntax) + "'", "assign a value to a property");
                }
            }

            return properties.ToObject(type.AsNotNullable(), Anchor(operation)) ?? Invalid(operation);
        });
    }

    private Expression ReadDictionary(IOperation operation, IObjectOrCollectionInitializerOperation? initializer, WireType type)
    {
        var properties = new PropertyList();
        foreach (var entry in initializer?.Initializers ?? [])
        {
            var (key, value) = entry switch
            {
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value: var index }] }, Value: var assigned } =>
                    (index, assigned),
                IInvocationOperation { Arguments: [{ Value: var first }, { Value: var second }] } => (first, second),
                _ => (null, null),
            };
            if (key is null || value is null)
            {
                return entry is IInvalidOperation ? Invalid(entry) : Refuse(entry, "'" + Shorten(entry.Syntax) + "'", "write entries as '[\"key\"] = value'");
            }

            if (RefuseSubstitutionAsKey(key) is { } refused)
            {
                return refused;
            }

            SubstitutionExpression? resource = null;
            if (KeyOf(key, type) is not { } name)
            {
                switch (ReadTextOfDeployment(key))
                {
                    case SubstitutionExpression substitution:
                        (name, resource) = (substitution.Text, substitution);
                        break;
                    case ConstantExpression { Value: JsonString { Value: var literal } }:
                        name = literal;
                        break;
                    case { } invalid:
                        return invalid;
                    default:
                        return key is IInvalidOperation ? Invalid(key) : Refuse(key, "the key '" + Shorten(key.Syntax) + "'", "write a constant string, number, character or member of an enum, or a call of Deployed");
                }
            }

            properties.Add(name, ReadAlike(value), isAlwaysPresent: true, resource);
        }

        return properties.ToObject(type.AsNotNullable(), Anchor(operation))
            ?? Refuse(operation, "a dictionary with a duplicate key", "write each key once");
    }

    private static IEnumerable<IOperation> AddedItems(IObjectOrCollectionInitializerOperation? initializer) =>
        (initializer?.Initializers ?? []).Select(static item => item is IInvocationOperation { Arguments: [{ Value: var added }] } ? added : item);

    private Expression ReadArray(IArrayCreationOperation array)
    {
        var type = context.Types.Read(array.Type!);
        if (array.Initializer is { } initializer)
        {
            return ReadItems(array, initializer.ElementValues, type);
        }

        return array.DimensionSizes is [{ ConstantValue: { HasValue: true, Value: 0 } }]
            ? new ArrayExpression(default, type.AsNotNullable(), Anchor(array))
            : Refuse(array, "'" + Shorten(array.Syntax) + "'", "list the elements");
    }

    private Expression ReadCollection(ICollectionExpressionOperation collection)
    {
        return collection.Type is not { } type ? Invalid(collection)
            : collection.Elements.Any(static element => element is ISpreadOperation) ? ReadSpreads(collection, context.Types.Read(type).AsNotNullable())
            : ReadItems(collection, collection.Elements, context.Types.Read(type));
    }

    private Expression ReadItems(IOperation operation, IEnumerable<IOperation> elements, WireType type)
    {
        if (type.Kind is not WireKind.Array)
        {
            return Refuse(operation, "'" + Shorten(operation.Syntax) + "'", "build an array or a list");
        }

        var items = new List<Expression>();
        Expression? invalid = null;
        foreach (var element in elements)
        {
            var item = ReadAlike(element);
            invalid = item as InvalidExpression ?? invalid;
            items.Add(item);
        }

        invalid ??= RefuseOrder(operation, items);
        return invalid ?? new ArrayExpression(new EquatableArray<Expression>(items), type.AsNotNullable(), Anchor(operation));
    }

    private Expression Within(bool isAsWritten, Func<Expression> read)
    {
        var outer = _isAsWritten;
        _isAsWritten = isAsWritten;
        var result = read();
        _isAsWritten = outer;
        return result;
    }

    /// <summary>The properties of an object being read; one that could not be read makes the whole invalid.</summary>
    private sealed class PropertyList
    {
        private readonly List<PropertyExpression> _properties = [];
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);
        private Expression? _invalid;
        private bool _hasDuplicate;

        public void Add(string name, Expression value, bool isAlwaysPresent, SubstitutionExpression? key = null)
        {
            _invalid = value as InvalidExpression ?? _invalid;
            _hasDuplicate |= !_names.Add(name);
            _properties.Add(new PropertyExpression(name, value, isAlwaysPresent, key));
        }

        /// <summary>The object; null where a name occurs twice.</summary>
        public Expression? ToObject(WireType type, int anchor) =>
            _invalid ?? (_hasDuplicate ? null : new ObjectExpression(new EquatableArray<PropertyExpression>(_properties), type, anchor));
    }
}
