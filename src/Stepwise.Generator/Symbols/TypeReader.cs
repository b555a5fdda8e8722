using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Documentation;
using Stepwise.Generator.Model;
using Stepwise.Generator.Text;
using Stepwise.Json;

namespace Stepwise.Generator.Symbols;

/// <summary>Reads how a .NET type is written in JSON: its kind, the names of its properties, the form of enums.</summary>
internal sealed class TypeReader
{
    // The values of JsonIgnoreCondition.
    private const int Never = 0;
    private const int Always = 1;
    private const int WhenWritingDefault = 2;
    private const int WhenWriting = 4;
    private const int WhenReading = 5;

    /// <summary>The <see cref="WireType.Form"/> of numbers that may be text.</summary>
    public const string NumberHandling = "[JsonNumberHandling]";

    private static readonly SymbolDisplayFormat _nameFormat = SymbolDisplayFormat.FullyQualifiedFormat;
    private static readonly SymbolDisplayFormat _nameWithoutArguments = _nameFormat.WithGenericsOptions(SymbolDisplayGenericsOptions.None);

    private readonly Naming _naming;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<ITypeSymbol, WireType> _types = new(SymbolEqualityComparer.IncludeNullability);
    private readonly Dictionary<ITypeSymbol, IReadOnlyList<WireProperty>> _properties = new(SymbolEqualityComparer.IncludeNullability);

    public TypeReader(Naming naming, CancellationToken cancellationToken)
    {
        _naming = naming;
        _cancellationToken = cancellationToken;
    }

    public Naming Naming => _naming;

    /// <summary>Reads a type with its nullable annotation. A reference type without annotation may be null: nothing says that it is not.</summary>
    public WireType Read(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Read(nullable.TypeArguments[0]).AsNullable();
        }

        if (!_types.TryGetValue(type, out var result))
        {
            // A type that contains itself is found in the table, so that the recursion ends.
            _types[type] = new WireType(WireKind.Object, Name(type));
            result = ReadCore(type);
            _types[type] = result;
        }

        return MayBeNull(type) && result.Kind is not (WireKind.Unknown or WireKind.Context or WireKind.TaskToken or WireKind.NextState) ? result.AsNullable() : result;
    }

    /// <summary>The type as C# writes it, with <c>global::</c>, with the annotations inside it and without its own.</summary>
    public static string Name(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return AnnotatedName(array.ElementType) + "[" + new string(',', array.Rank - 1) + "]";
            case INamedTypeSymbol { IsTupleType: false, IsAnonymousType: false, TypeArguments.Length: > 0, ContainingType: null or { IsGenericType: false } } generic:
                var arguments = new List<string>(generic.TypeArguments.Length);
                foreach (var argument in generic.TypeArguments)
                {
                    arguments.Add(AnnotatedName(argument));
                }

                return generic.ToDisplayString(_nameWithoutArguments) + "<" + string.Join(", ", arguments) + ">";
            default:
                return type.ToDisplayString(_nameFormat);
        }
    }

    private static string AnnotatedName(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? Name(nullable.TypeArguments[0]) + "?"
        : MayBeNull(type) && type.TypeKind is not (TypeKind.Error or TypeKind.TypeParameter) ? Name(type) + "?"
        : Name(type);

    private static bool MayBeNull(ITypeSymbol type) => !type.IsValueType && type.NullableAnnotation is not NullableAnnotation.NotAnnotated;

    /// <summary>The properties that are written to JSON, those of base types first.</summary>
    public IReadOnlyList<WireProperty> Properties(ITypeSymbol type)
    {
        if (_properties.TryGetValue(type, out var known))
        {
            return known;
        }

        var result = new List<WireProperty>();
        AddProperties(type, Attribute(type, "JsonNumberHandlingAttribute"), result);
        _properties[type] = result;
        return result;
    }

    /// <summary>The property's name in JSON.</summary>
    public string WireName(ISymbol property) =>
        Attribute(property, "JsonPropertyNameAttribute") is { ConstructorArguments: [{ Value: string name }] } ? name : WireNames.Apply(_naming, property.Name);

    /// <summary>Whether a value of the type keeps members of the JSON that are no properties of it.</summary>
    public static bool HasExtensionData(ITypeSymbol type)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            if (part.GetMembers().Any(static member => member is IPropertySymbol or IFieldSymbol && Attribute(member, "JsonExtensionDataAttribute") is not null))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How places of a type tell the types apart that derive from it; null where they do not.</summary>
    public static Polymorphism? PolymorphismOf(ITypeSymbol type)
    {
        const string Usual = "$type";
        var discriminator = Usual;
        var isPolymorphic = false;
        var writesBase = false;
        var derived = new List<DerivedType>();
        foreach (var attribute in type.GetAttributes())
        {
            if (IsOfSerialization(attribute, "JsonPolymorphicAttribute"))
            {
                isPolymorphic = true;
                discriminator = Named(attribute, "TypeDiscriminatorPropertyName") as string ?? Usual;
                writesBase = Named(attribute, "UnknownDerivedTypeHandling") is 1;
            }
            else if (IsOfSerialization(attribute, "JsonDerivedTypeAttribute") && attribute.ConstructorArguments is [{ Value: ITypeSymbol registered }, .. var rest])
            {
                JsonValue? value = rest is [{ Value: string text }] ? new JsonString(text) : rest is [{ Value: int number }] ? new JsonNumber((long)number) : null;
                derived.Add(new DerivedType(registered, value));
            }
        }

        return isPolymorphic || derived.Count > 0 ? new Polymorphism(discriminator, derived, writesBase) : null;
    }

    /// <summary>The property's type: a converter or a number handling on the property itself, or one of numbers on the type that is written, included.</summary>
    private WireType TypeOf(IPropertySymbol property, AttributeData? numberHandlingOfType)
    {
        var type = Read(property.Type);
        if (Attribute(property, "JsonConverterAttribute") is { } converter)
        {
            var underlying = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
                ? nullable.TypeArguments[0]
                : property.Type;
            var converted = underlying.TypeKind is TypeKind.Enum ? ReadEnum((INamedTypeSymbol)underlying, converter) : new WireType(WireKind.Opaque, Name(underlying));
            if (converted.Kind is WireKind.Opaque || converted != type.AsNotNullable())
            {
                converted = converted with { Form = NameOf(converter) };
            }

            return type.IsNullable ? converted.AsNullable() : converted;
        }

        return (Attribute(property, "JsonNumberHandlingAttribute") ?? numberHandlingOfType) is { ConstructorArguments: [{ Value: int handling }] } && Changes(handling, type)
            ? type with { Kind = WireKind.Opaque, Element = null, Form = NumberHandling }
            : type;
    }

    /// <summary>The attributes that give a property another form in JSON than its type has, as C# text behind the first attribute of a list: <c>, global::...JsonConverter(typeof(T))</c>.</summary>
    /// <param name="property">The property.</param>
    /// <param name="type">The type that is written.</param>
    public static string FormOf(WireProperty property, ITypeSymbol type)
    {
        const string Serialization = ", global::System.Text.Json.Serialization.";
        var form = property.IsLeftOutByDefault ? Serialization + "JsonIgnore(Condition = " + Serialization.Substring(2) + "JsonIgnoreCondition.WhenWritingDefault)" : "";
        if (property.Type.Form is null)
        {
            return form;
        }

        if (Attribute(property.Symbol, "JsonConverterAttribute") is { } converter)
        {
            // An attribute that derives from JsonConverter says nothing that can be written again, and the generated code does not see a private converter.
            return converter.ConstructorArguments is [{ Value: ITypeSymbol converterType }] && IsVisible(converterType) ? form + Serialization + "JsonConverter(typeof(" + converterType.ToDisplayString(_nameFormat) + "))" : form;
        }

        return (Attribute(property.Symbol, "JsonNumberHandlingAttribute") ?? Attribute(type, "JsonNumberHandlingAttribute")) is { ConstructorArguments: [{ Value: int handling }] }
            ? form + Serialization + "JsonNumberHandling((" + Serialization.Substring(2) + "JsonNumberHandling)" + handling.ToString(System.Globalization.CultureInfo.InvariantCulture) + ")"
            : form;
    }

    private static bool IsVisible(ITypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (!(outer.DeclaredAccessibility is Accessibility.Public || (outer.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal && outer.Locations.Any(static location => location.IsInSource))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a JsonNumberHandling (1 AllowReadingFromString, 2 WriteAsString, 4 AllowNamedFloatingPointLiterals) lets numbers be text.</summary>
    private static bool Changes(int handling, WireType type) => type.Kind switch
    {
        WireKind.Integer or WireKind.Long or WireKind.Decimal => (handling & 3) != 0,
        WireKind.Double => (handling & 7) != 0,
        WireKind.Array or WireKind.Dictionary => type.Element is { } element && Changes(handling, element),
        _ => false,
    };

    private static string NameOf(AttributeData converter) =>
        converter.ConstructorArguments is [{ Value: ITypeSymbol type }] ? type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) : converter.AttributeClass?.Name ?? "";

    /// <summary>Whether the property is written to JSON even if it is null.</summary>
    public static bool IsAlwaysPresent(ISymbol property)
    {
        if (property.ContainingType is { Name: "WorkflowError" } type && StepwiseSymbols.Contains(type))
        {
            return true;
        }

        return Attribute(property, "JsonIgnoreAttribute") is { } ignore && IgnoreCondition(ignore) == Never;
    }

    /// <summary>Whether this generator adds the symbol. The analyzer sees the symbol, but the generator sees an error type of its name. Both must come to the same result.</summary>
    public static bool IsGenerated(ISymbol symbol)
    {
        if (symbol is IErrorTypeSymbol)
        {
            return ReservedNames.IsGeneratedType(symbol.Name);
        }

        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (!reference.SyntaxTree.FilePath.EndsWith(GeneratedFile.Suffix, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return symbol.DeclaringSyntaxReferences.Length > 0;
    }

    /// <summary>Adds the shape of an object, and the shapes of the objects that it contains, for a schema.</summary>
    public void CollectShapes(ITypeSymbol type, SortedDictionary<string, ObjectShape> shapes)
    {
        var wire = Read(type);
        switch (wire.Kind)
        {
            case WireKind.Array or WireKind.Dictionary:
                if (ElementType(type) is { } element)
                {
                    CollectShapes(element, shapes);
                }

                break;
            case WireKind.Object when !shapes.ContainsKey(wire.Name):
                if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
                {
                    type = nullable.TypeArguments[0];
                }

                var own = Properties(type);
                var list = new List<PropertyShape>(own.Count);
                foreach (var property in own)
                {
                    list.Add(new PropertyShape(property.Symbol.Name, property.WireName, property.Type, IsAlwaysPresent(property.Symbol), DocumentationOf(property.Symbol))
                    {
                        IsLeftOutByDefault = property.IsLeftOutByDefault,
                    });
                }

                shapes[wire.Name] = new ObjectShape(wire.Name, new EquatableArray<PropertyShape>(list));
                foreach (var property in own)
                {
                    CollectShapes(property.Symbol.Type, shapes);
                }

                break;
        }
    }

    /// <summary>Returns the documentation of a property, or null if it is in another assembly or has no documentation.</summary>
    private ValueDocumentation? DocumentationOf(IPropertySymbol property)
    {
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax(_cancellationToken))
            {
                case ParameterSyntax { Parent.Parent: TypeDeclarationSyntax declaration }:
                    return DocumentationComment.Of(declaration)?.Parameter(property.Name);
                case PropertyDeclarationSyntax declaration:
                    return DocumentationComment.Of(declaration)?.AsProperty();
            }
        }

        return null;
    }

    /// <summary>The element of an array or the value of a dictionary.</summary>
    public static ITypeSymbol? ElementType(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.ElementType;
        }

        return DictionaryOf(type)?.Value ?? Enumerated(type);
    }

    private WireType ReadCore(ITypeSymbol type)
    {
        if (type is IErrorTypeSymbol || type.TypeKind is TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.TypeParameter or TypeKind.Delegate
            || type.IsRefLikeType || IsGenerated(type))
        {
            return new WireType(WireKind.Unknown, Name(type));
        }

        var name = Name(type);
        WireType Of(WireKind kind) => new(kind, name);
        switch (type.SpecialType)
        {
            case SpecialType.System_String: return Of(WireKind.String);
            case SpecialType.System_Boolean: return Of(WireKind.Boolean);
            case SpecialType.System_Char: return Of(WireKind.Char);
            case SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16
                or SpecialType.System_Int32 or SpecialType.System_UInt32:
                return Of(WireKind.Integer);
            case SpecialType.System_Int64 or SpecialType.System_UInt64: return Of(WireKind.Long);
            case SpecialType.System_Decimal: return Of(WireKind.Decimal);
            case SpecialType.System_Single or SpecialType.System_Double: return Of(WireKind.Double);
            case SpecialType.System_DateTime: return Of(WireKind.DateTime);
            case SpecialType.System_Object: return Of(WireKind.Any);
            case SpecialType.System_Void or SpecialType.System_IntPtr or SpecialType.System_UIntPtr: return Of(WireKind.Unknown);
        }

        if (type.TypeKind is TypeKind.Dynamic)
        {
            return Of(WireKind.Any);
        }

        if (type is IArrayTypeSymbol array)
        {
            return array.ElementType.SpecialType is SpecialType.System_Byte && array.Rank == 1
                ? Of(WireKind.Bytes)
                : array.Rank == 1 ? Of(WireKind.Array) with { Element = Read(array.ElementType) } : Of(WireKind.Unknown);
        }

        if (type.Name is "TaskToken" or "WorkflowContext" or "NextState" && StepwiseSymbols.Contains(type))
        {
            return Of(type.Name switch
            {
                "TaskToken" => WireKind.TaskToken,
                "WorkflowContext" => WireKind.Context,
                _ => WireKind.NextState,
            });
        }

        if (InNamespace(type, "System"))
        {
            switch (type.Name)
            {
                case "Guid": return Of(WireKind.Guid);
                case "DateTimeOffset": return Of(WireKind.DateTimeOffset);
                case "DateOnly": return Of(WireKind.DateOnly);
                case "TimeOnly": return Of(WireKind.TimeOnly);
                case "TimeSpan": return Of(WireKind.TimeSpan);
                case "Uri" or "Version" or "Half" or "Int128" or "UInt128" or "Type": return Of(WireKind.Opaque);
            }
        }

        if (type.Name is "JsonElement" or "JsonDocument" or "JsonNode" or "JsonObject" or "JsonArray" or "JsonValue"
            && type.ContainingNamespace?.ToDisplayString() is "System.Text.Json" or "System.Text.Json.Nodes")
        {
            return Of(WireKind.Any);
        }

        var converter = Attribute(type, "JsonConverterAttribute");
        if (type.TypeKind is TypeKind.Enum)
        {
            return ReadEnum((INamedTypeSymbol)type, converter);
        }

        if (converter is not null || type.IsTupleType)
        {
            return Of(WireKind.Opaque);
        }

        if (DictionaryOf(type) is { } dictionary)
        {
            var key = Read(dictionary.Key).AsNotNullable();
            return CanBeKey(key) ? Of(WireKind.Dictionary) with { Element = Read(dictionary.Value), Key = key.Kind is WireKind.String ? null : key } : Of(WireKind.Opaque);
        }

        return Enumerated(type) is { } element ? Of(WireKind.Array) with { Element = Read(element) }
            : IsOfSystem(type) && type.Name != "KeyValuePair" ? Of(WireKind.Opaque)
            : Of(WireKind.Object);
    }

    /// <summary>Whether System.Text.Json writes a key of the type as the name of a member.</summary>
    private static bool CanBeKey(WireType key) => key.Kind is WireKind.String or WireKind.Guid or WireKind.Boolean or WireKind.Integer or WireKind.Long or WireKind.Decimal or WireKind.Double
        or WireKind.DateTimeOffset or WireKind.DateTime or WireKind.DateOnly or WireKind.TimeOnly or WireKind.TimeSpan or WireKind.Char or WireKind.Enum or WireKind.Any;

    /// <summary>Whether a type is one of .NET's own. System.Text.Json writes many of them with converters of its own, as it writes ReadOnlyMemory as an array.</summary>
    private static bool IsOfSystem(ITypeSymbol type)
    {
        var space = type.IsAnonymousType ? null : type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { Name: "System" };
    }

    private static WireType ReadEnum(INamedTypeSymbol type, AttributeData? converter)
    {
        var asText = false;
        if (converter is not null)
        {
            if (converter.ConstructorArguments is not [{ Value: INamedTypeSymbol { Name: "JsonStringEnumConverter" or "JsonNumberEnumConverter" } converterType }]
                || converterType.ContainingNamespace?.ToDisplayString() is not "System.Text.Json.Serialization")
            {
                return new WireType(WireKind.Opaque, Name(type));
            }

            asText = converterType.Name == "JsonStringEnumConverter";
        }

        var members = new List<EnumMember>();
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field)
            {
                var text = asText
                    ? Attribute(field, "JsonStringEnumMemberNameAttribute") is { ConstructorArguments: [{ Value: string given }] } ? given : field.Name
                    : null;
                members.Add(field.ConstantValue is ulong unsigned
                    ? new EnumMember(field.Name, unchecked((long)unsigned), text, IsBeyondLong: unsigned > long.MaxValue)
                    : new EnumMember(field.Name, Convert.ToInt64(field.ConstantValue, System.Globalization.CultureInfo.InvariantCulture), text));
            }
        }

        return new WireType(WireKind.Enum, Name(type), Members: new EquatableArray<EnumMember>(members));
    }

    /// <param name="type">The type whose properties are added; a base type, or an interface, of the type that is written.</param>
    /// <param name="numberHandling">The JsonNumberHandling of the type that is written: base types do not hand theirs on.</param>
    /// <param name="result">What is on the wire.</param>
    private void AddProperties(ITypeSymbol type, AttributeData? numberHandling, List<WireProperty> result)
    {
        if (type.BaseType is { SpecialType: SpecialType.None } baseType)
        {
            AddProperties(baseType, numberHandling, result);
        }

        if (type.TypeKind is TypeKind.Interface)
        {
            foreach (var parent in type.AllInterfaces)
            {
                AddOwn(parent, numberHandling, result);
            }
        }

        AddOwn(type, numberHandling, result);
    }

    private void AddOwn(ITypeSymbol type, AttributeData? numberHandling, List<WireProperty> result)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is not IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: { } getter } property || property.ExplicitInterfaceImplementations.Length > 0
                || !(getter.DeclaredAccessibility is Accessibility.Public || Attribute(property, "JsonIncludeAttribute") is not null)
                || Attribute(property, "JsonExtensionDataAttribute") is not null)
            {
                continue;
            }

            int? condition = Attribute(property, "JsonIgnoreAttribute") is { } ignore ? IgnoreCondition(ignore) : null;
            if (condition is Always or WhenWriting)
            {
                continue;
            }

            var wireType = TypeOf(property, numberHandling);
            var wire = new WireProperty(property, WireName(property), wireType)
            {
                IsRead = condition is not WhenReading,
                IsLeftOutByDefault = condition is WhenWritingDefault && property.Type.IsValueType && !wireType.IsNullable,
            };
            var overridden = result.FindIndex(known => known.Symbol.Name == property.Name);
            if (overridden >= 0)
            {
                result[overridden] = wire;
            }
            else
            {
                result.Add(wire);
            }
        }
    }

    private static int IgnoreCondition(AttributeData ignore) => Named(ignore, "Condition") as int? ?? Always;

    private static object? Named(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value.Value;
            }
        }

        return null;
    }

    /// <summary>The attribute of System.Text.Json with a name, or one that derives from it.</summary>
    private static AttributeData? Attribute(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (IsOfSerialization(attribute, name))
            {
                return attribute;
            }
        }

        return null;
    }

    private static bool IsOfSerialization(AttributeData attribute, string name)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.Name == name && type.ContainingNamespace?.ToDisplayString() is "System.Text.Json.Serialization")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The key and the value of a dictionary; null for everything else.</summary>
    public static (ITypeSymbol Key, ITypeSymbol Value)? DictionaryOf(ITypeSymbol type)
    {
        static (ITypeSymbol Key, ITypeSymbol Value)? Of(ITypeSymbol candidate) =>
            candidate is INamedTypeSymbol { Name: "IDictionary" or "IReadOnlyDictionary", TypeArguments: [var key, var value] }
                && candidate.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic"
                ? (key, value)
                : null;

        if (Of(type) is { } own)
        {
            return own;
        }

        foreach (var parent in type.AllInterfaces)
        {
            if (Of(parent) is { } inherited)
            {
                return inherited;
            }
        }

        return null;
    }

    private static ITypeSymbol? Enumerated(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } itself)
        {
            return itself.TypeArguments[0];
        }

        foreach (var parent in type.AllInterfaces)
        {
            if (parent.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T)
            {
                return parent.TypeArguments[0];
            }
        }

        return null;
    }

    private static bool InNamespace(ISymbol symbol, string name) =>
        symbol.ContainingNamespace is { ContainingNamespace.IsGlobalNamespace: true } parent && parent.Name == name;
}
