using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Expressions;

/// <summary>The body of a state: one returned expression after local variables. What it accepts means in the definition what it means in C#; it refuses the rest, and says what to write.</summary>
internal sealed class StateBody
{
    private readonly int _anchor;

    private StateBody(ExpressionReader expressions, IOperation? result, int anchor)
    {
        Expressions = expressions;
        Result = result;
        _anchor = anchor;
    }

    /// <summary>Reads the parts of the body; it knows the local variables.</summary>
    public ExpressionReader Expressions { get; }

    /// <summary>What the body returns; null while the source is half-typed, and where the body was refused.</summary>
    public IOperation? Result { get; }

    /// <summary>Opens a body, and reads the local variables in it.</summary>
    /// <param name="context">Takes places and diagnostics.</param>
    /// <param name="method">The state.</param>
    /// <param name="syntax">The declaration that has the body.</param>
    /// <param name="model">The model of the declaration's file.</param>
    /// <param name="parameters">What each parameter reads.</param>
    /// <param name="kind">What the body builds.</param>
    public static StateBody Open(
        ReadingContext context,
        IMethodSymbol method,
        MethodDeclarationSyntax syntax,
        SemanticModel model,
        IReadOnlyDictionary<string, Expression> parameters,
        BodyKind kind = BodyKind.Data)
    {
        var reader = new ExpressionReader(context, model, parameters, kind);
        var result = FindResult(method, syntax, model, reader);
        return new StateBody(reader, result, result is null ? context.Anchor(syntax) : 0);
    }

    /// <summary>Reads the value that the body returns. If the body returns nothing that can be read, returns an <see cref="InvalidExpression"/>.</summary>
    public Expression ReadValue() => Read(static (expressions, result) => expressions.ReadAlike(result));

    /// <summary>Reads what the body returns, and puts it in the block of the local variables. If the body returns nothing that can be read, returns an <see cref="InvalidExpression"/>.</summary>
    /// <param name="read">Reads what the body returns.</param>
    public Expression Read(Func<ExpressionReader, IOperation, Expression> read) => Result is { } result ? Expressions.InBlock(read(Expressions, result)) : Invalid();

    /// <summary>The value of a body without a <see cref="Result"/>.</summary>
    public InvalidExpression Invalid() => new(_anchor);

    /// <summary>The expression that the body returns; its local variables are read on the way.</summary>
    private static IOperation? FindResult(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, ExpressionReader reader)
    {
        // Half-typed code: the compiler says what is wrong, and nothing that is found here would be more than noise.
        if (syntax is { Body: null, ExpressionBody: null } || method.ReturnType is IErrorTypeSymbol || HasSyntaxErrors(syntax)
            || model.GetOperation(syntax, reader.CancellationToken) is not IMethodBodyOperation body)
        {
            return null;
        }

        var block = body.BlockBody ?? body.ExpressionBody;
        if (block is null)
        {
            return null;
        }

        return ResultOf(block, reader);
    }

    /// <summary>The expression that a block returns; its local variables are read on the way. Null while it is half-typed, and where it was refused.</summary>
    public static IOperation? ResultOf(IBlockOperation block, ExpressionReader reader)
    {
        foreach (var statement in block.Operations)
        {
            switch (statement)
            {
                case IReturnOperation { ReturnedValue: { } value }:
                    return value;
                case IVariableDeclarationGroupOperation group:
                    reader.ReadLocals(group);
                    break;
                case ILocalFunctionOperation or IEmptyOperation:
                    break;
                case IExpressionStatementOperation { Operation: IInvalidOperation }:
                    return null;
                case IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation }:
                    reader.Refuse(statement, "'throw'", "go to a [Fail] state");
                    return null;
                case IInvalidOperation:
                    return null;
                default:
                    reader.Refuse(
                        statement,
                        "the statement '" + ExpressionReader.Shorten(statement.Syntax) + "'",
                        "a body is one returned expression: use '?:' or a switch expression in place of 'if' and 'switch'");
                    return null;
            }
        }

        return null;
    }

    public static bool HasSyntaxErrors(SyntaxNode node)
    {
        if (!node.ContainsDiagnostics)
        {
            return false;
        }

        foreach (var diagnostic in node.GetDiagnostics())
        {
            if (diagnostic.Severity is DiagnosticSeverity.Error)
            {
                return true;
            }
        }

        return false;
    }
}
