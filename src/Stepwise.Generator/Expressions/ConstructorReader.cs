using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Stepwise.Generator.Expressions;

/// <summary>Reads what a constructor does, if all that it does is to assign members: the parameters of a record, and what a record passes to its base.</summary>
/// <remarks>A constructor of another assembly shows no body. Its source is not looked at, even where the IDE has it: the build does not have it.
/// Of a body, this code asks whether it is there and whether it is empty. A stamp of the file contains no more.</remarks>
internal sealed class ConstructorReader
{
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<IPropertySymbol, AssignedValue> _values = new(SymbolEqualityComparer.Default);

    private ConstructorReader(Compilation compilation, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The values of the properties that the constructor assigns.</summary>
    public IReadOnlyDictionary<IPropertySymbol, AssignedValue> Values => _values;

    /// <summary>What the constructor does that is not an assignment of a member, for a message; null if there is nothing.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>Reads the constructor that a creation calls.</summary>
    public static ConstructorReader Read(IObjectCreationOperation creation, IMethodSymbol constructor, Compilation compilation, CancellationToken cancellationToken)
    {
        var reader = new ConstructorReader(compilation, cancellationToken);
        reader.Obstacle = reader.Read(constructor, ByParameter(creation.Arguments, static argument => new AssignedValue(argument.Value, IsArgument: true)));
        return reader;
    }

    /// <summary>Whether the source of a symbol is in this project.</summary>
    public static bool IsOwn(ISymbol symbol, Compilation compilation) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly);

    /// <summary>Whether reading and writing a property of this project is reading and writing a value, and no code runs.</summary>
    public static bool IsPlain(IPropertySymbol property, CancellationToken cancellationToken)
    {
        if (property.DeclaringSyntaxReferences is not [var reference] || property.OriginalDefinition.PartialImplementationPart is not null)
        {
            return false;
        }

        return reference.GetSyntax(cancellationToken) switch
        {
            ParameterSyntax => true,
            PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors } => accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }),
            _ => false,
        };
    }

    private string? Read(IMethodSymbol constructor, Dictionary<int, AssignedValue> arguments)
    {
        var type = constructor.ContainingType;
        if (type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType)
        {
            return null;
        }

        if (!IsOwn(type, _compilation))
        {
            return ReadForeign(constructor, arguments);
        }

        var syntax = constructor.DeclaringSyntaxReferences is [var reference] ? reference.GetSyntax(_cancellationToken) : null;
        return syntax switch
        {
            TypeDeclarationSyntax { ParameterList: { } } declaration => ReadPrimary(declaration, constructor, arguments),
            ConstructorDeclarationSyntax { ParameterList.Parameters.Count: 0, Body.Statements.Count: 0, Initializer: null or { ArgumentList.Arguments.Count: 0, ThisOrBaseKeyword.Text: "base" } } =>
                ReadBase(type),
            ConstructorDeclarationSyntax => "the constructor of '" + type.Name + "', which is more than the parameters of a record",
            _ => ReadBase(type),
        };
    }

    /// <summary>A positional record: what its parameters are called is what they set.</summary>
    private string? ReadForeign(IMethodSymbol constructor, Dictionary<int, AssignedValue> arguments)
    {
        var type = constructor.ContainingType;
        if (constructor.Parameters.IsEmpty)
        {
            return null;
        }

        if (!IsPositional(type, constructor))
        {
            return "the constructor of '" + type.Name + "', which is in another assembly and is not that of a positional record";
        }

        foreach (var parameter in constructor.Parameters)
        {
            for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
            {
                if (declaring.GetMembers(parameter.Name) is [IPropertySymbol property])
                {
                    Assign(property, parameter, arguments);
                    break;
                }
            }
        }

        return null;
    }

    /// <summary>Whether the record has the method that C# adds for the parameters of a positional record.</summary>
    private static bool IsPositional(INamedTypeSymbol type, IMethodSymbol constructor) =>
        type.IsRecord && type.GetMembers("Deconstruct").OfType<IMethodSymbol>().Any(method => method.Parameters.Select(static parameter => (parameter.Name, parameter.RefKind))
            .SequenceEqual(constructor.Parameters.Select(static parameter => (parameter.Name, RefKind.Out))));

    private string? ReadPrimary(TypeDeclarationSyntax declaration, IMethodSymbol constructor, Dictionary<int, AssignedValue> arguments)
    {
        foreach (var member in constructor.ContainingType.GetMembers())
        {
            if (member.IsStatic || member is not (IFieldSymbol or IPropertySymbol) || member.DeclaringSyntaxReferences is not [var reference])
            {
                continue;
            }

            switch (reference.GetSyntax(_cancellationToken))
            {
                case ParameterSyntax when constructor.Parameters.FirstOrDefault(parameter => parameter.Name == member.Name) is { } parameter && member is IPropertySymbol property:
                    Assign(property, parameter, arguments);
                    break;
                case PropertyDeclarationSyntax { Initializer.Value: IdentifierNameSyntax name }
                    when constructor.Parameters.FirstOrDefault(parameter => parameter.Name == name.Identifier.ValueText) is { } parameter
                        && member is IPropertySymbol property && SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type):
                    Assign(property, parameter, arguments);
                    break;
                case PropertyDeclarationSyntax { Initializer.Value: { } value } when Reads(value, constructor):
                    return "the initial value of '" + member.Name + "', which is computed from the parameters of '" + constructor.ContainingType.Name + "'";
                case VariableDeclaratorSyntax { Initializer: not null } when !constructor.Parameters.IsEmpty:
                    return "the initial value of the field '" + member.Name + "', which may be computed from the parameters of '" + constructor.ContainingType.Name + "'";
            }
        }

        var call = declaration.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault();
        return call is null ? ReadBase(constructor.ContainingType) : ReadBaseCall(call, constructor, arguments);
    }

    private static bool Reads(SyntaxNode value, IMethodSymbol constructor) => value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Any(name => constructor.Parameters.Any(parameter => parameter.Name == name.Identifier.ValueText));

    private string? ReadBase(INamedTypeSymbol type) =>
        type.BaseType is not { } parent ? null
        : parent.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty) is { } constructor ? Read(constructor, [])
        : "the constructor of '" + parent.Name + "', which is called with its default values";

    private string? ReadBaseCall(PrimaryConstructorBaseTypeSyntax call, IMethodSymbol constructor, Dictionary<int, AssignedValue> arguments)
    {
        var model = _compilation.GetSemanticModel(call.SyntaxTree);
        if (model.GetOperation(call, _cancellationToken) is not IInvocationOperation invocation)
        {
            return "the call '" + ExpressionReader.Shorten(call) + "'";
        }

        string? obstacle = null;
        var passed = ByParameter(invocation.Arguments, argument =>
        {
            if (Constant(argument.Value) is { } constant)
            {
                return new AssignedValue(constant, IsArgument: false);
            }

            if (Parameter(argument.Value) is { } parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, constructor.OriginalDefinition)
                && arguments.TryGetValue(parameter.Ordinal, out var value))
            {
                return value;
            }

            obstacle ??= "the argument '" + ExpressionReader.Shorten(argument.Syntax) + "' of the base '" + constructor.ContainingType.BaseType?.Name + "', which is neither a parameter nor a constant";
            return default;
        });
        // The symbol of the base is that of the created type, whose type arguments are known.
        var target = constructor.ContainingType.BaseType?.InstanceConstructors.FirstOrDefault(
            candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, invocation.TargetMethod.OriginalDefinition));
        return obstacle ?? (target is null ? "the call '" + ExpressionReader.Shorten(call) + "'" : Read(target, passed));
    }

    /// <summary>The parameter that an argument is, if no more than its reference is converted.</summary>
    private static IParameterSymbol? Parameter(IOperation value) => value switch
    {
        IParameterReferenceOperation reference => reference.Parameter,
        IConversionOperation { IsImplicit: true, OperatorMethod: null, Conversion: { IsIdentity: true } or { IsReference: true } or { IsNullable: true }, Operand: var operand } => Parameter(operand),
        _ => null,
    };

    /// <summary>The constant that an argument is. C# has no constants of a nullable type: there, it is what is converted. A character is no number in JSON.</summary>
    private static IOperation? Constant(IOperation value) =>
        value.ConstantValue.HasValue ? value
        : value is IConversionOperation { IsImplicit: true, OperatorMethod: null, Conversion: { IsNullable: true } or { IsReference: true }, Operand: { ConstantValue.HasValue: true } operand }
            && (operand.ConstantValue.Value is not char || value.Type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Char }] })
            ? operand
        : null;

    private void Assign(IPropertySymbol property, IParameterSymbol parameter, Dictionary<int, AssignedValue> arguments)
    {
        if (arguments.TryGetValue(parameter.Ordinal, out var value))
        {
            _values[property] = value;
        }
    }

    private static Dictionary<int, AssignedValue> ByParameter(ImmutableArray<IArgumentOperation> arguments, Func<IArgumentOperation, AssignedValue> read)
    {
        var result = new Dictionary<int, AssignedValue>();
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                result[parameter.Ordinal] = read(argument);
            }
        }

        return result;
    }
}
