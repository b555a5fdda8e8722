using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Expressions;
using Stepwise.Generator.Model;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Kinds.Succeed;

/// <summary>Reads the type of the output that the body of a Succeed state builds.</summary>
internal static class OutputContract
{
    /// <summary>The type of the value that the body returns: the anonymous type, not the <c>object</c> that the method declares. If it returns values of several types, it is the declared one.</summary>
    public static ITypeSymbol? BodyType(StateMethod method, CancellationToken cancellationToken)
    {
        ITypeSymbol? type = null;
        foreach (var expression in Returned(method))
        {
            var returned = method.Model.GetTypeInfo(expression, cancellationToken).Type ?? method.Symbol.ReturnType;
            if (type is not null && !SymbolEqualityComparer.IncludeNullability.Equals(type, returned))
            {
                return method.Symbol.ReturnType;
            }

            type = returned;
        }

        return type;
    }

    /// <summary>Returns the members of the anonymous object that the body returns, found without binding the body. Returns null if the body does not return one, or if a member is not a
    /// <see cref="ParameterPath"/>.</summary>
    public static List<OutputProperty<ITypeSymbol>>? PlainMembers(StateMethod method, Naming naming, CancellationToken cancellationToken)
    {
        // A statement before the return could narrow which values may be null.
        if (method.Syntax.Body is { Statements.Count: not 1 }
            || Returned(method) is not [AnonymousObjectCreationExpressionSyntax creation]
            || (method.Model.GetNullableContext(creation.SpanStart) & NullableContext.WarningsEnabled) == 0)
        {
            return null;
        }

        var members = new List<OutputProperty<ITypeSymbol>>(creation.Initializers.Count);
        foreach (var initializer in creation.Initializers)
        {
            var name = initializer.NameEquals?.Name.Identifier.ValueText ?? initializer.Expression switch
            {
                IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
                MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
                _ => "",
            };
            if (name.Length == 0
                || ParameterPath.TypeOf(initializer.Expression, method.Symbol, method.Model.Compilation, cancellationToken) is not { } type
                || members.Exists(member => member.Name == name))
            {
                return null;
            }

            members.Add(new OutputProperty<ITypeSymbol>(name, WireNames.Apply(naming, name), type));
        }

        return members;
    }

    private static List<ExpressionSyntax> Returned(StateMethod method)
    {
        if (method.Syntax.ExpressionBody is { Expression: var expression })
        {
            return [expression];
        }

        return [.. (method.Syntax.Body?.DescendantNodes(static node => node is not (LocalFunctionStatementSyntax or ExpressionSyntax)) ?? [])
            .OfType<ReturnStatementSyntax>()
            .Select(static statement => statement.Expression)
            .OfType<ExpressionSyntax>()];
    }
}
