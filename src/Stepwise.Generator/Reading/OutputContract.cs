using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stepwise.Generator.Reading;

/// <summary>What a Succeed state's body builds.</summary>
internal static class OutputContract
{
    /// <summary>The type of the value that the body returns: the anonymous type, not the <c>object</c> that the method declares.</summary>
    public static ITypeSymbol? BodyType(StateMethod method, CancellationToken cancellationToken)
    {
        var expression = method.Syntax.ExpressionBody?.Expression;
        if (expression is null && method.Syntax.Body is { } block)
        {
            foreach (var statement in block.Statements)
            {
                if (statement is ReturnStatementSyntax { Expression: { } returned })
                {
                    expression = returned;
                }
            }
        }

        return expression is null ? null : method.Model.GetTypeInfo(expression, cancellationToken).Type ?? method.Symbol.ReturnType;
    }
}
