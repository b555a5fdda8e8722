using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Expressions;

/// <content>Static fields and properties that have one value for ever: the initial value stands where they are read.</content>
internal sealed partial class ExpressionReader
{
    /// <summary>Reads a static field of this project; null for every other field.</summary>
    /// <param name="reference">Reads the field.</param>
    /// <param name="read">Reads the initial value.</param>
    private Expression? ReadOwnField(IFieldReferenceOperation reference, Func<ExpressionReader, IOperation, Expression> read)
    {
        var field = reference.Field;
        if (!field.IsStatic || !IsOwn(field) || TypeReader.IsGenerated(field))
        {
            return null;
        }

        if (!field.IsReadOnly)
        {
            return Refuse(NameOf(reference), "the static field '" + field.Name + "', which can change,", "make it 'static readonly'" + (CanBeConstant(field.Type) ? " or a const" : ""));
        }

        return field.DeclaringSyntaxReferences is [var declared] && declared.GetSyntax(CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? ReadInitialValue(reference, field, value, read)
            : Refuse(NameOf(reference), "the static field '" + field.Name + "', which has no initial value,", "give it its value where it is declared");
    }

    private static bool CanBeConstant(ITypeSymbol type) => type.TypeKind is TypeKind.Enum || (type.SpecialType is not SpecialType.None and not SpecialType.System_Object and not SpecialType.System_DateTime && !type.IsReferenceType) || type.SpecialType is SpecialType.System_String;

    /// <summary>Reads the value that a static field or property gets when its class is first used, and has for ever.</summary>
    private Expression ReadInitialValue(IOperation reference, ISymbol member, ExpressionSyntax syntax, Func<ExpressionReader, IOperation, Expression> read)
    {
        InvalidExpression Refused(string what, string instead) => Refuse(NameOf(reference), "'" + member.Name + "', " + what + ",", instead);

        if (member.ContainingType.StaticConstructors.FirstOrDefault(static constructor => !constructor.IsImplicitlyDeclared) is { } constructor
            && constructor.DeclaringSyntaxReferences is [var declared] && Uses(declared.GetSyntax(CancellationToken), member.Name))
        {
            return Refused("which the static constructor of '" + member.ContainingType.Name + "' uses, and can change", "give it its value where it is declared, and use it nowhere in the constructor");
        }

        if (IsGeneric(member) || member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute"))
        {
            return Refused("which has several values: one for each type or thread", "move it to a class that is not generic");
        }

        if (_inlined.IsExceeded)
        {
            return RefuseSize(reference, member);
        }

        var reader = Enter(member, syntax, null, new Dictionary<string, Expression>(StringComparer.Ordinal));
        if (reader.Operation(syntax) is not { } value)
        {
            return Invalid(reference);
        }

        if (reader.Dependency(value, member) is { } dependency)
        {
            return Refused("whose initial value uses '" + dependency + "'", "write constants, or make it a computed property");
        }

        var result = read(reader, value);
        return _inlined.IsExceeded ? RefuseSize(reference, member)
            : result is InvalidExpression || IsFixed(result) ? At(result, reference) : Refused("whose initial value is not constant", "make it a computed property, or write constants");
    }

    private IOperation? Operation(ExpressionSyntax syntax) => syntax.Parent is { } clause && model.GetOperation(clause, CancellationToken) is ISymbolInitializerOperation { Value: var value } ? value : null;

    private bool Uses(SyntaxNode constructor, string name)
    {
        // The result depends on the body of the constructor.
        context.ModelOf(constructor.SyntaxTree);
        return constructor.DescendantNodes().Any(node => node is IdentifierNameSyntax { Identifier.ValueText: var used } && used == name);
    }

    /// <summary>What an initial value uses that may not have its own value yet. Initial values are computed in the order of the source; null where all that is used comes before.</summary>
    private string? Dependency(IOperation value, ISymbol member)
    {
        foreach (var operation in value.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IInvocationOperation { TargetMethod: var method } when IsOwn(method):
                    return method.Name;
                case IPropertyReferenceOperation { Property: { IsStatic: false } property } when IsOwn(property) && !ConstructorReader.IsPlain(property, CancellationToken):
                    return property.Name;
                case IPropertyReferenceOperation { Property: { IsStatic: true } property } when IsOwn(property) && !ComesBefore(property, member):
                    return property.Name;
                case IFieldReferenceOperation { Field: { IsStatic: true, HasConstantValue: false } field } when IsOwn(field) && !(field.ContainingType.TypeKind is TypeKind.Enum) && !ComesBefore(field, member):
                    return field.Name;
            }
        }

        return null;
    }

    private bool ComesBefore(ISymbol used, ISymbol member) =>
        SymbolEqualityComparer.Default.Equals(used.ContainingType, member.ContainingType)
        && used.DeclaringSyntaxReferences is [var first] && member.DeclaringSyntaxReferences is [var second] && first.SyntaxTree == second.SyntaxTree && first.Span.Start < second.Span.Start
        && first.GetSyntax(CancellationToken).FirstAncestorOrSelf<TypeDeclarationSyntax>() == second.GetSyntax(CancellationToken).FirstAncestorOrSelf<TypeDeclarationSyntax>()
        && (used is IFieldSymbol || first.GetSyntax(CancellationToken) is PropertyDeclarationSyntax { Initializer: not null });

    /// <summary>Whether an expression has the same value whenever it is evaluated.</summary>
    private static bool IsFixed(Expression value) =>
        value is ConstantExpression or ObjectExpression or ArrayExpression or FormatExpression or ArithmeticExpression { MayDivideByZero: false } or FunctionExpression or SecondsExpression { SecondsPerUnit: > 0 }
        && !value.IsVolatile() && value.Parts().All(IsFixed);
}
