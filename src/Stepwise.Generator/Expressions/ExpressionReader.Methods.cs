using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Expressions;

/// <content>Methods and computed properties of this project: the body stands where the call stands. Each argument is computed once, in the order of the call.</content>
internal sealed partial class ExpressionReader
{
    /// <summary>What calls the member whose body is read; null in the body of a state.</summary>
    private ExpressionReader? _caller;

    /// <summary>The method or the property whose body is read; null in the body of a state.</summary>
    private ISymbol? _member;

    /// <summary>What <c>this</c> is; null in a static method.</summary>
    private Expression? _instance;

    /// <summary>What has the variables around a local function; null in everything else.</summary>
    private ExpressionReader? _enclosing;

    private InlinedSize _inlined = new();

    /// <summary>How a value is read.</summary>
    private static Func<ExpressionReader, IOperation, Expression> Reading { get; } = static (reader, operation) => reader.Read(operation);

    /// <summary>How a duration is read.</summary>
    private static Func<ExpressionReader, IOperation, Expression> ReadingSeconds { get; } = static (reader, operation) => reader.ReadSeconds(operation);

    /// <summary>The value of a parameter: of a lambda in the body, of the method, or, in a local function, of what is around it.</summary>
    private Expression? ValueOf(IParameterReferenceOperation reference) =>
        _locals.TryGetValue(reference.Parameter, out var assigned) ? assigned
            : _enclosing is not null && !SymbolEqualityComparer.Default.Equals(reference.Parameter.ContainingSymbol.OriginalDefinition, _member) ? _enclosing.ValueOf(reference)
            : reference.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } ? null
            : parameters.TryGetValue(reference.Parameter.Name, out var value) ? value : null;

    /// <summary>Reads a call of a method whose body this project has; null for every other method.</summary>
    /// <param name="call">The call.</param>
    /// <param name="read">Reads what the method returns.</param>
    private Expression? ReadOwnMethod(IInvocationOperation call, Func<ExpressionReader, IOperation, Expression> read)
    {
        var method = call.TargetMethod;
        if (!IsOwn(method) || method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ReducedExtension))
        {
            return null;
        }

        if (RefuseMethod(call, method) is { } refused)
        {
            return refused;
        }

        Expression? instance = null;
        if (!method.IsStatic && method.MethodKind is not MethodKind.LocalFunction && call.Instance is { } target)
        {
            instance = Read(target);
            if (instance is InvalidExpression)
            {
                return instance;
            }

            if (MayBeNullHere(instance, target))
            {
                return RefuseNull(call, target);
            }

            if (RefuseInherited(call, method, target.Type) is { } inherited)
            {
                return inherited;
            }

            instance = Once(instance.AsNotNull());
        }

        var values = new Dictionary<string, Expression>(StringComparer.Ordinal);
        Expression? invalid = instance as InvalidExpression;
        foreach (var argument in call.Arguments)
        {
            var value = ReadArgument(argument);
            invalid ??= value as InvalidExpression;
            values[argument.Parameter!.Name] = value;
        }

        return invalid ?? ReadBody(call, ImplementationOf(method), instance, values, read);
    }

    private Expression ReadArgument(IArgumentOperation argument)
    {
        var parameter = argument.Parameter!;
        if (parameter.RefKind is not RefKind.None)
        {
            return Refuse(argument, "the argument '" + parameter.Name + "', which is passed by reference,", "declare the parameter without 'ref', 'out' and 'in'");
        }

        // The whole context is no value, but a method can read its properties.
        if (argument.Value is IParameterReferenceOperation reference && ValueOf(reference) is ContextExpression { Path: "" } context)
        {
            return context;
        }

        var value = Inside(() => Read(argument.Value));
        return value is not InvalidExpression && parameter is { Type: { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated } type } && MayBeNullHere(value, argument.Value)
            ? Refuse(argument, "'" + Shorten(argument.Value.Syntax) + "' for '" + Minimal(type) + " " + parameter.Name + "' where it may be null", "test it first, or declare the parameter with '?'")
            : Once(value, parameter.Name);
    }

    /// <summary>Reads a computed property whose body this project has; null for every other property.</summary>
    /// <param name="reference">Reads the property.</param>
    /// <param name="instance">What has the property; null for a static one.</param>
    /// <param name="read">Reads what the property gives.</param>
    private Expression? ReadOwnProperty(IPropertyReferenceOperation reference, Expression? instance, Func<ExpressionReader, IOperation, Expression> read)
    {
        var property = ImplementationOf(reference.Property);
        if (!IsOwn(property) || property.IsIndexer || IsExtensionBlock(property.ContainingType) || TypeReader.IsGenerated(property) || property.DeclaringSyntaxReferences is not [var declared] || declared.GetSyntax(CancellationToken) is not PropertyDeclarationSyntax syntax)
        {
            return null;
        }

        if (property.IsStatic && syntax is { ExpressionBody: null, Initializer: { } initializer } && property.SetMethod is null && ConstructorReader.IsPlain(property, CancellationToken))
        {
            return ReadInitialValue(reference, property, initializer.Value, read);
        }

        var isComputed = syntax.ExpressionBody is not null
            || syntax.AccessorList?.Accessors.FirstOrDefault(static accessor => accessor.Keyword.ValueText == "get") is { } getter && (getter.Body ?? (SyntaxNode?)getter.ExpressionBody) is not null;
        if (!isComputed || property.GetMethod is null)
        {
            return property.IsStatic && property.SetMethod is not null ? Refuse(NameOf(reference), "the static property '" + property.Name + "', which can change,", "remove its 'set'") : null;
        }

        if (IsVirtual(property))
        {
            return Refuse(NameOf(reference), "the property '" + property.Name + "', which another type can override,", "remove 'virtual' and 'override', or make it a static method");
        }

        return (instance is null ? null : RefuseInherited(reference, property, reference.Instance?.Type)) ?? RefuseOpen(reference, property) ?? (Expression)ReadBody(reference, property, instance, new Dictionary<string, Expression>(StringComparer.Ordinal), read);
    }

    /// <summary>A computed property of a value that has been read; null where its body is not known. In a pattern, it is computed behind the test that the value is not null.</summary>
    private Expression? ReadComputed(Expression target, IPropertyReferenceOperation reference, IOperation? instance)
    {
        if (instance is not null)
        {
            return ReadOwnProperty(reference, Once(target), Reading);
        }

        OpenBlock();
        var value = ReadOwnProperty(reference, target.AsNotNull(), Reading);
        return value is null ? Leave() : Close(reference, guard: null, value);

        Expression? Leave()
        {
            CloseBlock();
            return null;
        }
    }

    /// <summary>Reads the body of a member with the values of its parameters.</summary>
    /// <param name="use">The call, or the reference.</param>
    /// <param name="member">The method or the property, as it is declared.</param>
    /// <param name="instance">What <c>this</c> is.</param>
    /// <param name="values">The values of the parameters.</param>
    /// <param name="read">Reads what the body returns.</param>
    private Expression ReadBody(IOperation use, ISymbol member, Expression? instance, IReadOnlyDictionary<string, Expression> values, Func<ExpressionReader, IOperation, Expression> read)
    {
        if (Cycle(member) is { } cycle)
        {
            return Refuse(NameOf(use), "the recursive call of '" + member.Name + "' (" + cycle + ")", "compute it in a Lambda function, or repeat a state with a [Choice]");
        }

        if (_inlined.IsExceeded)
        {
            return RefuseSize(use, member);
        }

        var syntax = member.DeclaringSyntaxReferences[0].GetSyntax(CancellationToken);
        if (StateBody.HasSyntaxErrors(syntax))
        {
            return Invalid(use);
        }

        var reader = Enter(member, syntax, instance, values);
        Expression Returned(IOperation operation) => read(reader, operation);
        var result = reader.Block(syntax) is not { } block ? Invalid(use)
            : read == ReadingSeconds ? reader.ReadSeconds(OutcomeBuilder.Of(block), Returned)
            : reader.ReadOutcome(OutcomeBuilder.Of(block), use.Type, Returned);
        return _inlined.IsExceeded ? RefuseSize(use, member) : result;
    }

    /// <summary>Refuses what makes the body too large: once, where the state uses it.</summary>
    private InvalidExpression RefuseSize(IOperation use, ISymbol member)
    {
        if (_caller is not null || _inlined.IsReported)
        {
            return Invalid(use);
        }

        _inlined.IsReported = true;
        return Refuse(
            NameOf(use),
            "'" + member.Name + "', with which the body becomes more than " + InlinedSize.Limit.ToString("N0", CultureInfo.InvariantCulture) + " operations,",
            "call other methods fewer times in it, or compute a part in a [Pass] of its own");
    }

    /// <summary>A reader of the body of a member, in the current block of this one.</summary>
    private ExpressionReader Enter(ISymbol member, SyntaxNode syntax, Expression? instance, IReadOnlyDictionary<string, Expression> values) =>
        Enter(member, syntax, instance, values, member is IMethodSymbol { MethodKind: MethodKind.LocalFunction } function ? Around(function) : null);

    private ExpressionReader Enter(ISymbol member, SyntaxNode syntax, Expression? instance, IReadOnlyDictionary<string, Expression> values, ExpressionReader? enclosing) =>
        new(context, syntax.SyntaxTree == model.SyntaxTree ? model : context.ModelOf(syntax.SyntaxTree), values, kind)
        {
            Known = Known,
            _caller = this,
            _member = member,
            _instance = instance ?? enclosing?._instance,
            _enclosing = enclosing,
            _inlined = _inlined,
            _names = _names,
            _block = _block,
            _depth = _depth,
            _naming = _naming,
        };

    /// <summary>The reader of the method that a local function is declared in.</summary>
    private ExpressionReader Around(IMethodSymbol function)
    {
        var reader = this;
        while (reader._caller is { } caller && !SymbolEqualityComparer.Default.Equals(reader._member, function.ContainingSymbol.OriginalDefinition))
        {
            reader = caller;
        }

        return reader;
    }

    private IBlockOperation? Block(SyntaxNode syntax)
    {
        if (syntax is PropertyDeclarationSyntax property)
        {
            syntax = property.ExpressionBody ?? (SyntaxNode)property.AccessorList!.Accessors.First(static accessor => accessor.Keyword.ValueText == "get");
        }

        return model.GetOperation(syntax, CancellationToken) switch
        {
            IMethodBodyOperation body => body.BlockBody ?? body.ExpressionBody,
            ILocalFunctionOperation function => function.Body,
            var operation => operation as IBlockOperation,
        };
    }

    /// <summary>How a member leads back to itself, as in <c>F -> G -> F</c>; null where it is not being read.</summary>
    private string? Cycle(ISymbol member)
    {
        var names = member.Name;
        for (var reader = this; reader?._member is not null; reader = reader._caller)
        {
            names = reader._member.Name + " -> " + names;
            if (SymbolEqualityComparer.Default.Equals(reader._member, member))
            {
                return names;
            }
        }

        return null;
    }

    private InvalidExpression? RefuseMethod(IInvocationOperation call, IMethodSymbol method)
    {
        InvalidExpression Refused(string what, string instead) => Refuse(NameOf(call), "the method '" + method.Name + "', " + what + ",", instead);

        var implementation = ImplementationOf(method);
        var syntax = implementation.DeclaringSyntaxReferences is [var reference] ? reference.GetSyntax(CancellationToken) : null;
        var hasBody = syntax is MethodDeclarationSyntax { Body: not null } or MethodDeclarationSyntax { ExpressionBody: not null }
            or LocalFunctionStatementSyntax { Body: not null } or LocalFunctionStatementSyntax { ExpressionBody: not null };
        if (!hasBody || TypeReader.IsGenerated(implementation))
        {
            return Refused("which has no body here", "if it is a state, go to it, and take its result as a parameter");
        }

        if (method.IsAsync || method.ReturnsVoid)
        {
            return Refused(method.IsAsync ? "which is asynchronous" : "which returns nothing", "call a method that returns a value");
        }

        if (IsExtensionBlock(method.ContainingType))
        {
            return Refused("which is in an extension block", "write it as a static method with a 'this' parameter");
        }

        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return Refused("which returns a reference", "return a value");
        }

        return IsVirtual(method) ? Refused("which another type can override", "remove 'virtual' and 'override', or make it static") : RefuseOpen(call, implementation);
    }

    /// <summary>The declaration that has the body. A partial member has two.</summary>
    private static IMethodSymbol ImplementationOf(IMethodSymbol method) => method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;

    private static IPropertySymbol ImplementationOf(IPropertySymbol property) => property.OriginalDefinition.PartialImplementationPart ?? property.OriginalDefinition;

    /// <summary>Whether a member is of another assembly that is neither .NET's nor AWS's.</summary>
    private bool IsElsewhere(ISymbol member)
    {
        var space = member.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return !IsOwn(member) && space?.Name is not ("System" or "Microsoft" or "Amazon" or "Stepwise");
    }

    /// <summary>Whether a type is a C# 14 extension block, which this version of Roslyn may have no name for.</summary>
    private static bool IsExtensionBlock(INamedTypeSymbol? type) => type?.TypeKind > TypeKind.FunctionPointer;

    private static bool IsVirtual(ISymbol member) => member.IsAbstract || member.IsVirtual || member.IsOverride;

    /// <summary>Refuses a member of a base type or an interface where the derived type writes a property of it otherwise. Null where it does not.</summary>
    private InvalidExpression? RefuseInherited(IOperation use, ISymbol member, ITypeSymbol? type)
    {
        if (type is null || member.ContainingType is not { } declaring || SymbolEqualityComparer.Default.Equals(type, declaring))
        {
            return null;
        }

        var own = context.Types.Properties(type);
        return context.Types.Properties(declaring).All(property => own.Any(candidate => candidate.Symbol.Name == property.Symbol.Name && candidate.WireName == property.WireName && candidate.Type == property.Type))
            ? null
            : Refuse(NameOf(use), "'" + member.Name + "' of '" + Minimal(declaring) + "', whose properties have other names in the JSON of '" + Minimal(type) + "',", "give a property one name");
    }

    /// <summary>Refuses a generic member in which the JSON of a value is decided by a type parameter. Null where each value has its own type.</summary>
    private InvalidExpression? RefuseOpen(IOperation use, ISymbol member)
    {
        if (!IsGeneric(member))
        {
            return null;
        }

        var syntax = member.OriginalDefinition.DeclaringSyntaxReferences[0].GetSyntax(CancellationToken);
        var reader = Enter(member, syntax, null, new Dictionary<string, Expression>(StringComparer.Ordinal));
        foreach (var operation in reader.Block(syntax)?.Descendants() ?? [])
        {
            var open = operation switch
            {
                IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: null } } => null,
                IConversionOperation conversion when conversion.GetConversion() is { IsIdentity: false } && (conversion.Type is ITypeParameterSymbol || conversion.Operand.Type is ITypeParameterSymbol) =>
                    conversion.Type is ITypeParameterSymbol ? conversion.Type : conversion.Operand.Type,
                IPropertyReferenceOperation { Instance.Type: ITypeParameterSymbol owner } => owner,
                IConstantPatternOperation { InputType: ITypeParameterSymbol input, Value.ConstantValue: not { HasValue: true, Value: null } } => input,
                IRelationalPatternOperation { InputType: ITypeParameterSymbol input } => input,
                ITypeParameterObjectCreationOperation creation => creation.Type,
                { Type: ITypeParameterSymbol } => null,
                { Type: { } type } when IsOpen(type) => type,
                _ => null,
            };
            if (open is not null)
            {
                return Refuse(NameOf(use), "the generic '" + member.Name + "', which uses '" + Minimal(open) + "',", "write it for the type that it is used with");
            }
        }

        return null;
    }

    private static bool IsGeneric(ISymbol member)
    {
        for (var symbol = member; symbol is not null; symbol = symbol.ContainingSymbol)
        {
            if (symbol is IMethodSymbol { IsGenericMethod: true } or INamedTypeSymbol { IsGenericType: true })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type is made of a type parameter.</summary>
    private static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen) || (named.ContainingType is { } outer && IsOpen(outer)),
        _ => false,
    };
}
