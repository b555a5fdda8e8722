using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Documentation;
using Stepwise.Generator.Model;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Symbols;

/// <summary>Reads how a .NET type is written in JSON: its kind, the names of its properties, the form of enums.</summary>
internal sealed class TypeReader
{
    private static readonly SymbolDisplayFormat _nameFormat = SymbolDisplayFormat.FullyQualifiedFormat;

    private readonly Naming _naming;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<ITypeSymbol, WireType> _types = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ITypeSymbol, IReadOnlyList<WireProperty>> _properties = new(SymbolEqualityComparer.Default);

    public TypeReader(Naming naming, CancellationToken cancellationToken)
    {
        _naming = naming;
        _cancellationToken = cancellationToken;
    }

    public Naming Naming => _naming;

    /// <summary>Reads a type with its nullable annotation.</summary>
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

        return type.NullableAnnotation is NullableAnnotation.Annotated && !type.IsValueType ? result.AsNullable() : result;
    }

    /// <summary>The type as C# writes it, with <c>global::</c>, without the outer annotation.</summary>
    public static string Name(ITypeSymbol type) => type.ToDisplayString(_nameFormat);

    /// <summary>The properties that are written to JSON, those of base types first.</summary>
    public IReadOnlyList<WireProperty> Properties(ITypeSymbol type)
    {
        if (_properties.TryGetValue(type, out var known))
        {
            return known;
        }

        var result = new List<WireProperty>();
        AddProperties(type, result);
        _properties[type] = result;
        return result;
    }

    /// <summary>The property's name in JSON.</summary>
    public string WireName(ISymbol property) =>
        Attribute(property, "JsonPropertyNameAttribute") is { ConstructorArguments: [{ Value: string name }] } ? name : WireNames.Apply(_naming, property.Name);

    /// <summary>The property's type. A converter on the property itself counts.</summary>
    public WireType TypeOf(IPropertySymbol property)
    {
        var type = Read(property.Type);
        if (Attribute(property, "JsonConverterAttribute") is not { } converter)
        {
            return type;
        }

        var underlying = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : property.Type;
        var converted = underlying.TypeKind is TypeKind.Enum ? ReadEnum((INamedTypeSymbol)underlying, converter) : new WireType(WireKind.Opaque, Name(underlying));
        return type.IsNullable ? converted.AsNullable() : converted;
    }

    /// <summary>Whether the property is written to JSON even if it is null.</summary>
    public static bool IsAlwaysPresent(ISymbol property)
    {
        if (property.ContainingType is { Name: "WorkflowError" } type && StepwiseSymbols.Contains(type))
        {
            return true;
        }

        return Attribute(property, "JsonIgnoreAttribute") is { } ignore && IgnoreCondition(ignore) == 0;
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
                    list.Add(new PropertyShape(property.Symbol.Name, property.WireName, property.Type, IsAlwaysPresent(property.Symbol), DocumentationOf(property.Symbol)));
                }

                shapes[wire.Name] = new ObjectShape(wire.Name, new EquatableArray<PropertyShape>(list));
                foreach (var property in own)
                {
                    CollectShapes(property.Symbol.Type, shapes);
                }

                break;
        }
    }

    /// <summary>The documentation of a property; null if it is in another assembly or has no documentation.</summary>
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

        if (DictionaryValue(type) is { } value)
        {
            return value;
        }

        return Enumerated(type);
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

        if (DictionaryValue(type) is { } value)
        {
            return Of(WireKind.Dictionary) with { Element = Read(value) };
        }

        return Enumerated(type) is { } element ? Of(WireKind.Array) with { Element = Read(element) } : Of(WireKind.Object);
    }

    private static WireType ReadEnum(INamedTypeSymbol type, AttributeData? converter)
    {
        var asText = false;
        if (converter is not null)
        {
            if (converter.ConstructorArguments is not [{ Value: INamedTypeSymbol { Name: "JsonStringEnumConverter" } converterType }]
                || converterType.ContainingNamespace?.ToDisplayString() is not "System.Text.Json.Serialization")
            {
                return new WireType(WireKind.Opaque, Name(type));
            }

            asText = true;
        }

        var members = new List<EnumMember>();
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field)
            {
                var text = asText
                    ? Attribute(field, "JsonStringEnumMemberNameAttribute") is { ConstructorArguments: [{ Value: string given }] } ? given : field.Name
                    : null;
                members.Add(new EnumMember(field.Name, ToInt64(field.ConstantValue!), text));
            }
        }

        return new WireType(WireKind.Enum, Name(type), Members: new EquatableArray<EnumMember>(members));
    }

    private static long ToInt64(object value) => value is ulong unsigned ? unchecked((long)unsigned) : Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);

    private void AddProperties(ITypeSymbol type, List<WireProperty> result)
    {
        if (type.BaseType is { SpecialType: SpecialType.None } baseType)
        {
            AddProperties(baseType, result);
        }

        if (type.TypeKind is TypeKind.Interface)
        {
            foreach (var parent in type.AllInterfaces)
            {
                AddOwn(parent, result);
            }
        }

        AddOwn(type, result);
    }

    private void AddOwn(ITypeSymbol type, List<WireProperty> result)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is not IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null } property || property.ExplicitInterfaceImplementations.Length > 0)
            {
                continue;
            }

            var isVisible = property.DeclaredAccessibility is Accessibility.Public || Attribute(property, "JsonIncludeAttribute") is not null;
            if (!isVisible || (Attribute(property, "JsonIgnoreAttribute") is { } ignore && IgnoreCondition(ignore) == 1))
            {
                continue;
            }

            var wire = new WireProperty(property, WireName(property), TypeOf(property));
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

    /// <summary>JsonIgnoreCondition: 0 Never, 1 Always (the default), 2 WhenWritingDefault, 3 WhenWritingNull.</summary>
    private static int IgnoreCondition(AttributeData ignore)
    {
        foreach (var argument in ignore.NamedArguments)
        {
            if (argument.Key == "Condition" && argument.Value.Value is int condition)
            {
                return condition;
            }
        }

        return 1;
    }

    private static AttributeData? Attribute(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Name == name
                && type.ContainingNamespace?.ToDisplayString() is "System.Text.Json.Serialization")
            {
                return attribute;
            }
        }

        return null;
    }

    private static ITypeSymbol? DictionaryValue(ITypeSymbol type)
    {
        static ITypeSymbol? ValueOf(INamedTypeSymbol candidate) =>
            candidate is { Name: "IDictionary" or "IReadOnlyDictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] }
                && candidate.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic"
                ? value
                : null;

        if (type is INamedTypeSymbol named && ValueOf(named) is { } own)
        {
            return own;
        }

        foreach (var parent in type.AllInterfaces)
        {
            if (ValueOf(parent) is { } value)
            {
                return value;
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

/// <summary>A property that is written to JSON.</summary>
internal sealed record WireProperty(IPropertySymbol Symbol, string WireName, WireType Type);
